"""Every write of cases, decisions and procedures."""

from screening.cases.actions.deciding import (
    agree,
    close_case,
    override,
    reopen_case,
    review_closure,
    take_case,
)
from screening.cases.actions.following import follow_episodes, follow_rounds
from screening.cases.actions.opening import open_case, open_procedure
from screening.cases.actions.procedures import (
    correct_procedure,
    record_procedure,
    review_procedure,
    void_procedure,
)

__all__ = [
    "agree",
    "close_case",
    "correct_procedure",
    "follow_episodes",
    "follow_rounds",
    "open_case",
    "open_procedure",
    "override",
    "record_procedure",
    "reopen_case",
    "review_closure",
    "review_procedure",
    "take_case",
    "void_procedure",
]
