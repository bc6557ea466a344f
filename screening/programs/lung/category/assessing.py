"""Assesses one finding of an exam: its category and what it rests on, or what is still needed."""

from dataclasses import dataclass, replace

from screening.clinical.lung_rads import Category, Nodule, NoduleResult, Readings, Status
from screening.clinical.lung_rads.tables import ORDER_IN_AN_EXAM
from screening.clinical.reasons import InvalidInput, MissingInput
from screening.programs.lung.category.comparison import Change, fill_before, find_change
from screening.programs.lung.category.nodules import UNCOMPARED, read_nodule
from screening.programs.lung.category.unknowns import categorize, outcomes_of
from screening.programs.lung.wording import notes
from screening.programs.lung.wording.problems import impossible_input, missing_input
from screening.protocol.category import ExamRecord
from screening.protocol.fields import Payload
from screening.protocol.wording import Problem, Sentence

NEEDS_BEFORE = (None, Status.STABLE, Status.DECREASED)


@dataclass(frozen=True)
class Assessed:
    """One finding: its result with what that rests on, or else the input that is still needed.

    `highest` is the highest category that a finding without result can have.
    """

    result: NoduleResult | None = None
    notes: tuple[Sentence, ...] = ()
    problem: Problem | None = None
    highest: Category = Category.FOUR_X


def assess(payload: Payload, record: ExamRecord, readings: Readings) -> Assessed:
    """Return the category of a finding, or what it needs."""
    nodule = read_nodule(payload)
    if nodule is None:
        return Assessed(problem=Problem("finding", missing_input("finding")))
    if nodule.finding in UNCOMPARED or nodule.benign_after_workup:
        return _with_change(payload, nodule, Change((Status.BASELINE,)), readings)
    before: tuple[Sentence, ...] = ()
    if nodule.status in NEEDS_BEFORE:
        change = None if nodule.status else find_change(payload, nodule, record)
        if change is None or set(change.statuses) & set(NEEDS_BEFORE):
            nodule, before = fill_before(payload, nodule, record)
        if change is not None:
            change = replace(change, notes=change.notes + before)
            return _with_change(payload, nodule, change, readings)
    return _decided(payload, nodule, before, readings)


def _with_change(payload: Payload, nodule: Nodule, change: Change, readings: Readings) -> Assessed:
    if not change.is_known:
        return _whatever(nodule, change.statuses, change.missing, readings)
    if len(change.statuses) == 1:
        only = replace(nodule, status=change.statuses[0])
        return _decided(payload, only, change.notes, readings)
    return _highest(payload, nodule, change, readings)


def _decided(
    payload: Payload, nodule: Nodule, said: tuple[Sentence, ...], readings: Readings
) -> Assessed:
    try:
        return Assessed(categorize(nodule, readings), said)
    except MissingInput as error:
        statuses = (nodule.status,) if nodule.status else ()
        return _whatever(nodule, statuses, error.column, readings)
    except InvalidInput as error:
        return Assessed(problem=Problem(error.column, impossible_input(payload, error)))


def _highest(payload: Payload, nodule: Nodule, change: Change, readings: Readings) -> Assessed:
    """Evaluate every change that holds and keep the highest category."""
    each = [
        _decided(payload, replace(nodule, status=status), change.notes, readings)
        for status in change.statuses
    ]
    results = [assessed.result for assessed in each if assessed.result is not None]
    if len(results) < len(each):
        return next(assessed for assessed in each if assessed.result is None)
    highest = max(results, key=lambda result: ORDER_IN_AN_EXAM.index(result.category))
    if len({result.category for result in results}) == 1:
        said: tuple[Sentence, ...] = (notes.same_for_each(highest.category),)
    else:
        said = (
            *(
                notes.as_status(status, result.category)
                for status, result in zip(change.statuses, results, strict=True)
            ),
            notes.highest_decides(highest.category),
        )
    return Assessed(highest, change.notes + said)


def _whatever(
    nodule: Nodule, statuses: tuple[Status, ...], missing: str, readings: Readings
) -> Assessed:
    """Give the category that an unknown input cannot change, or ask for the input."""
    outcomes = outcomes_of(nodule, statuses, readings)
    categories = outcomes.categories
    if outcomes.is_complete and len(categories) == 1:
        result = replace(outcomes.results[0], reasons=())
        return Assessed(result, (notes.whatever_it_is(missing, result.category),))
    highest = Category.FOUR_X
    if outcomes.is_complete and categories:
        highest = max(categories, key=ORDER_IN_AN_EXAM.index)
    return Assessed(problem=Problem(missing, missing_input(missing)), highest=highest)
