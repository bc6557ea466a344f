"""C-TIRADS 2020: what is refused and what is missing; properties that hold for every input."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.clinical.c_ti_rads import (
    INPUTS,
    REASON_KEYS,
    Category,
    Circumstance,
    Nodule,
    Readings,
    assess_nodule,
    evaluate_row,
)
from screening.clinical.reasons import ClinicalInputError, InvalidInput, MissingInput
from tests.refusals import refused_column

ORDER = tuple(Category)
ROW = {
    "nodule": "yes",
    "proven_malignant": "no",
    "solid": "1",
    "marked_hypoechoic": "0",
    "microcalcification": "0",
    "margin_ill_defined_irregular_or_ete": "0",
    "vertical": "0",
    "comet_tail": "0",
    "max_size_mm": "12",
}
NO_NODULE = {**dict.fromkeys(ROW, "0"), "nodule": "no", "max_size_mm": ""}


def refusal(row: dict[str, str]) -> ClinicalInputError:
    with pytest.raises(ClinicalInputError) as refused:
        evaluate_row(row)
    return refused.value


@pytest.mark.parametrize("column", [column for column in ROW if column not in INPUTS[:2]])
def test_a_blank_on_which_the_result_depends_is_named(column: str) -> None:
    error = refusal({**ROW, column: ""})

    assert isinstance(error, MissingInput)
    assert error.column == column


def test_a_blank_is_left_alone_where_the_result_does_not_depend_on_it() -> None:
    beside_calcium = {**ROW, "microcalcification": "1", "comet_tail": ""}

    assert evaluate_row(beside_calcium)["category"] == "4B"
    assert evaluate_row(beside_calcium)["category_plain_sum"] == ""
    assert evaluate_row({**ROW, "solid": "0", "max_size_mm": ""})["category"] == "3"
    assert evaluate_row({**ROW, "proven_malignant": ""})["category"] == "4A"


def test_features_say_that_there_is_a_nodule_and_nothing_at_all_does_not() -> None:
    assert evaluate_row({**ROW, "nodule": ""}) == evaluate_row(ROW)
    assert refusal({}).column == "nodule"


@pytest.mark.parametrize(
    ("row", "column", "allowed"),
    [
        (
            {**NO_NODULE, "solid": "yes"},
            "solid",
            "it is no or blank where there is no nodule",
        ),
        ({**NO_NODULE, "max_size_mm": "12"}, "max_size_mm", "it is blank without a nodule"),
        ({**ROW, "vertical": "taller"}, "vertical", "it is yes, no, 1, 0 or blank"),
        ({**ROW, "max_size_mm": "1.2"}, "max_size_mm", "it lies between 2 and 100 millimeters"),
        ({**ROW, "max_size_mm": "120"}, "max_size_mm", "it lies between 2 and 100 millimeters"),
        ({**ROW, "max_size_mm": "12 mm"}, "max_size_mm", "it is a number with a decimal point"),
    ],
)
def test_a_wrong_cell_is_refused_with_what_is_allowed(
    row: dict[str, str], column: str, allowed: str
) -> None:
    error = refusal(row)

    assert isinstance(error, InvalidInput)
    assert error.column == column
    assert str(error) == f"{column} is {row[column]}; {allowed}"


ANSWERS = st.none() | st.booleans()
TENTHS = st.integers(min_value=-10, max_value=1100).map(lambda tenths: Decimal(tenths) / 10)
READINGS = st.builds(
    Readings,
    highest_focus_counts=st.booleans(),
    threshold_inclusive=st.booleans(),
    fna_of_category_3_from_20_mm=st.booleans(),
    small_nodule_circumstances=st.booleans(),
)


def nodules(
    answers: st.SearchStrategy[bool | None], sizes: st.SearchStrategy[Decimal | None]
) -> st.SearchStrategy[Nodule]:
    return st.builds(
        Nodule,
        nodule=st.none() | st.just(True) | st.booleans(),
        proven_malignant=st.none() | st.just(False) | st.booleans(),
        solid=answers,
        marked_hypoechoic=answers,
        microcalcification=answers,
        margin_ill_defined_irregular_or_ete=answers,
        vertical=answers,
        comet_tail=answers,
        max_size_mm=sizes,
    )


@given(
    nodule=nodules(ANSWERS, st.none() | TENTHS | st.just(Decimal("NaN")))
    | nodules(st.booleans(), TENTHS),
    readings=READINGS,
    circumstances=st.lists(st.sampled_from(Circumstance)),
)
def test_every_input_gives_an_explained_result_or_names_the_input_at_fault(
    nodule: Nodule, readings: Readings, circumstances: list[Circumstance]
) -> None:
    column = refused_column(assess_nodule, nodule, readings)
    if column is not None:
        assert column in INPUTS
        return
    result = assess_nodule(nodule, readings, circumstances)

    assert result.reasons
    for reason in result.reasons:
        assert set(reason.values) == set(REASON_KEYS[reason.key])
    counted = [reason.values for reason in result.reasons if reason.key == "feature_counts"]
    if result.score is not None and result.category is not Category.SIX:
        assert result.score.value == sum(int(values["points"]) for values in counted)


@given(
    answers=st.lists(st.booleans(), min_size=6, max_size=6),
    sizes=st.tuples(st.integers(20, 1000), st.integers(20, 1000)).map(sorted),
    readings=READINGS,
)
def test_a_larger_nodule_never_loses_its_biopsy(
    answers: list[bool], sizes: list[int], readings: Readings
) -> None:
    smaller, larger = (
        assess_nodule(
            Nodule(
                nodule=True,
                solid=answers[0],
                marked_hypoechoic=answers[1],
                microcalcification=answers[2],
                margin_ill_defined_irregular_or_ete=answers[3],
                vertical=answers[4],
                comet_tail=answers[5],
                max_size_mm=Decimal(size) / 10,
            ),
            readings,
        )
        for size in sizes
    )

    assert smaller.category is larger.category
    assert larger.fna or not smaller.fna
    assert smaller.fna_if_threshold_inclusive or not smaller.fna_if_threshold_exclusive


@given(nodule=nodules(st.booleans(), TENTHS.filter(lambda size: 2 <= size <= 100)))
def test_one_more_suspicious_feature_never_lowers_the_category(nodule: Nodule) -> None:
    seen = replace(nodule, nodule=True, proven_malignant=False)
    before = assess_nodule(seen)
    for feature in ("solid", "marked_hypoechoic", "microcalcification", "vertical"):
        after = assess_nodule(replace(seen, **{feature: True}))

        assert ORDER.index(before.category) <= ORDER.index(after.category)
