"""Taking a whole import back."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from screening.accounts.guards import current_actor
from screening.clock import now
from screening.exchange.actions.ordering import order_undo
from screening.exchange.forms import UndoForm
from screening.exchange.queries.imports import get_import
from screening.exchange.queries.resting import list_later_work
from screening.exchange.rules import ImportStatus, check_import_move, mark_of
from screening.exchange.views.blueprint import Answer, blueprint
from screening.security.access import requires
from screening.security.permissions import Permission

WORK_SHOWN = 50


@blueprint.route("/imports/<string:public_id>/undo", methods=["GET", "POST"])
@requires(Permission.IMPORT_RUN)
def undo_import(public_id: str) -> Answer:
    """Ask why, or show what rests on the import and has to be taken back first."""
    batch = get_import(current_actor(), public_id)
    check_import_move(batch.status, ImportStatus.UNDONE)
    work = list_later_work(batch, mark_of(public_id))
    form = UndoForm()
    if not work and form.validate_on_submit():
        reason = (form.reason.data or "").strip()
        order_undo(public_id, reason=reason, by=current_actor(), at=now())
        flash(_("The import will be taken back"), "success")
        return redirect(url_for(".show_import", public_id=public_id), 303)
    page = render_template(
        "exchange/undo_import.html",
        batch=batch,
        form=form,
        work=work[:WORK_SHOWN],
        has_more=len(work) > WORK_SHOWN,
    )
    return (page, 409) if work and request.method == "POST" else page
