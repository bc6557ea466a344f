"""The search for persons; what is typed never stands in an address."""

from flask import render_template

from screening.accounts.guards import current_scope
from screening.clock import today
from screening.participants.forms import SearchForm
from screening.participants.presenters import SearchPresenter, present_search
from screening.participants.queries import find_participants, find_sorted_participants
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
    sorting, scope = form.sorting, current_scope()
    form.sorted_by.data = sorting.asked
    if not is_asked:
        return present_search(text, None, today(), sorting)
    order = (sorting.key, sorting.is_descending)
    found = (
        find_sorted_participants(scope, text, order)
        if sorting.key
        else find_participants(scope, text, after=form.cursor)
    )
    return present_search(text, found, today(), sorting)
