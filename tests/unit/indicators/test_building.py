"""What a fact says of one screening exam, by hand-reasoned cases."""

from dataclasses import replace
from datetime import date

import pytest

from screening.enrollments.rules import ExitReason, Outcome
from screening.exams.rules import ExamStatus, Purpose
from screening.indicators.rules import AssessmentSource, ProgramReader, build_facts
from screening.indicators.rules.building import age_group
from screening.outcomes.rules import DetectionMode
from screening.protocol.fields import Field, FieldType
from screening.protocol.measures import Mark, Measure, procedures
from screening.protocol.questionnaire import Questionnaire, Section
from screening.protocol.schedule import Interval, Window
from screening.protocol.workup import ProcedureKind, ProcedureResult
from tests.factories.facts import (
    DAY,
    facts_of,
    make_cancer,
    make_exam,
    make_person,
    make_positive,
)
from tests.factories.programs import make_program, make_schedule


def program_with_surgery():
    plain = make_program()
    kinds = (*plain.workup.procedures, ProcedureKind("cut", "Cut", "theater", is_resection=True))
    staging = replace(plain.workup.staging, early_groups=("0", "I"), stage_i_groups=("I",))
    return replace(plain, workup=replace(plain.workup, procedures=kinds, staging=staging))


def first_step(facts):
    return next((done.performed_on for done in facts.procedures), None)


@pytest.mark.parametrize("status", [s for s in ExamStatus if s is not ExamStatus.PERFORMED])
def test_an_exam_that_was_not_performed_adequately_has_no_fact(status):
    assert facts_of(make_person(make_exam(status=status))) == []


@pytest.mark.parametrize("purpose", [Purpose.FOLLOW_UP, Purpose.DIAGNOSTIC])
def test_follow_up_and_diagnostic_exams_have_no_fact(purpose):
    assert facts_of(make_person(make_exam(purpose=purpose))) == []


def test_an_exam_is_grouped_by_its_own_day_round_and_age():
    fact = facts_of(make_person(make_exam(round_number=2)))[0]

    assert (fact["year"], fact["quarter"], fact["month"]) == ("2020", "2020-Q1", "2020-03")
    assert fact["round"] == "incident"
    assert (fact["age_years"], fact["age_group"]) == (60, "60-64")


def test_the_day_before_the_birthday_belongs_to_the_lower_band():
    born = date(1965, 3, 3)
    fact = facts_of(make_person(make_exam(born_from=born, born_to=born)))[0]

    assert (fact["age_years"], fact["age_group"]) == (54, "50-54")


def test_a_year_of_birth_alone_gives_a_band_only_where_it_leaves_one():
    within = make_exam(born_from=date(1957, 1, 1), born_to=date(1957, 12, 31))
    across = make_exam(born_from=date(1960, 1, 1), born_to=date(1960, 12, 31))

    assert facts_of(make_person(within))[0]["age_group"] == "60-64"
    assert facts_of(make_person(within))[0]["age_years"] is None
    assert facts_of(make_person(across))[0]["age_group"] is None


def test_an_unknown_birth_date_gives_no_band():
    assert age_group(None) is None


def test_a_result_without_its_day_was_known_on_the_day_of_the_exam():
    fact = facts_of(make_person(make_exam(resulted_on=None)))[0]

    assert (fact["resulted_on"], fact["resolved_on"], fact["result_days"]) == (DAY, DAY, 0)


def test_an_exam_without_result_is_neither_reported_nor_final():
    exam = make_exam(category=None, is_positive=None, resulted_on=None)
    fact = facts_of(make_person(exam))[0]

    assert fact["resulted_on"] is None
    assert fact["resolved_on"] is None
    assert fact["result_days"] is None


def test_an_exam_that_could_not_be_judged_takes_the_result_of_the_exam_that_resolved_it():
    zero = make_exam(category="0", is_positive=None, asks_more_imaging=True)
    second = make_positive(
        purpose=Purpose.FOLLOW_UP, performed_on=date(2020, 4, 6), resulted_on=date(2020, 4, 8)
    )
    fact = facts_of(make_person(zero, second))[0]

    assert fact["resulted_on"] == date(2020, 3, 5)
    assert fact["resolved_on"] == date(2020, 4, 8)
    assert fact["is_positive"] is True
    assert fact["category"] == "0"


