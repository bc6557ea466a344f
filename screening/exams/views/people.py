"""What every page of exams shows of the person."""

from flask_login import current_user

from screening.accounts.guards import current_scope
from screening.clock import today
from screening.participants.presenters import PersonPresenter, present_sites
from screening.participants.queries import get_participant, list_registrations


def present_person(public_id: str) -> PersonPresenter:
    """Return the person at the head of the page."""
    person = get_participant(current_scope(), public_id)
    return PersonPresenter(person, list_registrations(current_scope(), person.id), today())


def own_sites() -> list[tuple[str, str]]:
    """Return the user's sites as the choices of a form."""
    return [(str(number), label) for number, label in present_sites(current_user.sites)]
