"""States of an import, how it takes a file, and what it does to a record; pure."""

from dataclasses import dataclass, field
from enum import StrEnum
from collections.abc import Mapping

from screening.exchange.tabular.errors import Refusal


class ImportStatus(StrEnum):
    """Where an import stands."""

    STAGING = "staging"
    CHECKED = "checked"
    APPLYING = "applying"
    APPLIED = "applied"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    UNDONE = "undone"


class ImportMode(StrEnum):
    """Whether a file with refused rows is taken not at all, or but for those rows."""

    WHOLE = "whole"
    ROWS = "rows"


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


@dataclass(frozen=True)
class Planned:
    """What a row will do: to which record (None: a new one), and the columns that it sets.

    `before` holds the same columns as they were; `extra` is what else its loader needs.
    """

    row_no: int
    record_id: int | None
    participant_id: int | None
    values: Mapping[str, object]
    before: Mapping[str, object] = field(default_factory=dict)
    extra: object = None

    @property
    def effect(self) -> Effect:
        """Whether a record is added, changed or left as it is."""
        if self.record_id is None:
            return Effect.ADDED
        return Effect.CHANGED if self.values else Effect.UNCHANGED


@dataclass(frozen=True)
class Written:
    """A record that a row made (`before` is None) or changed, for the audit log and the undo."""

    row_no: int
    entity: str
    record_id: int
    participant_id: int | None
    before: Mapping[str, object] | None
    after: Mapping[str, object]


@dataclass(frozen=True)
class Plan:
    """What a chunk of rows will do, and why some of them are refused."""

    planned: tuple[Planned, ...]
    refusals: tuple[Refusal, ...]
