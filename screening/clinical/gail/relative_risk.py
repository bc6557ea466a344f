"""The relative risk of the Gail model: its categories, its coefficients by race, its overrides.

Source: CRAN BCRA 2.1.2, as tabulated in section a1 of the clinical reference; published by Gail
1989 and Costantino 1999 (White), Gail 2007 (Black), Matsuno 2011 (Asian), Banegas 2017 (Hispanic).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from screening.clinical.gail.woman import ASIAN, HISPANIC, Race, Woman

# Log relative risk for each step of a category, and one minus the attributable risk; a column
# for each of: White and Other, Black, Hispanic born in the US, Hispanic born elsewhere, Asian.
TERMS: Mapping[str, tuple[str, str, str, str, str]] = {
    "biopsies": (
        "0.5292641686", "0.1822121131", "0.0970783641", "0.4798624017", "0.55263612260619",
    ),
    "menarche": ("0.0940103059", "0.2672530336", "0", "0.2593922322", "0.07499257592975"),
    "first_birth": ("0.2186262218", "0", "0.2318368334", "0.4669246218", "0.27638268294593"),
    "relatives": (
        "0.9583027845", "0.4757242578", "0.166685441", "0.9076679727", "0.79185633720481",
    ),
    "biopsies_from_50": ("-0.2880424830", "-0.1119411682", "0", "0", "0"),
    "first_birth_by_relatives": ("-0.1908113865", "0", "0", "0", "0"),
}  # fmt: skip
ONE_MINUS_ATTRIBUTABLE_RISK_UNDER_50 = (
    "0.5788413", "0.72949880", "0.749294788397", "0.428864989813", "0.47519806426735",
)  # fmt: skip
ONE_MINUS_ATTRIBUTABLE_RISK_FROM_50 = (
    "0.5788413", "0.74397137", "0.778215491668", "0.450352338746", "0.50316401683903",
)  # fmt: skip
COLUMNS: Mapping[Race, int] = {
    Race.WHITE: 0,
    Race.OTHER: 0,
    Race.BLACK: 1,
    Race.HISPANIC_US_BORN: 2,
    Race.HISPANIC_FOREIGN_BORN: 3,
    **dict.fromkeys(ASIAN, 4),
}

# Category c begins at the c-th of these limits.
BIOPSIES_FROM = (1, 2)
RELATIVES_FROM = (1, 2)
FIRST_BIRTH_FROM_YEARS = (20, 25, 30)
NULLIPAROUS = 2
# Hispanic women: 20 to 29 is one category, and no birth counts like a first one at 30 or later.
FIRST_BIRTH_FROM_YEARS_IF_HISPANIC = (20, 30)
NULLIPAROUS_IF_HISPANIC = 2
# Menarche counts downwards: category 1 below the first of these ages, 2 below the second.
MENARCHE_BELOW_YEARS = (14, 12)

# The highest category that a race has, where it is lower than for the others.
HIGHEST: Mapping[Race, Mapping[str, int]] = {
    Race.BLACK: {"menarche": 1, "first_birth": 0},
    Race.HISPANIC_US_BORN: {"biopsies": 1, "menarche": 0, "relatives": 1},
    Race.HISPANIC_FOREIGN_BORN: {"biopsies": 1, "relatives": 1},
    **{race: {"relatives": 1} for race in ASIAN},
}

# What a biopsy showed; without one, or without knowing, the factor is 1.
ATYPICAL_HYPERPLASIA_FACTORS: Mapping[bool | None, Decimal] = {
    True: Decimal("1.82"),
    False: Decimal("0.93"),
    None: Decimal(1),
}


@dataclass(frozen=True, kw_only=True)
class Categories:
    """The categories of a woman after the overrides of her race, and the factor of her biopsies."""

    biopsies: int
    menarche: int
    first_birth: int
    relatives: int
    hyperplasia_factor: Decimal

    @property
    def pattern_number(self) -> int:
        """The number of the covariate pattern, 1 to 108, as the published package counts."""
        return 1 + 36 * self.biopsies + 12 * self.menarche + 3 * self.first_birth + self.relatives


@dataclass(frozen=True)
class RelativeRisk:
    """The relative risk before and from the age of 50, and what each term adds to its logarithm."""

    under_50: Decimal
    from_50: Decimal
    terms: Mapping[str, Decimal]


def categories(woman: Woman, race: Race) -> Categories:
    """Return the categories of a woman whose inputs were checked; unknown is the lowest."""
    found = {
        "biopsies": _step(woman.biopsies, BIOPSIES_FROM),
        "menarche": _menarche(woman.age_menarche),
        "first_birth": _first_birth(woman, race),
        "relatives": _step(woman.first_degree_relatives, RELATIVES_FROM),
    }
    highest = HIGHEST.get(race, {})
    kept = {name: min(step, highest.get(name, step)) for name, step in found.items()}
    has_biopsy = found["biopsies"] > 0
    factor = ATYPICAL_HYPERPLASIA_FACTORS[woman.atypical_hyperplasia if has_biopsy else None]
    return Categories(**kept, hyperplasia_factor=factor)


def relative_risk(found: Categories, race: Race) -> RelativeRisk:
    """Return exp(sum of coefficient times category) times the factor of atypical hyperplasia."""
    steps = {
        "biopsies": found.biopsies,
        "menarche": found.menarche,
        "first_birth": found.first_birth,
        "relatives": found.relatives,
        "first_birth_by_relatives": found.first_birth * found.relatives,
    }
    terms = {name: _coefficient(name, race) * step for name, step in steps.items()}
    terms["atypical_hyperplasia"] = found.hyperplasia_factor.ln()
    under_50 = sum(terms.values(), Decimal(0))
    terms["biopsies_from_50"] = _coefficient("biopsies_from_50", race) * found.biopsies
    return RelativeRisk(under_50.exp(), (under_50 + terms["biopsies_from_50"]).exp(), terms)


def not_attributable(race: Race) -> tuple[Decimal, Decimal]:
    """Return one minus the attributable risk, before and from the age of 50."""
    column = COLUMNS[race]
    return (
        Decimal(ONE_MINUS_ATTRIBUTABLE_RISK_UNDER_50[column]),
        Decimal(ONE_MINUS_ATTRIBUTABLE_RISK_FROM_50[column]),
    )


def _coefficient(term: str, race: Race) -> Decimal:
    return Decimal(TERMS[term][COLUMNS[race]])


def _step(value: Decimal | None, limits: tuple[int, ...]) -> int:
    return 0 if value is None else sum(value >= limit for limit in limits)


def _menarche(age: Decimal | None) -> int:
    return 0 if age is None else sum(age < limit for limit in MENARCHE_BELOW_YEARS)


def _first_birth(woman: Woman, race: Race) -> int:
    limits: tuple[int, ...] = FIRST_BIRTH_FROM_YEARS
    nulliparous = NULLIPAROUS
    if race in HISPANIC:
        limits, nulliparous = FIRST_BIRTH_FROM_YEARS_IF_HISPANIC, NULLIPAROUS_IF_HISPANIC
    return nulliparous if woman.is_nulliparous else _step(woman.age_first_birth, limits)
