"""Exams and findings from files: the reader's category, and the computed one beside it."""

from datetime import UTC, date, datetime

import pytest

from screening.cases.models import Case
from screening.database.engine import db
from screening.enrollments.models import Episode
from screening.enrollments.rules import EpisodeStatus
from screening.exams.actions import give_reading
from screening.exams.models import Categorization, Exam, Finding, Reading
from screening.exams.rules import ExamStatus, ReadingKind
from screening.exams.rules.entry import ReaderView
from screening.indicators.actions import verify_facts
from screening.indicators.models import ScreeningFact
from tests.integration.exchange.conftest import ENROLLMENT, EXAM, FINDING, PERSON


def the(model):
    return db.session.scalars(db.select(model)).one()


def exam_of(accession_no):
    return db.session.scalars(db.select(Exam).where(Exam.accession_no == accession_no)).one()


def test_an_exam_with_a_category_is_the_readers_and_opens_its_round(desk):
    desk.load_exam(category="4A", modifiers="s", reader="Dr. Li", ctdi_vol_mgy="1.9")

    exam, reading, episode = the(Exam), the(Reading), the(Episode)
    assert (exam.status, exam.category, exam.modifiers) == (ExamStatus.PERFORMED, "4A", "S")
    assert (exam.is_positive, exam.computed_category) == (True, None)
    assert exam.resulted_on == date(2023, 1, 9)
    assert exam.details == {"ctdi_vol_mgy": "1.9"}
    assert (reading.category, reading.modifiers, reading.reader_name) == ("4A", "S", "Dr. Li")
    assert (exam.episode_id, episode.round_number) == (episode.id, 1)
    assert episode.status is EpisodeStatus.IN_REVIEW
    assert the(Case).exam_id == exam.id
    assert the(ScreeningFact).is_positive is True


def test_an_exam_without_a_category_has_no_result_yet(desk):
    desk.load_exam()

    exam = the(Exam)
    assert (exam.category, exam.is_positive, exam.resulted_on) == (None, None, None)
    assert the(Episode).status is EpisodeStatus.EXAMINED


@pytest.mark.parametrize(
    ("recommendation", "more_imaging", "tissue"),
    [("", False, False), ("more_imaging", True, False), ("tissue", False, True)],
)
def test_a_recommendation_says_what_is_asked(desk, recommendation, more_imaging, tissue):
    desk.load_exam(category="3", recommendation=recommendation)

    exam = the(Exam)
    assert (exam.is_positive, exam.asks_more_imaging, exam.asks_tissue) == (
        True,
        more_imaging,
        tissue,
    )


def test_an_appointment_stands_on_its_day_and_is_older_news_once_the_exam_is_done(desk):
    booked = {**EXAM, "status": "scheduled", "performed_on": "2024-07-01"}
    desk.load_exam(status="scheduled", performed_on="2024-07-01")
    exam = the(Exam)
    assert (exam.scheduled_on, exam.performed_on) == (date(2024, 7, 1), None)

    later = datetime(2024, 7, 2, tzinfo=UTC)
    done = {**EXAM, "performed_on": "2024-07-01"}
    assert desk.counts("exams", done, at=later) == (0, 1, 0)
    assert desk.counts("exams", booked, at=later) == (0, 0, 1)
    assert the(Exam).status is ExamStatus.PERFORMED


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ({"registration_no": "9"}, "registration_no: nobody has the number 9 at this site"),
        ({"modality": "xray"}, "modality: “xray” is not one of: ldct, ct"),
        ({"purpose": "fun"}, "purpose: “fun” is not one of: baseline, annual, follow_up"),
        ({"performed_on": "2022-12-31"}, "performed_on: The date is before the enrollment on"),
        ({"performed_on": "2030-01-01"}, "performed_on: The exam cannot be in the future; today"),
        ({"performed_on": "9.1.2023"}, "performed_on: “9.1.2023” is not a date; write it like"),
        ({"category": "5"}, "category: “5” is not one of: 0, 1, 2, 3, 4A, 4B, 4X"),
        ({"category": "2", "modifiers": "Q"}, "modifiers: “Q” is not a modifier of"),
        ({"category": "2", "status": "did_not_attend"}, "category: an exam without usable images"),
        ({"category": "2", "resulted_on": "2023-01-01"}, "resulted_on: The result is before the"),
        ({"ctdi_vol_mgy": "1000"}, "ctdi_vol_mgy: 1000 mGy is impossible here; it must be at"),
        ({"system": "bi-rads"}, "system: “bi-rads” is not one of:"),
        ({"comment": "=1+1"}, "comment: “=1+1” is a formula; write its value instead"),
    ],
)
def test_an_exam_that_cannot_be_is_refused_at_its_column(desk, count, said, line):
    desk.load("participants", PERSON)
    desk.load("enrollments", ENROLLMENT)

    lines = desk.refused("exams", {**EXAM, **said})

    assert lines[0].startswith(f"file:2:{line}")
    assert count(Exam) == 0


