"""What of an entered exam is refused and what is asked."""

from datetime import date
from decimal import Decimal

import pytest

from screening.exams.rules import ExamStatus, Purpose
from screening.exams.rules.checks import check_entry, check_view
from screening.exams.rules.entry import ExamEntry, Person, ReaderView
from screening.protocol.category import Categorization
from screening.protocol.fields import Field, FieldType, Limits
from screening.protocol.program import ExamDefinition, FindingKind
from tests.factories.programs import make_program

TODAY = date(2024, 3, 5)
PLAIN = make_program()
KIND = FindingKind(
    "f",
    "F",
    (
        Field("k", "K", FieldType.TEXT),
        Field("size_mm", "Size", FieldType.DECIMAL, "mm", limits=Limits.between("1", "50", "2")),
        Field("lesion_no", "Lesion", FieldType.INTEGER, limits=Limits.between("1", "99")),
    ),
    "k",
    "size_mm",
    "k",
)
DOSE = Field("dose", "Dose", FieldType.DECIMAL, "mGy", limits=Limits.between("0", "10"))
MEASURED = make_program(exam=ExamDefinition(PLAIN.exam.modalities, (DOSE,), (), KIND))
LIVING = Person(date(1960, 3, 5), date(2024, 1, 10), None, None)


def entry(**changes):
    values = {
        "accession_no": "A-1",
        "site_id": 1,
        "modality": "scan",
        "purpose": Purpose.BASELINE,
        "status": ExamStatus.PERFORMED,
        "performed_on": TODAY,
    }
    return ExamEntry(**{**values, **changes})


def found(typed, person=LIVING, program=MEASURED):
    """Return the fields that are refused and those that are asked."""
    problems = check_entry(typed, person, program, TODAY)
    return (
        [problem.field for problem in problems if not problem.is_question],
        [problem.field for problem in problems if problem.is_question],
    )


def booked(day):
    return entry(status=ExamStatus.SCHEDULED, performed_on=None, scheduled_on=day)


def computed(category):
    return Categorization("sys", "1", category, (), "", None, False, False, "", ())


def test_an_exam_of_today_is_taken():
    assert found(entry()) == ([], [])


@pytest.mark.parametrize(
    ("day", "person"),
    [
        (None, LIVING),
        (date(2024, 3, 6), LIVING),
        (date(1960, 3, 4), Person(date(1960, 3, 5), None, None, None)),
        (date(2024, 1, 9), LIVING),
        (TODAY, Person(None, None, date(2024, 3, 4), None)),
        (TODAY, Person(None, None, None, date(2024, 3, 4))),
    ],
    ids=["no date", "future", "before birth", "before enrollment", "after leaving", "after death"],
)
def test_an_exam_on_an_impossible_day_is_refused_at_its_date(day, person):
    assert found(entry(performed_on=day), person) == (["performed_on"], [])


def test_the_first_and_the_last_day_of_someone_in_the_program_are_possible():
    person = Person(date(1960, 3, 5), date(2024, 1, 10), date(2024, 2, 1), date(2024, 2, 1))

    assert found(entry(performed_on=date(2024, 1, 10)), person) == ([], [])
    assert found(entry(performed_on=date(2024, 2, 1)), person) == ([], [])


def test_an_exam_of_more_than_a_year_ago_is_asked():
    person = Person(None, None, None, None)

    assert found(entry(performed_on=date(2023, 3, 6)), person) == ([], [])
    assert found(entry(performed_on=date(2023, 3, 5)), person) == ([], ["performed_on"])


@pytest.mark.parametrize(
    ("day", "refused", "asked"),
    [
        (None, ["scheduled_on"], []),
        (date(2024, 3, 5), [], []),
        (date(2024, 3, 4), [], ["scheduled_on"]),
        (date(2026, 3, 5), [], []),
        (date(2026, 3, 6), [], ["scheduled_on"]),
        (date(2024, 1, 9), ["scheduled_on"], []),
    ],
    ids=["no date", "today", "yesterday", "two years on", "further on", "before enrollment"],
)
def test_an_appointment_lies_ahead_or_is_asked(day, refused, asked):
    assert found(booked(day)) == (refused, asked)


def test_a_result_lies_between_the_exam_and_today():
    day = date(2024, 3, 1)

    assert found(entry(performed_on=day, resulted_on=date(2024, 3, 5))) == ([], [])
    assert found(entry(performed_on=day, resulted_on=date(2024, 3, 6)))[0] == ["resulted_on"]
    assert found(entry(performed_on=day, resulted_on=date(2024, 2, 29)))[0] == ["resulted_on"]


def test_a_measurement_beyond_its_limits_is_named_by_its_finding():
    findings = ({"size_mm": Decimal(5)}, {"size_mm": Decimal(900)}, {"size_mm": Decimal("1.5")})

    assert found(entry(findings=findings)) == (["findings-1-size_mm"], ["findings-2-size_mm"])


def test_the_technique_is_held_against_its_limits_only_once_the_exam_is_done():
    details = {"dose": Decimal(11)}

    assert found(entry(details=details))[0] == ["dose"]
    assert found(booked(TODAY))[0] == []


def test_one_lesion_cannot_be_two_findings_of_one_exam():
    findings = ({"lesion_no": 1}, {"lesion_no": 2}, {"lesion_no": 1}, {}, {})

    assert found(entry(findings=findings))[0] == ["findings-2-lesion_no"]


def test_a_modality_and_a_system_are_those_of_the_program():
    assert found(entry(modality="x", system="y"))[0] == ["modality", "system"]


@pytest.mark.parametrize(
    ("view", "result", "fields"),
    [
        (None, computed("T"), []),
        (ReaderView("N"), None, []),
        (ReaderView("N"), computed(None), []),
        (ReaderView("T"), computed("T"), []),
        (ReaderView("N"), computed("T"), ["differs_because"]),
        (ReaderView("N", differs_because="scar"), computed("T"), []),
        (ReaderView("9"), computed("T"), ["category"]),
        (ReaderView("T", "S"), computed("T"), ["modifiers"]),
    ],
    ids=[
        "no view", "nothing computed", "nothing decided", "agrees", "differs",
        "differs with reason", "unknown category", "unknown modifier",
    ],
)  # fmt: skip
def test_a_reader_who_differs_from_the_computed_category_says_why(view, result, fields):
    problems = check_view(entry(view=view), PLAIN, result)

    assert [problem.field for problem in problems] == fields


def test_an_exam_without_usable_images_has_no_category():
    typed = entry(view=ReaderView("N"), status=ExamStatus.TECHNICALLY_INADEQUATE)

    assert [problem.field for problem in check_view(typed, PLAIN, None)] == ["category"]
