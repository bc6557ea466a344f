"""The list of imports, and one of them: preview, progress, decision, refused rows."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from screening.accounts.guards import current_actor
from screening.clock import now
from screening.exchange.actions.ordering import order_apply, stop_import
from screening.exchange.actions.sharing import share_refused
from screening.exchange.presenters import (
    Addresses,
    Progress,
    Rows,
    is_under_way,
    pause_of,
    present_import,
    present_line,
    present_planned,
    present_problems,
    present_progress,
    problem_text,
)
from screening.exchange.queries.browsing import (
    SORTED_BY,
    ImportWork,
    count_ahead,
    get_work,
    list_imports,
)
from screening.exchange.queries.imports import list_planned, list_refusals
from screening.exchange.views.blueprint import Answer, blueprint
from screening.security.access import requires
from screening.security.permissions import Permission
from screening.web.downloads import csv_file
from screening.web.filters import site_name
from screening.web.paging import PAGE_SIZE, offset_of, page_number, page_of
from screening.web.sorting import read_sorting

ROWS_SHOWN = 10


@blueprint.get("/imports", endpoint="list_imports")
@requires(Permission.IMPORT_RUN)
def show_list() -> Answer:
    """Show the imports of the viewer's sites."""
    number, sorting = page_number(), read_sorting(tuple(SORTED_BY), "-created")
    order = (sorting.key, sorting.is_descending)
    found = list_imports(current_actor(), order, limit=PAGE_SIZE + 1, offset=offset_of(number))
    page = page_of([present_line(work) for work in found], number)
    return render_template("exchange/list_imports.html", page=page, sorting=sorting)


@blueprint.get("/imports/<string:public_id>")
@requires(Permission.IMPORT_RUN)
def show_import(public_id: str) -> Answer:
    """Show what a file will do, is doing or did."""
    work = get_work(current_actor(), public_id)
    sites = {site.id: site_name(site) for site in current_user.sites}
    return render_template(
        "exchange/show_import.html",
        view=present_import(work, _rows(work), sites),
        progress=_progress(work),
    )


def _rows(work: ImportWork) -> Rows:
    batch, number = work.batch, page_number()
    refused = list_refusals(batch.id, limit=PAGE_SIZE + 1, offset=offset_of(number))
    planned = present_planned(batch.kind, batch.program, list_planned(batch.id, ROWS_SHOWN))
    return Rows(planned, present_problems(page_of(refused, number)))


def _progress(work: ImportWork) -> Progress | None:
    job, batch = work.job, work.batch
    if job is None or not is_under_way(job):
        return None
    public_id = batch.public_id
    addresses = Addresses(
        page=url_for(".show_import", public_id=public_id),
        poll=url_for(".show_progress", public_id=public_id),
        stop=url_for(".cancel_import", public_id=public_id),
    )
    return present_progress(job, addresses, now(), ahead=count_ahead(job), pause=pause_of(work))


@blueprint.get("/imports/<string:public_id>/progress")
@requires(Permission.IMPORT_RUN)
def show_progress(public_id: str) -> Answer:
    """Return how far the worker is, as a part of the page."""
    progress = _progress(get_work(current_actor(), public_id))
    return render_template("exchange/_progress.html", progress=progress)


@blueprint.post("/imports/<string:public_id>/apply")
@requires(Permission.IMPORT_RUN)
def apply_import(public_id: str) -> Answer:
    """Ask the worker to take the checked rows in."""
    order_apply(public_id, by=current_actor(), at=now())
    return _to_import(public_id)


@blueprint.post("/imports/<string:public_id>/cancel")
@requires(Permission.IMPORT_RUN)
def cancel_import(public_id: str) -> Answer:
    """Stop what is under way, or give the import up."""
    if not stop_import(public_id, by=current_actor(), at=now()):
        flash(_("It was too late: the work was done already"), "warning")
    return _to_import(public_id)


def _to_import(public_id: str) -> Response:
    return redirect(url_for(".show_import", public_id=public_id), 303)


@blueprint.get("/imports/<string:public_id>/refused-rows")
@requires(Permission.IMPORT_RUN)
def download_rejects(public_id: str) -> Answer:
    """Send the refused rows as they came, each with what is wrong, to be mended and sent again."""
    text = share_refused(public_id, problem_text, by=current_actor(), at=now())
    return csv_file(f"refused-{public_id}.csv", text)
