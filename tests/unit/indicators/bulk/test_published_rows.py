"""The statistics over their published vector files, column by column, as files hold them."""

import pytest

from screening.indicators.bulk.systems import SYSTEMS
from tests.factories.golden import golden_rows

FILES = {
    "proportion-interval": "proportion_ci_vectors.csv",
    "poisson-interval": "poisson_ci_vectors.csv",
    "newcombe": "newcombe_vectors.csv",
    "direct-rate": "dsr_vectors.csv",
    "detection-ratio": "sdr_vectors.csv",
    "funnel": "funnel_vectors.csv",
}
DOCUMENTATION = {
    "id", "case_id", "description", "source", "note", "published", "crosscheck", "kind",
}  # fmt: skip
OF_CODE = {system.code: system for system in SYSTEMS}
ROWS = [(code, row) for code, file in FILES.items() for row in golden_rows(file)]


def test_every_statistic_has_its_file():
    assert set(OF_CODE) == set(FILES)


@pytest.mark.parametrize("code", FILES)
def test_inputs_and_results_are_the_columns_of_the_file(code):
    system = OF_CODE[code]

    columns = set(golden_rows(FILES[code])[0]) - DOCUMENTATION
    assert {*system.inputs, *system.results} == {*columns, "reasons"}


@pytest.mark.parametrize(("code", "row"), ROWS, ids=[f"{code}-{row['id']}" for code, row in ROWS])
def test_every_published_row_is_computed_again(code, row):
    system = OF_CODE[code]

    results = dict(system.evaluate({name: row[name] for name in system.inputs}))

    assert results.pop("reasons")
    assert list(results) == [name for name in system.results if name != "reasons"]
    for name, text in results.items():
        if row[name] == "":
            assert text == ""
        else:
            assert float(text) == pytest.approx(float(row[name]), rel=1e-9, abs=1e-9)
