"""The work list: what waits at the person's sites, by kind, the longest due first."""

from datetime import timedelta

from flask import Blueprint, render_template, request
from flask_login import current_user

from screening.accounts.guards import current_scope
from screening.clock import today
from screening.programs import all_programs
from screening.security.access import requires
from screening.security.actor import Scope
from screening.security.permissions import Permission
from screening.web.locale import say
from screening.web.paging import PAGE_SIZE, offset_of, page_number, page_of
from screening.web.sorting import read_sorting
from screening.worklists.presenters import (
    NextActionsPresenter,
    present_next_actions,
    present_work,
)
from screening.worklists.queries import (
    SORT_KEYS,
    Filters,
    count_waiting,
    list_next_actions,
    list_waiting,
)
from screening.worklists.rules import ActionKind, kinds_for

blueprint = Blueprint("worklists", __name__)

AHEAD = timedelta(days=30)


@blueprint.get("/work")
@requires(Permission.WORKLIST_VIEW)
def show_work() -> str:
    """Show what waits; of what lies ahead, the next 30 days unless all is asked for."""
    filters = _filters()
    kinds = kinds_for(current_user.role)
    counts = {kind: count_waiting(kind, current_scope(), filters) for kind in kinds}
    kind = _chosen(counts)
    number, sorting = page_number(), read_sorting(SORT_KEYS, "due")
    rows = list_waiting(
        kind,
        current_scope(),
        filters,
        order=(sorting.key, sorting.is_descending),
        limit=PAGE_SIZE + 1,
        offset=offset_of(number),
    )
    work = present_work(kind, counts, page_of(rows, number), today())
    programs = [(program.code, say(program.name)) for program in all_programs()]
    return render_template(
        "worklists/show_work.html", work=work, programs=programs, asked=_asked(), sort=sorting
    )


def _asked() -> dict[str, str]:
    names = ("program", "site", "ahead", "sort")
    return {name: request.args.get(name, "") for name in names}


def _filters() -> Filters:
    codes = {program.code for program in all_programs()}
    program = request.args.get("program", "")
    own = {site.id for site in current_user.sites}
    site_id = request.args.get("site", 0, type=int)
    is_all = request.args.get("ahead") == "all"
    return Filters(
        program if program in codes else None,
        site_id if site_id in own else None,
        up_to=None if is_all else today() + AHEAD,
    )


def _chosen(counts: dict[ActionKind, int]) -> ActionKind:
    """Return the kind asked for, else the first in which something waits."""
    asked = request.args.get("kind", "")
    known = {kind.value: kind for kind in counts}
    if asked in known:
        return known[asked]
    return next((kind for kind, count in counts.items() if count), next(iter(counts)))


def panel(participant_id: int, scope: Scope) -> tuple[str, NextActionsPresenter] | None:
    """Return the next actions for the page of a person."""
    actions = list_next_actions(scope, participant_id)
    if not actions:
        return None
    return "worklists/_panel.html", present_next_actions(actions, today())
