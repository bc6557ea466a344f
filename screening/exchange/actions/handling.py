"""What the worker does for exchange, on behalf of who asked for it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from screening.accounts.queries import get_user
from screening.clock import now
from screening.exchange.actions.applying import StaleCheckError, apply_import
from screening.exchange.actions.batches import ImportOrder, close_batch, closing_batch
from screening.exchange.actions.delivering import write_export
from screening.exchange.actions.ordering import FILE, MAPPING, drop_uploads
from screening.exchange.actions.staging import Progress, check_table, no_progress
from screening.exchange.actions.undoing import undo_import
from screening.exchange.files import Shelf, path_of
from screening.exchange.models import ImportBatch
from screening.exchange.queries.imports import figures_of, get_import
from screening.exchange.rules import ImportMode, ImportStatus, Work
from screening.exchange.tabular.errors import Refusal
from screening.exchange.tabular.mapping import ColumnMapping, read_mapping
from screening.exchange.tabular.reading import open_table
from screening.jobs.actions import report_progress
from screening.protocol.errors import NotAllowedNowError
from screening.protocol.wording import N_
from screening.security.actor import Actor, Scope
from screening.security.permissions import Permission, allows

if TYPE_CHECKING:
    from screening.jobs.models import Job
    from screening.jobs.worker import Handler


def check_upload(job: "Job") -> None:
    """Check an uploaded file; it is deleted, whatever comes of it."""
    job_id, details = job.id, dict(job.details)
    try:
        by = _actor(job, Permission.IMPORT_RUN)
        batch = get_import(by, str(details["import"]))
        if batch.status is ImportStatus.STAGING:  # else the worker was stopped just after the check
            _check(batch, details, by, job_id)
    finally:
        drop_uploads(details)


def _check(batch: ImportBatch, details: Mapping[str, object], by: Actor, job_id: int) -> None:
    batch_id, at = batch.id, now()
    with closing_batch(batch_id, at=at):
        order = _order_of(batch, details)
        table = open_table(path_of(Shelf.UPLOADS, str(details[FILE])))
        height = table.height - 1
        tell = _teller(job_id, height)
        check_table(batch_id, table, order, by=by, at=at, progress=tell)


def _order_of(batch: ImportBatch, details: Mapping[str, object]) -> ImportOrder:
    name, site = details[MAPPING], details["site"]
    mapping = ColumnMapping()
    if name:
        mapping = read_mapping(path_of(Shelf.UPLOADS, str(name)), batch.kind)
    return ImportOrder(
        batch.kind,
        batch.mode,
        batch.program,
        str(site) if site else None,
        mapping,
        batch.file_name,
    )


def apply_checked(job: "Job") -> None:
    """Write what an import plans; one whose check no longer holds is refused."""
    by = _actor(job, Permission.IMPORT_RUN)
    batch = get_import(by, str(job.details["import"]))
    if batch.status is ImportStatus.APPLIED:  # the worker was stopped just after it
        return
    batch_id, public_id = batch.id, batch.public_id
    rows = batch.rows - batch.refused_rows
    # Nothing that one transaction writes is seen before its end, how far it is neither.
    tell = no_progress if batch.mode is ImportMode.WHOLE else _teller(job.id, rows)
    try:
        apply_import(public_id, by=by, at=now(), progress=tell)
    except StaleCheckError as error:
        if figures_of(by, public_id).status is ImportStatus.CHECKED:
            why = Refusal(0, "", error.sentence)
            close_batch(batch_id, ImportStatus.REFUSED, why, at=now())
        raise


def undo_applied(job: "Job") -> None:
    """Take an import back."""
    by = _actor(job, Permission.IMPORT_RUN)
    public_id, reason = str(job.details["import"]), str(job.details["reason"])
    if get_import(by, public_id).status is not ImportStatus.UNDONE:
        undo_import(public_id, by=by, at=now(), reason=reason)


def deliver_export(job: "Job") -> None:
    """Write the file of an export."""
    by = _actor(job, Permission.EXPORT_RUN)
    write_export(job.id, dict(job.details), by=by, at=now(), progress=_teller(job.id, 0))


def _teller(job_id: int, total: int) -> Progress:
    def tell(step: str, rows: int) -> None:
        report_progress(job_id, rows, max(rows, total) if total else 0)

    return tell


def _actor(job: "Job", permission: Permission) -> Actor:
    """Return who asked, with the role and the sites of today."""
    user = get_user(job.created_by_id or 0)
    if not user.is_active or not allows(user.role, permission):
        raise NotAllowedNowError(N_("Whoever asked for this may no longer do it"))
    sites = Scope(frozenset(site.id for site in user.sites if site.is_active))
    site_id, request_id = job.details.get("site_id"), job.details.get("request_id")
    return Actor(
        user.id,
        user.display_name,
        user.role.value,
        sites,
        site_id if isinstance(site_id, int) else None,
        str(request_id) if request_id else None,
    )


HANDLERS: Mapping[str, "Handler"] = {
    Work.CHECK: check_upload,
    Work.APPLY: apply_checked,
    Work.UNDO: undo_applied,
    Work.EXPORT: deliver_export,
}
