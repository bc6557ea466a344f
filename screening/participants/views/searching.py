"""The search for persons; what is typed never stands in an address."""

from flask import render_template

from screening.accounts.guards import current_scope
from screening.clock import today
from screening.participants.forms import SearchForm
from screening.participants.presenters import SearchPresenter, present_search
from screening.participants.queries import find_participants
from screening.participants.views.blueprint import blueprint
from screening.security.access import requires
from screening.security.permissions import Permission


@blueprint.route("", methods=["GET", "POST"])
@requires(Permission.PARTICIPANT_VIEW)
def search() -> str:
    """Find a person."""
    form = SearchForm()
    return render_template("participants/search.html", form=form, page=_find(form))


@blueprint.post("/matches")
@requires(Permission.PARTICIPANT_VIEW)
def show_matches() -> str:
    """Return the lines of a search while it is typed."""
    form = SearchForm()
    return render_template("participants/_matches.html", form=form, page=_find(form))


def _find(form: SearchForm) -> SearchPresenter:
    text = (form.text.data or "").strip()
    is_asked = form.validate_on_submit() and bool(text)
    found = find_participants(current_scope(), text, after=form.cursor) if is_asked else None
    return present_search(text, found, today())
