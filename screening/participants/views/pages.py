"""What the pages of one person share: the opening is written down, then the person is shown."""

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from screening.accounts.guards import current_actor, current_scope
from screening.clock import today
from screening.participants import actions
from screening.participants.presenters import ConflictPresenter, PersonPresenter
from screening.participants.queries import get_participant, list_registrations
from screening.web.forms import ScreeningForm

OPENING = "participants:record:open"


def open_person(public_id: str, page: str = OPENING) -> PersonPresenter:
    """Write down who looks at the person, then return what is shown of the person."""
    actions.open_participant(public_id, by=current_actor(), page=page)
    return present_person(public_id)


def present_person(public_id: str) -> PersonPresenter:
    """Return what is shown of a person."""
    person = get_participant(current_scope(), public_id)
    return PersonPresenter(person, list_registrations(current_scope(), person.id), today())


def show_form(
    template: str, public_id: str, form: ScreeningForm, conflict: ConflictPresenter | None = None
) -> str:
    """Show a form about a person, below the person whom it is about."""
    person = open_person(public_id)
    return render_template(template, form=form, person=person, conflict=conflict)


def to_record(public_id: str) -> Response:
    """Lead to the person's page."""
    return redirect(url_for("participants.show_participant", public_id=public_id), 303)
