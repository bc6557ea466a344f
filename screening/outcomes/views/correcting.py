"""Correcting a cancer, adding its stage or treatment, and voiding it."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _

from screening.accounts.guards import current_actor, current_scope
from screening.clock import now
from screening.enrollments.queries import find_enrollment
from screening.outcomes import actions
from screening.outcomes.forms import CorrectCancerForm, VoidForm, cancer_form
from screening.outcomes.presenters import (
    ConflictPresenter,
    present_cancer,
    present_conflict,
    present_form_data,
    present_stage,
)
from screening.outcomes.queries import find_last_change, get_cancer
from screening.outcomes.views.blueprint import Answer, blueprint
from screening.outcomes.views.pages import Choices, back_url, read_choices, show_found_out
from screening.participants.views.pages import present_person
from screening.protocol.errors import NewerChangeError
from screening.security.access import requires
from screening.security.permissions import Permission
from screening.web.refusals import refusals_shown

EDIT = "outcomes/edit_cancer.html"
VOID = "outcomes/void_cancer.html"


@blueprint.route("/cancers/<string:public_id>/edit", methods=["GET", "POST"])
@requires(Permission.CANCER_EDIT)
def edit_cancer(public_id: str) -> Answer:
    """Correct a cancer, or add its stage or treatment."""
    cancer = get_cancer(current_scope(), public_id)
    choices = read_choices(cancer.participant_id, cancer.program)
    data, side = present_form_data(cancer), cancer.laterality or ""
    make = cancer_form(CorrectCancerForm, choices.workup)
    form = make(choices.workup, choices.exams, side, data=data)
    if form.validate_on_submit():
        try:
            with refusals_shown(form):
                if not _asks_back(public_id, form, choices):
                    _correct(public_id, form, choices)
                    return show_found_out(public_id, _("The cancer is saved"))
        except NewerChangeError:
            return _show_edit_conflict(public_id, form, choices), 409
    return _show_edit(public_id, form, choices)


def _asks_back(public_id: str, form: CorrectCancerForm, choices: Choices) -> bool:
    """Show what is refused or unlikely; of an outdated form, the newer version goes first."""
    cancer = get_cancer(current_scope(), public_id)
    whose = actions.Whose(cancer.participant, cancer.program)
    is_newest = cancer.version == form.version.number
    problems = actions.review_cancer(whose, form.entry(choices.exam_ids), at=now())
    return is_newest and form.show(problems)


def _correct(public_id: str, form: CorrectCancerForm, choices: Choices) -> None:
    actions.correct_cancer(
        get_cancer(current_scope(), public_id),
        form.entry(choices.exam_ids),
        expected_version=form.version.number,
        reason=(form.reason.data or "").strip() or None,
        by=current_actor(),
        at=now(),
    )


def _show_edit_conflict(public_id: str, form: CorrectCancerForm, choices: Choices) -> str:
    cancer = get_cancer(current_scope(), public_id)
    typed = form.entry(choices.exam_ids)
    conflict = present_conflict(cancer, typed, find_last_change(cancer.id))
    form.version.data = str(cancer.version)
    return _show_edit(public_id, form, choices, conflict)


def _show_edit(
    public_id: str,
    form: CorrectCancerForm,
    choices: Choices,
    conflict: ConflictPresenter | None = None,
) -> str:
    cancer = actions.open_cancer(public_id, by=current_actor())
    enrollment = find_enrollment(cancer.participant_id, cancer.program)
    return render_template(
        EDIT,
        form=form,
        choices=choices,
        cancer=present_cancer(cancer),
        conflict=conflict,
        enrollment_id=enrollment.id if enrollment else None,
        stage=present_stage(
            choices.workup,
            form.tnm_of(cancer.participant.born_from, cancer.participant.born_to),
            form.read()[0],
        ),
        back=back_url(public_id),
        person=present_person(cancer.participant.public_id),
    )


@blueprint.route("/cancers/<string:public_id>/void", methods=["GET", "POST"])
@requires(Permission.CANCER_EDIT)
def void_cancer(public_id: str) -> Answer:
    """Void a cancer recorded by mistake; what it closed opens again."""
    cancer = get_cancer(current_scope(), public_id)
    form = VoidForm(data={"version": str(cancer.version)})
    if form.validate_on_submit():
        try:
            with refusals_shown(form):
                return _void(public_id, form)
        except NewerChangeError:
            cancer = get_cancer(current_scope(), public_id)
            conflict = present_conflict(cancer, None, find_last_change(cancer.id))
            form.version.data = str(cancer.version)
            return _show_void(public_id, form, conflict), 409
    return _show_void(public_id, form)


def _void(public_id: str, form: VoidForm) -> Answer:
    back = back_url(public_id)
    actions.void_cancer(
        get_cancer(current_scope(), public_id),
        reason=form.reason.data or "",
        expected_version=form.version.number,
        by=current_actor(),
        at=now(),
    )
    flash(_("The cancer is voided; what it had closed is open again"), "success")
    return redirect(back, 303)


def _show_void(public_id: str, form: VoidForm, conflict: ConflictPresenter | None = None) -> str:
    cancer = actions.open_cancer(public_id, by=current_actor())
    return render_template(
        VOID,
        form=form,
        cancer=present_cancer(cancer),
        conflict=conflict,
        back=url_for(".edit_cancer", public_id=public_id),
        person=present_person(cancer.participant.public_id),
    )
