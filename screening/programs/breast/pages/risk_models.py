"""Tables and cases of the pages of the risk models of women: Gail and BCSC."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from screening.clinical import bcsc
from screening.clinical.gail import Race, rates
from screening.clinical.gail import relative_risk as relative
from screening.clinical.gail.woman import YOUNGEST_YEARS
from screening.programs.breast.questionnaire.risk_models import RACES
from screening.programs.breast.wording.models import TEXTS
from screening.protocol.systems import Case, SystemPage, Table

GROUPS = ("White, Other", "Black", "Hispanic, US-born", "Hispanic, born elsewhere", "Asian")
BIOPSIED = {True: "biopsied, yes", False: "biopsied, no", None: "not biopsied, or not known"}


def _ages(first: int, years: int, count: int) -> Iterator[str]:
    starts = range(first, first + years * count, years)
    return (f"{start}-{start + years - 1}" for start in starts)


def _rates(title: str, by_race: Mapping[Race, Sequence[str]], average: Sequence[str]) -> Table:
    columns = (*by_race.values(), average)
    ages = _ages(YOUNGEST_YEARS, rates.BAND_YEARS, len(average))
    header = ("age", *(RACES[race] for race in by_race), "White, average of 1992-96")
    return Table(title, header, tuple(zip(ages, *columns, strict=True)))


def _from_on(limits: Sequence[int]) -> tuple[str, ...]:
    """Return the cells of the four categories that begin at limits."""
    between = (f"{low} to below {high}" for low, high in pairwise(limits))
    cells = (f"below {limits[0]}", *between, f"{limits[-1]} or more")
    return (*cells, *[""] * (4 - len(cells)))


def _menarche() -> tuple[str, ...]:
    high, low = relative.MENARCHE_BELOW_YEARS
    return f"{high} or more", f"{low} to below {high}", f"below {low}", ""


CATEGORIES = Table(
    "Categories",
    ("input", "0", "1", "2", "3"),
    (
        ("biopsies", *_from_on(relative.BIOPSIES_FROM)),
        ("menarche", *_menarche()),
        ("first live birth", *_from_on(relative.FIRST_BIRTH_FROM_YEARS)),
        (
            "first live birth, Hispanic",
            *_from_on(relative.FIRST_BIRTH_FROM_YEARS_IF_HISPANIC),
        ),
        ("no live birth", "", "", "always", ""),
        ("first-degree relatives", *_from_on(relative.RELATIVES_FROM)),
    ),
)
HIGHEST = Table(
    "Highest category of a race, where it is lower",
    ("race", "input", "highest"),
    tuple(
        (RACES[race], name.replace("_", " "), str(highest))
        for race, limits in relative.HIGHEST.items()
        for name, highest in limits.items()
    ),
)
COEFFICIENTS = Table(
    "Logarithm of the relative risk for each step, and 1 - attributable risk",
    ("term", *GROUPS),
    (
        *((term.replace("_", " "), *numbers) for term, numbers in relative.TERMS.items()),
        ("1 - attributable risk, below 50", *relative.ONE_MINUS_ATTRIBUTABLE_RISK_UNDER_50),
        ("1 - attributable risk, from 50 on", *relative.ONE_MINUS_ATTRIBUTABLE_RISK_FROM_50),
    ),
)
HYPERPLASIA = Table(
    "Atypical hyperplasia",
    ("answer", "factor"),
    tuple(
        (BIOPSIED[answer], str(factor))
        for answer, factor in relative.ATYPICAL_HYPERPLASIA_FACTORS.items()
    ),
)
AT_50 = {
    "age": "50",
    "projection_age": "55",
    "age_menarche": "14",
    "age_first_birth": "19",
    "biopsies": "0",
    "atypical_hyperplasia": "",
    "first_degree_relatives": "0",
    "race_code": "6",
}


def _biopsied(words: str, biopsies: str, answer: str, **more: str) -> Case:
    return Case(words, {"biopsies": biopsies, "atypical_hyperplasia": answer, **more})


GAIL_PAGE = SystemPage(
    "screening.clinical.gail",
    golden="gail_vectors.csv",
    tests=("test_gail.py", "test_gail_tables.py", "test_gail_properties.py"),
    tables=(
        CATEGORIES,
        HIGHEST,
        COEFFICIENTS,
        HYPERPLASIA,
        _rates(
            "Invasive breast cancers per 100,000 woman-years",
            rates.INCIDENCE,
            rates.WHITE_AVERAGE_INCIDENCE,
        ),
        _rates(
            "Deaths of anything else per 100,000 woman-years",
            rates.MORTALITY,
            rates.WHITE_AVERAGE_MORTALITY,
        ),
    ),
    cases=(
        Case("lowest of every category", {}),
        Case("menarche just below 14", {"age_menarche": "13.9"}),
        Case("menarche at 12", {"age_menarche": "12"}),
        Case("menarche just below 12", {"age_menarche": "11.9"}),
        Case("first birth at 20", {"age_first_birth": "20"}),
        Case("first birth at 30", {"age_first_birth": "30"}),
        Case("no birth", {"age_first_birth": "98"}),
        Case("two relatives count as one for Asian women", {"first_degree_relatives": "2"}),
        Case("two relatives of a White woman", {"first_degree_relatives": "2", "race_code": "1"}),
        _biopsied("biopsy without atypical hyperplasia", "1", "no"),
        _biopsied("biopsy with atypical hyperplasia", "1", "yes"),
        _biopsied("biopsy, not known what it showed", "1", "99"),
        _biopsied("biopsy before 50", "1", "no", race_code="1", age="45", projection_age="50"),
        _biopsied("the same across 50", "1", "no", race_code="1", age="49", projection_age="51"),
        _biopsied("atypical hyperplasia without a biopsy", "0", "yes"),
        Case("average of the race at 60: 0.83 %", {"age": "60", "projection_age": "65"}),
        Case("average at 60, White: 1.78 %",
             {"age": "60", "projection_age": "65", "race_code": "1"}),
        Case("five years on where no age is given", {"projection_age": ""}),
        Case("up to 90 where five years are too many", {"age": "87", "projection_age": ""}),
        Case("not five years: no verdict", {"projection_age": "60"}),
        Case("nothing but age and race",
             {"age_menarche": "", "age_first_birth": "", "biopsies": "",
              "first_degree_relatives": ""}),
        Case("younger than the national tool", {"age": "34", "projection_age": "39"}),
        Case("too young", {"age": "19"}),
        Case("too old", {"age": "90", "projection_age": ""}),
        Case("projection age that is not later", {"projection_age": "50"}),
        Case("menarche later than today", {"age_menarche": "51"}),
        Case("first birth before menarche", {"age_first_birth": "13"}),
        Case("the same of a Black woman", {"age_first_birth": "13", "race_code": "2"}),
        Case("race that the model does not have", {"race_code": "12"}),
        Case("race not known", {"race_code": ""}),
    ),
    common=AT_50,
    shown=("risk_projection_pct", "avg_same_age_race_projection_pct", "ge_1_67_pct_5y"),
    unsaid=tuple(
        TEXTS[key]
        for key in (
            "race",
            "contribution",
            "rates_of_the_united_states",
            "not_for_recent_immigrants",
            "lifetime_risk_not_for_mri",
        )
    ),
)  # fmt: skip

FACTORS = {True: "yes", False: "no", None: "not known"}


def _of_races(
    title: str, header: tuple[str, ...], rows: Mapping[bcsc.Race, tuple[str, ...]]
) -> Table:
    return Table(title, ("race", *header), tuple((race.value, *row) for race, row in rows.items()))


def _densities() -> Iterator[tuple[str, ...]]:
    for number, hazard in bcsc.DENSITY_HAZARDS_UNDER_65.items():
        yield f"{number} ({'abcd'[number - 1]})", hazard, bcsc.DENSITY_HAZARDS_FROM_65[number]


def _history() -> Iterator[tuple[str, ...]]:
    for answer, words in FACTORS.items():
        yield words, bcsc.FAMILY_HISTORY[answer], bcsc.BIOPSY[answer]


AT_60 = {"age": "60", "race": "white", "density": "2", "family_history": "no", "biopsy": "no"}
BCSC_PAGE = SystemPage(
    "screening.clinical.bcsc",
    tests=("test_bcsc.py",),
    tables=(
        _of_races(
            "Invasive breast cancers in percent a year at the age x: a x³ + b x² + c x + d",
            ("a", "b", "c", "d"),
            bcsc.INCIDENCE,
        ),
        _of_races(
            "Deaths of anything else in percent a year at the age x: n exp(m x)",
            ("n", "m"),
            bcsc.MORTALITY,
        ),
        _of_races(
            "Adjustment for the usual densities",
            tuple(f"from {age} on" for age in bcsc.ADJUSTMENTS_FROM_YEARS),
            bcsc.ADJUSTMENTS,
        ),
        Table(
            "Breast density",
            ("density", f"below {bcsc.DENSITY_HAZARDS_CHANGE_AT_YEARS}",
             f"from {bcsc.DENSITY_HAZARDS_CHANGE_AT_YEARS} on"),
            tuple(_densities()),
        ),
        Table(
            "Family history and biopsy",
            ("answer", "first-degree relative", "biopsy before"),
            tuple(_history()),
        ),
        Table("Versions that are refused", ("model", "why"), tuple(bcsc.NOT_AVAILABLE.items())),
    ),
    cases=(
        Case("White, scattered density", {}),
        *(Case(f"density {density}", {"density": density}) for density in ("1", "3", "4")),
        Case("density as a letter", {"density": "d"}),
        Case("relative with breast cancer", {"family_history": "yes"}),
        Case("family history not known", {"family_history": ""}),
        Case("last year of the hazards below 65", {"age": "64", "density": "4"}),
        Case("first year of the hazards from 65 on", {"age": "65", "density": "4"}),
        Case("youngest age", {"age": "35"}),
        Case("below the youngest age", {"age": "34"}),
        Case("above the oldest age", {"age": "90"}),
        Case("Asian: the constant that is probably misprinted", {"race": "asian"}),
        Case("density that there is not", {"density": "5"}),
        Case("density not known", {"density": ""}),
        Case("race not known", {"race": ""}),
        Case("a later version", {"model": "bcsc-v2"}),
    ),
    common=AT_60,
    shown=("risk5_pct",),
    unsaid=(TEXTS["before_density"], TEXTS["factor"], TEXTS["coefficients_unverified"]),
)  # fmt: skip
