"""Changing what is recorded about a person, and voiding a person registered by mistake."""

from flask import flash, redirect, url_for
from flask_babel import gettext as _

from screening.accounts.guards import current_actor, current_scope
from screening.clock import now
from screening.participants import actions
from screening.participants.forms import EditForm, VoidForm
from screening.participants.presenters import present_conflict, present_form_data
from screening.participants.queries import find_last_change, get_participant
from screening.participants.views.blueprint import Answer, blueprint
from screening.participants.views.pages import show_form, to_record
from screening.protocol.errors import NewerChangeError, NotAllowedNowError
from screening.protocol.wording import Problem
from screening.security.access import requires
from screening.security.permissions import Permission
from screening.web.refusals import refusals_shown


@blueprint.route("/<string:public_id>/edit", methods=["GET", "POST"])
@requires(Permission.PARTICIPANT_EDIT)
def edit_participant(public_id: str) -> Answer:
    """Change what is recorded about a person."""
    person = get_participant(current_scope(), public_id)
    form = EditForm(person.details, data=present_form_data(person.details, person.version))
    if form.validate_on_submit():
        try:
            with refusals_shown(form):
                _update(public_id, form)
                flash(_("The changes are saved"), "success")
                return to_record(public_id)
        except NewerChangeError:
            return _show_conflict(public_id, form), 409
    return show_form("participants/edit_participant.html", public_id, form)


def _update(public_id: str, form: EditForm) -> None:
    version, by = form.version.number, current_actor()
    actions.update_participant(public_id, form.details(), expected_version=version, by=by, at=now())


def _show_conflict(public_id: str, form: EditForm) -> str:
    person = get_participant(current_scope(), public_id)
    typed = form.checked_details()
    conflict = present_conflict(person.details, typed, find_last_change(person.id))
    form.version.data = str(person.version)
    return show_form("participants/edit_participant.html", public_id, form, conflict)


@blueprint.route("/<string:public_id>/void", methods=["GET", "POST"])
@requires(Permission.PARTICIPANT_EDIT)
def void_participant(public_id: str) -> Answer:
    """Void a person registered by mistake."""
    person = get_participant(current_scope(), public_id)
    form = VoidForm(data={"version": str(person.version)})
    if form.validate_on_submit():
        try:
            with refusals_shown(form):
                _void(public_id, form)
                flash(_("The person is voided"), "success")
                return redirect(url_for(".search"), 303)
        except NewerChangeError:
            person = get_participant(current_scope(), public_id)
            form.version.data = str(person.version)
            conflict = present_conflict(person.details, person.details, find_last_change(person.id))
            return show_form("participants/void_participant.html", public_id, form, conflict), 409
        except NotAllowedNowError as error:
            form.show([Problem("", error.sentence)])
            return show_form("participants/void_participant.html", public_id, form), 409
    return show_form("participants/void_participant.html", public_id, form)


def _void(public_id: str, form: VoidForm) -> None:
    actions.void_participant(
        public_id,
        reason=form.reason.data or "",
        expected_version=form.version.number,
        by=current_actor(),
        at=now(),
    )
