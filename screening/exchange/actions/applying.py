"""Takes a checked import in: as a whole in one transaction, or in short ones row by row."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from time import monotonic, sleep

from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError

from screening.audit.actions import Subject, record
from screening.database.engine import db
from screening.database.transactions import transaction
from screening.exams.actions.categorizing import categorize_part, parts_in_order
from screening.exams.actions.loading import exams_judged_by_details, exams_of_findings
from screening.exchange.actions.batches import drop_chunks
from screening.exchange.actions.keeping import keep_written
from screening.exchange.actions.pace import collecting_rarely
from screening.exchange.actions.staging import Progress, no_progress
from screening.exchange.loaders.context import Context
from screening.exchange.loaders.registry import LOADERS
from screening.exchange.models import ImportBatch, ImportChunk
from screening.exchange.queries.imports import (
    chunk_ids,
    get_import,
    newest_event_id,
    people_changed_since,
    planned_rows,
    written_ids,
)
from screening.exchange.queries.lookups import sites_by_code
from screening.exchange.rules import (
    Effect,
    ImportMode,
    ImportStatus,
    Planned,
    check_import_move,
    mark_of,
)
from screening.exchange.tabular.kinds import KINDS
from screening.programs import all_programs
from screening.protocol.errors import NewerChangeError
from screening.protocol.wording import N_
from screening.security.actor import Actor

# In row mode others write between the transactions; each should last about this long.
SECONDS_A_TRANSACTION = 0.25
FIRST_ROWS, MOST_ROWS, FEWEST_ROWS = 200, 2_000, 20
# Who waits for the one lock of an embedded database looks for it ten times a second.
SECONDS_FOR_OTHERS = 0.11


class StaleCheckError(NewerChangeError):
    """What the check of a file rests on was changed meanwhile; it has to be checked again."""

    def __init__(self) -> None:
        super().__init__(
            N_("Records of this file were changed since it was checked; load the file again")
        )


def apply_import(
    public_id: str, *, by: Actor, at: datetime, progress: Progress = no_progress
) -> None:
    """Write what a checked import plans."""
    batch = get_import(by, public_id)
    check_import_move(batch.status, ImportStatus.APPLIED)
    kind, batch_id = KINDS[batch.kind], batch.id
    programs = {program.code: program for program in all_programs()}
    context = Context(kind, programs, sites_by_code(by.scope), by, at)
    work = _Work(batch_id, public_id, context, progress)
    with collecting_rarely(), _stale_if_taken():
        if batch.mode is ImportMode.WHOLE:
            work.write_whole()
        else:
            work.write_in_parts()


def cancel_import(public_id: str, *, by: Actor, at: datetime) -> None:
    """Give up an import of which nothing was written."""
    with transaction():
        batch = get_import(by, public_id)
        check_import_move(batch.status, ImportStatus.CANCELLED)
        batch.status, batch.finished_at = ImportStatus.CANCELLED, at
        drop_chunks(batch.id)
        record("exchange:import:cancel", Subject("import", batch.id), by=by, at=at)


@contextmanager
def _stale_if_taken() -> Iterator[None]:
    """Say that a number was taken meanwhile where the database would not have it twice."""
    try:
        yield
    except IntegrityError as error:
        raise StaleCheckError from error


class _Work:
    """One import being written."""

    def __init__(self, batch_id: int, public_id: str, context: Context, progress: Progress) -> None:
        self._batch_id, self._mark = batch_id, mark_of(public_id)
        self._context, self._progress = context, progress
        self._apply = LOADERS[context.kind.code].apply
        self._done, self._paused_at = 0, monotonic()
        # What committed transactions did to their rows.
        self._effects: Counter[Effect] = Counter()
        # Whose records others changed since the check, and up to which event that is known.
        self._changed: set[int] = set()
        self._known_event_id: int | None = None

    def write_whole(self) -> None:
        """Write everything in one transaction."""
        with transaction():
            batch = db.session.get_one(ImportBatch, self._batch_id, with_for_update=True)
            check_import_move(batch.status, ImportStatus.APPLIED)
            self._note_changes(batch)
            for chunk_id in chunk_ids(self._batch_id):
                self._write(planned_rows(chunk_id))
            for part in parts_in_order(self._context.exams_to_categorize):
                categorize_part(part, at=self._context.at)
            drop_chunks(self._batch_id)
            self._end(batch)
            self._progress("following", self._done)

    def write_in_parts(self) -> None:
        """Write the rows in transactions so short that others hardly wait.

        What was written is not planned again: an import that was cut off can go on. Where others
        changed the records of what is left, the import ends with what is in.
        """
        try:
            self._write_parts()
        except (StaleCheckError, IntegrityError):
            if self._effects:
                self._end_early()
            raise
        self._categorize_in_parts()
        with transaction():
            self._end(db.session.get_one(ImportBatch, self._batch_id))

    def _write_parts(self) -> None:
        size = FIRST_ROWS
        for chunk_id in chunk_ids(self._batch_id):
            waiting = planned_rows(chunk_id)
            while waiting:
                started = monotonic()
                self._write_part(chunk_id, waiting[:size], waiting[size : size + 1])
                waiting = waiting[size:]
                seconds = max(monotonic() - started, 0.001)
                size = int(size * SECONDS_A_TRANSACTION / seconds)
                size = max(FEWEST_ROWS, min(MOST_ROWS, size))
                self._let_others_in()

    def _end_early(self) -> None:
        """Keep what is in as an import that can be taken back; forget the rows that are not."""
        self._categorize_in_parts()
        with transaction():
            batch = db.session.get_one(ImportBatch, self._batch_id)
            for effect in Effect:
                setattr(batch, effect.value, self._effects[effect])
            batch.rows = self._effects.total() + batch.refused_rows
            drop_chunks(self._batch_id)
            self._end(batch)

    def _write_part(
        self, chunk_id: int, planned: Sequence[Planned], following: Sequence[Planned]
    ) -> None:
        with transaction():
            batch = db.session.get_one(ImportBatch, self._batch_id)
            self._note_changes(batch)
            self._write(planned)
            batch.status = ImportStatus.APPLYING
            chunk = ImportChunk.id == chunk_id
            if following:
                row_no = following[0].row_no
                db.session.execute(update(ImportChunk).where(chunk).values(first_row=row_no))
            else:
                db.session.execute(delete(ImportChunk).where(chunk))
        self._effects.update(each.effect for each in planned)

    def _categorize_in_parts(self) -> None:
        exam_ids = self._context.exams_to_categorize
        exam_ids |= set(exams_of_findings(written_ids(self._batch_id, "finding")))
        exam_ids |= set(exams_judged_by_details(written_ids(self._batch_id, "exam")))
        for part in parts_in_order(exam_ids, size=FIRST_ROWS):
            with transaction():
                categorize_part(part, at=self._context.at)
            self._let_others_in()

    def _let_others_in(self) -> None:
        """Leave the lock alone for a moment, after the transactions of about one's length."""
        is_embedded = db.session.get_bind().dialect.name == "sqlite"
        if is_embedded and monotonic() - self._paused_at >= SECONDS_A_TRANSACTION:
            sleep(SECONDS_FOR_OTHERS)
            self._paused_at = monotonic()

    def _note_changes(self, batch: ImportBatch) -> None:
        """Look at what others did since the check, or since this was asked last."""
        since = self._known_event_id
        newest = newest_event_id()
        self._changed |= people_changed_since(
            batch.checked_event_id if since is None else since, self._mark
        )
        self._known_event_id = newest

    def _write(self, planned: Sequence[Planned]) -> None:
        rows = [each for each in planned if each.effect is not Effect.UNCHANGED]
        if not self._changed.isdisjoint(each.participant_id for each in rows):
            raise StaleCheckError
        written = self._apply(self._context, rows)
        keep_written(self._batch_id, written, self._mark, self._context)
        self._done += len(planned)
        self._progress("written", self._done)

    def _end(self, batch: ImportBatch) -> None:
        batch.status, batch.finished_at = ImportStatus.APPLIED, self._context.at
        names = ("rows", "added", "changed", "unchanged", "refused_rows")
        record(
            "exchange:import:apply",
            Subject("import", batch.id),
            by=self._context.by,
            at=self._context.at,
            reason=self._mark,
            changes={name: [None, getattr(batch, name)] for name in names},
        )