def test_an_exam_of_someone_not_enrolled_is_refused(desk):
    desk.load("participants", PERSON)

    assert "not enrolled in lung; load the enrollments first" in desk.refused("exams", EXAM)[0]


@pytest.mark.parametrize("status", ["scheduled", "cancelled", "did_not_attend"])
def test_an_appointment_after_the_person_left_stays_in_the_book(desk, status):
    desk.load("participants", PERSON)
    desk.load("enrollments", {**ENROLLMENT, "exited_on": "2023-05-01", "exit_reason": "withdrew"})
    booked = {**EXAM, "performed_on": "2023-05-20", "status": status}

    assert desk.counts("exams", booked) == (1, 0, 0)
    assert (
        "after the person left the program"
        in desk.refused("exams", {**booked, "accession_no": "A2", "status": "performed"})[0]
    )


def test_an_exam_before_birth_is_refused(desk):
    desk.load("participants", PERSON)
    desk.load("enrollments", ENROLLMENT)

    lines = desk.refused("exams", {**EXAM, "performed_on": "1959-01-01"})
    assert "performed_on: The date is before birth (1960-03-05)" in lines[0]


def test_an_accession_number_stands_once_in_a_file_and_once_at_a_site(desk):
    desk.load_exam()
    desk.load("participants", {**PERSON, "registration_no": "2", "name": "Li Si"})
    desk.load("enrollments", {**ENROLLMENT, "registration_no": "2"})
    other = {**EXAM, "registration_no": "2"}

    assert "belongs to the exam of another person" in desk.refused("exams", other)[0]
    twice = [{**EXAM, "accession_no": "B1"}, {**EXAM, "accession_no": "B1", "machine": "CT-2"}]
    assert "row 2 has this number too" in desk.refused("exams", *twice)[0]


def test_the_same_file_never_overrules_a_later_reading(desk):
    desk.load_exam(category="4A", reader="Dr. Li")
    view = ReaderView("2", "", "the earlier CT came")
    give_reading(the(Exam), view, kind=ReadingKind.ARBITRATION, by=desk.by, at=datetime.now(UTC))

    assert desk.counts("exams", {**EXAM, "category": "4A", "reader": "Dr. Li"}) == (0, 0, 1)
    assert the(Exam).category == "2"


def test_a_new_category_of_the_file_is_a_new_reading(desk, count):
    desk.load_exam(category="4A")

    assert desk.counts("exams", {**EXAM, "category": "3"}) == (0, 1, 0)
    assert (the(Exam).category, count(Reading)) == ("3", 2)


def test_findings_give_an_exam_its_category_where_nobody_read_it(desk):
    desk.load_exam()

    assert desk.counts("findings", FINDING) == (1, 0, 0)

    exam, finding = the(Exam), the(Finding)
    # 9.0 x 8.0 mm: mean 8.5 mm, a solid baseline nodule of 8 to less than 15 mm is 4A.
    assert (exam.category, exam.computed_category, exam.is_positive) == ("4A", "4A", True)
    assert (finding.kind, str(finding.size_mm), finding.category) == ("solid", "8.50", "4A")
    assert the(Categorization).inputs["findings"] == [finding.payload]
    assert the(Episode).status is EpisodeStatus.IN_REVIEW
    assert verify_facts() == []
    assert desk.counts("findings", FINDING) == (0, 0, 1)


