"""States of an import, how it takes a file, and what it does to a record; pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from screening.exchange.tabular.errors import Refusal
from screening.protocol.errors import NotAllowedNowError
from screening.protocol.wording import N_, listed


class ImportStatus(StrEnum):
    """Where an import stands."""

    STAGING = "staging"
    CHECKED = "checked"
    APPLYING = "applying"
    APPLIED = "applied"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    UNDONE = "undone"


STATUS_LABELS = {
    ImportStatus.STAGING: N_("Not checked"),
    ImportStatus.CHECKED: N_("Checked, to be decided"),
    ImportStatus.APPLYING: N_("Imported in part"),
    ImportStatus.APPLIED: N_("Imported"),
    ImportStatus.REFUSED: N_("Refused"),
    ImportStatus.CANCELLED: N_("Given up"),
    ImportStatus.UNDONE: N_("Taken back"),
}


class ImportMode(StrEnum):
    """Whether a file with refused rows is taken not at all, or but for those rows."""

    WHOLE = "whole"
    ROWS = "rows"


MODE_LABELS = {
    ImportMode.WHOLE: N_("The whole file or nothing"),
    ImportMode.ROWS: N_("Row by row, without the refused ones"),
}


# REFUSED holds a whole file of which nothing was taken; APPLYING: rows of it are in already.
TRANSITIONS: dict[ImportStatus, tuple[ImportStatus, ...]] = {
    ImportStatus.STAGING: (
        ImportStatus.CHECKED,
        ImportStatus.REFUSED,
        ImportStatus.CANCELLED,
    ),
    ImportStatus.CHECKED: (
        ImportStatus.APPLYING,
        ImportStatus.APPLIED,
        ImportStatus.REFUSED,
        ImportStatus.CANCELLED,
    ),
    ImportStatus.APPLYING: (ImportStatus.APPLIED, ImportStatus.UNDONE),
    ImportStatus.APPLIED: (ImportStatus.UNDONE,),
    ImportStatus.REFUSED: (),
    ImportStatus.CANCELLED: (),
    ImportStatus.UNDONE: (),
}


class Work(StrEnum):
    """What the worker does for exchange."""

    CHECK = "exchange:check"
    APPLY = "exchange:apply"
    UNDO = "exchange:undo"
    EXPORT = "exchange:export"


class FileFormat(StrEnum):
    """The forms of the files that are written."""

    CSV = "csv"
    XLSX = "xlsx"


FORMAT_LABELS = {FileFormat.CSV: N_("CSV (text)"), FileFormat.XLSX: N_("Excel (.xlsx)")}

# About as many rows are written in a second on a small machine; nobody else can save meanwhile.
ROWS_A_SECOND = 1_500


def pause_seconds(rows: int) -> int:
    """Return how long others wait with saving while rows are written as a whole, about."""
    return -(-rows // ROWS_A_SECOND)


def check_import_move(status: ImportStatus, wanted: ImportStatus) -> None:
    """Refuse a state that cannot follow the present one, and say which can."""
    allowed = TRANSITIONS[status]
    if wanted not in allowed:
        raise NotAllowedNowError(
            N_("An import that is “{status}” cannot become “{wanted}”; allowed now: {allowed}"),
            {
                "status": STATUS_LABELS[status],
                "wanted": STATUS_LABELS[wanted],
                "allowed": listed([STATUS_LABELS[each] for each in allowed]),
            },
        )


class Effect(StrEnum):
    """What a row does to the record that it names."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass
class Tally:
    """What became of the rows of a file."""

    rows: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    refused_rows: int = 0

    def count(self, effect: Effect) -> None:
        """Count one row that was taken."""
        setattr(self, effect.value, getattr(self, effect.value) + 1)


NOTHING: Mapping[str, object] = {}


class Planned(NamedTuple):
    """What a row will do: to which record (None: a new one), and the columns that it sets.

    `before` holds the same columns as they were; `extra` is what else its loader needs. All
    values are such as JSON holds them. `is_addition`: the record is there, but what the row says
    (an outcome, a death) is new to it.
    """

    row_no: int
    record_id: int | None
    participant_id: int | None
    values: Mapping[str, object]
    before: Mapping[str, object] = NOTHING
    extra: Mapping[str, object] = NOTHING
    is_addition: bool = False

    @property
    def effect(self) -> Effect:
        """Whether a record is added, changed or left as it is."""
        if self.record_id is None or self.is_addition:
            return Effect.ADDED
        return Effect.CHANGED if self.values or self.extra else Effect.UNCHANGED


class Written(NamedTuple):
    """A record that a row made (`before` is None) or changed, for the audit log and the undo.

    `after` None: the row's event in the audit log is that of another record.
    """

    row_no: int
    entity: str
    record_id: int
    participant_id: int | None
    before: Mapping[str, object] | None
    after: Mapping[str, object] | None


@dataclass(frozen=True)
class Plan:
    """What a chunk of rows will do, and why some of them are refused."""

    planned: tuple[Planned, ...]
    refusals: tuple[Refusal, ...]


# What the reason of an event begins with where an import was taken back.
UNDO = "undo of "


def mark_of(public_id: str) -> str:
    """Return the reason that stands in every event of an import."""
    return f"import {public_id}"
