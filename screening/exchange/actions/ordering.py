"""What a page orders of the worker: check a file that came, take it in, take it back, stop."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import PurePath

from screening.audit.actions import Subject, record
from screening.database.engine import db
from screening.database.transactions import transaction
from screening.exchange.actions.applying import cancel_import
from screening.exchange.actions.batches import ImportOrder, open_batch
from screening.exchange.actions.staging import match_table
from screening.exchange.files import Shelf, Upload, drop_file, keep_upload, path_of
from screening.exchange.models import ImportBatch
from screening.exchange.queries.imports import get_import
from screening.exchange.rules import ImportStatus, Work, check_import_move
from screening.exchange.tabular.errors import RefusedFileError
from screening.exchange.tabular.limits import MAX_LOOKED_AT_BYTES
from screening.exchange.tabular.mapping import read_mapping
from screening.exchange.tabular.reading import bytes_to_read, open_table
from screening.jobs.actions import ask_to_stop, queue_job
from screening.jobs.queries import get_job
from screening.jobs.rules import UNFINISHED, JobStatus
from screening.protocol.errors import NotAllowedNowError, RefusedInputError
from screening.protocol.wording import N_
from screening.security.actor import Actor

TABLES = (".csv", ".xlsx")
OPEN = (ImportStatus.STAGING, ImportStatus.CHECKED)
FILE, MAPPING = "file", "mapping"

Names = dict[str, str | None]


def begin_import(
    order: ImportOrder, file: Upload, mapping: Upload | None, *, by: Actor, at: datetime
) -> str:
    """Keep a file that came, and leave its check to the worker; return the import's number.

    A file of ordinary size is looked at first, so that what is no table is refused at once.
    """
    names: Names = {FILE: None, MAPPING: None}
    try:
        _keep(names, file, mapping)
        _look_at(names, order, by=by)
        with transaction():
            batch = open_batch(order, by=by, at=at)
            _queue(batch, Work.CHECK, {**names, "site": order.site}, by=by, at=at)
            public_id = batch.public_id
    except BaseException:
        drop_uploads(names)
        raise
    return public_id


def _keep(names: Names, file: Upload, mapping: Upload | None) -> None:
    suffix = PurePath(file.name).suffix.lower()
    if suffix not in TABLES:
        message = N_("Choose a .csv or an .xlsx file; other tables can be saved as one of these")
        raise RefusedInputError(FILE, message)
    with _refused_at(FILE):
        names[FILE] = keep_upload(file, suffix)
    if mapping is not None:
        with _refused_at(MAPPING):
            names[MAPPING] = keep_upload(mapping, ".yaml")


def _look_at(names: Names, order: ImportOrder, *, by: Actor) -> None:
    file, mapping = names[FILE] or "", names[MAPPING]
    if mapping:
        with _refused_at(MAPPING):
            path = path_of(Shelf.UPLOADS, mapping)
            order = replace(order, mapping=read_mapping(path, order.kind))
    path = path_of(Shelf.UPLOADS, file)
    with _refused_at(FILE):
        if bytes_to_read(path) <= MAX_LOOKED_AT_BYTES:
            match_table(open_table(path), order, by=by)


@contextmanager
def _refused_at(field: str) -> Iterator[None]:
    """Say what is wrong with a file at the field of the form where it was chosen."""
    try:
        yield
    except RefusedFileError as error:
        text, gaps = error.sentence.text, dict(error.sentence.values)
        if error.column:
            text, gaps = N_("column “{column}”: {problem}"), {"problem": error.sentence}
            gaps["column"] = error.column
        elif error.row_no > 1:
            text, gaps = N_("row {row}: {problem}"), {"problem": error.sentence}
            gaps["row"] = error.row_no
        raise RefusedInputError(field, text, gaps) from error


def drop_uploads(names: Mapping[str, object]) -> None:
    """Delete the files that an import was ordered with."""
    for part in (FILE, MAPPING):
        name = names.get(part)
        drop_file(Shelf.UPLOADS, str(name) if name else None)


def order_apply(public_id: str, *, by: Actor, at: datetime) -> None:
    """Ask the worker to write what a checked import plans."""
    _order(public_id, Work.APPLY, ImportStatus.APPLIED, {}, by=by, at=at)


def order_undo(public_id: str, *, reason: str, by: Actor, at: datetime) -> None:
    """Ask the worker to take an import back."""
    _order(public_id, Work.UNDO, ImportStatus.UNDONE, {"reason": reason}, by=by, at=at)


def _order(
    public_id: str,
    work: Work,
    wanted: ImportStatus,
    details: Mapping[str, object],
    *,
    by: Actor,
    at: datetime,
) -> None:
    with transaction():
        batch = _lock(public_id, by)
        check_import_move(batch.status, wanted)
        if _is_under_way(batch):
            raise NotAllowedNowError(N_("The worker is not yet done with this import; wait for it"))
        _queue(batch, work, details, by=by, at=at)


def stop_import(public_id: str, *, by: Actor, at: datetime) -> bool:
    """Stop what the worker does or is to do with an import; without that, give up the import.

    What was imported row by row before stays; a check that is stopped gives the import up. False:
    it is too late, the work was done just before.
    """
    with transaction():
        batch = _lock(public_id, by)
        if not _is_under_way(batch):
            if batch.status not in OPEN:
                return False
            cancel_import(public_id, by=by, at=at)
            return True
        job = get_job(batch.job_id or 0)
        ask_to_stop(job.id)
        db.session.refresh(job)
        if batch.status is ImportStatus.STAGING and job.status is JobStatus.CANCELLED:
            drop_uploads(job.details)
            cancel_import(public_id, by=by, at=at)
        else:
            record("exchange:import:stop", Subject("import", batch.id), by=by, at=at)
    return True


def _lock(public_id: str, by: Actor) -> ImportBatch:
    """Return an import that nobody else can order anything of meanwhile."""
    batch = get_import(by, public_id)
    return db.session.get_one(ImportBatch, batch.id, with_for_update=True)


def _is_under_way(batch: ImportBatch) -> bool:
    return batch.job_id is not None and get_job(batch.job_id).status in UNFINISHED


def _queue(
    batch: ImportBatch, work: Work, details: Mapping[str, object], *, by: Actor, at: datetime
) -> None:
    who = {"site_id": by.site_id, "request_id": by.request_id}
    job = queue_job(work, {**details, **who, "import": batch.public_id}, by=by, at=at)
    batch.job_id = job.id
