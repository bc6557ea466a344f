"""Figures of small cohorts, reasoned by hand, on both databases."""

from datetime import date

import pytest

from screening.enrollments.rules import Outcome
from screening.exams.rules import ExamStatus, Purpose
from screening.indicators.rules import Dimension
from screening.protocol.workup import ProcedureResult
from screening.security.actor import Scope
from tests.integration.indicators.reports import pair, report_of, whole


def test_nothing_recorded_gives_one_row_without_values(cohort):
    row = whole()

    assert row.counts["exams"] == 0
    assert pair(row, "detection_rate") == (0, 0)
    assert row.rate("detection_rate").value is None
    assert row.rate("detection_rate").lower is None


def test_several_cancers_in_one_person_count_once_per_person_and_each_per_exam(cohort):
    person, other = cohort.add_person(), cohort.add_person()
    cohort.add_exam(person, category="T")
    cohort.add_exam(other)
    cohort.add_cancer(person, date(2020, 4, 1))
    cohort.add_cancer(person, date(2020, 5, 1))

    row = whole()

    assert pair(row, "detection_rate") == (1, 2)
    assert pair(row, "detection_rate_per_exam") == (2, 2)
    assert (row.counts["cancers"], row.counts["persons_with_cancer"]) == (2, 1)


def test_a_person_counts_once_in_a_group_and_in_every_group_with_an_exam(cohort):
    person = cohort.add_person()
    cohort.add_exam(person)
    cohort.add_exam(person, date(2021, 3, 2), purpose=Purpose.ANNUAL)

    by_year = report_of(by=(Dimension.YEAR,)).rows

    assert pair(whole(), "detection_rate") == (0, 1)
    assert pair(whole(), "detection_rate_per_exam") == (0, 2)
    assert [pair(row, "detection_rate") for row in by_year] == [(0, 1), (0, 1)]
    assert [row.group[Dimension.YEAR] for row in by_year] == ["2020", "2021"]


def test_prevalent_and_incident_rounds_stand_apart(cohort):
    person = cohort.add_person()
    cohort.add_exam(person)
    cohort.add_exam(person, date(2021, 3, 2), "T", purpose=Purpose.ANNUAL)
    cohort.add_cancer(person, date(2021, 4, 1))

    incident, prevalent = report_of(by=(Dimension.ROUND,)).rows

    assert incident.group[Dimension.ROUND] == "incident"
    assert pair(incident, "detection_rate") == (1, 1)
    assert pair(prevalent, "detection_rate") == (0, 1)


def test_a_voided_exam_leaves_numerator_and_denominator(cohort):
    person, other = cohort.add_person(), cohort.add_person()
    exam = cohort.add_exam(person, category="T")
    cohort.add_exam(other)
    cohort.add_cancer(person, date(2020, 4, 1))
    assert pair(whole(), "detection_rate") == (1, 2)

    cohort.void(exam, person)

    assert pair(whole(), "detection_rate") == (0, 1)
    assert pair(whole(), "positive_rate") == (0, 1)


def test_a_voided_cancer_leaves_the_figure_and_the_exam_stays(cohort):
    person = cohort.add_person()
    cohort.add_exam(person, category="T")
    cancer = cohort.add_cancer(person, date(2020, 4, 1))

    cohort.void(cancer, person)

    assert pair(whole(), "detection_rate") == (0, 1)


def test_a_voided_person_leaves_every_figure(cohort):
    person, other = cohort.add_person(), cohort.add_person()
    cohort.add_exam(person)
    cohort.add_exam(other)

    cohort.void(person, person)

    assert pair(whole(), "detection_rate") == (0, 1)
    assert pair(whole(), "coverage")[1] == 1


def test_an_inadequate_exam_is_in_no_denominator_and_its_repeat_is_a_technical_repeat(cohort):
    person, other, third = (cohort.add_person() for _ in range(3))
    cohort.add_exam(person, category=None, status=ExamStatus.TECHNICALLY_INADEQUATE)
    cohort.add_exam(person, date(2020, 3, 9))
    cohort.add_exam(other)
    cohort.add_exam(third, category=None, status=ExamStatus.TECHNICALLY_INADEQUATE)

    row = whole()

    assert row.counts["exams"] == 2
    assert row.counts["persons_screened"] == 2
    assert pair(row, "technical_repeat_rate") == (1, 2)


