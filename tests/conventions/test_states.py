"""Every state stands in its table of moves, and can be reached."""

from enum import StrEnum
from importlib import import_module
from inspect import getmembers, isclass

import pytest

from screening.cli.states import COMPUTED, MOVES
from tests.conventions.sources import PACKAGE


def status_enums():
    """Find every enum of states among the rules of the slices."""
    paths = [*PACKAGE.glob("*/rules.py"), *PACKAGE.glob("*/rules/*.py")]
    modules = [
        import_module(".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts))
        for path in paths
        if path.name != "__init__.py"
    ]
    return {
        enum
        for module in modules
        for name, enum in getmembers(module, isclass)
        if issubclass(enum, StrEnum) and name.endswith("Status")
    }


@pytest.mark.parametrize("moves", MOVES.values(), ids=MOVES)
def test_every_state_is_in_its_table(moves):
    states = type(next(iter(moves)))

    assert set(moves) == set(states)
    assert {follower for followers in moves.values() for follower in followers} <= set(states)


@pytest.mark.parametrize("moves", MOVES.values(), ids=MOVES)
def test_every_state_but_the_first_ones_follows_another(moves):
    reached = {follower for followers in moves.values() for follower in followers}
    first = next(iter(moves))

    assert set(moves) - reached <= {first}


def test_every_kind_of_state_has_a_table_or_is_computed():
    documented = {type(next(iter(moves))) for moves in MOVES.values()} | set(COMPUTED.values())

    assert {enum.__name__ for enum in status_enums() - documented} == set()
