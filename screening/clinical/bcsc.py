"""BCSC calculator v1.0: the 5-year risk of invasive breast cancer from density, age and race.

Over the five years from her age on, each year adds its incidence times the share of women who are
still alive and free of breast cancer. The sum is multiplied by the adjustment for the densities
usual at her age and race, and by the factors of her own density, of a first-degree relative with
breast cancer, and of a biopsy of her own before. Density is that of BI-RADS, 1 to 4 or a to d.
Where family history or biopsy are not known their published factor is 1, and they are named; the
authors ask that a biopsy which is not known is not used for individual women.

There is no result without age, race and density, and none outside the ages 35 to 89: the
adjustments begin at 35, and the upper limit is a rule of the house. The mortality of Asian women is
probably misprinted, about ten times too high: it is used as printed, and every such result names
the risk by a tenth of it. Versions 2 and 3 need tables that are not in print or not free: they are
refused by name.

Source: Tice et al., Ann Intern Med 2008;148:337 (PMC2674327), by way of one transcription that
reports rereading it: a secondary source, so every result says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from screening.clinical.inputs import (
    NOT_KNOWN,
    Row,
    check_model,
    out_of_range,
    read_flag,
    read_number,
    read_text,
    read_word,
    required,
    within,
)
from screening.clinical.logistic import unrounded
from screening.clinical.reasons import InvalidInput, Reason, in_words

SYSTEM = "bcsc-v1"
INPUTS = ("model", "age", "race", "density", "family_history", "biopsy")
RESULTS = ("risk5_pct", "reasons")
NOT_AVAILABLE: Mapping[str, str] = {
    "bcsc-v2": "its hazard ratios are not in print",
    "bcsc-v3": "its look-up table is not free to use",
}


class Race(StrEnum):
    """The groups of the model, as in the United States."""

    WHITE = "white"
    BLACK = "black"
    ASIAN = "asian"
    HISPANIC = "hispanic"


class AsianMortality(StrEnum):
    """How the constant of Asian mortality is read, which looks ten times too large.

    As printed it gives 1.5 % deaths a year at 50; the version of 2015 has a tenth of it.
    """

    AS_PRINTED = "as_printed"
    TENTH = "tenth"


# Invasive breast cancers in percent a year at the age x: a x^3 + b x^2 + c x + d.
INCIDENCE: Mapping[Race, tuple[str, str, str, str]] = {
    Race.WHITE: ("-0.000007231", "0.001129372", "-0.044330046", "0.52055305"),
    Race.BLACK: ("-0.000004654", "0.00068968", "-0.02318653", "0.218993144"),
    Race.ASIAN: ("-0.000003314", "0.00042146", "-0.009405533", "0.004344518"),
    Race.HISPANIC: ("-0.000003928", "0.000585266", "-0.020678768", "0.210555571"),
}
# Deaths of anything else in percent a year at the age x: n exp(m x).
MORTALITY: Mapping[Race, tuple[str, str]] = {
    Race.WHITE: ("0.003695745", "0.08844949"),
    Race.BLACK: ("0.011685888", "0.077263338"),
    Race.ASIAN: ("0.01333534", "0.09479173"),
    Race.HISPANIC: ("0.002435331", "0.091388373"),
}
DENSITY_HAZARDS_UNDER_65: Mapping[int, str] = {1: "0.48107", 2: "1", 3: "1.5506", 4: "2.0119"}
DENSITY_HAZARDS_FROM_65: Mapping[int, str] = {1: "0.65706", 2: "1", 3: "1.3881", 4: "1.4499"}
DENSITY_HAZARDS_CHANGE_AT_YEARS = 65
# For the densities usual at an age: from 35, 45, 55, 65 and 75 years on.
ADJUSTMENTS_FROM_YEARS = (35, 45, 55, 65, 75)
ADJUSTMENTS: Mapping[Race, tuple[str, str, str, str, str]] = {
    Race.WHITE: ("0.7182", "0.7565", "0.8246", "0.9069", "0.9134"),
    Race.BLACK: ("0.747", "0.781", "0.8486", "0.9201", "0.9334"),
    Race.ASIAN: ("0.6341", "0.6742", "0.753", "0.8866", "0.9127"),
    Race.HISPANIC: ("0.7535", "0.795", "0.878", "0.9615", "0.9865"),
}
FAMILY_HISTORY: Mapping[bool | None, str] = {False: "0.938", True: "1.454", None: "1"}
BIOPSY: Mapping[bool | None, str] = {False: "0.906", True: "1.495", None: "1"}

YEARS = 5
# The adjustments begin at 35. The upper limit is a house rule: no incidence turns negative to it.
YOUNGEST_YEARS, OLDEST_YEARS = 35, 89
MOST = 120

REASON_KEYS: Mapping[str, tuple[str, ...]] = {
    "before_density": ("percent",),
    "factor": ("of", "is"),
    "coefficients_unverified": ("model",),
    "unknown_taken_as_average": ("input",),
    "asian_mortality_probably_misprinted": ("choice", "otherwise_percent"),
}


@dataclass(frozen=True, kw_only=True)
class Readings:
    """The reading in force for what is probably misprinted; by default as it is printed."""

    asian_mortality: AsianMortality = AsianMortality.AS_PRINTED


AS_PRINTED = Readings()


@dataclass(frozen=True, kw_only=True)
class BcscInputs:
    """A woman without breast cancer; None is not known. Age in completed years, density 1 to 4.

    `family_history`: a first-degree relative with breast cancer; `biopsy`: one of her own before.
    """

    age: int | None
    race: Race | None
    density: int | None
    family_history: bool | None = None
    biopsy: bool | None = None


@dataclass(frozen=True)
class BcscRisk:
    """The risk within five years in percent, and what led to it."""

    percent: Decimal
    reasons: tuple[Reason, ...]


def bcsc_risk(inputs: BcscInputs, readings: Readings = AS_PRINTED) -> BcscRisk:
    """Return the 5-year risk.

    Raises MissingInput without age, race or density, and InvalidInput for what the table does not
    have. Family history and biopsy have a published value for not known.
    """
    age, race = _age(inputs), required("race", inputs.race)
    factors = _factors(inputs, age, race)
    before = _before_density_percent(age, race, readings)
    percent = before
    for factor in factors.values():
        percent *= factor
    reasons = (
        Reason("before_density", {"percent": _shown(before)}),
        *(Reason("factor", {"of": name, "is": factor}) for name, factor in factors.items()),
        *_unknown(inputs),
        *_misprint(inputs, readings, percent / before),
        Reason("coefficients_unverified", {"model": SYSTEM}),
    )
    return BcscRisk(percent, reasons)


def evaluate_row(row: Row, readings: Readings = AS_PRINTED) -> dict[str, str]:
    """Return the result columns of a row; a density may also be written a, b, c or d."""
    risk = risk_of_row(row, readings)
    return {"risk5_pct": unrounded(risk.percent), "reasons": in_words(risk.reasons)}


def risk_of_row(row: Row, readings: Readings = AS_PRINTED) -> BcscRisk:
    """Return the risk of the woman whom a row describes, and what led to it."""
    _check_model(row)
    return bcsc_risk(_read_inputs(row), readings)


def _age(inputs: BcscInputs) -> int:
    age = required("age", inputs.age)
    if not YOUNGEST_YEARS <= age <= OLDEST_YEARS:
        raise out_of_range("age", age, YOUNGEST_YEARS, OLDEST_YEARS)
    return age


def _factors(inputs: BcscInputs, age: int, race: Race) -> dict[str, Decimal]:
    density = required("density", inputs.density)
    is_older = age >= DENSITY_HAZARDS_CHANGE_AT_YEARS
    hazards = DENSITY_HAZARDS_FROM_65 if is_older else DENSITY_HAZARDS_UNDER_65
    if density not in hazards:
        raise InvalidInput("density", density, "it is 1, 2, 3 or 4 (a, b, c or d)")
    band = sum(age >= first for first in ADJUSTMENTS_FROM_YEARS) - 1
    return {
        "usual_density": Decimal(ADJUSTMENTS[race][band]),
        "density": Decimal(hazards[density]),
        "family_history": Decimal(FAMILY_HISTORY[inputs.family_history]),
        "biopsy": Decimal(BIOPSY[inputs.biopsy]),
    }


def _before_density_percent(age: int, race: Race, readings: Readings) -> Decimal:
    """Return the sum over five years of incidence among those still free of cancer and alive."""
    cubic = [Decimal(coefficient) for coefficient in INCIDENCE[race]]
    scale, growth = (Decimal(constant) for constant in MORTALITY[race])
    if race is Race.ASIAN and readings.asian_mortality is AsianMortality.TENTH:
        scale /= 10
    risk, free = Decimal(0), Decimal(1)
    for year in range(age, age + YEARS):
        incidence = ((cubic[0] * year + cubic[1]) * year + cubic[2]) * year + cubic[3]
        mortality = scale * (growth * year).exp()
        risk += incidence / 100 * free
        # As printed, the Asian mortality would leave fewer than none from 78 on.
        free = max(free - (incidence + mortality) / 100, Decimal(0))
    return 100 * risk


def _unknown(inputs: BcscInputs) -> list[Reason]:
    answers = {"family_history": inputs.family_history, "biopsy": inputs.biopsy}
    return [
        Reason("unknown_taken_as_average", {"input": name})
        for name, answer in answers.items()
        if answer is None
    ]


def _misprint(inputs: BcscInputs, readings: Readings, factor: Decimal) -> list[Reason]:
    """Return the warning of the Asian constant, with the risk by the other reading of it."""
    if inputs.race is not Race.ASIAN or inputs.age is None:
        return []
    choice = readings.asian_mortality
    other = next(reading for reading in AsianMortality if reading is not choice)
    before = _before_density_percent(inputs.age, Race.ASIAN, Readings(asian_mortality=other))
    values = {"choice": choice.value, "otherwise_percent": _shown(before * factor)}
    return [Reason("asian_mortality_probably_misprinted", values)]


def _shown(percent: Decimal) -> Decimal:
    return percent.quantize(Decimal("0.000001"))


def _check_model(row: Row) -> None:
    text = read_text(row, "model")
    if text in NOT_AVAILABLE:
        raise InvalidInput("model", text, NOT_AVAILABLE[text])
    check_model(row, SYSTEM)


def _read_inputs(row: Row) -> BcscInputs:
    return BcscInputs(
        age=_whole(row, "age"),
        race=read_word(Race, row, "race"),
        density=_density(row),
        family_history=read_flag(row, "family_history"),
        biopsy=read_flag(row, "biopsy"),
    )


def _density(row: Row) -> int | None:
    text = read_text(row, "density")
    if text in NOT_KNOWN:
        return None
    if len(text) == 1 and text in "abcd":
        return "abcd".index(text) + 1
    return _whole(row, "density")


def _whole(row: Row, column: str) -> int | None:
    number = read_number(row, column)
    if number is None:
        return None
    if within(column, number, 0, MOST) != number.to_integral_value():
        raise InvalidInput(column, number, "it is a whole number")
    return int(number)
