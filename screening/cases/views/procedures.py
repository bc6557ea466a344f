"""Work-up procedures: record, correct, add the result, void."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from screening.accounts.guards import current_actor, current_scope
from screening.cases import actions
from screening.cases.forms import (
    CorrectProcedureForm,
    ProcedureForm,
    VoidForm,
    procedure_form,
    text_or_none,
)
from screening.cases.presenters import (
    ConflictPresenter,
    present_procedure,
    present_procedure_conflict,
    present_procedure_form,
)
from screening.cases.queries import find_case_of_episode, find_procedure_change, get_procedure
from screening.cases.views.blueprint import Answer, blueprint
from screening.clock import now
from screening.exams.actions.opening import open_exam
from screening.exams.queries import get_exam
from screening.participants.views.pages import present_person
from screening.programs import get_program
from screening.protocol.errors import NewerChangeError
from screening.security.access import requires
from screening.security.permissions import Permission
from screening.web.refusals import refusals_shown


@blueprint.route("/exams/<string:public_id>/procedures/new", methods=["GET", "POST"])
@requires(Permission.CASE_DECIDE)
def add_procedure(public_id: str) -> Answer:
    """Record a procedure after an exam."""
    exam = get_exam(current_scope(), public_id)
    workup = get_program(exam.program).workup
    form = procedure_form(ProcedureForm, workup)(workup)
    if form.validate_on_submit() and not form.show(
        actions.review_procedure(exam, form.entry, at=now())
    ):
        with refusals_shown(form):
            actions.record_procedure(exam, form.entry, by=current_actor(), at=now())
            flash(_("The procedure is recorded"), "success")
            return _to_case(public_id)
    return _show_new(public_id, form)


def _show_new(public_id: str, form: ProcedureForm) -> str:
    exam = open_exam(public_id, by=current_actor(), page="exams:exam:open")
    return render_template(
        "cases/add_procedure.html",
        form=form,
        exam_id=public_id,
        examined_on=exam.performed_on,
        back=_case_url(public_id),
        person=present_person(exam.participant.public_id),
    )


@blueprint.route("/procedures/<int:procedure_id>/edit", methods=["GET", "POST"])
@requires(Permission.CASE_DECIDE)
def edit_procedure(procedure_id: int) -> Answer:
    """Add the result of a procedure, or correct it."""
    procedure = get_procedure(current_scope(), procedure_id)
    workup = get_program(procedure.exam.program).workup
    make = procedure_form(CorrectProcedureForm, workup)
    form = make(workup, data=present_procedure_form(procedure))
    if form.validate_on_submit() and not _asks_back(procedure_id, form):
        try:
            with refusals_shown(form):
                _correct(procedure_id, form)
                flash(_("The procedure is saved"), "success")
                return _to_case(procedure.exam.public_id)
        except NewerChangeError:
            return _show_edit_conflict(procedure_id, form), 409
    return _show_procedure("cases/edit_procedure.html", procedure_id, form)


def _asks_back(procedure_id: int, form: CorrectProcedureForm) -> bool:
    """Show what is refused or unlikely; of an outdated form, the newer version goes first."""
    procedure = get_procedure(current_scope(), procedure_id)
    is_newest = procedure.version == form.version.number
    problems = actions.review_procedure(procedure.exam, form.entry, at=now())
    return is_newest and form.show(problems)


def _correct(procedure_id: int, form: CorrectProcedureForm) -> None:
    actions.correct_procedure(
        get_procedure(current_scope(), procedure_id),
        form.entry,
        expected_version=form.version.number,
        reason=text_or_none(form.reason.data),
        by=current_actor(),
        at=now(),
    )


def _show_edit_conflict(procedure_id: int, form: CorrectProcedureForm) -> str:
    procedure = get_procedure(current_scope(), procedure_id)
    change = find_procedure_change(procedure_id)
    conflict = present_procedure_conflict(procedure, form.entry, change)
    form.version.data = str(procedure.version)
    return _show_procedure("cases/edit_procedure.html", procedure_id, form, conflict)


@blueprint.route("/procedures/<int:procedure_id>/void", methods=["GET", "POST"])
@requires(Permission.CASE_DECIDE)
def void_procedure(procedure_id: int) -> Answer:
    """Void a procedure recorded by mistake."""
    procedure = get_procedure(current_scope(), procedure_id)
    form = VoidForm(data={"version": str(procedure.version)})
    if form.validate_on_submit():
        try:
            with refusals_shown(form):
                _void(procedure_id, form)
                flash(_("The procedure is voided"), "success")
                return _to_case(procedure.exam.public_id)
        except NewerChangeError:
            procedure = get_procedure(current_scope(), procedure_id)
            change = find_procedure_change(procedure_id)
            conflict = present_procedure_conflict(procedure, None, change)
            form.version.data = str(procedure.version)
            template = "cases/void_procedure.html"
            return _show_procedure(template, procedure_id, form, conflict), 409
    return _show_procedure("cases/void_procedure.html", procedure_id, form)


def _void(procedure_id: int, form: VoidForm) -> None:
    actions.void_procedure(
        get_procedure(current_scope(), procedure_id),
        reason=form.reason.data or "",
        expected_version=form.version.number,
        by=current_actor(),
        at=now(),
    )


def _show_procedure(
    template: str,
    procedure_id: int,
    form: CorrectProcedureForm | VoidForm,
    conflict: ConflictPresenter | None = None,
) -> str:
    procedure = actions.open_procedure(procedure_id, by=current_actor())
    return render_template(
        template,
        form=form,
        procedure=present_procedure(procedure),
        conflict=conflict,
        back=_case_url(procedure.exam.public_id),
        person=present_person(procedure.exam.participant.public_id),
    )


def _case_url(exam_id: str) -> str:
    """Return the page to go back to: the case of the exam, else the exam."""
    exam = get_exam(current_scope(), exam_id)
    case = find_case_of_episode(exam.episode_id) if exam.episode_id else None
    if case is None:
        return url_for("exams.show_exam", public_id=exam_id)
    return url_for(".show_case", public_id=case.public_id)


def _to_case(exam_id: str) -> Response:
    return redirect(_case_url(exam_id), 303)
