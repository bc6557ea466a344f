"""The page that enters an exam: its form over what is known, its result, and what stands beside."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from flask import render_template

from screening.accounts.guards import current_scope, current_site_id
from screening.clock import today
from screening.enrollments.queries import find_waiting_recall, get_enrollment
from screening.exams.actions import (
    RefusedExamError,
    compute_beside,
    review_entry,
    settle_system,
)
from screening.exams.forms import ExamForm, Offered, differing
from screening.exams.presenters import (
    EntryPresenter,
    EntrySource,
    ResultPresenter,
    present_review,
)
from screening.exams.queries import (
    entry_of,
    find_booked_exam,
    find_last_change,
    get_exam,
    list_exams,
)
from screening.exams.rules import ExamStatus
from screening.exams.rules.entry import ExamEntry
from screening.exams.rules.proposals import (
    as_logged,
    proposed_appointment,
    proposed_modality,
    proposed_purpose,
)
from screening.exams.views.people import own_sites, present_person
from screening.protocol.errors import NotFoundError, RefusedInputError
from screening.protocol.wording import N_, Problem
from screening.web.filters import site_name

Conflict = tuple[str, datetime | None, list[tuple[str, str, str]]]


def read_source(enrollment_id: int, public_id: str | None, *, is_booking: bool) -> EntrySource:
    """Return what is known around an exam that is entered or changed."""
    scope = current_scope()
    enrollment = get_enrollment(scope, enrollment_id)
    exam = get_exam(scope, public_id) if public_id else None
    if exam is not None and exam.enrollment_id != enrollment.id:
        raise NotFoundError(N_("There is no such exam at your sites"))
    others = [
        other
        for other in list_exams(scope, enrollment.participant_id)
        if other.enrollment_id == enrollment.id and (exam is None or other.id != exam.id)
    ]
    recall = find_waiting_recall(enrollment.id)
    booked = find_booked_exam(enrollment.id)
    return EntrySource(enrollment, exam, others, recall, booked, is_booking)


def make_form(source: EntrySource, *, is_stored: bool = False) -> ExamForm:
    """Return the form as it was sent, else as it is proposed or stored."""
    exam, lesions = source.exam, source.lesions
    booked_as = (exam.status if exam else ExamStatus.SCHEDULED) if source.is_booking else None
    offered = Offered(
        source.program,
        _sites(source),
        lesions.choices,
        booked_as=booked_as,
        is_first=lesions.is_first,
        is_read=source.is_read,
        is_decided=source.is_decided,
    )
    version = exam.version if exam else 0
    return ExamForm(offered, _shown(source), version, is_stored=is_stored)


def _shown(source: EntrySource) -> ExamEntry:
    """Return what the form shows before anything is typed."""
    if source.exam is not None:
        entry = entry_of(source.exam)
        return entry if source.is_booking else as_logged(entry, today())
    recall = source.recall
    due_on = recall.due_on if recall else None
    asked = recall.purpose if recall else None
    second = proposed_modality(source.screened, source.program, today())
    modality, purpose = second or (
        source.program.exam.modalities[0].code,
        proposed_purpose(asked, has_exams=bool(source.others)),
    )
    return ExamEntry(
        accession_no="",
        site_id=current_site_id() or 0,
        modality=modality,
        purpose=purpose,
        status=ExamStatus.SCHEDULED if source.is_booking else ExamStatus.PERFORMED,
        performed_on=None if source.is_booking else today(),
        scheduled_on=proposed_appointment(due_on, today()) if source.is_booking else None,
    )


def _sites(source: EntrySource) -> list[tuple[str, str]]:
    """Return the user's sites; the exam's own stays one of them."""
    sites, exam = own_sites(), source.exam
    if exam is not None and str(exam.site_id) not in dict(sites):
        sites.append((str(exam.site_id), f"{exam.site.code} {site_name(exam.site)}"))
    return sites


def settled_entry(form: ExamForm, source: EntrySource) -> ExamEntry | None:
    """Return what was typed, if nothing stands in the way of saving it."""
    entry, unread = _read(form, source)
    review = review_entry(source.enrollment, entry, exam=source.exam, today=today())
    is_valid = form.is_valid()
    is_blocked = form.show([*unread, *review.problems])
    return entry if is_valid and not is_blocked else None


def _read(form: ExamForm, source: EntrySource) -> tuple[ExamEntry, list[Problem]]:
    """Return what is typed, in the category system that its site uses, and what is unreadable."""
    entry, unread = form.read()
    return settle_system(entry, source.program.code), unread


@contextmanager
def problems_shown(form: ExamForm) -> Iterator[None]:
    """Run an action; what it refuses stands at its fields, and the page is shown again."""
    try:
        yield
    except RefusedExamError as error:
        form.show(error.problems)
    except RefusedInputError as error:
        form.show([Problem(error.field, error.sentence)])


def present_result(form: ExamForm, source: EntrySource) -> ResultPresenter:
    """Return the category of what is typed, with its reasons."""
    entry, unread = _read(form, source)
    review = review_entry(source.enrollment, entry, exam=source.exam, today=today())
    if review.computed is not None:
        enrollment, besides = source.enrollment, source.exam.id if source.exam else None
        beside = compute_beside(enrollment.id, enrollment.program, entry, besides)
        review = replace(review, beside=beside)
    return present_review(source.program, entry, review, unread, today())


def show_entry(form: ExamForm, source: EntrySource, conflict: Conflict | None = None) -> str:
    """Show the page that enters an exam."""
    return render_template(
        "exams/enter_exam.html",
        form=form,
        page=EntryPresenter(source),
        person=present_person(source.enrollment.participant.public_id),
        result=None if source.is_booking else present_result(form, source),
        conflict=conflict,
    )


def show_conflict(form: ExamForm, source: EntrySource) -> str:
    """Show the newer version beside the typed one; the next save replaces it."""
    exam = source.exam
    change = find_last_change(exam.id) if exam else None
    who, at = (change.actor_name, change.at) if change else ("", None)
    rows = differing(make_form(source, is_stored=True).rows(), form.rows())
    form.renew(exam.version if exam else 0)
    return show_entry(form, source, (who, at, rows))
