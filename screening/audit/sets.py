"""Many events of one act: kept small until they are sealed, each hashed as a single one is."""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from screening.audit.chain import canonical_text
from screening.audit.rules import canonical_event
from screening.database.types import JsonText, json_text
from screening.security.actor import Actor

# An event's own values stand in its canonical text where these stand in the text of its set.
OWN = {"changes": "\x00c", "entity_id": "\x00e", "participant_id": "\x00p"}


class Changed(NamedTuple):
    """A record and what was changed of it: field -> [old, new], as JSON can hold them."""

    entity_id: int
    participant_id: int | None
    changes: Mapping[str, object]


@dataclass(frozen=True)
class Act:
    """What was done to every record of a set: when, by whom, how it is called, to what, why."""

    at: datetime
    by: Actor
    action: str
    entity: str
    reason: str | None


class EventRow(NamedTuple):
    """One event of a set, ready to be chained."""

    entity_id: int
    participant_id: int | None
    changes: JsonText
    canonical: str


class EventSet:
    """The events of one act on many records."""

    def __init__(self, act: Act, changed: Sequence[Changed]) -> None:
        self._act = act
        lines = (
            f"{each.entity_id}\t{_number(each.participant_id)}\t{json_text(each.changes)}"
            for each in changed
        )
        self._packed = zlib.compress("\n".join(lines).encode(), 1)

    def shared(self) -> dict[str, object]:
        """Return the columns that are the same in every event."""
        act = self._act
        return {
            "at": act.at,
            "actor_id": act.by.user_id,
            "actor_name": act.by.name,
            "actor_role": act.by.role,
            "site_id": act.by.site_id,
            "action": act.action,
            "entity": act.entity,
            "reason": act.reason,
            "request_id": act.by.request_id,
        }

    def rows(self) -> Iterator[EventRow]:
        """Yield the events in their order."""
        before, between, behind, after = self._texts()
        for line in zlib.decompress(self._packed).decode().split("\n"):
            number, person, changes = line.split("\t")
            yield EventRow(
                int(number),
                None if person == "null" else int(person),
                JsonText(changes),
                f"{before}{changes}{between}{number}{behind}{person}{after}",
            )

    def _texts(self) -> list[str]:
        """Return the canonical text of the set in the pieces around an event's own values."""
        rest = canonical_text(canonical_event({**self.shared(), **OWN}))
        pieces = []
        for name in sorted(OWN):
            piece, rest = rest.split(json.dumps(OWN[name]), 1)
            pieces.append(piece)
        return [*pieces, rest]


def _number(value: int | None) -> str:
    return "null" if value is None else str(value)