def test_an_exam_of_another_round_resolves_nothing():
    zero = make_exam(category="0", is_positive=None)
    later = make_exam(episode_id=8, performed_on=date(2021, 3, 2), purpose=Purpose.ANNUAL)

    assert facts_of(make_person(zero, later))[0]["resolved_on"] is None


def test_a_repeat_after_an_inadequate_exam_is_a_technical_repeat():
    blurred = make_exam(status=ExamStatus.TECHNICALLY_INADEQUATE)
    repeat = make_exam(performed_on=date(2020, 3, 20))
    facts = facts_of(make_person(blurred, repeat))

    assert [fact["is_technical_repeat"] for fact in facts] == [True]


def test_an_inadequate_exam_of_another_modality_is_no_reason_for_a_repeat():
    blurred = make_exam(status=ExamStatus.PARTIAL, modality="other")

    assert facts_of(make_person(blurred, make_exam()))[0]["is_technical_repeat"] is False


def test_follow_up_is_complete_at_the_outcome_or_when_365_days_have_passed():
    open_ended = facts_of(make_person(make_positive()))[0]
    closed = facts_of(
        make_person(make_positive(outcome=Outcome.BENIGN, outcome_on=date(2020, 6, 1)))
    )[0]
    closed_late = facts_of(
        make_person(make_positive(outcome=Outcome.BENIGN, outcome_on=date(2022, 1, 1)))
    )[0]

    assert open_ended["complete_on"] == date(2021, 3, 2)
    assert closed["complete_on"] == date(2020, 6, 1)
    assert closed_late["complete_on"] == date(2021, 3, 2)


def test_the_first_procedures_of_the_round_after_the_exam_count():
    person = make_person(
        make_positive(),
        procedures=[
            ("biopsy", date(2020, 2, 1), ProcedureResult.BENIGN),
            ("scan", date(2020, 3, 10), None),
            ("cut", date(2020, 5, 1), ProcedureResult.MALIGNANT),
            ("biopsy", date(2020, 4, 1), ProcedureResult.NON_DIAGNOSTIC),
            ("cut", date(2020, 7, 1), ProcedureResult.BENIGN),
        ],
    )
    fact = facts_of(person, program_with_surgery())[0]

    assert fact["first_step_on"] == date(2020, 3, 10)
    assert fact["biopsied_on"] == date(2020, 4, 1)
    assert fact["resected_on"] == date(2020, 5, 1)
    assert fact["benign_resected_on"] == date(2020, 7, 1)


def test_the_first_cancer_of_each_kind_gives_its_day():
    exam = make_positive()
    person = make_person(
        exam,
        cancers=[
            make_cancer(exam, date(2020, 6, 1), stage_group="I"),
            make_cancer(exam, date(2020, 5, 1)),
            make_cancer(exam, date(2020, 4, 1), DetectionMode.INTERVAL),
        ],
    )
    fact = facts_of(person, program_with_surgery())[0]

    assert fact["diagnosed_on"] == date(2020, 5, 1)
    assert fact["interval_diagnosed_on"] == date(2020, 4, 1)
    assert fact["known_stage_on"] == fact["stage_i_on"] == date(2020, 6, 1)
    assert fact["early_stage_on"] == date(2020, 6, 1)


def test_every_cancer_of_an_exam_has_a_row_and_one_of_another_exam_has_none():
    exam = make_positive()
    other = make_exam(episode_id=8, status=ExamStatus.CANCELLED)
    person = make_person(
        exam,
        cancers=[
            make_cancer(exam, date(2020, 5, 1)),
            make_cancer(exam, date(2020, 5, 1)),
            make_cancer(other, date(2020, 5, 1)),
        ],
    )
    cancers = build_facts(person, ProgramReader(make_program())).cancers

    assert [row["exam_id"] for row in cancers] == [exam.id, exam.id]


def test_the_next_round_is_due_from_10_to_15_months_after_the_exam():
    later = make_exam(episode_id=8, purpose=Purpose.ANNUAL, performed_on=date(2021, 2, 1))
    first, second = facts_of(make_person(make_exam(), later))

    assert (first["due_from_on"], first["due_to_on"]) == (date(2021, 1, 2), date(2021, 6, 2))
    assert first["next_screen_on"] == date(2021, 2, 1)
    assert second["next_screen_on"] is None


def test_who_is_called_sooner_than_the_routine_is_due_within_that_window():
    window = Window(Interval(months=5), Interval(months=6), Interval(months=8))
    schedule = make_schedule(windows={**make_schedule().windows, "6": window}, round_from_months=6)
    fact = facts_of(make_person(make_exam(interval="6")), make_program(schedule=schedule))[0]

    assert (fact["due_from_on"], fact["due_to_on"]) == (date(2020, 8, 2), date(2020, 11, 2))


