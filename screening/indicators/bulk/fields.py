"""The columns of the statistics: what is typed, in which unit, and what comes out."""

from collections.abc import Mapping

from screening.indicators.bulk import methods
from screening.protocol.fields import Choice, Field, FieldType, Limits
from screening.protocol.wording import N_


def _number(code: str, label: str, hint: str = "") -> Field:
    return Field(code, label, FieldType.DECIMAL, hint=hint, limits=Limits.between("0", "1e12"))


def _count(code: str, label: str) -> Field:
    return Field(code, label, FieldType.INTEGER, limits=Limits.between("0", "1e12"))


def _list(code: str, label: str, hint: str = "") -> Field:
    return Field(code, label, FieldType.TEXT, hint=hint)


def _method(names: Mapping[str, str]) -> Field:
    choices = tuple(Choice(code, name) for code, name in names.items())
    return Field("method", N_("Method"), FieldType.CHOICE, choices=choices, is_required=True)


IN_ORDER = N_("One for each age band, between semicolons")
LEVEL = Field(
    "conf",
    N_("Level of the interval"),
    FieldType.DECIMAL,
    hint=N_("0.95 is 95 %; blank: 0.95"),
    limits=Limits(minimum=None, maximum=None),
)
PER = _number("multiplier", N_("Per how many"), N_("1000 gives a rate per 1,000; blank: 1"))

PROPORTION = (
    _count("x", N_("Number with the mark")),
    _count("n", N_("Number of all")),
    _method(methods.OF_PROPORTIONS),
    LEVEL,
)
RATE = (
    _count("x", N_("Number of events")),
    _number("denominator", N_("Persons or person-years")),
    PER,
    _method(methods.OF_RATES),
    LEVEL,
)
DIFFERENCE = (
    _count("x1", N_("Number with the mark, first group")),
    _count("n1", N_("Number of all, first group")),
    _count("x2", N_("Number with the mark, second group")),
    _count("n2", N_("Number of all, second group")),
    _method(methods.OF_DIFFERENCES),
    LEVEL,
)
DIRECT = (
    _list("strata", N_("Age bands"), N_("Between semicolons, such as 45-49;50-54")),
    _list("counts", N_("Events"), IN_ORDER),
    _list("populations", N_("Persons or person-years"), IN_ORDER),
    _list(
        "standard",
        N_("Standard population"),
        N_("Its code, or one number for each age band, between semicolons"),
    ),
    PER,
    LEVEL,
    _method(methods.OF_DIRECT_RATES),
)
DETECTION = (
    _list("bands", N_("Age bands"), N_("Between semicolons, such as 45-49;50-54")),
    _list("screened", N_("Persons screened"), IN_ORDER),
    _list(
        "reference_rate_per_1000",
        N_("Reference rate per 1,000"),
        N_("Its code, or one number for each age band, between semicolons"),
    ),
    _count("observed", N_("Cancers detected")),
    LEVEL,
    _method(methods.OF_RATIOS),
)
FUNNEL = (
    _number("target", N_("Target"), N_("The proportion, or the ratio, of all sites together")),
    _number(
        "denominator",
        N_("Size of the site"),
        N_("Its denominator; for exact_poisson the number that is expected"),
    ),
    _method(methods.OF_FUNNELS),
    _number(
        "tau2",
        N_("Variance between sites"),
        N_("For arcsine_additive_od alone, on the scale of the arcsine"),
    ),
)


def _figure(code: str, label: str) -> Field:
    return Field(code, label, FieldType.DECIMAL, decimals=6)


LIMITS = (_figure("lower", N_("Lower limit")), _figure("upper", N_("Upper limit")))
OF_RATE = (_figure("rate", N_("Rate")), *LIMITS)
OF_DIFFERENCE = (_figure("difference", N_("First less second proportion")), *LIMITS)
OF_DIRECT = (
    Field("total_count", N_("All events"), FieldType.INTEGER),
    _figure("crude_rate", N_("Crude rate")),
    _figure("dsr", N_("Directly standardized rate")),
    *LIMITS,
)
OF_DETECTION = (
    _figure("expected", N_("Cancers expected")),
    _figure("sdr", N_("Standardized detection ratio")),
    *LIMITS,
)
OF_FUNNEL = (
    _figure("lower95", N_("Lower limit, 95 %")),
    _figure("upper95", N_("Upper limit, 95 %")),
    _figure("lower998", N_("Lower limit, 99.8 %")),
    _figure("upper998", N_("Upper limit, 99.8 %")),
)
