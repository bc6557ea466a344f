"""The page of documentation about states: which follows which, as tables and as diagrams."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

from screening.cases.rules import TRANSITIONS as CASE_TRANSITIONS
from screening.enrollments.rules import ENROLLMENT_TRANSITIONS, EpisodeStatus, RecallStatus
from screening.exams.rules import TRANSITIONS as EXAM_TRANSITIONS
from screening.exchange.rules import TRANSITIONS as IMPORT_TRANSITIONS
from screening.jobs.rules import TRANSITIONS as JOB_TRANSITIONS

INTRODUCTION = """\
# States

Generated from the tables of moves in the code; `make check` compares it.

A move that its table does not hold is refused with a sentence that says what is allowed now. What
is due, overdue or awaited is read off the records and the clock and is no state.
"""
COMPUTED_INTRODUCTION = """\
## Computed states

Nobody moves these: they follow from the exams, decisions and outcomes of an enrollment and are
made anew, in the same transaction, whenever one of those changes.
"""


# Each table maps the states of one enum to those that may follow.
Moves = Mapping[Any, Sequence[StrEnum]]

MOVES: dict[str, Moves] = {
    "Enrollment": ENROLLMENT_TRANSITIONS,
    "Exam": EXAM_TRANSITIONS,
    "Case": CASE_TRANSITIONS,
    "Import": IMPORT_TRANSITIONS,
    "Job": JOB_TRANSITIONS,
}
COMPUTED: dict[str, type[StrEnum]] = {"Episode": EpisodeStatus, "Recall": RecallStatus}


def states_markdown() -> str:
    """Return the page."""
    return "\n".join(_lines()).rstrip() + "\n"


def _lines() -> Iterator[str]:
    yield INTRODUCTION
    for title, moves in MOVES.items():
        yield from _section(title, moves)
    yield COMPUTED_INTRODUCTION
    for title, states in COMPUTED.items():
        yield f"- {title}: {', '.join(f'`{state}`' for state in states)}"


def _section(title: str, moves: Moves) -> Iterator[str]:
    yield f"## {title}"
    yield ""
    yield "| state | may become |"
    yield "| --- | --- |"
    for state, followers in moves.items():
        yield f"| `{state}` | {', '.join(f'`{each}`' for each in followers) or 'nothing'} |"
    yield ""
    yield "```mermaid"
    yield "stateDiagram-v2"
    for state, followers in moves.items():
        for follower in followers:
            yield f"    {state} --> {follower}"
        if not followers:
            yield f"    {state} --> [*]"
    yield "```"
    yield ""
