"""ACR TI-RADS 2017: what is refused and what is missing; properties that hold for every input."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from screening.clinical.acr_ti_rads import (
    INPUTS,
    REASON_KEYS,
    Readings,
    Recommendation,
    assess_exam,
    assess_nodule,
    evaluate_row,
    score,
)
from screening.clinical.reasons import ClinicalInputError, InvalidInput, MissingInput
from screening.clinical.thyroid_descriptors import (
    Composition,
    Descriptors,
    Echogenicity,
    Focus,
    Margin,
    Shape,
)
from tests.factories.descriptors import COMPLETE, DESCRIPTORS, unknown_or
from tests.refusals import refused_column

ORDER = tuple(Recommendation)
SOLID = {
    "composition": "solid",
    "echogenicity": "isoechoic",
    "shape": "wider_than_tall",
    "margin": "smooth",
    "echogenic_foci": "none",
    "max_size_cm": "2.0",
}
SOLID_PARTS = "hyperechoic, isoechoic, hypoechoic, very_hypoechoic, undetermined"
COMPOSITIONS = "cystic, spongiform, mixed, solid, undetermined_calcification, undetermined"
FOCI = "large_comet_tail, macrocalcification, peripheral_calcification, punctate"
SINGLE_POINT = "as the only feature with a point it makes 1 point, which no level has"


def refusal(row: dict[str, str]) -> ClinicalInputError:
    with pytest.raises(ClinicalInputError) as refused:
        evaluate_row(row)
    return refused.value


@pytest.mark.parametrize("column", INPUTS)
def test_a_blank_feature_is_named(column: str) -> None:
    error = refusal({**SOLID, column: ""})

    assert isinstance(error, MissingInput)
    assert error.column == column


@pytest.mark.parametrize(
    ("cells", "column", "allowed"),
    [
        (
            {"composition": "mixed", "echogenicity": "anechoic", "shape": ""},
            "echogenicity",
            f"a mixed nodule has a solid part, whose echogenicity is one of {SOLID_PARTS}",
        ),
        (
            {"composition": "cystic", "echogenicity": "isoechoic"},
            "echogenicity",
            f"{SINGLE_POINT}; a cystic nodule is anechoic",
        ),
        (
            {
                "composition": "cystic",
                "echogenicity": "anechoic",
                "echogenic_foci": "macrocalcification",
            },
            "echogenic_foci",
            SINGLE_POINT,
        ),
        ({"composition": "soft"}, "composition", f"it is one of {COMPOSITIONS}"),
        (
            {"echogenic_foci": "none;punctate"},
            "echogenic_foci",
            f"it is none alone, or some of {FOCI}, separated by semicolons",
        ),
        ({"max_size_cm": "18"}, "max_size_cm", "it lies between 0.2 and 10 centimeters"),
        ({"max_size_cm": "0"}, "max_size_cm", "it lies between 0.2 and 10 centimeters"),
        ({"max_size_cm": "-1"}, "max_size_cm", "it lies between 0.2 and 10 centimeters"),
        ({"max_size_cm": "1,5"}, "max_size_cm", "it is a number with a decimal point"),
        ({"max_size_cm": "15 mm"}, "max_size_cm", "it is a number with a decimal point"),
    ],
)
def test_a_wrong_cell_is_refused_with_what_is_allowed(
    cells: dict[str, str], column: str, allowed: str
) -> None:
    error = refusal({**SOLID, **cells})

    assert isinstance(error, InvalidInput)
    assert error.column == column
    assert str(error) == f"{column} is {cells[column]}; {allowed}"


def test_a_wrong_size_is_refused_even_where_no_size_matters() -> None:
    assert refusal({"composition": "spongiform", "max_size_cm": "31"}).column == "max_size_cm"


READINGS = st.builds(Readings, cystic_adds_points=st.booleans())
HUNDREDTHS = st.integers(min_value=-50, max_value=1100).map(lambda part: Decimal(part) / 100)
SIZES = unknown_or(HUNDREDTHS | st.sampled_from([Decimal("NaN"), Decimal("Infinity")]))


@given(descriptors=DESCRIPTORS, size_cm=SIZES, readings=READINGS)
def test_every_input_gives_an_explained_result_or_names_the_input_at_fault(
    descriptors: Descriptors, size_cm: Decimal | None, readings: Readings
) -> None:
    column = refused_column(assess_nodule, descriptors, size_cm, readings)
    if column is not None:
        assert column in INPUTS
        return
    result = assess_nodule(descriptors, size_cm, readings)
    exam = assess_exam([result])

    assert result.score.total == (0 if result.score.is_stopped else result.score.points.sum)
    assert result.score.total in (0, *range(2, 18))
    assert exam.level is result.level
    for reason in result.reasons:
        assert set(reason.values) == set(REASON_KEYS[reason.key])


@given(
    descriptors=COMPLETE,
    readings=READINGS,
    sizes=st.tuples(st.integers(20, 1000), st.integers(20, 1000)).map(sorted),
)
def test_a_larger_nodule_never_has_a_lower_recommendation(
    descriptors: Descriptors, readings: Readings, sizes: list[int]
) -> None:
    small_cm, large_cm = (Decimal(size) / 100 for size in sizes)
    assume(refused_column(assess_nodule, descriptors, small_cm, readings) is None)
    smaller = assess_nodule(descriptors, small_cm, readings)
    larger = assess_nodule(descriptors, large_cm, readings)

    assert ORDER.index(smaller.recommendation) <= ORDER.index(larger.recommendation)


def test_every_complete_description_has_a_level_or_is_one_of_the_impossible_ones() -> None:
    """Impossible are mixed with anechoic, and a cystic nodule with a single point."""
    refused: set[tuple[str, str]] = set()
    foci = [(), (Focus.MACROCALCIFICATION,), (Focus.PERIPHERAL_CALCIFICATION,), (Focus.PUNCTATE,)]
    words = product(Composition, Echogenicity, Shape, Margin, foci)
    for composition, echogenicity, shape, margin, echogenic_foci in words:
        try:
            score(
                Descriptors(
                    composition=composition,
                    echogenicity=echogenicity,
                    shape=shape,
                    margin=margin,
                    echogenic_foci=echogenic_foci,
                )
            )
        except InvalidInput:
            refused.add((composition, echogenicity))

    assert refused == {
        ("mixed", "anechoic"),
        ("cystic", "anechoic"),
        ("cystic", "isoechoic"),
        ("cystic", "hyperechoic"),
        ("cystic", "undetermined"),
    }
