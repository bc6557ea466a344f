"""The persons behind a figure: which list belongs to which number of the report."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from screening.indicators.queries.cohorts import Cohort
from screening.indicators.queries.people import Line, Portion, list_enrolled, list_lines
from screening.indicators.reports.assembling import COUNTS, KNOWN_STAGE, Asked, unknown_of
from screening.indicators.reports.definitions import OF_ENROLLMENTS, OF_TIME, OfEnrollments
from screening.indicators.rules import OF_EXAM_ONLY, days_of
from screening.indicators.rules import OF_TIME as TIME_DIMENSIONS
from screening.programs import get_program
from screening.protocol.errors import NotFoundError
from screening.protocol.measures import Tally
from screening.protocol.wording import N_
from screening.security.actor import Scope


class Part(StrEnum):
    """Which number of a figure."""

    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    UNKNOWN = "unknown"
    OPEN = "open"


PARTS_OF_RATES = (Part.NUMERATOR, Part.DENOMINATOR)
NO_SUCH_FIGURE = N_("There is no such figure in this program")


@dataclass(frozen=True)
class Behind:
    """A number of the report: the measure or count, and which of its numbers."""

    code: str
    part: Part


def check_behind(asked: Asked, behind: Behind) -> None:
    """Raise NotFoundError where the program has no such number, or not in such a group."""
    measure = _of_enrollments(behind)
    if measure is None:
        _tally(asked, behind)
    elif behind.part not in PARTS_OF_RATES or any(each in OF_EXAM_ONLY for each in asked.where):
        raise NotFoundError(NO_SUCH_FIGURE)


def list_behind(scope: Scope, asked: Asked, behind: Behind, portion: Portion) -> Sequence[Line]:
    """List the persons behind a number that the program has."""
    check_behind(asked, behind)
    measure = _of_enrollments(behind)
    if measure is None:
        return list_lines(scope, asked.cohort, _tally(asked, behind), portion)
    cohort = _at_the_end(asked.cohort) if measure.is_snapshot else asked.cohort
    is_numerator = behind.part is Part.NUMERATOR
    return list_enrolled(scope, cohort, measure.population(cohort), portion, reached=is_numerator)


def _of_enrollments(behind: Behind) -> OfEnrollments | None:
    return next((each for each in OF_ENROLLMENTS if each.definition.code == behind.code), None)


def _tally(asked: Asked, behind: Behind) -> Tally:
    tallies: dict[Behind, Tally] = {
        Behind(name, Part.NUMERATOR): tally for name, tally in COUNTS.items()
    }
    for measure in get_program(asked.program).measures:
        tallies[Behind(measure.code, Part.NUMERATOR)] = measure.numerator
        tallies[Behind(measure.code, Part.DENOMINATOR)] = measure.denominator
        if KNOWN_STAGE in measure.denominator.marks:
            tallies[Behind(measure.code, Part.UNKNOWN)] = unknown_of(measure)
    for time in OF_TIME:
        tallies[Behind(time.definition.code, Part.DENOMINATOR)] = time.everyone
        tallies[Behind(time.definition.code, Part.OPEN)] = time.waiting
    if behind not in tallies:
        raise NotFoundError(NO_SUCH_FIGURE)
    return tallies[behind]


def _at_the_end(cohort: Cohort) -> Cohort:
    """Return the cohort whose last day is that of the group's period, as a snapshot is taken."""
    times = [dimension for dimension in cohort.where if dimension in TIME_DIMENSIONS]
    ends = [days_of(dimension, cohort.where[dimension] or "")[1] for dimension in times]
    rest = {key: value for key, value in cohort.where.items() if key not in times}
    return replace(cohort, until=min([*ends, cohort.last_day]), where=rest)