def test_follow_up_and_diagnostic_exams_do_not_count(cohort):
    person = cohort.add_person()
    cohort.add_exam(person, category="S")
    cohort.add_exam(person, date(2020, 9, 2), purpose=Purpose.FOLLOW_UP)
    cohort.add_exam(person, date(2020, 9, 9), modality="other", purpose=Purpose.DIAGNOSTIC)

    assert whole().counts["exams"] == 1


def test_an_exam_without_result_is_examined_but_not_in_the_positive_rate(cohort):
    person, other = cohort.add_person(), cohort.add_person()
    cohort.add_exam(person, category="T")
    cohort.add_exam(other, category=None)

    row = whole()

    assert pair(row, "positive_rate") == (1, 1)
    assert pair(row, "detection_rate") == (0, 2)
    assert (row.counts["exams"], row.counts["exams_with_result"]) == (2, 1)


def test_an_unresolved_category_is_no_result_until_the_round_resolves_it(cohort):
    person = cohort.add_person()
    cohort.add_exam(person, category="0")
    assert pair(whole(), "positive_rate") == (0, 0)
    assert pair(whole(), "recall_rate") == (0, 0)

    cohort.add_exam(person, date(2020, 4, 2), "T", purpose=Purpose.FOLLOW_UP)

    assert pair(whole(), "positive_rate") == (1, 1)
    assert pair(whole(), "recall_rate") == (1, 1)
    assert pair(whole(as_of=date(2020, 4, 1)), "positive_rate") == (0, 0)


def test_pending_exams_are_counted_until_outcome_or_window_end_and_bound_the_rate(cohort):
    positive, negative, silent = (cohort.add_person() for _ in range(3))
    exam = cohort.add_exam(positive, category="T")
    cohort.add_exam(negative)
    cohort.add_exam(silent, category=None)
    running, over = date(2021, 3, 1), date(2021, 3, 2)

    row = whole(as_of=running)
    assert row.counts["pending"] == 3
    assert row.rate("detection_rate").pending == 3
    # The positive one and the one without result may still turn out as cancer.
    assert row.rate("detection_rate").could_reach == pytest.approx(2 / 3)
    assert row.rate("detection_rate_per_exam").could_reach == pytest.approx(2 / 3)
    assert whole(as_of=over).counts["pending"] == 0
    assert whole(as_of=over).rate("detection_rate").could_reach == 0

    cohort.add_outcome(exam, Outcome.BENIGN, date(2020, 6, 1))
    assert whole(as_of=running).counts["pending"] == 2
    assert whole(as_of=date(2020, 5, 31)).counts["pending"] == 3


def test_a_positive_exam_without_outcome_is_a_false_positive_and_lost_when_time_is_up(cohort):
    person = cohort.add_person()
    cohort.add_exam(person, category="T")

    before, after = whole(as_of=date(2021, 3, 1)), whole(as_of=date(2021, 3, 2))

    assert pair(before, "false_positive_share") == (0, 1)
    assert pair(before, "lost_to_follow_up_share") == (0, 1)
    assert pair(after, "false_positive_share") == (1, 1)
    assert pair(after, "lost_to_follow_up_share") == (1, 1)
    assert pair(after, "ppv1") == (0, 1)


def test_an_outcome_takes_a_positive_exam_out_of_those_lost(cohort):
    person = cohort.add_person()
    exam = cohort.add_exam(person, category="T")
    cohort.add_outcome(exam, Outcome.BENIGN, date(2020, 6, 1))

    assert pair(whole(), "lost_to_follow_up_share") == (0, 1)
    assert pair(whole(), "false_positive_share") == (1, 1)


