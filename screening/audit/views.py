"""The page of the audit log."""

from collections.abc import Callable, Mapping

from flask import Blueprint, Flask, current_app, render_template, request

from screening.audit.forms import EventFilterForm
from screening.audit.presenters import present_events, say_record
from screening.audit.queries import list_entities, list_events
from screening.security.access import requires
from screening.security.permissions import Permission
from screening.web.paging import PAGE_SIZE
from screening.web.sorting import address, read_sorting

TIME = "time"
EXTENSION = "audit_sites"

blueprint = Blueprint("audit", __name__)


def bind_sites(app: Flask, names: Callable[[], Mapping[int, str]]) -> None:
    """Wire the slice above that says what sites are called, by their numbers."""
    app.extensions[EXTENSION] = names


@blueprint.get("/audit-log", endpoint="list_events")
@requires(Permission.AUDIT_VIEW)
def show_events() -> str:
    """Show who did and opened what, newest first unless the header was turned around."""
    form = EventFilterForm(formdata=request.args)
    form.entity.choices = [("", ""), *((name, say_record(name)) for name in list_entities())]
    form.validate()
    sorting = read_sorting((TIME,), f"-{TIME}")
    newest_first = sorting.is_descending
    found = list_events(form.filters(), limit=PAGE_SIZE + 1, is_descending=newest_first)
    events = present_events(found[:PAGE_SIZE], current_app.extensions[EXTENSION]())
    last = "before" if newest_first else "after"
    further = address(**{last: events[-1].number}) if len(found) > PAGE_SIZE else ""
    page = {"form": form, "events": events, "sorting": sorting, "further": further}
    return render_template("audit/list_events.html", **page)
