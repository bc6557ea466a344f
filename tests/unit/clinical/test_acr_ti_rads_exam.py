"""ACR TI-RADS 2017 beyond one nodule: several of them, the scans that follow, the limits of use."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.clinical.acr_ti_rads import (
    REASON_KEYS,
    Circumstance,
    Course,
    Level,
    NoduleResult,
    assess_exam,
    assess_nodule,
    next_step,
    not_meant_for,
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

# Features with the total of points that the chart gives them.
OF_POINTS: dict[int, tuple[Composition, Echogenicity, tuple[Focus, ...]]] = {
    0: (Composition.CYSTIC, Echogenicity.ANECHOIC, ()),
    2: (Composition.MIXED, Echogenicity.ISOECHOIC, ()),
    3: (Composition.SOLID, Echogenicity.ISOECHOIC, ()),
    4: (Composition.SOLID, Echogenicity.HYPOECHOIC, ()),
    5: (Composition.SOLID, Echogenicity.VERY_HYPOECHOIC, ()),
    7: (Composition.SOLID, Echogenicity.HYPOECHOIC, (Focus.PUNCTATE,)),
    8: (Composition.SOLID, Echogenicity.VERY_HYPOECHOIC, (Focus.PUNCTATE,)),
}


def nodule(points: int, size_cm: str | None) -> NoduleResult:
    composition, echogenicity, foci = OF_POINTS[points]
    described = Descriptors(
        composition=composition,
        echogenicity=echogenicity,
        shape=Shape.WIDER_THAN_TALL,
        margin=Margin.SMOOTH,
        echogenic_foci=foci,
    )
    return assess_nodule(described, None if size_cm is None else Decimal(size_cm))


def course(
    previous_level: Level | None = Level.TR4,
    months: str | None = "12",
    *,
    has_grown: bool | None = False,
    had_fna: bool | None = False,
) -> Course:
    return Course(
        previous_level=previous_level,
        months_since_first_exam=None if months is None else Decimal(months),
        has_grown=has_grown,
        had_fna=had_fna,
    )


def test_at_most_four_nodules_are_scored_those_with_the_highest_points() -> None:
    sizes = ((2, "4.0"), (7, "0.6"), (3, "1.0"), (4, "1.0"), (5, "1.0"), (0, "6.0"))

    exam = assess_exam([nodule(points, size) for points, size in sizes])

    assert exam.scored == (1, 4, 3, 2)
    assert [reason.values["nodule"] for reason in exam.reasons] == [1, 6]
    assert {reason.key for reason in exam.reasons} == {"not_among_the_four_scored"}


def test_of_equal_points_the_larger_nodule_comes_first_and_then_the_order_handed_in() -> None:
    exam = assess_exam([nodule(4, "1.1"), nodule(4, "1.2"), nodule(4, "1.2"), nodule(2, None)])

    assert exam.scored == (1, 2, 0, 3)


def test_at_most_two_nodules_are_biopsied_those_with_the_highest_points() -> None:
    exam = assess_exam([nodule(4, "3.0"), nodule(7, "1.0"), nodule(5, "1.5"), nodule(3, "1.5")])

    assert exam.biopsied == (1, 2)
    assert exam.followed == (3,)
    assert [(reason.key, reason.values["nodule"]) for reason in exam.reasons] == [
        ("not_among_the_two_biopsied", 1)
    ]


def test_an_exam_has_the_highest_level_and_the_widest_recommendation_of_its_nodules() -> None:
    exam = assess_exam([nodule(3, "2.5"), nodule(7, "0.4")])

    assert (exam.level, exam.recommendation) == ("TR5", "fna")


def test_an_exam_without_nodules_has_no_level() -> None:
    with pytest.raises(MissingInput):
        assess_exam([])


def test_a_nodule_at_its_fna_size_is_biopsied_once() -> None:
    grown = nodule(4, "1.5")

    assert next_step(grown, course(had_fna=False)).action == "fna"
    assert next_step(grown, course(had_fna=True)).action == "by_cytology"


@pytest.mark.parametrize("months", ["6", "36", "90"])
def test_a_nodule_whose_level_rose_is_scanned_again_in_12_months(months: str) -> None:
    step = next_step(nodule(4, "1.2"), course(Level.TR3, months))

    assert (step.action, step.months) == ("scan", 12)
    assert step.reasons[0].values == {"from": "TR3", "to": "TR4"}


@pytest.mark.parametrize(
    ("points", "size", "months", "wait"),
    [
        (3, "1.5", "12", "24"),
        (3, "1.5", "0", "12"),
        (4, "1.0", "12", "12"),
        (4, "1.0", "36", "24"),
        (4, "1.0", "37.5", "22.5"),
        (7, "0.5", "36", "12"),
    ],
)
def test_an_unchanged_nodule_goes_on_by_the_schedule_of_its_level(
    points: int, size: str, months: str, wait: str
) -> None:
    current = nodule(points, size)

    step = next_step(current, course(current.level, months))

    assert (step.action, step.months) == ("scan", Decimal(wait))


def test_no_growth_over_five_years_ends_follow_up_and_growth_leaves_it_to_the_reader() -> None:
    assert next_step(nodule(4, "1.2"), course(months="60")).action == "stop"
    assert next_step(nodule(4, "1.2"), course(months="60", has_grown=True)).action == "by_reader"


def test_a_nodule_that_is_now_below_the_follow_up_size_is_left_alone() -> None:
    assert next_step(nodule(4, "0.9"), course()).action == "stop"


@pytest.mark.parametrize(
    ("size", "before", "column"),
    [
        ("1.5", course(had_fna=None), "had_fna"),
        ("1.2", course(previous_level=None), "previous_level"),
        ("1.2", course(months=None), "months_since_first_exam"),
        ("1.2", course(months="61", has_grown=None), "has_grown"),
    ],
)
def test_what_the_next_step_depends_on_is_named_when_it_is_missing(
    size: str, before: Course, column: str
) -> None:
    with pytest.raises(MissingInput) as refused:
        next_step(nodule(4, size), before)

    assert refused.value.column == column


def test_months_before_the_first_exam_are_refused() -> None:
    with pytest.raises(InvalidInput, match="months_since_first_exam is -1"):
        next_step(nodule(4, "1.2"), course(months="-1"))


def missing_for_next_step(current: NoduleResult, before: Course) -> str | None:
    try:
        next_step(current, before)
    except ClinicalInputError as error:
        return error.column
    return None


@given(
    points=st.sampled_from(sorted(OF_POINTS)),
    size=st.integers(20, 1000).map(lambda part: str(Decimal(part) / 100)),
    before=st.builds(
        Course,
        previous_level=st.none() | st.sampled_from(Level),
        months_since_first_exam=st.none() | st.integers(-2, 700).map(Decimal),
        has_grown=st.none() | st.booleans(),
        had_fna=st.none() | st.booleans(),
    ),
)
def test_every_course_has_an_explained_next_step_or_names_what_is_missing(
    points: int, size: str, before: Course
) -> None:
    column = missing_for_next_step(nodule(points, size), before)
    if column is not None:
        assert column in Course.__dataclass_fields__
        return
    step = next_step(nodule(points, size), before)

    assert (step.months is not None) == (step.action == "scan")
    assert step.months is None or step.months > 0
    for reason in step.reasons:
        assert set(reason.values) == set(REASON_KEYS[reason.key])


def test_the_system_is_not_meant_for_children_pet_avid_nodules_syndromes_and_nodes() -> None:
    reasons = not_meant_for(Circumstance)

    assert [reason.values["circumstance"] for reason in reasons] == [
        "child",
        "pet_avid",
        "risk_syndrome",
        "suspicious_node",
    ]
    assert not_meant_for([]) == ()
