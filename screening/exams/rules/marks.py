"""What a result asks for: positive, more imaging, tissue, and at which interval; pure."""

from dataclasses import dataclass

from screening.exams.rules.states import Recommendation
from screening.protocol.category import Categorization, CategorySystem
from screening.protocol.program import Program


@dataclass(frozen=True)
class Marks:
    """The three separate marks of a resulted exam; None: neither, the result is not complete.

    `interval` is the one of the finding that led; None: the category's own.
    """

    is_positive: bool | None
    asks_more_imaging: bool | None
    asks_tissue: bool | None
    interval: str | None = None


NO_RESULT = Marks(None, None, None)


def marks_of(
    system: CategorySystem,
    category: str,
    recommendation: Recommendation | None = None,
    computed: Categorization | None = None,
) -> Marks:
    """Return the marks of a category; a recommendation says more exactly what is asked.

    Without one, the computed result says it where it comes to the same category.
    """
    entry = system.category(category)
    is_computed = computed is not None and (computed.system, computed.category) == (
        system.code,
        category,
    )
    interval = computed.interval if computed is not None and is_computed else None
    if recommendation is not None:
        return Marks(
            entry.is_positive,
            recommendation is Recommendation.MORE_IMAGING,
            recommendation is Recommendation.TISSUE,
            interval,
        )
    if computed is not None and is_computed:
        return Marks(
            computed.is_positive, computed.asks_more_imaging, computed.asks_tissue, interval
        )
    return Marks(entry.is_positive, entry.asks_more_imaging, entry.asks_tissue)


def system_of(program: Program, given: str | None, category: str | None) -> CategorySystem:
    """Return the system that a result is in: the one given, else the one that has the category.

    The program's own system comes first where several have it.
    """
    default = program.system(program.default_system)
    if given is not None:
        return program.system(given)
    for system in (default, *program.systems):
        if any(entry.code == category for entry in system.categories):
            return system
    return default
