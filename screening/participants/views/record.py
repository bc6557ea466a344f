"""The page of a person, its masked number, and its history."""

from collections.abc import Callable, Sequence

from flask import Flask, current_app, render_template, request
from flask_login import current_user

from screening.accounts.guards import current_actor, current_scope
from screening.clock import now
from screening.participants import actions
from screening.participants.forms import RevealForm
from screening.participants.presenters import present_history
from screening.participants.queries import HISTORY_PAGE, list_history
from screening.participants.views.blueprint import Answer, blueprint
from screening.participants.views.pages import open_person, present_person
from screening.security.access import requires
from screening.security.actor import Scope
from screening.security.permissions import Permission
from screening.web.inputs import read_number

PANELS = "person_panels"

Panel = Callable[[int, Scope], tuple[str, object] | None]


def bind_panels(app: Flask, panels: Sequence[Panel]) -> None:
    """Wire the panels of the slices above: template and presenter, `panel` in that template."""
    app.extensions[PANELS] = tuple(panels)


@blueprint.get("/<string:public_id>")
@requires(Permission.PARTICIPANT_VIEW)
def show_participant(public_id: str) -> Answer:
    """Show a person's record."""
    open_person(public_id)
    return _show_record(public_id, None)


@blueprint.post("/<string:public_id>/national-number")
@requires(Permission.PARTICIPANT_REVEAL)
def reveal_national_id(public_id: str) -> Answer:
    """Show the record with the whole national number, once."""
    number = actions.reveal_national_id(public_id, by=current_actor(), at=now())
    return _show_record(public_id, number)


def _show_record(public_id: str, national_id: str | None) -> str:
    person, scope = present_person(public_id), current_scope()
    panels = [panel(person.id, scope) for panel in current_app.extensions[PANELS]]
    return render_template(
        "participants/show_participant.html",
        person=person,
        national_id=national_id,
        form=RevealForm(),
        panels=[panel for panel in panels if panel is not None],
    )


@blueprint.get("/<string:public_id>/history")
@requires(Permission.PARTICIPANT_VIEW)
def show_history(public_id: str) -> Answer:
    """Show who opened and who changed the record."""
    person = open_person(public_id, "participants:history:open")
    before, is_all = read_number(request.args.get("before")), "all" in request.args
    events = list_history(person.id, before=before, limit=HISTORY_PAGE + 1, has_openings=is_all)
    own_sites = {site.id: site.code for site in current_user.sites}
    history = present_history(events, HISTORY_PAGE, own_sites, has_openings=is_all)
    return render_template("participants/show_history.html", person=person, history=history)
