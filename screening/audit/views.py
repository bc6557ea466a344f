"""The page of the audit log."""

from flask import Blueprint, render_template, request

from screening.audit.forms import EventFilterForm
from screening.audit.presenters import present_events, say_record
from screening.audit.queries import list_entities, list_events
from screening.security.access import requires
from screening.security.permissions import Permission
from screening.web.paging import PAGE_SIZE
from screening.web.sorting import address

blueprint = Blueprint("audit", __name__)


@blueprint.get("/audit-log", endpoint="list_events")
@requires(Permission.AUDIT_VIEW)
def show_events() -> str:
    """Show who did and opened what, newest first."""
    form = EventFilterForm(formdata=request.args)
    form.entity.choices = [("", ""), *((name, say_record(name)) for name in list_entities())]
    form.validate()
    found = list_events(form.filters(), limit=PAGE_SIZE + 1)
    events = present_events(found[:PAGE_SIZE])
    older = address(before=events[-1].number) if len(found) > PAGE_SIZE else ""
    return render_template("audit/list_events.html", form=form, events=events, older=older)
