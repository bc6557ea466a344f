"""The breast program's own marks: what each holds of, and from which day."""

from datetime import date
from decimal import Decimal

import pytest

from screening.programs.breast import PROGRAM
from screening.programs.breast.marks import MARKS
from screening.protocol.facts import DoneProcedure, ExamFacts, LaterExam
from screening.protocol.tumors import Tumor

EXAMINED, RESULTED, DIAGNOSED = date(2024, 1, 10), date(2024, 1, 12), date(2024, 2, 1)
BY_CODE = {mark.code: mark for mark in MARKS}
PROMISED = {
    "invasive_detection_rate", "in_situ_share", "minimal_cancer_share", "node_negative_share",
}  # fmt: skip


def facts(**changes: object) -> ExamFacts:
    values: dict[str, object] = {
        "performed_on": EXAMINED,
        "resulted_on": RESULTED,
        "category": "1",
        "modifiers": (),
        "details": {},
        "answers": {},
        "verdict": None,
        "round_number": 1,
        "modality": "mammography",
    }
    return ExamFacts(**{**values, **changes})  # type: ignore[arg-type]


def tumor(**values: object) -> Tumor:
    return Tumor(diagnosed_on=DIAGNOSED, is_screen_detected=True, **values)  # type: ignore[arg-type]


def since(code: str, **changes: object) -> date | None:
    return BY_CODE[code].since(facts(**changes))


def held_by(found: Tumor) -> set[str]:
    of_cancers = set(BY_CODE) - {
        "category_3", "category_4_5", "category_3_due", "category_3_on_time", "workup_due",
        "workup_started", "density_recorded", "dense",
    }  # fmt: skip
    return {code for code in of_cancers if since(code, tumors=(found,)) == DIAGNOSED}


def test_the_promised_measures_are_there() -> None:
    assert {measure.code for measure in PROGRAM.measures} >= PROMISED
    assert PROGRAM.finds_high_risk


@pytest.mark.parametrize(
    ("found", "marks"),
    [
        (
            tumor(morphology="8500/2", size_mm=Decimal(40), stage_group="0", n="N0"),
            {"in_situ", "known_behavior", "known_extent", "minimal"},
        ),
        (
            tumor(morphology="8500/3", size_mm=Decimal(10), stage_group="IA", n="N0(i+)"),
            {
                "invasive", "known_behavior", "known_extent", "minimal", "known_invasive_size",
                "invasive_up_to_10_mm", "invasive_below_15_mm", "known_nodes", "node_negative",
            },
        ),
        (
            tumor(morphology="8520/3", size_mm=Decimal(15), stage_group="IIA", n="N1"),
            {
                "invasive", "known_behavior", "known_extent", "known_invasive_size",
                "known_nodes", "stage_ii_or_later",
            },
        ),
        (tumor(morphology="8500/3", n="NX"), {"invasive", "known_behavior"}),
        # The nodes that were counted go before N, and the invasive part before the whole.
        (
            tumor(
                morphology="8500/3", size_mm=Decimal(30), n="N1",
                markers={"nodes_positive": 0, "invasive_size_mm": Decimal(8)},
            ),
            {
                "invasive", "known_behavior", "known_extent", "minimal", "known_invasive_size",
                "invasive_up_to_10_mm", "invasive_below_15_mm", "known_nodes", "node_negative",
            },
        ),
        (tumor(size_mm=Decimal(8), n="N0"), set()),
    ],
)  # fmt: skip
def test_marks_of_a_cancer_hold_from_its_diagnosis(found: Tumor, marks: set[str]) -> None:
    assert held_by(found) == marks


def test_an_exam_has_the_marks_of_any_of_its_cancers() -> None:
    later = Tumor(diagnosed_on=date(2024, 3, 1), morphology="8500/3")

    assert since("invasive", tumors=(tumor(morphology="8500/2"), later)) == date(2024, 3, 1)
    assert since("invasive") is None


def test_suspicious_and_probably_benign_are_separate_marks_of_the_result() -> None:
    assert since("category_3", category="3") == RESULTED
    assert since("category_4_5", category="4") == RESULTED
    assert since("category_4_5", category="3") is None
    assert since("category_3", category="0") is None


def test_a_short_interval_exam_is_due_when_its_window_is_over_unless_the_woman_left() -> None:
    assert since("category_3_due", category="3") == date(2024, 9, 10)
    assert since("category_3_due", category="3", cancer_on=date(2024, 8, 1)) is None
    assert since("category_3_due", category="2") is None


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2024, 6, 9), None),
        (date(2024, 6, 10), date(2024, 6, 10)),
        (date(2024, 9, 10), date(2024, 9, 10)),
        (date(2024, 9, 11), None),
    ],
)
def test_it_is_on_time_from_five_to_eight_months(day: date, expected: date | None) -> None:
    later = (LaterExam(day, "follow_up", "ultrasound"),)

    assert since("category_3_on_time", category="3", later_exams=later) == expected


def test_work_up_is_to_start_within_thirty_days() -> None:
    in_time = (DoneProcedure("core_biopsy", date(2024, 2, 9), None),)
    late = (DoneProcedure("core_biopsy", date(2024, 2, 10), None),)

    assert since("workup_due", category="4A") == date(2024, 2, 9)
    assert since("workup_started", category="4A", procedures=in_time) == date(2024, 2, 9)
    assert since("workup_started", category="4A", procedures=late) is None
    assert since("workup_started", category="3", procedures=in_time) is None


def test_density_is_that_of_mammography() -> None:
    assert since("density_recorded", details={"density": "b"}) == EXAMINED
    assert since("density_recorded", details={"density": "unknown"}) is None
    assert since("density_recorded", details={"density": "b"}, modality="ultrasound") is None
    assert [since("dense", details={"density": code}) for code in "abcd"] == [
        None, None, EXAMINED, EXAMINED,
    ]  # fmt: skip
