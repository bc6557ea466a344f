"""Readings: the newest one stands, whatever is corrected beside it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from screening.clock import now
from screening.exams.actions import (
    RefusedExamError,
    add_exam,
    correct_exam,
    give_reading,
    void_exam,
)
from screening.exams.queries import entry_of
from screening.exams.rules import ExamStatus, ReadingKind, Recommendation
from screening.exams.rules.entry import ReaderView
from screening.protocol.errors import NotAllowedNowError, RefusedInputError
from tests.integration.exams.conftest import SOLID_7, trail

SOLID_16 = {**SOLID_7, "long_mm": Decimal(16), "short_mm": Decimal(16)}


def correct(exam, entry, by):
    return correct_exam(
        exam, entry, expected_version=exam.version, reason="mistyped", by=by, at=now()
    )


def read(exam, category, by, kind=ReadingKind.ARBITRATION, reason="seen before"):
    return give_reading(exam, ReaderView(category, "", reason), kind=kind, by=by, at=now())


@pytest.fixture
def exam(enrollment, entry, by):
    return add_exam(enrollment, entry, by=by, at=now())


def test_a_reader_who_differs_says_why_and_stands(enrollment, entry, by):
    with pytest.raises(RefusedExamError) as refused:
        add_exam(enrollment, replace(entry, view=ReaderView("2")), by=by, at=now())
    view = ReaderView("2", "S", "a scar, unchanged for years")
    exam = add_exam(enrollment, replace(entry, view=view), by=by, at=now())

    assert refused.value.field == "differs_because"
    assert (exam.category, exam.modifiers, exam.computed_category) == ("2", "S", "3")
    assert (exam.is_positive, exam.interval) == (False, None)
    assert [action for action, _, _ in trail()] == ["exams:exam:log", "exams:reading:give"]
    assert trail()[-1][1] == "a scar, unchanged for years"


def test_a_second_reading_decides_and_is_marked_by_its_own_category(exam, by):
    read(exam, "4B", by)

    assert (exam.category, exam.computed_category) == ("4B", "3")
    assert (exam.asks_more_imaging, exam.asks_tissue, exam.interval) == (True, True, None)
    assert trail()[-1] == ("exams:reading:give", "seen before", ["category", "kind"])


def test_agreeing_keeps_what_was_computed_exactly(exam, by):
    read(exam, "3", by, kind=ReadingKind.SECOND, reason=None)

    assert (exam.category, exam.interval, exam.asks_tissue) == ("3", "6", False)


def test_a_correction_beside_it_keeps_the_decided_category(exam, by):
    read(exam, "2", by)

    correct(exam, replace(entry_of(exam), view=None, findings=(SOLID_16,)), by)

    assert (exam.category, exam.computed_category, exam.is_positive) == ("2", "4B", False)
    assert len(exam.readings) == 1


def test_what_the_review_decided_is_not_changed_by_a_correction(exam, by):
    read(exam, "2", by)

    with pytest.raises(NotAllowedNowError, match="review of the case"):
        correct(exam, replace(entry_of(exam), view=ReaderView("4A", "", "looked again")), by)


def test_a_first_reader_may_think_again(enrollment, entry, by):
    first = replace(entry, view=ReaderView("2", "", "a scar"))
    exam = add_exam(enrollment, first, by=by, at=now())

    correct(exam, replace(first, view=ReaderView("4A", "", "no scar")), by)
    correct(exam, replace(first, view=ReaderView("4A", "", "no scar"), comment="done"), by)

    assert (exam.category, exam.comment) == ("4A", "done")
    assert [reading.category for reading in exam.readings] == ["2", "4A"]


def test_a_recommendation_goes_with_the_category_that_it_came_with(enrollment, entry, by):
    asked = replace(entry, recommendation=Recommendation.ROUTINE)
    exam = add_exam(enrollment, asked, by=by, at=now())

    read(exam, "4B", by)

    assert (exam.recommendation, exam.asks_tissue) == (None, True)


def test_a_category_of_no_system_is_refused(exam, by):
    with pytest.raises(RefusedInputError) as refused:
        read(exam, "TR5", by)

    assert refused.value.field == "category"


def test_nobody_reads_a_voided_exam_or_one_without_images(enrollment, entry, exam, by):
    unusable = replace(
        entry, accession_no="CT-2", findings=(), status=ExamStatus.TECHNICALLY_INADEQUATE
    )
    second = add_exam(enrollment, unusable, by=by, at=now())
    void_exam(exam, reason="twice", expected_version=exam.version, by=by, at=now())

    for each in (exam, second):
        with pytest.raises(NotAllowedNowError):
            read(each, "2", by)


def test_a_partly_performed_exam_has_the_category_of_its_reader_alone(enrollment, entry, by):
    partial = replace(entry, status=ExamStatus.PARTIAL, view=ReaderView("0"))

    exam = add_exam(enrollment, partial, by=by, at=now())

    assert (exam.category, exam.computed_category, exam.is_positive) == ("0", None, None)
