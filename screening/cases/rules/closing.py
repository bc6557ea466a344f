"""How a person ends a case: the outcome, and what stands against it."""

from dataclasses import dataclass
from datetime import date

from screening.enrollments.rules import Outcome
from screening.protocol.wording import N_, Problem, Sentence
from screening.protocol.workup import ProcedureResult

WITHOUT_CANCER = (Outcome.NEGATIVE, Outcome.BENIGN)
UNDECIDING = (ProcedureResult.INDETERMINATE, ProcedureResult.NON_DIAGNOSTIC)
# A cancer is not among them: recording the cancer itself closes the case.
GIVEN = (
    Outcome.NEGATIVE,
    Outcome.BENIGN,
    Outcome.LOST,
    Outcome.DECLINED,
    Outcome.DIED,
)


@dataclass(frozen=True)
class Closure:
    """How a case ends: the outcome of its round, the day, and a comment."""

    outcome: Outcome
    on: date
    comment: str | None = None


@dataclass(frozen=True)
class WorkupFacts:
    """What a closure is held against: the exam's day, results, tissue without a result."""

    examined_on: date | None
    results: tuple[ProcedureResult, ...] = ()
    waits_for_tissue: bool = False


def closure_problems(closure: Closure, facts: WorkupFacts, today: date) -> list[Problem]:
    """List what is refused or unlikely in a closure."""
    return [
        *_check_day(closure, facts, today),
        *_check_outcome(closure, facts),
        *_check_ground(closure, facts),
    ]


def _check_day(closure: Closure, facts: WorkupFacts, today: date) -> list[Problem]:
    if closure.on > today:
        message = N_("The decision cannot be in the future; today is {limit}")
        return [Problem("decided_on", Sentence(message, {"limit": today}))]
    if facts.examined_on is not None and closure.on < facts.examined_on:
        message = N_("The decision cannot be before the exam on {limit}")
        return [Problem("decided_on", Sentence(message, {"limit": facts.examined_on}))]
    return []


def _check_outcome(closure: Closure, facts: WorkupFacts) -> list[Problem]:
    if closure.outcome is Outcome.CANCER:
        message = N_("Record the cancer itself; the case then closes with it")
        return [Problem("outcome", Sentence(message))]
    if closure.outcome not in WITHOUT_CANCER:
        return []
    if ProcedureResult.MALIGNANT in facts.results:
        message = N_("A procedure was malignant: record the cancer, or confirm that there is none")
        return [Problem("outcome", Sentence(message), is_question=True)]
    if facts.waits_for_tissue:
        message = N_("A tissue procedure has no result yet: add it, or confirm to close without it")
        return [Problem("outcome", Sentence(message), is_question=True)]
    return []


def _check_ground(closure: Closure, facts: WorkupFacts) -> list[Problem]:
    """Ask what the outcome rests on where no result says so: a non-diagnostic one never closes."""
    is_open = any(result in UNDECIDING for result in facts.results)
    is_settled = ProcedureResult.BENIGN in facts.results
    if closure.outcome not in WITHOUT_CANCER or is_settled or not is_open or closure.comment:
        return []
    message = N_(
        "No procedure settled it: enter what else shows that it is benign (a specific diagnosis, "
        "resolution, or stability over the protocol's time)"
    )
    return [Problem("comment", Sentence(message))]
