"""Columns that several of the lung program's systems share."""

from decimal import Decimal

from screening.programs.lung.exam import EXAM
from screening.programs.lung.findings import FINDING
from screening.programs.lung.questionnaire import QUESTIONNAIRE
from screening.protocol.columns import amount, figure, flag, pick
from screening.protocol.fields import Field, Limits, field_named
from screening.protocol.wording import N_

YEARS_OLD, YEARS = N_("years old"), N_("years")


def question(code: str) -> Field:
    """Return a question of the questionnaire."""
    return field_named(QUESTIONNAIRE.fields, code)


def of_finding(code: str) -> Field:
    """Return a field of a finding."""
    return field_named(FINDING.fields, code)


def of_exam(code: str) -> Field:
    """Return a detail of an exam."""
    return field_named(EXAM.details, code)


def between(ends: tuple[Decimal | int, Decimal | int]) -> Limits:
    """Return the limits that a system has for a number, both included."""
    return Limits(Decimal(ends[0]), Decimal(ends[1]))


def age(ends: tuple[int, int], hint: str = "") -> Field:
    """Return the age with the limits of a system."""
    return amount("age", N_("Age"), YEARS_OLD, between(ends), hint)


def diameter(ends: tuple[Decimal | int, Decimal | int]) -> Field:
    """Return the largest diameter of a nodule."""
    return amount("diameter_mm", N_("Largest diameter"), "mm", between(ends))


SEX = pick("sex", N_("Sex"), {"male": N_("Male"), "female": N_("Female")})
SPICULATION = flag("spiculation", N_("Spiculation"))
UPPER_LOBE = flag("upper_lobe", N_("In an upper lobe"))
EVER_SMOKER = flag("ever_smoker", N_("Smokes or smoked"))

STATUS_OF_ROW = pick("status", N_("Status"), {"ok": N_("Computed"), "error": N_("Not computed")})
LINEAR_PREDICTOR = figure("linear_predictor", N_("Linear predictor"))
PROBABILITY = figure("probability", N_("Probability"))
PERCENT = figure("percent", N_("Risk"), "%", decimals=2)