def test_the_computed_category_stands_beside_the_readers(desk):
    desk.load_exam(category="2")

    desk.load("findings", FINDING)

    exam = the(Exam)
    assert (exam.category, exam.computed_category, exam.is_positive) == ("2", "4A", False)


def test_a_corrected_finding_is_categorized_anew(desk):
    desk.load_exam()
    desk.load("findings", FINDING)

    smaller = {**FINDING, "long_mm": "5.0", "short_mm": "4.0"}
    assert desk.counts("findings", smaller) == (0, 1, 0)

    # A mean of 4.5 mm is below 6 mm: category 2, and the case that 4A opened is withdrawn.
    db.session.expire_all()
    assert (the(Exam).category, the(Categorization).category) == ("2", "2")
    assert the(Case).voided_at is not None


def test_the_highest_of_several_findings_leads(desk):
    desk.load_exam()

    small = {**FINDING, "finding_no": "2", "long_mm": "4", "short_mm": "4"}
    desk.load("findings", FINDING, small)

    assert the(Exam).category == "4A"
    kinds = db.session.execute(db.select(Finding.finding_no, Finding.category)).all()
    assert sorted(map(tuple, kinds)) == [(1, "4A"), (2, "2")]


def test_details_of_the_exam_may_stand_beside_its_findings(desk):
    desk.load_exam()
    rows = [
        {**FINDING, "s_finding": "emphysema", "finding": "none", "long_mm": "", "short_mm": ""},
        {**FINDING, "finding_no": "2", "s_finding": "bone_lesion", "long_mm": "4", "short_mm": "4"},
    ]

    desk.load("findings", *rows)

    exam = the(Exam)
    assert exam.details == {"s_finding": ["emphysema", "bone_lesion"]}
    assert (exam.category, exam.modifiers) == ("2", "S")
    assert desk.counts("findings", *rows) == (0, 0, 2)


def test_two_findings_cannot_say_two_things_of_one_exam(desk):
    desk.load_exam()
    rows = [
        {**FINDING, "emphysema": "mild"},
        {**FINDING, "finding_no": "2", "emphysema": "severe"},
    ]

    assert desk.refused("findings", *rows) == [
        "file:3:emphysema: another finding of this exam says mild; the exam has one value"
    ]


def test_later_exams_are_compared_with_earlier_ones_whatever_the_order_of_rows(desk):
    desk.load_exam()
    desk.load(
        "exams", {**EXAM, "accession_no": "A2", "purpose": "annual", "performed_on": "2024-01-09"}
    )
    first = {**FINDING, "lesion_no": "1", "long_mm": "5", "short_mm": "5"}
    second = {**first, "accession_no": "A2", "status": "", "long_mm": "9", "short_mm": "9"}

    desk.load("findings", second, first)

    # 4 mm more in twelve months is growth; a growing solid nodule of 8 mm or more is 4B.
    assert (exam_of("A1").category, exam_of("A2").category) == ("2", "4B")


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ({"accession_no": "A9"}, "accession_no: this site has no exam with the number A9; load"),
        ({"finding_no": "0"}, "finding_no: 0  is too small; it must be at least 1"),
        ({"finding_no": "x"}, "finding_no: “x” is not a number"),
        ({"finding": "lump"}, "finding: “lump” is not one of: solid, part_solid"),
        ({"finding": ""}, "finding: Enter “Finding”"),
        ({"short_mm": "10"}, "short_mm: The short axis (10 mm) is longer than the long axis"),
        ({"long_mm": "900"}, "long_mm: 900 mm is impossible here; it must be at most 200 mm"),
    ],
)
def test_a_finding_that_cannot_be_is_refused_at_its_column(desk, count, said, line):
    desk.load_exam()

    lines = desk.refused("findings", {**FINDING, **said})

    assert lines[0].startswith(f"file:2:{line}")
    assert count(Finding) == 0


def test_an_unlikely_size_is_taken_from_a_file(desk):
    desk.load_exam()

    assert desk.counts("findings", {**FINDING, "long_mm": "45", "short_mm": "40"}) == (1, 0, 0)


def test_a_finding_of_an_exam_that_was_not_performed_is_refused(desk):
    desk.load_exam(status="scheduled", performed_on="2024-07-01")

    assert "exam A1 was not performed" in desk.refused("findings", FINDING)[0]
