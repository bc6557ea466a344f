"""Figures of rounds that screen with several modalities, reasoned by hand, on both databases."""

from datetime import date

from screening.indicators.rules import Dimension
from screening.protocol.workup import ProcedureResult
from tests.factories.cohorts import DAY
from tests.integration.indicators.reports import pair, report_of, whole

SECOND_ON = date(2020, 3, 9)
DIAGNOSED_ON = date(2020, 4, 1)


def screen(cohort, first, second):
    """Screen a person by two modalities a week apart; return the person and both exams."""
    person = cohort.add_person()
    return (
        person,
        cohort.add_exam(person, DAY, first),
        cohort.add_exam(person, SECOND_ON, second, modality="other"),
    )


def test_a_cancer_that_one_modality_found_counts_once_and_makes_no_miss_of_the_other(cohort):
    person, *_ = screen(cohort, "N", "T")
    cohort.add_cancer(person, DIAGNOSED_ON)

    row = whole()

    assert (row.counts["exams"], row.counts["positive_exams"]) == (2, 1)
    assert pair(row, "detection_rate") == (1, 1)
    assert pair(row, "detection_rate_per_exam") == (1, 2)
    assert pair(row, "ppv1") == (1, 1)
    assert pair(row, "sensitivity") == (1, 1)
    assert pair(row, "specificity") == (0, 0)


def test_a_cancer_that_both_modalities_found_makes_a_false_alarm_of_neither(cohort):
    person, *_ = screen(cohort, "S", "T")
    cohort.add_cancer(person, DIAGNOSED_ON)

    row = whole()

    assert pair(row, "ppv1") == (2, 2)
    assert pair(row, "false_positive_share") == (0, 2)
    assert pair(row, "sensitivity") == (1, 1)
    assert row.counts["cancers"] == 1


def test_without_a_cancer_each_modality_answers_for_itself(cohort):
    screen(cohort, "N", "T")

    row = whole()

    assert pair(row, "specificity") == (1, 2)
    assert pair(row, "ppv1") == (0, 1)


def test_the_cancer_belongs_to_the_modality_that_found_it(cohort):
    person, *_ = screen(cohort, "N", "T")
    cohort.add_cancer(person, DIAGNOSED_ON)

    other, scan = report_of(by=(Dimension.MODALITY,)).rows

    assert (other.group[Dimension.MODALITY], scan.group[Dimension.MODALITY]) == ("other", "scan")
    assert [pair(row, "detection_rate") for row in (other, scan)] == [(1, 1), (0, 1)]


def test_work_up_belongs_to_the_positive_modality(cohort):
    _, _, positive = screen(cohort, "N", "T")
    cohort.add_procedure(positive, "biopsy", date(2020, 3, 20), ProcedureResult.BENIGN)

    other, scan = report_of(by=(Dimension.MODALITY,)).rows

    assert [pair(row, "biopsy_rate") for row in (other, scan)] == [(1, 1), (0, 1)]
    assert pair(whole(), "benign_biopsy_rate") == (1, 1)


def test_the_tissue_of_a_found_cancer_is_no_benign_biopsy_of_the_other_modality(cohort):
    person, first, _ = screen(cohort, "S", "T")
    cohort.add_procedure(first, "biopsy", date(2020, 3, 20), ProcedureResult.MALIGNANT)
    cohort.add_cancer(person, DIAGNOSED_ON)

    assert pair(whole(), "benign_biopsy_rate") == (0, 1)


def test_a_cancer_missed_by_both_modalities_is_one_interval_cancer(cohort):
    person, *_ = screen(cohort, "N", "N")
    cohort.add_cancer(person, date(2020, 10, 1))

    row = whole()

    assert pair(row, "interval_cancer_rate") == (1, 2)
    assert pair(row, "sensitivity") == (0, 1)
    assert pair(row, "specificity") == (0, 0)


def test_both_modalities_of_one_screening_make_one_round(cohort):
    person, *_ = screen(cohort, "N", "N")
    cohort.add_exam(person, date(2021, 3, 10))

    row = whole(as_of=date(2022, 1, 1))

    assert pair(row, "adherence") == (2, 2)
    assert {each.group[Dimension.ROUND] for each in report_of(by=(Dimension.ROUND,)).rows} == {
        "prevalent",
        "incident",
    }
