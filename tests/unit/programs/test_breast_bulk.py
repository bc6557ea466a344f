"""The breast program's systems over the published vector files, column by column."""

from decimal import Decimal

import pytest

from screening.clinical.reasons import ClinicalInputError
from screening.programs.breast.bulk import BULK_SYSTEMS
from tests.factories.golden import golden_rows, row_id

SYSTEMS = {system.code: system for system in BULK_SYSTEMS}
DOCUMENTATION = {"id", "case", "note", "basis", "audit_basis", "verification", "acs_reason", "race"}
FILES = {
    "gail": "gail_vectors.csv",
    "bi-rads": "birads_vectors.csv",
    "breast-high-risk": "breast_highrisk_cn_vectors.csv",
    "tnm-breast-8": "tnm_breast_8_anatomic.csv",
}
# Beside the columns of its file: with which model a lifetime risk was computed.
MORE_INPUTS = {"breast-high-risk": {"lifetime_risk_model"}}


def evaluated(code: str, row: dict[str, str]) -> dict[str, str]:
    system = SYSTEMS[code]
    return dict(system.evaluate({name: row[name] for name in system.inputs if name in row}))


def test_every_published_system_of_the_program_is_offered() -> None:
    assert set(SYSTEMS) == {*FILES, "bcsc-v1"}


@pytest.mark.parametrize("code", FILES)
def test_a_system_has_the_columns_of_its_file(code: str) -> None:
    columns = set(golden_rows(FILES[code])[0]) - DOCUMENTATION
    system = SYSTEMS[code]

    assert {*system.inputs, *system.results} - {"reasons"} == columns | MORE_INPUTS.get(code, set())


@pytest.mark.parametrize("row", golden_rows("birads_vectors.csv"), ids=row_id)
def test_bi_rads_gives_every_result_column_of_its_file(row: dict[str, str]) -> None:
    results = evaluated("bi-rads", row)

    assert results.pop("reasons")
    assert results == {name: row[name] for name in results}


@pytest.mark.parametrize("row", golden_rows("breast_highrisk_cn_vectors.csv"), ids=row_id)
def test_high_risk_gives_every_result_column_of_its_file(row: dict[str, str]) -> None:
    results = evaluated("breast-high-risk", row)

    assert results.pop("reasons")
    assert results == {name: row[name] for name in results}


def test_tnm_gives_every_stage_group_of_its_file() -> None:
    for row in golden_rows("tnm_breast_8_anatomic.csv"):
        assert evaluated("tnm-breast-8", row)["stage"] == row["stage"]


@pytest.mark.parametrize("row", golden_rows("gail_vectors.csv"), ids=row_id)
def test_gail_gives_the_risks_of_its_file(row: dict[str, str]) -> None:
    if row["valid"] == "no":
        with pytest.raises(ClinicalInputError):
            evaluated("gail", row)
        assert SYSTEMS["gail"].on_error == {"valid": "no"}
        return

    results = evaluated("gail", row)

    assert results["valid"] == "yes"
    for name in ("risk_projection_pct", "risk_lifetime_to90_pct"):
        assert Decimal(results[name]) == pytest.approx(Decimal(row[name]), abs=Decimal("1e-8"))
