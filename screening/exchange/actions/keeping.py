"""What an import leaves behind of every row: an event of the audit log, and what undoes it."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence

from screening.audit.actions import record_set
from screening.audit.sets import Changed
from screening.database.sets import add_rows
from screening.exchange.loaders.context import Context
from screening.exchange.models import ImportRow
from screening.exchange.rules import Written
from screening.participants.actions.loading import audited

# The slice and the thing that events of an entity are named by.
THINGS = {
    "participant": "participants:record",
    "registration": "participants:registration",
    "enrollment": "enrollments:enrollment",
    "assessment": "enrollments:assessment",
    "episode": "enrollments:outcome",
    "exam": "exams:exam",
    "finding": "exams:finding",
    "procedure": "cases:procedure",
    "cancer": "outcomes:cancer",
}


def keep_written(batch_id: int, written: Sequence[Written], mark: str, context: Context) -> None:
    """Keep what rows wrote, and note one event for each record."""
    add_rows(
        ImportRow,
        [
            {
                "row_no": each.row_no,
                "entity": each.entity,
                "record_id": each.record_id,
                "participant_id": each.participant_id,
                "before": _text(each.before),
            }
            for each in written
        ],
        batch_id=batch_id,
    )
    events: dict[str, list[Changed]] = defaultdict(list)
    for each in written:
        if each.after is not None:
            events[each.entity].append(
                Changed(each.record_id, each.participant_id, changes_shown(each))
            )
    for entity, changed in events.items():
        action = f"{THINGS[entity]}:import"
        record_set(action, entity, changed, by=context.by, at=context.at, reason=mark)


def _text(values: Mapping[str, object] | None) -> str | None:
    return None if values is None else json.dumps(values, ensure_ascii=False)


def changes_shown(written: Written) -> dict[str, list[object]]:
    """Return what changed of a record, field -> [old, new], as the audit log may hold it."""
    before, after = written.before or {}, written.after or {}
    if written.entity == "participant":
        before, after = audited(before), audited(after)
    return {
        name: [before.get(name), value]
        for name, value in after.items()
        if value is not None or name in before
    }
