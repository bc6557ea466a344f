"""Events of many records at once are hashed as if each had been noted by itself."""

from datetime import UTC, datetime

import pytest

from screening.audit.chain import GENESIS, canonical_text, link, link_text
from screening.audit.rules import canonical_event
from screening.audit.sets import Act, Changed, EventSet
from screening.security.actor import EVERYWHERE, Actor

AT = datetime(2024, 3, 5, 9, 30, tzinfo=UTC)
KEY = "00" * 32


@pytest.mark.parametrize("reason", [None, "import 1a2b", 'a "quoted"\treason\n'])
def test_every_event_of_a_set_has_the_canonical_text_of_a_single_one(reason):
    changes = {
        "name": [None, '张三 "x"\t\n'],
        "birth_date": ["1960", "1960-03-05"],
        "deep": {"b": 1},
    }
    by = Actor(7, "Anna", "coordinator", EVERYWHERE, site_id=2, request_id="r-1")
    events = EventSet(
        Act(AT, by, "exams:exam:import", "exam", reason),
        [Changed(11, 5, changes), Changed(12, None, {})],
    )

    rows = list(events.rows())

    assert [(row.entity_id, row.participant_id) for row in rows] == [(11, 5), (12, None)]
    for row, expected in zip(rows, (changes, {}), strict=True):
        single = {
            "at": AT, "actor_id": 7, "actor_name": "Anna", "actor_role": "coordinator",
            "site_id": 2, "action": "exams:exam:import", "entity": "exam",
            "entity_id": row.entity_id, "participant_id": row.participant_id, "reason": reason,
            "changes": expected, "request_id": "r-1",
        }  # fmt: skip
        assert row.canonical == canonical_text(canonical_event(single))


def test_a_text_is_linked_as_its_event_is():
    event = {"at": AT.isoformat(), "changes": {"a": [1, "é"]}}

    assert link_text(bytes.fromhex(KEY), GENESIS, canonical_text(event)) == link(
        KEY, GENESIS, event
    )
