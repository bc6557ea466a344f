"""Books, logs, corrects and voids exams; the rounds are arranged anew before each commit."""

import secrets
from collections.abc import Sequence
from datetime import datetime

from screening.audit.actions import Subject, record
from screening.audit.diff import difference
from screening.database.engine import db
from screening.database.transactions import touch_enrollments, transaction
from screening.enrollments.models import Enrollment
from screening.enrollments.rules import EnrollmentStatus
from screening.exams.actions.results import (
    compute,
    write_categorization,
    write_findings,
    write_result,
)
from screening.exams.models import Exam, Reading
from screening.exams.queries import is_accession_taken
from screening.exams.rules import EXAMINED, TRANSITIONS, ExamStatus, ReadingKind
from screening.exams.rules.entry import ExamEntry, Person, check_entry, check_view, refused
from screening.programs import get_program
from screening.protocol.errors import NewerChangeError, NotAllowedNowError, RefusedInputError
from screening.protocol.payload import to_json
from screening.protocol.wording import N_, Problem, Sentence
from screening.security.actor import Actor

EXAMINABLE = (EnrollmentStatus.ENROLLED, EnrollmentStatus.ACTIVE)
COMPARED = (
    "accession_no", "site_id", "modality", "purpose", "status", "scheduled_on", "performed_on",
    "category", "computed_category", "modifiers", "reader", "machine", "comment",
)  # fmt: skip


class RefusedExamError(RefusedInputError):
    """An exam with impossible values; `problems` names every one of them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        first = problems[0]
        super().__init__(first.field, first.sentence.text, first.sentence.values)
        self.problems = list(problems)


def add_exam(enrollment: Enrollment, entry: ExamEntry, *, by: Actor, at: datetime) -> Exam:
    """Book an exam, or log one that was done, with its findings and its result."""
    with transaction():
        check_can_examine(enrollment)
        exam = Exam(
            public_id=secrets.token_hex(8),
            participant_id=enrollment.participant_id,
            enrollment_id=enrollment.id,
            program=enrollment.program,
            created_at=at,
        )
        _write(exam, enrollment, entry, by=by, at=at)
        action = "exams:exam:log" if entry.status in EXAMINED else "exams:exam:book"
        _record(action, exam, {}, by=by, at=at)
        touch_enrollments([enrollment.id])
    return exam


def check_can_examine(enrollment: Enrollment) -> None:
    """Refuse an exam of someone who is not enrolled."""
    if enrollment.status not in EXAMINABLE:
        raise NotAllowedNowError(
            N_("This enrollment is {status}; enroll the person before an exam is booked or logged"),
            {"status": enrollment.status.value},
        )


def correct_exam(
    exam: Exam, entry: ExamEntry, *, expected_version: int, reason: str, by: Actor, at: datetime
) -> Exam:
    """Log a booked exam's result, or correct a logged one; findings are replaced as a whole."""
    with transaction():
        check_version(exam, expected_version)
        check_move(exam, entry.status)
        before = _state(exam)
        for finding in exam.findings:
            finding.voided_at = finding.voided_at or at
            finding.void_reason = finding.void_reason or reason
        db.session.flush()  # the numbers of the voided findings become free
        _write(exam, exam.enrollment, entry, by=by, at=at)
        _record("exams:exam:correct", exam, before, by=by, at=at, reason=reason)
        touch_enrollments([exam.enrollment_id])
    return exam


def move_exam(
    exam: Exam, status: ExamStatus, *, reason: str | None, by: Actor, at: datetime
) -> None:
    """Check someone in, cancel, or record that the person did not come or was not screened."""
    with transaction():
        check_move(exam, status)
        before = _state(exam)
        exam.status, exam.status_reason = status, reason
        _record("exams:exam:move", exam, before, by=by, at=at, reason=reason)
        touch_enrollments([exam.enrollment_id])


