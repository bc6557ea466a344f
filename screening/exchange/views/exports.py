"""Ordering exports, and fetching their files."""

from flask import redirect, render_template, send_file, url_for
from flask_login import current_user

from screening.accounts.guards import current_actor
from screening.clock import now
from screening.exchange.actions.delivering import fetch_export, order_export
from screening.exchange.actions.delivering import stop_export as stop
from screening.exchange.forms import ExportForm
from screening.exchange.presenters import (
    Addresses,
    ExportView,
    Progress,
    file_name_of,
    is_under_way,
    kind_choices,
    present_export,
    present_progress,
    program_choices,
)
from screening.exchange.queries.browsing import count_ahead, get_export, list_exports
from screening.exchange.views.blueprint import Answer, blueprint
from screening.security.access import requires
from screening.security.permissions import Permission
from screening.web.paging import PAGE_SIZE, Page, offset_of, page_number, page_of


@blueprint.route("/exports", methods=["GET", "POST"], endpoint="list_exports")
@requires(Permission.EXPORT_RUN)
def show_exports() -> Answer:
    """Order an export, below those of the viewer so far."""
    form = ExportForm(kind_choices(), program_choices())
    if form.validate_on_submit():
        job_id = order_export(form.order, by=current_actor(), at=now())
        return redirect(url_for(".show_export", job_id=job_id), 303)
    return render_template(
        "exchange/list_exports.html", form=form, page=_page(), sites=len(current_user.sites)
    )


def _page() -> Page[ExportView]:
    number, at = page_number(), now()
    jobs = list_exports(current_actor(), limit=PAGE_SIZE + 1, offset=offset_of(number))
    return page_of([present_export(job, at) for job in jobs], number)


@blueprint.get("/exports/<int:job_id>")
@requires(Permission.EXPORT_RUN)
def show_export(job_id: int) -> Answer:
    """Show how far an export is, and where its file is."""
    job = get_export(current_actor(), job_id)
    view, progress = present_export(job, now()), _progress(job_id)
    return render_template("exchange/show_export.html", view=view, progress=progress)


def _progress(job_id: int) -> Progress | None:
    job = get_export(current_actor(), job_id)
    if not is_under_way(job):
        return None
    addresses = Addresses(
        page=url_for(".show_export", job_id=job_id),
        poll=url_for(".show_export_progress", job_id=job_id),
        stop=url_for(".stop_export", job_id=job_id),
    )
    return present_progress(job, addresses, now(), ahead=count_ahead(job))


@blueprint.get("/exports/<int:job_id>/progress")
@requires(Permission.EXPORT_RUN)
def show_export_progress(job_id: int) -> Answer:
    """Return how far the worker is, as a part of the page."""
    return render_template("exchange/_progress.html", progress=_progress(job_id))


@blueprint.post("/exports/<int:job_id>/stop")
@requires(Permission.EXPORT_RUN)
def stop_export(job_id: int) -> Answer:
    """Stop an export that is not written yet."""
    stop(job_id, by=current_actor(), at=now())
    return redirect(url_for(".show_export", job_id=job_id), 303)


@blueprint.get("/exports/<int:job_id>/file")
@requires(Permission.EXPORT_RUN)
def download_export(job_id: int) -> Answer:
    """Send the file of an export, to who asked for it, within the hour."""
    by = current_actor()
    name = file_name_of(get_export(by, job_id))
    path = fetch_export(job_id, by=by, at=now())
    answer = send_file(path, as_attachment=True, download_name=name)
    answer.headers["Cache-Control"] = "no-store"
    return answer
