"""What a result asks for, and when the next exam is due."""

from dataclasses import replace
from datetime import date

import pytest

from screening.exams.rules import Recommendation
from screening.exams.rules.due import due_after
from screening.exams.rules.marks import Marks, marks_of, system_of
from screening.protocol.category import Categorization, Category, CategorySystem
from tests.factories.programs import make_program

PROGRAM = make_program()
SYSTEM = PROGRAM.systems[0]
OTHER = CategorySystem(
    "other", "Other", "1", ("scan",), (Category("T", "T", "T", "", 1, True),
    Category("X", "X", "X", "", 2, True)), (), SYSTEM.categorize,
)  # fmt: skip
DAY = date(2024, 1, 10)


def computed(category, system="sys", **changes):
    values = {"is_positive": True, "asks_more_imaging": True, "asks_tissue": False, **changes}
    return Categorization(
        system, "1", category, (), changes.pop("interval", "6"), values["is_positive"],
        values["asks_more_imaging"], values["asks_tissue"], "", (),
    )  # fmt: skip


def test_a_category_alone_asks_for_what_its_table_says():
    assert marks_of(SYSTEM, "T") == Marks(True, False, True)
    assert marks_of(SYSTEM, "N") == Marks(False, False, False)


def test_the_computed_result_says_more_exactly_what_is_asked():
    assert marks_of(SYSTEM, "T", computed=computed("T")) == Marks(True, True, False, "6")


@pytest.mark.parametrize("result", [computed("S"), computed("T", system="other")])
def test_a_reader_who_differs_is_not_marked_by_what_was_computed(result):
    assert marks_of(SYSTEM, "T", computed=result) == Marks(True, False, True)


def test_a_recommendation_decides_over_table_and_computation():
    marks = marks_of(SYSTEM, "T", Recommendation.MORE_IMAGING, computed("T"))

    assert (marks.asks_more_imaging, marks.asks_tissue) == (True, False)


BY_TISSUE = replace(
    SYSTEM,
    windows_asked={"routine": "12", "short_interval": "6", "more_imaging": "6", "tissue": ""},
)


@pytest.mark.parametrize(
    ("recommendation", "marks"),
    [
        (Recommendation.TISSUE, Marks(True, False, True, "")),
        (Recommendation.ROUTINE, Marks(False, False, False, "12")),
        (Recommendation.SHORT_INTERVAL, Marks(False, False, False, "6")),
        (Recommendation.MORE_IMAGING, Marks(False, True, False, "6")),
    ],
)
def test_where_what_is_asked_decides_a_recommendation_makes_an_exam_positive_or_not(
    recommendation, marks
):
    assert marks_of(BY_TISSUE, "T", recommendation) == marks
    assert marks_of(BY_TISSUE, "N", recommendation) == marks


def test_where_what_is_asked_decides_the_category_speaks_only_if_nothing_else_does():
    assert marks_of(BY_TISSUE, "T").is_positive is True
    assert marks_of(BY_TISSUE, "T", computed=computed("T", is_positive=False)).is_positive is False


def test_a_window_that_the_findings_gave_goes_before_that_of_a_recommendation():
    found = computed("T", interval="12")

    assert marks_of(BY_TISSUE, "T", Recommendation.SHORT_INTERVAL, found).interval == "12"
    assert marks_of(BY_TISSUE, "T", Recommendation.TISSUE, found).interval == ""


def test_the_system_is_the_one_given_else_the_one_that_has_the_category():
    program = make_program(systems=(SYSTEM, OTHER))

    assert system_of(program, "other", "T").code == "other"
    assert system_of(program, None, "T").code == "sys"
    assert system_of(program, None, "X").code == "other"
    assert system_of(program, None, None).code == "sys"


def test_the_next_exam_is_due_by_the_category_or_by_the_finding_that_led():
    of_category = due_after(PROGRAM, "sys", SYSTEM.category("N"), None, DAY)
    of_finding = due_after(PROGRAM, "sys", SYSTEM.category("N"), "6", DAY)

    assert of_category is not None
    assert of_finding is not None
    assert (of_category.due_on, of_category.rule) == (date(2025, 1, 10), "sys:N")
    assert of_finding.due_on == date(2024, 7, 10)


def test_a_positive_category_without_interval_is_followed_by_work_up():
    assert due_after(PROGRAM, "sys", SYSTEM.category("T"), None, DAY) is None


def test_an_incomplete_exam_is_completed_within_the_days_of_the_first_step():
    incomplete = Category("0", "Incomplete", "More images", "", 0, None)

    due = due_after(PROGRAM, "sys", incomplete, None, DAY)

    assert due is not None
    assert (due.earliest_on, due.due_on) == (DAY, date(2024, 2, 9))
