"""What a result asks for: positive, more imaging, tissue, and at which interval; pure."""

from dataclasses import dataclass, replace

from screening.exams.rules.entry import ExamEntry
from screening.exams.rules.states import EXAMINED, Recommendation
from screening.protocol.category import Categorization, Category, CategorySystem
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
    is_same = computed is not None and (computed.system, computed.category) == (
        system.code,
        category,
    )
    same = computed if is_same else None
    if recommendation is not None:
        return _asked(system, entry, recommendation, same)
    if same is not None:
        return Marks(same.is_positive, same.asks_more_imaging, same.asks_tissue, same.interval)
    return Marks(entry.is_positive, entry.asks_more_imaging, entry.asks_tissue)


def _asked(
    system: CategorySystem,
    category: Category,
    recommendation: Recommendation,
    computed: Categorization | None,
) -> Marks:
    """Return the marks of a reader's recommendation, by the rule of the system."""
    is_positive, interval = category.is_positive, computed.interval if computed else None
    asks_tissue = recommendation is Recommendation.TISSUE
    if system.windows_asked:
        is_positive = asks_tissue
        # A window that the findings gave is more exact, where the reader asks for one.
        if not (interval and recommendation is Recommendation.SHORT_INTERVAL):
            interval = system.windows_asked[recommendation]
    asks_imaging = recommendation is Recommendation.MORE_IMAGING
    return Marks(is_positive, asks_imaging, asks_tissue, interval)


def with_system(entry: ExamEntry, program: Program, in_use: str | None) -> ExamEntry:
    """Return the entry of a done exam in the system of its site, where it names none itself.

    A category that the site's system does not have is in the system that has it.
    """
    is_done = entry.status in EXAMINED
    if not is_done or entry.system is not None or not is_in_use(program, in_use, _given(entry)):
        return entry
    return replace(entry, system=in_use)


def _given(entry: ExamEntry) -> str | None:
    return entry.view.category if entry.view else None


def is_in_use(program: Program, in_use: str | None, category: str | None) -> bool:
    """Tell whether the system that a site chose holds for an exam, with its category if given."""
    systems = (system for system in program.systems if system.code == in_use)
    return any(
        category is None or any(entry.code == category for entry in system.categories)
        for system in systems
    )


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
