"""Every read of cases and procedures, within the viewer's sites."""

from screening.cases.queries.lists import (
    COUNTED_UP_TO,
    SORT_KEYS,
    CaseFilters,
    CaseLine,
    CaseOwner,
    CaseState,
    count_cases,
    list_cases,
)
from screening.cases.queries.single import (
    find_case_of_episode,
    find_procedure_change,
    get_case,
    get_procedure,
    list_cases_of,
    list_procedures,
)

__all__ = [
    "COUNTED_UP_TO",
    "SORT_KEYS",
    "CaseFilters",
    "CaseLine",
    "CaseOwner",
    "CaseState",
    "count_cases",
    "find_case_of_episode",
    "find_procedure_change",
    "get_case",
    "get_procedure",
    "list_cases",
    "list_cases_of",
    "list_procedures",
]
