"""Recording a death, correcting it, taking it back."""

from flask import flash, redirect, url_for
from flask_babel import gettext as _

from screening.accounts.guards import current_actor, current_scope
from screening.clock import now
from screening.participants import actions
from screening.participants.forms import CorrectDeathForm, DeathForm
from screening.participants.presenters import present_death_conflict
from screening.participants.queries import find_last_change, get_participant
from screening.participants.views.blueprint import Answer, blueprint
from screening.participants.views.pages import show_form, to_record
from screening.protocol.errors import NewerChangeError
from screening.security.access import requires
from screening.security.permissions import Permission
from screening.web.refusals import refusals_shown

RECORD = "participants/record_death.html"
CORRECT = "participants/correct_death.html"


@blueprint.route("/<string:public_id>/death", methods=["GET", "POST"])
@requires(Permission.PARTICIPANT_EDIT)
def record_death(public_id: str) -> Answer:
    """Record that the person died."""
    person = get_participant(current_scope(), public_id)
    form = DeathForm(data={"version": str(person.version)})
    if form.validate_on_submit():
        try:
            with refusals_shown(form):
                _record(public_id, form)
                flash(_("The death is recorded; the calls of every program end"), "success")
                return to_record(public_id)
        except NewerChangeError:
            return _show_conflict(public_id, form), 409
    elif person.died_on is not None:
        return redirect(url_for(".correct_death", public_id=public_id), 303)
    return show_form(RECORD, public_id, form)


def _record(public_id: str, form: DeathForm) -> None:
    actions.record_death(
        public_id,
        actions.Death(form.died_on.data, form.cause.data),
        expected_version=form.version.number,
        by=current_actor(),
        at=now(),
    )


@blueprint.route("/<string:public_id>/death/correct", methods=["GET", "POST"])
@requires(Permission.PARTICIPANT_EDIT)
def correct_death(public_id: str) -> Answer:
    """Correct a recorded death, or take it back."""
    person = get_participant(current_scope(), public_id)
    recorded = {"died_on": person.died_on, "cause": person.death_cause}
    form = CorrectDeathForm(data={**recorded, "version": str(person.version)})
    if form.validate_on_submit():
        try:
            with refusals_shown(form):
                _correct(public_id, form)
                flash(_("The correction is saved"), "success")
                return to_record(public_id)
        except NewerChangeError:
            return _show_conflict(public_id, form), 409
    return show_form(CORRECT, public_id, form)


def _correct(public_id: str, form: CorrectDeathForm) -> None:
    actions.correct_death(
        public_id,
        actions.Death(form.died_on.data, form.cause.data),
        reason=form.reason.data or "",
        expected_version=form.version.number,
        by=current_actor(),
        at=now(),
    )


def _show_conflict(public_id: str, form: DeathForm) -> str:
    """Show both versions; a death recorded meanwhile can only be corrected."""
    person = get_participant(current_scope(), public_id)
    typed = (form.died_on.data, form.cause.data)
    saved = (person.died_on, person.death_cause)
    conflict = present_death_conflict(saved, typed, find_last_change(person.id))
    template = RECORD
    if person.died_on is not None:
        template = CORRECT
        form = form if isinstance(form, CorrectDeathForm) else CorrectDeathForm()
    form.version.data = str(person.version)
    return show_form(template, public_id, form, conflict)
