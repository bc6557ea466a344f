"""Every measure that a report shows: the program's as data, those of enrollments and of time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from screening.indicators.queries.cohorts import Cohort, Group
from screening.indicators.queries.enrolled import (
    Population,
    assessed,
    at_high_risk,
    eligible,
    invited,
)
from screening.indicators.queries.waiting import (
    Waited,
    days_to_diagnosis,
    days_to_result,
    days_to_treatment,
)
from screening.indicators.rules import Dimension
from screening.protocol.measures import Tally, cancers, exams
from screening.protocol.program import Program
from screening.protocol.wording import N_
from screening.security.actor import Scope


@dataclass(frozen=True)
class Definition:
    """A measure as pages and documents say it, whatever it is counted on."""

    code: str
    title: str
    sentence: str
    method: str = "wilson"
    source: str = ""


@dataclass(frozen=True)
class OfEnrollments:
    """A share of persons without regard to an exam."""

    definition: Definition
    population: Callable[[Cohort], Population]
    is_snapshot: bool = False


@dataclass(frozen=True)
class OfTime:
    """A median of days, over those who still wait as well."""

    definition: Definition
    everyone: Tally
    waiting: Tally
    waited: Callable[[Scope, Cohort, Sequence[Dimension]], Mapping[Group, Waited]]


KAPLAN_MEIER = "kaplan_meier"

SHARED = (
    OfEnrollments(
        Definition(
            "coverage",
            N_("Coverage"),
            N_(
                "Persons with an adequate exam within the last screening interval, of persons "
                "eligible on the last day of the period."
            ),
        ),
        eligible,
        is_snapshot=True,
    ),
    OfEnrollments(
        Definition(
            "participation",
            N_("Participation"),
            N_(
                "Persons examined within the protocol's months of their invitation, of persons "
                "invited in the period."
            ),
        ),
        invited,
    ),
    OfEnrollments(
        Definition(
            "eligible_share",
            N_("Eligible share"),
            N_("Persons eligible by their last assessment, of persons assessed in the period."),
        ),
        assessed,
    ),
)
# Of the programs that look for those at high risk among everyone surveyed.
HIGH_RISK = OfEnrollments(
    Definition(
        "high_risk_share",
        N_("High-risk share"),
        N_("Persons at high risk by their last assessment, of persons assessed in the period."),
    ),
    at_high_risk,
)
OF_ENROLLMENTS = (*SHARED, HIGH_RISK)

OF_TIME = (
    OfTime(
        Definition(
            "days_to_result",
            N_("Days from exam to result"),
            N_("Median days from the exam to its result; exams without result still wait."),
            KAPLAN_MEIER,
        ),
        exams("screened"),
        exams("awaits_result"),
        days_to_result,
    ),
    OfTime(
        Definition(
            "days_to_diagnosis",
            N_("Days from exam to diagnosis"),
            N_(
                "Median days from the exam to the diagnosis of its screen-detected cancer; "
                "positive exams whose follow-up is not complete still wait."
            ),
            KAPLAN_MEIER,
        ),
        exams("diagnosed_or_awaited"),
        exams("awaits_diagnosis"),
        days_to_diagnosis,
    ),
    OfTime(
        Definition(
            "days_to_treatment",
            N_("Days from diagnosis to treatment"),
            N_(
                "Median days from the diagnosis of a screen-detected cancer to its first "
                "treatment; untreated cancers still wait."
            ),
            KAPLAN_MEIER,
        ),
        cancers("screen_detected"),
        cancers("screen_detected", "awaits_treatment"),
        days_to_treatment,
    ),
)


def enrolled_measures(program: Program) -> tuple[OfEnrollments, ...]:
    """Return the measures of enrollments that a program has."""
    return OF_ENROLLMENTS if program.finds_high_risk else SHARED


def definitions_of(program: Program) -> dict[str, Definition]:
    """Return the definition of every measure of a program, in the order of its report."""
    own = [
        Definition(measure.code, measure.title, measure.definition, measure.method, measure.source)
        for measure in program.measures
    ]
    enrolled = [each.definition for each in enrolled_measures(program)]
    times = [each.definition for each in OF_TIME]
    return {each.code: each for each in (*own, *enrolled, *times)}
