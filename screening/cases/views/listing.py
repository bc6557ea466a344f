"""The list of flagged cases: a clinician's first page."""

from flask import render_template, request
from flask_login import current_user

from screening import programs
from screening.accounts.guards import current_scope
from screening.cases.presenters import (
    OVERDUE,
    filter_choices,
    filter_values,
    present_cases,
    standard_lists,
)
from screening.cases.queries import (
    SORT_KEYS,
    CaseFilters,
    CaseOwner,
    CaseState,
    count_cases,
    list_cases,
)
from screening.cases.views.blueprint import blueprint
from screening.clock import today
from screening.security.access import requires
from screening.security.permissions import Permission
from screening.web.locale import say
from screening.web.paging import PAGE_SIZE, offset_of, page_number, page_of
from screening.web.sorting import read_sorting


@blueprint.get("/cases", endpoint="list_cases")
@requires(Permission.CASE_VIEW)
def show_list() -> str:
    """Show the cases asked for, and how many there are of each list."""
    filters, number, day = _filters(), page_number(), today()
    sorting = read_sorting(SORT_KEYS, _default_order(filters))
    order = (sorting.key, sorting.is_descending)
    rows = list_cases(
        current_scope(), filters, order, limit=PAGE_SIZE + 1, offset=offset_of(number)
    )
    counts = {
        label: count_cases(current_scope(), known)
        for label, known in standard_lists(filters, day).items()
    }
    names = [(program.code, say(program.name)) for program in programs.all_programs()]
    return render_template(
        "cases/list_cases.html",
        cases=present_cases(filters, counts, page_of(rows, number), day),
        sorting=sorting,
        choices=filter_choices(names),
        asked=filter_values(filters),
    )


def _default_order(filters: CaseFilters) -> str:
    return "-closed" if filters.state is CaseState.CLOSED else "due"


def _filters() -> CaseFilters:
    state, owner = request.args.get("state", ""), request.args.get("owner", "")
    program = request.args.get("program", "")
    codes = {known.code for known in programs.all_programs()}
    return CaseFilters(
        CaseState(state) if state in set(CaseState) else CaseState.OPEN,
        CaseOwner(owner) if owner in set(CaseOwner) else CaseOwner.ANYONE,
        current_user.user_id,
        program if program in codes else None,
        today() if request.args.get("due") == OVERDUE else None,
    )
