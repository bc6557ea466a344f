"""What holds for the BI-RADS assessment of every round."""

from hypothesis import given
from hypothesis import strategies as st

from screening.clinical.bi_rads import (
    INPUTS,
    ORDER,
    REASON_KEYS,
    REFERENCE_DEFAULTS,
    Breast,
    Category,
    Modality,
    Readings,
    assess_exam,
    evaluate_row,
)
from tests.refusals import refused_column

CLOSING = Readings(parallel_imaging_closes_zero=True)
MAMMOGRAPHY_ALONE = Readings(ultrasound_and_mri_count_in_audit=False)

CELLS = st.none() | st.sampled_from(Category)
BREASTS = st.builds(
    lambda mg, us, mri, work_up: Breast(
        categories={
            modality: category
            for modality, category in zip(Modality, (mg, us, mri), strict=True)
            if category is not None
        },
        work_up=work_up,
    ),
    st.sampled_from(Category),
    CELLS,
    CELLS,
    CELLS,
)
READINGS = st.sampled_from([REFERENCE_DEFAULTS, CLOSING, MAMMOGRAPHY_ALONE])


@given(left=BREASTS, right=BREASTS, readings=READINGS)
def test_a_woman_is_the_worst_of_her_breasts_by_every_reading(
    left: Breast, right: Breast, readings: Readings
) -> None:
    result = assess_exam(left, right, readings)

    both = (result.left.overall, result.right.overall)
    before = (result.left.screening, result.right.screening)
    assert result.overall == max(both, key=ORDER.index)
    assert result.screening_stage_overall == max(before, key=ORDER.index)
    assert all(set(reason.values) == set(REASON_KEYS[reason.key]) for reason in result.reasons)


@given(left=BREASTS, right=BREASTS, readings=READINGS)
def test_left_and_right_are_alike(left: Breast, right: Breast, readings: Readings) -> None:
    result, mirrored = assess_exam(left, right, readings), assess_exam(right, left, readings)

    assert (result.overall, result.marks) == (mirrored.overall, mirrored.marks)


@given(
    left=BREASTS,
    right=BREASTS,
    modality=st.sampled_from(Modality),
    category=st.sampled_from(Category),
)
def test_a_worse_or_a_further_category_never_lowers_the_assessment(
    left: Breast, right: Breast, modality: Modality, category: Category
) -> None:
    before = left.categories.get(modality)
    worse = category if before is None else max(before, category, key=ORDER.index)
    worsened = Breast(categories={**left.categories, modality: worse}, work_up=None)
    as_it_was = Breast(categories=left.categories, work_up=None)

    first, second = assess_exam(as_it_was, right), assess_exam(worsened, right)

    assert ORDER.index(second.overall) >= ORDER.index(first.overall)
    assert second.marks.recall >= first.marks.recall


@given(left=BREASTS, right=BREASTS)
def test_a_benign_modality_never_lowers_the_others(left: Breast, right: Breast) -> None:
    others = {
        modality: category
        for modality, category in left.categories.items()
        if modality is not Modality.ULTRASOUND
    }
    without = Breast(categories=others, work_up=left.work_up)
    benign = Breast(categories={**others, Modality.ULTRASOUND: Category.ONE}, work_up=left.work_up)

    assert assess_exam(benign, right).overall == assess_exam(without, right).overall


ROWS = st.dictionaries(
    st.sampled_from(INPUTS), st.sampled_from(["", "NA", "7", "x", "-1", *Category])
)


@given(row=ROWS)
def test_every_row_gives_an_assessment_or_names_the_input_at_fault(row: dict[str, str]) -> None:
    column = refused_column(evaluate_row, row)

    assert column in INPUTS or evaluate_row(row)["overall"] in list(Category)
