"""Moves of an import, and what a row does to a record."""

import pytest

from screening.exchange.rules import (
    TRANSITIONS,
    Effect,
    ImportStatus,
    Planned,
    check_import_move,
)
from screening.protocol.errors import NotAllowedNowError


def test_every_state_of_an_import_is_in_the_table_of_moves():
    assert set(TRANSITIONS) == set(ImportStatus)


def test_what_ended_stays_as_it_is():
    for status in (ImportStatus.REFUSED, ImportStatus.CANCELLED, ImportStatus.UNDONE):
        for wanted in ImportStatus:
            with pytest.raises(NotAllowedNowError):
                check_import_move(status, wanted)


def test_a_refused_move_says_what_is_allowed():
    with pytest.raises(NotAllowedNowError, match="allowed now: Taken back"):
        check_import_move(ImportStatus.APPLIED, ImportStatus.CANCELLED)


@pytest.mark.parametrize(
    ("planned", "effect"),
    [
        (Planned(2, None, 1, {"a": 1}), Effect.ADDED),
        (Planned(2, 7, 1, {"a": 1}, {"a": 0}), Effect.CHANGED),
        (Planned(2, 7, 1, {}), Effect.UNCHANGED),
        (Planned(2, 7, 1, {}, extra={"details": {"a": 1}}), Effect.CHANGED),
        (Planned(2, 7, 1, {"died_on": "2024-01-01"}, is_addition=True), Effect.ADDED),
    ],
)
def test_a_row_adds_changes_or_leaves_a_record(planned, effect):
    assert planned.effect is effect