def test_procedures_have_rows_where_a_measure_counts_them_each_of_one_exam():
    paired = make_exam(modality="other", performed_on=date(2020, 3, 9))
    first = make_positive()
    done = [("biopsy", date(2020, 3, 20), None), ("biopsy", date(2020, 4, 2), None)]
    person = make_person(first, paired, procedures=done)
    counted = replace(
        make_program(),
        measures=(Measure("m", "M", "M", procedures("seen"), procedures()),),
        marks=(Mark("seen", "seen", first_step),),
    )

    rows = build_facts(person, ProgramReader(counted)).procedures

    assert [(row["exam_id"], row["program_marks"]) for row in rows] == [
        (first.id, "20200320"),
        (first.id, "20200402"),
    ]
    assert build_facts(person, ProgramReader(make_program())).procedures == []


def test_a_procedure_counts_for_the_positive_exam_of_a_round_and_not_for_the_negative_before():
    negative = make_exam(performed_on=DAY)
    positive = make_positive(modality="other", performed_on=date(2020, 3, 9))
    person = make_person(negative, positive, procedures=[("biopsy", date(2020, 3, 20), None)])
    counted = replace(
        make_program(), measures=(Measure("m", "M", "M", procedures(), procedures()),)
    )

    rows = build_facts(person, ProgramReader(counted)).procedures

    assert [row["exam_id"] for row in rows] == [positive.id]


@pytest.mark.parametrize(
    ("reason", "left_on"),
    [
        (ExitReason.MOVED, date(2020, 9, 1)),
        (ExitReason.AGED_OUT, date(2020, 9, 1)),
        (ExitReason.WITHDREW, None),
        (ExitReason.LOST, None),
    ],
)
def test_who_chose_to_leave_is_still_due(reason, left_on):
    exam = make_exam(exited_on=date(2020, 9, 1), exit_reason=reason)

    assert facts_of(make_person(exam))[0]["left_on"] == left_on


def test_death_and_a_cancer_end_what_is_due():
    exam = make_exam(died_on=date(2021, 1, 1))
    cancer = make_cancer(exam, date(2020, 12, 1), DetectionMode.INTERVAL)

    assert facts_of(make_person(exam))[0]["left_on"] == date(2021, 1, 1)
    assert facts_of(make_person(exam, cancers=[cancer]))[0]["left_on"] == date(2020, 12, 1)


def test_own_marks_are_kept_by_the_day_from_which_they_hold():
    program = make_program(
        marks=(
            Mark("never", "", lambda facts: None),
            Mark("reported", "", lambda facts: facts.resulted_on),
            Mark("smoked", "", lambda facts: facts.performed_on if facts.answers else None),
        ),
        questionnaire=Questionnaire(
            "1", (Section("S", (Field("smokes", "Smokes", FieldType.YES_NO),)),)
        ),
    )
    told = AssessmentSource(1, 1, date(2020, 3, 1), {"smokes": "yes"}, "yes")
    told_later = AssessmentSource(1, 2, date(2020, 3, 3), {"smokes": "no"}, "yes")
    fact = facts_of(make_person(make_exam(), assessments=[told, told_later]), program)[0]

    assert fact["program_marks"] == "99999999" + "20200305" + "20200302"
    assert fact["settled_marks"] == 0b110
    assert fact["settled_on"] == date(2020, 3, 5)


def test_a_later_round_sees_the_answers_of_the_round_before_only_where_they_were_given_anew():
    seen = []
    program = make_program(
        marks=(Mark("look", "", lambda facts: seen.append(facts.earlier_answers)),),
        questionnaire=Questionnaire(
            "1", (Section("S", (Field("smokes", "Smokes", FieldType.YES_NO),)),)
        ),
    )
    first = AssessmentSource(1, 1, date(2020, 3, 1), {"smokes": "yes"}, "yes")
    anew = AssessmentSource(1, 2, date(2022, 3, 1), {"smokes": "no"}, "yes")
    exams = [
        make_exam(episode_id=round_, performed_on=date(2019 + round_, 3, 2)) for round_ in (1, 2, 3)
    ]
    facts_of(make_person(*exams, assessments=[first, anew]), program)

    assert seen == [None, None, {"smokes": "yes"}]
