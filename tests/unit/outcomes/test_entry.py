"""What of a cancer is impossible or unlikely."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from screening.outcomes.rules import CancerEntry, CancerLimits, DetectionMode, cancer_problems
from screening.protocol.fields import Choice
from screening.protocol.workup import Stage
from tests.factories.programs import make_program

TODAY, EXAMINED, DIED = date(2024, 6, 1), date(2024, 1, 10), date(2024, 4, 1)
LIMITS = CancerLimits(TODAY, born_from=date(1960, 3, 2), first_exam_on=EXAMINED)


def program():
    plain = make_program()
    staging = replace(
        plain.workup.staging,
        values=lambda edition: (("T1", "T2"), ("N0",), ("M0",)),
        stage=lambda tnm: Stage(tnm.edition, "I" if tnm.t == "T1" else "II"),
        groups=("I", "II"),
    )
    kinds = (Choice("8140/3", "Adenocarcinoma"),)
    sites = (Choice("C34.1", "Upper lobe"),)
    return replace(
        plain, workup=replace(plain.workup, staging=staging, topographies=sites, morphologies=kinds)
    )


def problems_of(limits=LIMITS, **values):
    entry = CancerEntry(**{"diagnosed_on": date(2024, 2, 1), **values})
    found = cancer_problems(entry, program(), limits)
    return [(problem.field, problem.is_question) for problem in found]


def test_a_cancer_with_no_more_than_its_date_is_taken():
    assert problems_of() == []


@pytest.mark.parametrize("day", [date(2024, 6, 2), date(1960, 3, 1)])
def test_a_diagnosis_in_the_future_or_before_birth_is_refused(day):
    assert problems_of(diagnosed_on=day) == [("diagnosed_on", False)]


def test_a_diagnosis_before_the_exam_that_it_came_from_is_refused():
    limits = replace(LIMITS, examined_on=EXAMINED)

    assert problems_of(limits, diagnosed_on=date(2024, 1, 9)) == [("diagnosed_on", False)]
    assert problems_of(limits, diagnosed_on=EXAMINED) == []


def test_a_diagnosis_more_than_the_window_before_the_first_exam_is_asked_about():
    # 365 days before 10 January 2024 is 10 January 2023.
    assert problems_of(diagnosed_on=date(2023, 1, 10)) == []
    assert problems_of(diagnosed_on=date(2023, 1, 9)) == [("diagnosed_on", True)]


def test_a_diagnosis_after_the_death_is_asked_about_as_it_may_be_an_autopsy():
    limits = replace(LIMITS, died_on=DIED)

    assert problems_of(limits, diagnosed_on=date(2024, 4, 2)) == [("diagnosed_on", True)]


@pytest.mark.parametrize("code", ["34.1", "C34,1", "C3", "C34.12", "D34.1", "\uff2334.1"])
def test_a_topography_of_another_form_is_refused(code):
    assert problems_of(topography=code) == [("topography", False)]


def test_a_topography_of_another_program_is_asked_about():
    assert problems_of(topography="C34.1") == []
    assert problems_of(topography="C50") == [("topography", True)]


@pytest.mark.parametrize("code", ["8140", "8140-3", "814/3", "81400/3"])
def test_a_morphology_of_another_form_is_refused(code):
    assert problems_of(morphology=code) == [("morphology", False)]


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("8140/3", []),
        ("8250/2", []),
        ("8250/0", [("morphology", False)]),
        ("8140/1", [("morphology", True)]),
        ("8140/6", [("morphology", True)]),
    ],
)
def test_the_behavior_of_a_morphology_says_whether_it_is_a_primary(code, found):
    assert problems_of(morphology=code) == found


@pytest.mark.parametrize(
    ("size", "found"),
    [
        ("0", [("size_mm", False)]),
        ("0.001", [("size_mm", False)]),
        ("0.1", []),
        ("100", []),
        ("100.1", [("size_mm", True)]),
        ("500.1", [("size_mm", False)]),
    ],
)
def test_a_size_is_above_zero_and_asked_about_above_100_mm(size, found):
    assert problems_of(size_mm=Decimal(size)) == found


def test_values_that_the_edition_does_not_have_are_refused_at_their_field():
    assert problems_of(edition="9", t="T9", n="N0", m="M0") == [("t", False)]
    assert problems_of(edition=None, t="T1") == [("edition", False)]
    assert problems_of(edition="7", stage_group="I") == [("edition", False)]


def test_a_stage_group_is_one_of_the_programs():
    assert problems_of(stage_group="II") == []
    assert problems_of(stage_group="V") == [("stage_group", False)]


def test_a_stage_group_that_contradicts_t_n_and_m_is_asked_about():
    tnm = {"edition": "9", "t": "T1", "n": "N0", "m": "M0"}

    assert problems_of(**tnm, stage_group="I") == []
    assert problems_of(**tnm, stage_group="II") == [("stage_group", True)]


def test_a_detection_mode_by_hand_and_its_reason_go_together():
    mode = DetectionMode.INTERVAL

    assert problems_of(detection_mode=mode) == [("mode_override_reason", False)]
    assert problems_of(mode_override_reason="seen outside") == [("detection_mode", False)]
    assert problems_of(detection_mode=mode, mode_override_reason="seen outside") == []


@pytest.mark.parametrize("day", [date(2024, 1, 31), date(2024, 6, 2)])
def test_the_first_treatment_lies_between_the_diagnosis_and_today(day):
    assert problems_of(treated_on=day) == [("treated_on", False)]
    assert problems_of(treated_on=date(2024, 2, 1)) == []


def test_nobody_is_treated_after_death():
    limits = replace(LIMITS, died_on=DIED)

    assert problems_of(limits, treated_on=date(2024, 4, 2)) == [("treated_on", False)]
    assert problems_of(limits, treated_on=DIED) == []


def test_the_round_that_a_person_closed_otherwise_is_reopened_first():
    assert problems_of(replace(LIMITS, closed_as="Benign")) == [("exam", False)]


def test_a_stage_may_depend_on_the_age_at_diagnosis_and_on_the_morphology():
    entry = CancerEntry(date(2024, 3, 2), morphology="8260/3", edition="8", t="T1", n="N0", m="M0")

    birthday = entry.tnm_of(date(1969, 3, 2), date(1969, 3, 2))
    year_alone = entry.tnm_of(date(1969, 1, 1), date(1969, 12, 31))

    assert (birthday.ages, birthday.morphology) == ((55, 55), "8260/3")
    assert year_alone.ages == (54, 55)
    assert entry.tnm_of(None, None).ages is None
