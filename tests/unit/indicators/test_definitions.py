"""Measures name known marks, and the marks are all said in words."""

import pytest

from screening.indicators.queries.marks import DERIVED, OF_CANCER, PRIMITIVE
from screening.indicators.reports.checks import CHECKED, InconsistentFiguresError, check_counts
from screening.indicators.reports.definitions import OF_ENROLLMENTS, OF_TIME
from screening.indicators.rules import Dimension, days_of, period_of
from screening.protocol.measures import GENERAL_MARKS, GENERAL_MEASURES, exams

PROMISED = {
    "coverage", "participation", "adherence", "eligible_share", "technical_repeat_rate",
    "positive_rate", "recall_rate", "detection_rate", "detection_rate_per_exam", "biopsy_rate",
    "benign_biopsy_rate", "ppv1", "ppv2", "ppv3", "false_positive_rate", "false_positive_share",
    "sensitivity", "specificity", "interval_cancer_rate", "early_stage_share", "stage_i_share",
    "benign_surgery_share", "lost_to_follow_up_share", "days_to_result", "days_to_diagnosis",
    "days_to_treatment", "high_risk_share",
}  # fmt: skip
INTERNAL = {
    "judged_positive", "asked_more_imaging", "asked_tissue", "with_outcome", "past_lost_days",
    "interval_in_window", "past_next_round", "left_before_next_round", "reported",
}  # fmt: skip


def test_every_promised_measure_is_defined_once():
    codes = [measure.code for measure in GENERAL_MEASURES]
    codes += [each.definition.code for each in (*OF_ENROLLMENTS, *OF_TIME)]

    assert set(codes) == PROMISED
    assert len(codes) == len(PROMISED)


def test_every_mark_is_counted_by_one_rule_and_said_in_words():
    marks = {*PRIMITIVE, *DERIVED, *OF_CANCER}

    assert not set(PRIMITIVE) & set(DERIVED)
    assert marks - INTERNAL == set(GENERAL_MARKS)


@pytest.mark.parametrize("measure", GENERAL_MEASURES, ids=lambda measure: measure.code)
def test_a_measure_names_known_marks_and_counts_its_numerator_within_its_denominator(measure):
    assert {*measure.numerator.marks, *measure.denominator.marks} <= set(GENERAL_MARKS)
    assert set(measure.denominator.marks) <= set(measure.numerator.marks)


def test_parts_that_do_not_add_up_are_not_shown():
    counts = dict.fromkeys(CHECKED, 0)
    check_counts(counts)

    counts[exams("true_positive")] = 1
    with pytest.raises(InconsistentFiguresError):
        check_counts(counts)


@pytest.mark.parametrize(
    ("dimension", "name", "first", "last"),
    [
        (Dimension.YEAR, "2024", "2024-01-01", "2024-12-31"),
        (Dimension.QUARTER, "2024-Q1", "2024-01-01", "2024-03-31"),
        (Dimension.QUARTER, "2023-Q4", "2023-10-01", "2023-12-31"),
        (Dimension.MONTH, "2024-02", "2024-02-01", "2024-02-29"),
    ],
)
def test_a_period_holds_its_days_and_the_days_name_it(dimension, name, first, last):
    days = days_of(dimension, name)

    assert [day.isoformat() for day in days] == [first, last]
    assert {period_of(dimension, day.year, day.month) for day in days} == {name}