def test_accuracy_counts_the_four_kinds_of_exams_once_follow_up_is_complete(cohort):
    hit, missed, alarm, clear, clear_too = (cohort.add_person() for _ in range(5))
    for person in (hit, alarm):
        cohort.add_exam(person, category="T")
    for person in (missed, clear, clear_too):
        cohort.add_exam(person)
    cohort.add_cancer(hit, date(2020, 4, 1))
    cohort.add_cancer(missed, date(2020, 10, 1))

    row = whole()

    assert pair(row, "sensitivity") == (1, 2)
    assert pair(row, "specificity") == (2, 3)
    assert pair(row, "false_positive_rate") == (1, 3)
    assert pair(row, "interval_cancer_rate") == (1, 3)
    assert row.rate("interval_cancer_rate").method == "garwood_exact"
    assert pair(row, "ppv1") == (1, 2)
    assert pair(row, "detection_rate") == (1, 5)


def test_an_interval_cancer_is_seen_when_follow_up_is_complete(cohort):
    person = cohort.add_person()
    cohort.add_exam(person)
    cohort.add_cancer(person, date(2020, 10, 1))

    assert pair(whole(as_of=date(2020, 12, 1)), "interval_cancer_rate") == (0, 0)
    assert pair(whole(as_of=date(2021, 3, 2)), "interval_cancer_rate") == (1, 1)
    assert pair(whole(), "detection_rate") == (0, 1)


def test_a_cancer_outside_the_window_of_a_negative_exam_belongs_to_no_exam(cohort):
    person = cohort.add_person()
    cohort.add_exam(person)
    cohort.add_cancer(person, date(2021, 3, 3))

    row = whole()

    assert pair(row, "interval_cancer_rate") == (0, 1)
    assert pair(row, "specificity") == (1, 1)
    assert row.counts["cancers"] == 0


def test_before_the_diagnosis_the_cancer_is_not_there_yet(cohort):
    person = cohort.add_person()
    cohort.add_exam(person, category="T")
    cohort.add_cancer(person, date(2020, 4, 1))

    assert pair(whole(as_of=date(2020, 3, 31)), "detection_rate") == (0, 1)
    assert pair(whole(as_of=date(2020, 4, 1)), "detection_rate") == (1, 1)
    assert pair(whole(as_of=date(2020, 3, 1)), "detection_rate") == (0, 0)


def test_the_period_is_that_of_the_exam_and_not_of_the_diagnosis(cohort):
    person = cohort.add_person()
    cohort.add_exam(person, date(2020, 12, 20), "T")
    cohort.add_cancer(person, date(2021, 1, 20))

    of_2020 = whole(since=date(2020, 1, 1), until=date(2020, 12, 31))
    of_2021 = whole(since=date(2021, 1, 1), until=date(2021, 12, 31))

    assert pair(of_2020, "detection_rate") == (1, 1)
    assert pair(of_2021, "detection_rate") == (0, 0)


def test_biopsies_and_resections_count_by_their_kind_and_result(cohort):
    ill, well, cut = (cohort.add_person() for _ in range(3))
    exams = [cohort.add_exam(person, category="T") for person in (ill, well, cut)]
    cohort.add_exam(cohort.add_person())
    cohort.add_procedure(exams[0], "biopsy", date(2020, 3, 20), ProcedureResult.MALIGNANT)
    cohort.add_procedure(exams[0], "cut", date(2020, 4, 20), ProcedureResult.MALIGNANT)
    cohort.add_procedure(exams[1], "biopsy", date(2020, 3, 20), ProcedureResult.BENIGN)
    cohort.add_procedure(exams[2], "cut", date(2020, 3, 20), ProcedureResult.BENIGN)
    cohort.add_cancer(ill, date(2020, 3, 25))

    row = whole()

    assert pair(row, "biopsy_rate") == (2, 4)
    assert pair(row, "benign_biopsy_rate") == (1, 4)
    assert pair(row, "ppv2") == (1, 3)
    assert pair(row, "ppv3") == (1, 2)
    assert pair(row, "benign_surgery_share") == (1, 2)
    assert pair(whole(as_of=date(2020, 3, 19)), "biopsy_rate") == (0, 4)


def test_shares_of_stages_leave_unknown_stages_out_and_show_them(cohort):
    for stage in ("0", "I", "III", None):
        person = cohort.add_person()
        cohort.add_exam(person, category="T")
        cohort.add_cancer(person, date(2020, 4, 1), stage_group=stage)

    row = whole()

    assert pair(row, "early_stage_share") == (2, 3)
    assert pair(row, "stage_i_share") == (1, 3)
    assert row.rate("early_stage_share").unknown == 1
    assert row.rate("detection_rate").unknown is None


