"""What happens to an exam on its day, and voiding a mistaken one."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from screening.accounts.guards import current_actor, current_scope
from screening.clock import now
from screening.exams import actions
from screening.exams.forms import MoveForm, VoidForm
from screening.exams.presenters import present_head
from screening.exams.queries import find_last_change, get_exam
from screening.exams.rules.labels import STATUS_LABELS
from screening.exams.views.blueprint import Answer, blueprint
from screening.exams.views.people import present_person
from screening.exams.views.showing import OPENING, exam_page
from screening.protocol.errors import NewerChangeError
from screening.security.access import requires
from screening.security.permissions import Permission
from screening.web.locale import say
from screening.web.refusals import refusals_shown


@blueprint.post("/exams/<string:public_id>/status")
@requires(Permission.EXAM_EDIT)
def move_exam(public_id: str) -> Answer:
    """Check someone in, cancel, or note that the person did not come or was not screened."""
    form = MoveForm()
    if form.wanted is None:
        abort(400)
    if form.validate():
        try:
            with refusals_shown(form):
                actions.move_exam(
                    get_exam(current_scope(), public_id),
                    form.wanted,
                    reason=form.reason.data,
                    expected_version=form.version.number,
                    by=current_actor(),
                    at=now(),
                )
                flash(
                    _("The exam is now: %(status)s", status=say(STATUS_LABELS[form.wanted])),
                    "success",
                )
                return redirect(url_for(".show_exam", public_id=public_id), 303)
        except NewerChangeError:
            return exam_page(public_id, form, is_newer=True), 409
    return exam_page(public_id, form)


@blueprint.route("/exams/<string:public_id>/void", methods=["GET", "POST"])
@requires(Permission.EXAM_EDIT)
def void_exam(public_id: str) -> Answer:
    """Void an exam that was recorded by mistake."""
    if request.method == "GET":
        actions.open_exam(public_id, by=current_actor(), page=OPENING)
    exam = get_exam(current_scope(), public_id)
    form = VoidForm(data={"version": str(exam.version)})
    if form.validate_on_submit():
        try:
            with refusals_shown(form):
                _void(public_id, form)
                flash(_("The exam is voided"), "success")
                return redirect(url_for(".show_exam", public_id=public_id), 303)
        except NewerChangeError:
            return _void_page(public_id, form, is_newer=True), 409
    return _void_page(public_id, form)


def _void(public_id: str, form: VoidForm) -> None:
    actions.void_exam(
        get_exam(current_scope(), public_id),
        reason=form.reason.data or "",
        expected_version=form.version.number,
        by=current_actor(),
        at=now(),
    )


def _void_page(public_id: str, form: VoidForm, *, is_newer: bool = False) -> str:
    exam = get_exam(current_scope(), public_id)
    if is_newer:
        form.version.data = str(exam.version)
    return render_template(
        "exams/void_exam.html",
        form=form,
        exam=present_head(exam),
        person=present_person(exam.participant.public_id),
        change=find_last_change(exam.id) if is_newer else None,
    )