def void_exam(exam: Exam, *, reason: str, by: Actor, at: datetime) -> None:
    """Take a mistaken exam out of lists and figures; it stays in the audit log."""
    with transaction():
        if exam.voided_at is not None:
            raise NotAllowedNowError(N_("This exam is already voided"))
        exam.voided_at, exam.void_reason = at, reason
        _record("exams:exam:void", exam, {}, by=by, at=at, reason=reason)
        touch_enrollments([exam.enrollment_id])


def check_version(exam: Exam, expected: int) -> None:
    """Refuse to save over someone else's newer change."""
    if exam.version != expected:
        raise NewerChangeError(N_("Someone saved this exam while you were working on it"))


def check_move(exam: Exam, status: ExamStatus) -> None:
    """Refuse a state that cannot follow the present one; the same state is a correction."""
    allowed = TRANSITIONS[exam.status]
    if exam.voided_at is not None:
        raise NotAllowedNowError(N_("This exam is voided; nothing can be changed"))
    is_correction = exam.status in EXAMINED and status in EXAMINED
    if status != exam.status and status not in allowed and not is_correction:
        raise NotAllowedNowError(
            N_("An exam that is {status} cannot become {wanted}; allowed now: {allowed}"),
            {
                "status": exam.status.value,
                "wanted": status.value,
                "allowed": ", ".join(each.value for each in allowed) or "-",
            },
        )


def _write(
    exam: Exam, enrollment: Enrollment, entry: ExamEntry, *, by: Actor, at: datetime
) -> None:
    person = enrollment.participant
    facts = Person(person.born_from, enrollment.enrolled_on, person.died_on)
    today = at.astimezone().date()
    program = get_program(enrollment.program)
    computed = compute(enrollment.id, enrollment.program, entry)
    problems = refused(check_entry(entry, facts, program, today))
    problems += check_view(entry.view, computed)
    if is_accession_taken(entry.site_id, entry.accession_no, exam.id):
        problems.append(taken_accession(entry.accession_no))
    if problems:
        raise RefusedExamError(problems)
    _write_act(exam, entry)
    write_findings(exam, entry.findings, computed)
    write_result(exam, computed, entry.view, resulted_on=exam.resulted_on or today)
    db.session.add(exam)
    db.session.flush()  # the reading and the categorization need the exam's number
    write_categorization(exam, computed, at=at)
    if entry.view is not None:
        exam.readings.append(_reading(entry, by=by, at=at))


def taken_accession(accession_no: str) -> Problem:
    """Name an accession number that another exam of the site already has."""
    message = N_("Another exam of this site has the accession number {number}")
    return Problem("accession_no", Sentence(message, {"number": accession_no}))


def _write_act(exam: Exam, entry: ExamEntry) -> None:
    exam.accession_no = entry.accession_no
    exam.site_id = entry.site_id
    exam.modality = entry.modality
    exam.purpose = entry.purpose
    exam.status = entry.status
    exam.scheduled_on = entry.scheduled_on or exam.scheduled_on
    exam.performed_on = entry.performed_on
    exam.details = to_json(entry.details)
    exam.reader, exam.machine, exam.comment = entry.reader, entry.machine, entry.comment


def _reading(entry: ExamEntry, *, by: Actor, at: datetime) -> Reading:
    view = entry.view
    if view is None:
        raise ValueError("a reading needs a reader's category")
    return Reading(
        kind=ReadingKind.FIRST,
        reader_id=by.user_id,
        reader_name=entry.reader or by.name,
        category=view.category,
        modifiers=view.modifiers,
        differs_because=view.differs_because,
        given_at=at,
    )


def _state(exam: Exam) -> dict[str, object]:
    state: dict[str, object] = {name: getattr(exam, name) for name in COMPARED}
    state |= {f"detail:{name}": value for name, value in exam.details.items()}
    for finding in exam.findings:
        if finding.voided_at is None:
            state[f"finding:{finding.finding_no}"] = finding.payload
    return state


def _record(
    action: str,
    exam: Exam,
    before: dict[str, object],
    *,
    by: Actor,
    at: datetime,
    reason: str | None = None,
) -> None:
    subject = Subject("exam", exam.id, exam.participant_id)
    record(action, subject, by=by, at=at, reason=reason, changes=difference(before, _state(exam)))
