"""Booking, logging and correcting an exam on one page, with its result while it is typed."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from screening.accounts.guards import current_actor, current_scope
from screening.clock import now
from screening.exams import actions
from screening.exams.queries import get_exam
from screening.exams.rules import EXPECTED
from screening.exams.rules.allowed import (
    check_can_book,
    check_can_enter,
    check_can_log,
    check_can_rebook,
)
from screening.exams.views.blueprint import Answer, blueprint
from screening.exams.views.entry_pages import (
    make_form,
    present_result,
    problems_shown,
    read_source,
    settled_entry,
    show_conflict,
    show_entry,
)
from screening.protocol.errors import NewerChangeError
from screening.security.access import requires
from screening.security.permissions import Permission

OPENING = "exams:entry:open"


def _is_booking() -> bool:
    return request.args.get("act") == "book"


@blueprint.route("/enrollments/<int:enrollment_id>/exams/new", methods=["GET", "POST"])
@requires(Permission.EXAM_EDIT)
def add_exam(enrollment_id: int) -> Answer:
    """Book an exam, or log one with its findings."""
    if request.method == "GET":
        actions.open_enrollment(enrollment_id, by=current_actor(), page=OPENING)
    source = read_source(enrollment_id, None, is_booking=_is_booking())
    (check_can_book if source.is_booking else check_can_log)(source.enrollment.status)
    form = make_form(source)
    entry = settled_entry(form, source) if form.is_saving else None
    if entry is not None:
        with problems_shown(form):
            exam = actions.add_exam(source.enrollment, entry, by=current_actor(), at=now())
            flash(
                _("The exam is booked") if source.is_booking else _("The exam is saved"), "success"
            )
            return redirect(url_for(".show_exam", public_id=exam.public_id), 303)
    return show_entry(form, source)


@blueprint.route("/exams/<string:public_id>/edit", methods=["GET", "POST"])
@requires(Permission.EXAM_EDIT)
def correct_exam(public_id: str) -> Answer:
    """Log a booked exam, change its appointment, or correct a logged exam."""
    if request.method == "GET":
        actions.open_exam(public_id, by=current_actor(), page=OPENING)
    exam = get_exam(current_scope(), public_id)
    is_booking = _is_booking() and exam.status in EXPECTED
    (check_can_rebook if is_booking else check_can_enter)(actions.standing_of(exam))
    source = read_source(exam.enrollment_id, public_id, is_booking=is_booking)
    form = make_form(source)
    entry = settled_entry(form, source) if form.is_saving else None
    if entry is not None:
        try:
            with problems_shown(form):
                actions.correct_exam(
                    exam,
                    entry,
                    expected_version=form.exam.version.number,
                    reason=form.exam.reason.data or "",
                    by=current_actor(),
                    at=now(),
                )
                flash(_("The exam is saved"), "success")
                return redirect(url_for(".show_exam", public_id=public_id), 303)
        except NewerChangeError:
            newer = read_source(exam.enrollment_id, public_id, is_booking=is_booking)
            return show_conflict(form, newer), 409
    return show_entry(form, source)


@blueprint.post("/enrollments/<int:enrollment_id>/category")
@requires(Permission.EXAM_EDIT)
def show_category(enrollment_id: int) -> Answer:
    """Return the category of an exam while it is typed, with its reasons and its due date."""
    public_id = request.args.get("exam")
    source = read_source(enrollment_id, public_id, is_booking=False)
    result = present_result(make_form(source), source)
    return render_template("exams/_result.html", result=result)
