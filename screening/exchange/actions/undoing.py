"""Takes a whole import back: added records are voided, changed ones get their values back."""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from screening.audit.actions import Subject, record, record_set
from screening.audit.sets import Changed
from screening.cases.actions.loading import change_procedures, void_procedures
from screening.database.engine import db
from screening.database.sets import Values
from screening.database.transactions import transaction
from screening.enrollments.actions.loading import (
    change_assessments,
    change_enrollments,
    set_outcomes,
    void_assessments,
    void_enrollments,
)
from screening.exams.actions.categorizing import categorize_exams
from screening.exams.actions.loading import (
    change_exams,
    change_findings,
    exams_of_findings,
    remove_readings,
    void_exams,
    void_findings,
)
from screening.exchange.actions.keeping import THINGS, changes_shown
from screening.exchange.models import ImportBatch, ImportRow
from screening.exchange.queries.imports import get_import, iterate_written
from screening.exchange.queries.resting import list_later_work
from screening.exchange.rules import UNDO, ImportStatus, Written, check_import_move, mark_of
from screening.outcomes.actions.loading import change_cancers, void_cancers
from screening.participants.actions.loading import change_people, void_people, void_registrations
from screening.protocol.errors import NotAllowedNowError
from screening.protocol.wording import N_, Sentence
from screening.security.actor import Actor

Change = Callable[[Sequence[Values]], None]
Void = Callable[..., None]


class LaterWorkError(NotAllowedNowError):
    """Something was recorded later that rests on what an import brought in; `work` lists it."""

    def __init__(self, work: Sequence[Sentence]) -> None:
        super().__init__(
            N_("{count} later records rest on this import; take them back first"),
            {"count": len(work)},
        )
        self.work = list(work)


@dataclass(frozen=True)
class Undo:
    """How records of an entity are voided and changed back."""

    void: Void
    change: Change


def _remove(ids: Collection[int], *, at: datetime, reason: str) -> None:
    remove_readings(ids)


def _nothing_to_change(rows: Sequence[Values]) -> None:
    """Change nothing: readings and registrations are only ever added."""


def _no_void(ids: Collection[int], *, at: datetime, reason: str) -> None:
    """Void nothing: rounds are not added by files."""


UNDOS = {
    "participant": Undo(void_people, change_people),
    "registration": Undo(void_registrations, _nothing_to_change),
    "enrollment": Undo(void_enrollments, change_enrollments),
    "assessment": Undo(void_assessments, change_assessments),
    "episode": Undo(_no_void, set_outcomes),
    "exam": Undo(void_exams, change_exams),
    "reading": Undo(_remove, _nothing_to_change),
    "finding": Undo(void_findings, change_findings),
    "procedure": Undo(void_procedures, change_procedures),
    "cancer": Undo(void_cancers, change_cancers),
}


def undo_import(
    public_id: str, *, by: Actor, at: datetime, reason: str | None = None
) -> ImportBatch:
    """Take back everything that an import wrote; refused where later work rests on it."""
    with transaction():
        batch = get_import(by, public_id)
        check_import_move(batch.status, ImportStatus.UNDONE)
        mark = mark_of(public_id)
        work = list_later_work(batch, mark)
        if work:
            raise LaterWorkError(work)
        exam_ids: set[int] = set()
        for rows in iterate_written(batch.id):
            exam_ids |= _exams_to_categorize(rows)
            _undo_rows(rows, UNDO + mark, by=by, at=at)
            db.session.expunge_all()
        categorize_exams(exam_ids, at=at)
        batch = get_import(by, public_id)
        batch.status, batch.finished_at = ImportStatus.UNDONE, at
        subject = Subject("import", batch.id)
        record("exchange:import:undo", subject, by=by, at=at, reason=reason or mark)
    return batch


def _exams_to_categorize(rows: Sequence[ImportRow]) -> set[int]:
    findings = [row.record_id for row in rows if row.entity == "finding"]
    changed = {row.record_id for row in rows if row.entity == "exam" and row.before is not None}
    return changed | set(exams_of_findings(findings))


def _undo_rows(rows: Sequence[ImportRow], reason: str, *, by: Actor, at: datetime) -> None:
    groups: dict[str, list[ImportRow]] = defaultdict(list)
    for row in rows:
        groups[row.entity].append(row)
    for entity, group in groups.items():
        undo = UNDOS[entity]
        added = [row.record_id for row in group if row.before is None]
        if added:
            undo.void(added, at=at, reason=reason)
        restored = [row for row in group if row.before is not None]
        undo.change([{"id": row.record_id, **_before(row)} for row in restored])
        if entity in THINGS:
            record_set(
                f"{THINGS[entity]}:undo",
                entity,
                [Changed(row.record_id, row.participant_id, _shown(row)) for row in group],
                by=by,
                at=at,
                reason=reason,
            )


def _before(row: ImportRow) -> dict[str, object]:
    values: dict[str, object] = json.loads(row.before or "{}")
    return values


def _shown(row: ImportRow) -> Mapping[str, object]:
    """Return the values that a record gets back; of an added one nothing is left to show."""
    back = Written(row.row_no, row.entity, row.record_id, row.participant_id, None, _before(row))
    return changes_shown(back)
