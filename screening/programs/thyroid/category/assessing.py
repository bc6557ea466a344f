"""The nodules of an exam assessed by a system: those with a result, and those still open."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from screening.clinical.reasons import InvalidInput, MissingInput
from screening.programs.thyroid.category.joining import Asking
from screening.programs.thyroid.category.seen import Seen, SeenNodule, problem_of
from screening.programs.thyroid.category.steps import Step, is_proven
from screening.programs.thyroid.wording import notes
from screening.protocol.wording import Problem, Sentence

SIZES = ("max_size_cm", "max_size_mm")

Result = TypeVar("Result")


@dataclass(frozen=True)
class Known(Generic[Result]):
    """One nodule with its result; without a size, the most that its category can ask for."""

    nodule: SeenNodule
    result: Result
    is_measured: bool = True

    def asking(self, category: str, step: Step) -> Asking:
        """Return what the nodule asks for in its category."""
        return Asking(
            self.nodule,
            category,
            step,
            is_proven=is_proven(self.nodule),
            is_measured=self.is_measured,
        )


@dataclass(frozen=True)
class Open:
    """One nodule, and what is still needed for its result."""

    nodule: SeenNodule
    problem: Problem


def assess_all(
    seen: Seen,
    assess: Callable[[SeenNodule], Result],
    assess_unmeasured: Callable[[SeenNodule], Result],
) -> tuple[list[Known[Result]], list[Open]]:
    """Return the nodules with a result, and those without."""
    known: list[Known[Result]] = []
    still_open: list[Open] = []
    for nodule in seen.nodules:
        try:
            known.append(Known(nodule, assess(nodule)))
        except (MissingInput, InvalidInput) as error:
            if isinstance(error, MissingInput) and error.column in SIZES:
                known.append(Known(nodule, assess_unmeasured(nodule), is_measured=False))
            else:
                still_open.append(Open(nodule, problem_of(nodule.index, error)))
    return known, still_open


def problems_of(seen: Seen, still_open: Sequence[Open]) -> tuple[Problem, ...]:
    """Return everything that is needed to know the category of every finding."""
    return (*seen.unknown, *(each.problem for each in still_open))


def left_open(still_open: Sequence[Open], category: str) -> Iterator[Sentence]:
    """Yield that the category of the exam stands, whatever the open nodules turn out to be."""
    for each in still_open:
        field = each.problem.field.rsplit("-", 1)[-1]
        yield notes.decides_alone(each.nodule.index + 1, field, category)
