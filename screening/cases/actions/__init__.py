"""Every write of cases, decisions and procedures."""

from screening.cases.actions.deciding import (
    Closure,
    agree,
    close_case,
    override,
    reopen_case,
    take_case,
)
from screening.cases.actions.following import follow_episodes, follow_rounds
from screening.cases.actions.procedures import (
    ProcedureEntry,
    correct_procedure,
    record_procedure,
    void_procedure,
)

__all__ = [
    "Closure",
    "ProcedureEntry",
    "agree",
    "close_case",
    "correct_procedure",
    "follow_episodes",
    "follow_rounds",
    "override",
    "record_procedure",
    "reopen_case",
    "take_case",
    "void_procedure",
]
