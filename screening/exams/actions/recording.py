"""Books, logs and corrects exams; the rounds are arranged anew before each commit."""

import secrets
from collections.abc import Sequence
from datetime import date, datetime

from screening.audit.diff import overwrites
from screening.database.engine import db
from screening.database.transactions import touch_enrollments, transaction
from screening.enrollments.models import Enrollment
from screening.enrollments.rules import ExitReason
from screening.exams.actions.events import record_change, state_of
from screening.exams.actions.locking import lock_enrollment, lock_exam, standing_of
from screening.exams.actions.numbering import (
    register_examined,
    settle_accession_no,
    settle_system,
)
from screening.exams.actions.reading import add_first_reading, result_of
from screening.exams.actions.results import (
    compute,
    write_categorization,
    write_findings,
    write_result,
)
from screening.exams.models import Exam
from screening.exams.queries import is_accession_taken, last_view_of
from screening.exams.rules import EXAMINED, EXPECTED, READABLE, ReadingKind
from screening.exams.rules.allowed import (
    check_can_book,
    check_can_enter,
    check_can_log,
    check_can_move,
    check_can_rebook,
)
from screening.exams.rules.checks import check_entry, check_view
from screening.exams.rules.entry import ExamEntry, Person, ReaderView, Review
from screening.programs import get_program
from screening.protocol.errors import NotAllowedNowError, RefusedInputError
from screening.protocol.payload import to_json
from screening.protocol.wording import N_, Problem, Sentence
from screening.security.actor import Actor

REPLACED = "corrected"


class RefusedExamError(RefusedInputError):
    """An exam with impossible values; `problems` names every one of them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        first = problems[0]
        super().__init__(first.field, first.sentence.text, first.sentence.values)
        self.problems = list(problems)


def review_entry(
    enrollment: Enrollment, entry: ExamEntry, *, exam: Exam | None = None, today: date
) -> Review:
    """Return what is wrong or unusual in an entry, and the category computed from it."""
    dates = _dates_of(enrollment)
    program = get_program(enrollment.program)
    besides = exam.id if exam else None
    problems = check_entry(entry, dates, program, today)
    is_known = not any(problem.field == "system" for problem in problems)
    computed = compute(enrollment.id, enrollment.program, entry, besides) if is_known else None
    if is_known:
        problems += check_view(entry, program, computed)
    number = entry.accession_no
    if number and is_accession_taken(entry.site_id, number, besides):
        problems.append(taken_accession(number))
    return Review(tuple(problems), computed)


def _dates_of(enrollment: Enrollment) -> Person:
    """Return the limits of the days; who left with a diagnosis may well be examined for it."""
    person = enrollment.participant
    has_gone = enrollment.exit_reason is not ExitReason.DIAGNOSED
    left_on = enrollment.exited_on if has_gone else None
    return Person(person.born_from, enrollment.enrolled_on, left_on, person.died_on)


def taken_accession(accession_no: str) -> Problem:
    """Name an accession number that another exam of the site already has."""
    message = N_("Another exam of this site has the accession number {number}")
    return Problem("accession_no", Sentence(message, {"number": accession_no}))


def add_exam(enrollment: Enrollment, entry: ExamEntry, *, by: Actor, at: datetime) -> Exam:
    """Book an exam, or log one that was done, with its findings and its result."""
    with transaction():
        lock_enrollment(enrollment)
        is_log = entry.status in EXAMINED
        (check_can_log if is_log else check_can_book)(enrollment.status)
        exam = Exam(
            public_id=secrets.token_hex(8),
            participant_id=enrollment.participant_id,
            enrollment=enrollment,
            program=enrollment.program,
            details={},
            created_at=at,
        )
        _write(exam, entry, "log" if is_log else "book", by=by, at=at)
    return exam


def correct_exam(
    exam: Exam, entry: ExamEntry, *, expected_version: int, reason: str, by: Actor, at: datetime
) -> Exam:
    """Log a booked exam, change its appointment, or correct a logged one.

    What replaces something recorded needs a reason; the result that an exam waits for does not.
    """
    with transaction():
        lock_exam(exam, expected_version)
        standing, act = standing_of(exam), "correct"
        if entry.status in EXPECTED:
            check_can_rebook(standing)
            act = "rebook"
        else:
            check_can_enter(standing)
            act = "log" if exam.status in EXPECTED else "correct"
        check_can_move(standing, entry.status)
        before, told = state_of(exam), reason.strip() or None
        _write(exam, entry, act, reason=told, by=by, at=at)
        if act == "correct" and told is None and overwrites(before, state_of(exam)):
            raise RefusedInputError("reason", N_("Enter the reason for the correction"))
    return exam


def _write(
    exam: Exam, entry: ExamEntry, act: str, *, by: Actor, at: datetime, reason: str | None = None
) -> None:
    before = state_of(exam) if exam.id else {}
    today = at.astimezone().date()
    entry = settle_accession_no(exam, entry, by=by, at=at)
    entry = settle_system(entry, exam.program)
    review = review_entry(exam.enrollment, entry, exam=exam, today=today)
    if review.refused:
        raise RefusedExamError(review.refused)
    known_result = result_of(exam)
    _write_act(exam, entry)
    db.session.add(exam)
    db.session.flush()  # findings, readings and events need the exam's number
    register_examined(exam, by=by, at=at)
    write_findings(exam, entry.findings, review.computed, at=at, reason=reason or REPLACED)
    standing = last_view_of(exam) if entry.status in READABLE else None
    day = entry.resulted_on or exam.resulted_on or today
    write_result(exam, entry.view or standing, review.computed, resulted_on=day)
    write_categorization(exam, review.computed, at=at)
    record_change(act, exam, before, by=by, at=at, reason=reason)
    if entry.view is not None and _is_new(entry.view, standing):
        _check_undecided(exam)
        add_first_reading(exam, entry.view, known_result, by=by, at=at)
    touch_enrollments([exam.enrollment_id])


def _is_new(view: ReaderView, standing: ReaderView | None) -> bool:
    if standing is None:
        return True
    return (view.category, view.modifiers) != (standing.category, standing.modifiers)


def _check_undecided(exam: Exam) -> None:
    """Refuse to change here what the review of the case decided."""
    if any(reading.kind is not ReadingKind.FIRST for reading in exam.readings):
        raise NotAllowedNowError(
            N_("The category was decided in the review of the case: change it there")
        )


def _write_act(exam: Exam, entry: ExamEntry) -> None:
    exam.accession_no = entry.accession_no
    exam.site_id = entry.site_id
    exam.modality = entry.modality
    exam.purpose = entry.purpose
    exam.status = entry.status
    exam.scheduled_on = entry.scheduled_on or exam.scheduled_on
    exam.performed_on = entry.performed_on
    exam.details = to_json(entry.details)
    exam.system = entry.system
    exam.recommendation = entry.recommendation
    exam.reader, exam.machine, exam.comment = entry.reader, entry.machine, entry.comment
