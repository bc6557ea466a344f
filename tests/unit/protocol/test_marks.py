"""From which day the marks that programs share hold, on hand-reasoned exams."""

from datetime import date

from screening.protocol.facts import DoneProcedure, ExamFacts, LaterExam
from screening.protocol.marks import (
    diagnosed,
    done_in_window,
    first_step_due,
    first_step_taken,
    in_category,
    window_over,
)
from screening.protocol.schedule import Interval, Window
from screening.protocol.tumors import Tumor

DAY = date(2024, 1, 15)
# From 15 June to 15 August.
WINDOW = Window(Interval(months=5), Interval(months=6), Interval(months=7))


def facts(category="3", **changes):
    values = {
        "performed_on": DAY, "resulted_on": date(2024, 1, 18), "category": category,
        "modifiers": (), "details": {}, "answers": {}, "verdict": None, "round_number": 1,
        **changes,
    }  # fmt: skip
    return ExamFacts(**values)


def exam_on(day):
    return LaterExam(day, "follow_up", "scan")


def test_a_category_is_known_from_the_day_of_the_result():
    assert in_category(facts("3"), ("3", "4")) == date(2024, 1, 18)
    assert in_category(facts("2"), ("3", "4")) is None
    assert in_category(facts(None), ("3", "4")) is None


def test_a_window_is_over_on_its_last_day():
    assert window_over(facts(), ("3",), WINDOW) == date(2024, 8, 15)
    assert window_over(facts("2"), ("3",), WINDOW) is None


def test_nobody_is_awaited_who_died_or_had_a_cancer_before_the_window_ended():
    assert window_over(facts(died_on=date(2024, 8, 15)), ("3",), WINDOW) is None
    assert window_over(facts(cancer_on=date(2024, 3, 1)), ("3",), WINDOW) is None
    assert window_over(facts(died_on=date(2024, 8, 16)), ("3",), WINDOW) == date(2024, 8, 15)


def test_only_what_is_done_in_the_window_counts_and_the_first_of_it():
    early, first, last = date(2024, 6, 14), date(2024, 6, 15), date(2024, 8, 15)
    later = (exam_on(early), exam_on(last), exam_on(first))

    assert done_in_window(facts(later_exams=later), ("3",), WINDOW) == first
    assert done_in_window(facts(later_exams=(exam_on(early),)), ("3",), WINDOW) is None
    assert done_in_window(facts("2", later_exams=later), ("3",), WINDOW) is None


def test_a_procedure_counts_in_the_window_only_if_it_is_of_a_kind_that_does():
    done = facts(procedures=(DoneProcedure("biopsy", date(2024, 7, 1), None),))

    assert done_in_window(done, ("3",), WINDOW, ("biopsy",)) == date(2024, 7, 1)
    assert done_in_window(done, ("3",), WINDOW) is None


def test_a_first_step_is_in_time_up_to_the_day_on_which_it_is_due():
    due_on = date(2024, 2, 14)
    in_time = facts("4", procedures=(DoneProcedure("biopsy", due_on, None),))
    late = facts("4", procedures=(DoneProcedure("biopsy", date(2024, 2, 15), None),))

    assert first_step_due(in_time, ("4",), 30) == due_on
    assert first_step_taken(in_time, ("4",), 30) == due_on
    assert first_step_taken(late, ("4",), 30) is None
    assert first_step_taken(in_time, ("5",), 30) is None


def test_an_exam_is_a_first_step_only_where_a_program_counts_it():
    imaged = facts("4", later_exams=(exam_on(date(2024, 2, 1)),))

    assert first_step_taken(imaged, ("4",), 30) is None
    assert first_step_taken(imaged, ("4",), 30, counts_exams=True) == date(2024, 2, 1)


def test_a_cancer_counts_from_the_first_diagnosis_that_passes_every_test():
    small = Tumor(diagnosed_on=date(2024, 3, 1), t="T1a", n="N1")
    free = Tumor(diagnosed_on=date(2024, 4, 1), t="T1a", n="N0")
    since = diagnosed(lambda tumor: tumor.t == "T1a", lambda tumor: tumor.n == "N0")

    assert since(facts(tumors=(small, free))) == date(2024, 4, 1)
    assert since(facts(tumors=(small,))) is None
    assert since(facts()) is None