def test_waiting_times_keep_those_who_still_wait(cohort):
    ill, open_case, negative = (cohort.add_person() for _ in range(3))
    cohort.add_exam(ill, category="T", resulted_on=date(2020, 3, 4))
    cohort.add_exam(open_case, category="T", resulted_on=date(2020, 3, 6))
    cohort.add_exam(negative, category=None)
    cohort.add_cancer(ill, date(2020, 4, 1), treated_on=date(2020, 4, 11))

    figures = whole(as_of=date(2020, 5, 1)).figures
    times = {code: figures[code].time for code in ("days_to_result", "days_to_diagnosis")}

    # Two of three had their result, after 2 and 4 days; the third waits for 60 days.
    assert (times["days_to_result"].median, times["days_to_result"].n) == (4, 3)
    assert times["days_to_result"].open == 1
    # One of two was diagnosed, after 30 days; the other waits for longer.
    assert (times["days_to_diagnosis"].median, times["days_to_diagnosis"].open) == (30, 1)
    assert figures["days_to_treatment"].time.median == 10
    assert whole(as_of=date(2020, 4, 10)).figures["days_to_treatment"].time.open == 1


def test_a_programs_own_measure_is_counted_by_its_own_mark(cohort):
    cohort.add_exam(cohort.add_person(), category="T", resulted_on=date(2020, 3, 9))
    cohort.add_exam(cohort.add_person())

    assert pair(whole(), "tissue_share") == (1, 2)
    assert pair(whole(as_of=date(2020, 3, 8)), "tissue_share") == (0, 1)


def test_a_viewer_sees_the_figures_of_the_own_sites(cohort):
    cohort.add_exam(cohort.add_person())
    cohort.add_exam(
        cohort.add_person(site=cohort.sites[1]), category="T", site_id=cohort.sites[1].id
    )
    north = Scope(frozenset({cohort.sites[1].id}))

    assert pair(whole(scope=north), "positive_rate") == (1, 1)
    assert pair(whole(scope=north), "coverage")[1] == 1
    assert pair(whole(scope=Scope(frozenset())), "positive_rate") == (0, 0)


def test_groups_carry_the_codes_of_files_and_unknown_values_come_last(cohort):
    cohort.add_exam(cohort.add_person(district=None))
    cohort.add_exam(cohort.add_person(), category="T")

    rows = report_of(by=(Dimension.DISTRICT, Dimension.SITE, Dimension.CATEGORY)).rows

    assert [tuple(row.group.values()) for row in rows] == [("East", "HQ", "T"), (None, "HQ", "N")]
    assert "coverage" not in rows[0].figures


def test_procedures_are_counted_one_by_one_as_known_on_the_day_of_report(cohort):
    person, other = cohort.add_person(), cohort.add_person()
    exam, second = cohort.add_exam(person, category="T"), cohort.add_exam(other, category="T")
    cohort.add_procedure(exam, "biopsy", date(2020, 3, 10), ProcedureResult.NON_DIAGNOSTIC)
    cohort.add_procedure(exam, "biopsy", date(2020, 4, 10), ProcedureResult.BENIGN)
    cohort.add_procedure(second, "cut", date(2020, 4, 10), ProcedureResult.BENIGN)

    assert pair(whole(), "benign_biopsy_share") == (1, 2)
    assert pair(whole(as_of=date(2020, 4, 9)), "benign_biopsy_share") == (0, 1)
    assert pair(whole(where={Dimension.SITE: "NB"}), "benign_biopsy_share") == (0, 0)


def test_a_procedure_after_a_follow_up_exam_counts_for_the_screening_exam_of_its_round(cohort):
    person = cohort.add_person()
    cohort.add_exam(person, category="S")
    later = cohort.add_exam(person, date(2020, 9, 2), "T", purpose=Purpose.FOLLOW_UP)
    cohort.add_procedure(later, "biopsy", date(2020, 9, 20), ProcedureResult.BENIGN)

    by_year = report_of(by=(Dimension.YEAR,)).rows

    assert [pair(row, "benign_biopsy_share") for row in by_year] == [(1, 1)]
