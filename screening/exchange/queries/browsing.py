"""Reads for the pages of imports and exports: lists of them, each with the work under way."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, select

from screening.database.engine import db
from screening.exchange.models import ImportBatch
from screening.exchange.queries.imports import is_visible_to
from screening.exchange.rules import Work
from screening.jobs.models import Job
from screening.jobs.queries import count_ahead, list_own_jobs
from screening.protocol.errors import NotFoundError
from screening.protocol.wording import N_
from screening.security.actor import Actor

__all__ = [
    "SORTED_BY",
    "ImportWork",
    "count_ahead",
    "get_export",
    "get_work",
    "list_exports",
    "list_imports",
]

SORTED_BY: Mapping[str, ColumnElement[Any]] = {
    "created": ImportBatch.id.expression,
    "who": ImportBatch.created_by_name.expression,
    "kind": ImportBatch.kind.expression,
    "rows": ImportBatch.rows.expression,
    "refused": ImportBatch.refused_rows.expression,
}


class ImportWork(NamedTuple):
    """An import and the last work that the worker was asked to do on it."""

    batch: ImportBatch
    job: Job | None


def list_imports(
    by: Actor, order: tuple[str, bool], *, limit: int, offset: int
) -> Sequence[ImportWork]:
    """List imports; `order` names a column and whether the largest comes first."""
    key, is_descending = order
    column = SORTED_BY[key]
    rows = db.session.execute(
        select(ImportBatch, Job)
        .outerjoin(Job, Job.id == ImportBatch.job_id)
        .where(is_visible_to(by))
        .order_by(column.desc() if is_descending else column.asc(), ImportBatch.id.desc())
        .limit(limit)
        .offset(offset)
    )
    return [ImportWork(batch, job) for batch, job in rows]


def get_work(by: Actor, public_id: str) -> ImportWork:
    """Return one import with its work."""
    row = db.session.execute(
        select(ImportBatch, Job)
        .outerjoin(Job, Job.id == ImportBatch.job_id)
        .where(ImportBatch.public_id == public_id, is_visible_to(by))
    ).one_or_none()
    if row is None:
        raise NotFoundError(N_("There is no such import"))
    return ImportWork(*row)


def list_exports(by: Actor, *, limit: int, offset: int) -> Sequence[Job]:
    """List the viewer's own exports, the newest first."""
    return list_own_jobs(Work.EXPORT, by.user_id, limit=limit, offset=offset)


def get_export(by: Actor, job_id: int) -> Job:
    """Return an export of the viewer's own, of sites that still are the viewer's."""
    job = db.session.scalar(
        select(Job).where(
            Job.id == job_id, Job.kind == Work.EXPORT, Job.created_by_id == by.user_id
        )
    )
    if job is None or not _is_within(by, job.details["sites"]):
        raise NotFoundError(N_("There is no such export"))
    return job


def _is_within(by: Actor, sites: object) -> bool:
    own = by.scope.site_ids
    return own is None or (isinstance(sites, list) and own.issuperset(sites))
