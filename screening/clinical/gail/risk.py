"""The absolute risk by the Gail model: hazards of cancer and of death cumulated over the years.

Source: section a1 of the clinical reference. Not for women who had breast cancer, DCIS or LCIS,
with a known BRCA variant or a hereditary syndrome, or after chest radiotherapy. The national tool
takes ages from 35; its upper limit of 85 is recalled, to be confirmed by the site.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from screening.clinical.gail.rates import Rates, average_rates_of, rates_of
from screening.clinical.gail.relative_risk import (
    Categories,
    RelativeRisk,
    categories,
    not_attributable,
    relative_risk,
)
from screening.clinical.gail.woman import ASIAN, OLDEST_YEARS, Race, Span, Woman, check_woman
from screening.clinical.logistic import MILLIONTH
from screening.clinical.reasons import Reason

# Cut-off of high risk in 5 years: the label of the preventive drugs in the US (unverified), and
# the Chinese rule for high-risk women.
HIGH_RISK_PERCENT = Decimal("1.67")
FACTORS_CHANGE_AT_YEARS = 50
TOOL_FROM_YEARS, TOOL_TO_YEARS = 35, 85

REASON_KEYS: Mapping[str, tuple[str, ...]] = {
    "race": ("race",),
    # What a term adds to the logarithm of the relative risk, to six decimals.
    "contribution": ("of", "is"),
    "unknown_taken_as_lowest": ("input",),
    "five_years_taken": ("until",),
    "first_birth_not_counted": ("race",),
    "outside_the_ages_of_the_tool": ("from", "to"),
    "rates_of_the_united_states": ("race",),
    "not_for_recent_immigrants": ("race",),
    "lifetime_risk_not_for_mri": (),
}


@dataclass(frozen=True, kw_only=True)
class GailRisk:
    """The risks of invasive breast cancer in percent, of the woman and of the average one.

    `is_high` is None where the projection is not one of exactly five years.
    """

    span: Span
    categories: Categories
    relative_risk: RelativeRisk
    projection_percent: Decimal
    lifetime_percent: Decimal
    average_projection_percent: Decimal
    average_lifetime_percent: Decimal
    is_high: bool | None
    reasons: tuple[Reason, ...]


def gail_risk(woman: Woman) -> GailRisk:
    """Return the risk up to the projection age and up to 90, with what led to it.

    Raises MissingInput without an age or a race, and InvalidInput for what the model refuses.
    Anything else that is not known counts as its lowest category, as published, and is named.
    """
    span, race = check_woman(woman)
    found = categories(woman, race)
    relative = relative_risk(found, race)
    factors = _factors(relative, race)
    lifetime = Span(span.age, Decimal(OLDEST_YEARS))
    own, average = rates_of(race), average_rates_of(race)
    projection_percent = absolute_risk_percent(span, own, factors)
    is_high = projection_percent >= HIGH_RISK_PERCENT if span.is_short_term else None
    return GailRisk(
        span=span,
        categories=found,
        relative_risk=relative,
        projection_percent=projection_percent,
        lifetime_percent=absolute_risk_percent(lifetime, own, factors),
        average_projection_percent=absolute_risk_percent(span, average, AVERAGE),
        average_lifetime_percent=absolute_risk_percent(lifetime, average, AVERAGE),
        is_high=is_high,
        reasons=_reasons(woman, span, race, relative),
    )


# The incidence of a race times these, before and from 50, is the hazard of a woman.
Factors = tuple[Decimal, Decimal]
AVERAGE: Factors = (Decimal(1), Decimal(1))


def absolute_risk_percent(span: Span, rates: Rates, factors: Factors) -> Decimal:
    """Return the probability in percent of breast cancer before death from anything else.

    In each year of age h1 = incidence x factor and h2 = mortality are constant; a year of which
    w is covered adds h1 / (h1 + h2) x S x (1 - exp(-(h1 + h2) w)), S being free of both so far.
    """
    risk, free = Decimal(0), Decimal(1)
    for year in range(int(span.age), int(span.until.to_integral_value(ROUND_CEILING))):
        covered = min(span.until, Decimal(year + 1)) - max(span.age, Decimal(year))
        incidence, mortality = rates.at(year)
        cancer = incidence * factors[year >= FACTORS_CHANGE_AT_YEARS]
        either = cancer + mortality
        staying = (-either * covered).exp()
        risk += cancer / either * free * (1 - staying)
        free *= staying
    return 100 * risk


def _factors(relative: RelativeRisk, race: Race) -> Factors:
    under_50, from_50 = not_attributable(race)
    return relative.under_50 * under_50, relative.from_50 * from_50


def _reasons(woman: Woman, span: Span, race: Race, relative: RelativeRisk) -> tuple[Reason, ...]:
    name = race.name.lower()
    reasons = [Reason("race", {"race": name})]
    reasons.extend(
        Reason("contribution", {"of": term, "is": value.quantize(MILLIONTH) + 0})
        for term, value in relative.terms.items()
    )
    reasons.extend(
        Reason("unknown_taken_as_lowest", {"input": column}) for column in _unknown(woman, race)
    )
    if woman.projection_age is None:
        reasons.append(Reason("five_years_taken", {"until": span.until}))
    if race is Race.BLACK and woman.age_first_birth is not None:
        reasons.append(Reason("first_birth_not_counted", {"race": name}))
    if not TOOL_FROM_YEARS <= span.age <= TOOL_TO_YEARS:
        ages = {"from": TOOL_FROM_YEARS, "to": TOOL_TO_YEARS}
        reasons.append(Reason("outside_the_ages_of_the_tool", ages))
    reasons.append(Reason("rates_of_the_united_states", {"race": name}))
    if race in ASIAN:
        reasons.append(Reason("not_for_recent_immigrants", {"race": name}))
    reasons.append(Reason("lifetime_risk_not_for_mri"))
    return tuple(reasons)


def _unknown(woman: Woman, race: Race) -> list[str]:
    """Return the inputs that are not known and would count."""
    known = {
        "age_menarche": woman.age_menarche is not None or race is Race.HISPANIC_US_BORN,
        "age_first_birth": (
            woman.age_first_birth is not None or woman.is_nulliparous or race is Race.BLACK
        ),
        "biopsies": woman.biopsies is not None,
        "atypical_hyperplasia": not woman.biopsies or woman.atypical_hyperplasia is not None,
        "first_degree_relatives": woman.first_degree_relatives is not None,
    }
    return [column for column, is_known in known.items() if not is_known]
