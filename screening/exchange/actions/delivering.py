"""Exports as files: ordered on a page, written by the worker, fetched within an hour."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from screening.audit.actions import Subject, record
from screening.database.transactions import transaction
from screening.exchange.actions.exporting import export_rows
from screening.exchange.files import KEPT_FOR, Shelf, drop_file, new_file, path_of
from screening.exchange.queries.browsing import get_export
from screening.exchange.queries.exporting.shared import Extract, Texts
from screening.exchange.rules import FileFormat, Work
from screening.exchange.tabular.writing import write_csv, write_xlsx
from screening.jobs.actions import ask_to_stop, queue_job
from screening.jobs.models import Job
from screening.jobs.rules import JobStatus
from screening.protocol.errors import NotAllowedNowError, NotFoundError
from screening.protocol.wording import N_
from screening.security.actor import Actor, Scope
from screening.security.permissions import Permission, Role, allows

ROWS_BETWEEN_REPORTS = 2_000
# What may be read on a page only by those who may reveal it is not in a file for others.
REVEALED = "national_id"

Progress = Callable[[str, int], None]


@dataclass(frozen=True)
class ExportOrder:
    """What is to be exported, and in which form."""

    kind: str
    form: FileFormat = FileFormat.CSV
    program: str | None = None
    since: date | None = None
    until: date | None = None


def order_export(order: ExportOrder, *, by: Actor, at: datetime) -> int:
    """Ask the worker to write an export; return the number of the job."""
    sites = None if by.scope.site_ids is None else sorted(by.scope.site_ids)
    details: dict[str, object] = {
        "kind": order.kind,
        "format": order.form.value,
        "program": order.program,
        "from": order.since.isoformat() if order.since else None,
        "to": order.until.isoformat() if order.until else None,
        "sites": sites,
        "site_id": by.site_id,
        "request_id": by.request_id,
    }
    with transaction():
        details["file"] = new_file(Shelf.EXPORTS, f".{order.form.value}")
        return queue_job(Work.EXPORT, details, by=by, at=at).id


def write_export(
    job_id: int, details: Mapping[str, object], *, by: Actor, at: datetime, progress: Progress
) -> None:
    """Write the file of an export; nothing of it stays where that does not come to its end."""
    order, name = order_of(details), str(details["file"])
    extract = Extract(_scope(details, by), order.program, order.since, order.until)
    found = export_rows(order.kind, extract, by=by, at=at, job_id=job_id)
    may_reveal = allows(Role(by.role), Permission.PARTICIPANT_REVEAL)
    columns = [column for column in found.columns if may_reveal or column.name != REVEALED]
    path = path_of(Shelf.EXPORTS, name)
    try:
        rows = _counted(found.rows, progress)
        if order.form is FileFormat.XLSX:
            count = write_xlsx(path, columns, rows)
        else:
            with path.open("w", encoding="utf-8", newline="") as stream:
                count = write_csv(stream, columns, rows)
        progress("written", count)
    except BaseException:
        drop_file(Shelf.EXPORTS, name)
        raise


def _counted(rows: Iterable[Texts], progress: Progress) -> Iterator[Texts]:
    for count, row in enumerate(rows, start=1):
        if count % ROWS_BETWEEN_REPORTS == 0:
            progress("written", count)
        yield row


def _scope(details: Mapping[str, object], by: Actor) -> Scope:
    """Return the sites that were the viewer's when the export was ordered, and still are."""
    sites = details["sites"]
    if by.scope.site_ids is None or not isinstance(sites, list):
        return by.scope
    return Scope(by.scope.site_ids & frozenset(sites))


def order_of(details: Mapping[str, object]) -> ExportOrder:
    """Return what was ordered."""
    program, since, until = (details[name] for name in ("program", "from", "to"))
    return ExportOrder(
        str(details["kind"]),
        FileFormat(str(details["format"])),
        str(program) if program else None,
        date.fromisoformat(str(since)) if since else None,
        date.fromisoformat(str(until)) if until else None,
    )


def stop_export(job_id: int, *, by: Actor, at: datetime) -> None:
    """Stop an export that is not written yet."""
    with transaction():
        job = get_export(by, job_id)
        ask_to_stop(job.id)
        record("exchange:export:stop", Subject("export", job.id), by=by, at=at)


def fetch_export(job_id: int, *, by: Actor, at: datetime) -> Path:
    """Note that a written export is fetched, and return its file; only who asked for it may."""
    with transaction():
        job = get_export(by, job_id)
        path = path_of(Shelf.EXPORTS, str(job.details["file"]))
        if job.status is not JobStatus.DONE:
            raise NotAllowedNowError(N_("The export is not written yet; wait for it"))
        if is_expired(job, at) or not path.is_file():
            raise NotFoundError(N_("The file is deleted after an hour; export it again"))
        record("exchange:export:download", Subject("export", job.id), by=by, at=at)
    return path


def is_expired(job: Job, at: datetime) -> bool:
    """Tell whether the file of a finished export may no longer be fetched."""
    return job.finished_at is None or at - job.finished_at >= KEPT_FOR
