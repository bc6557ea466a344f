"""One woman as a row of text columns, named as in the published vector file.

Source: clinical reference, section f: 99 is unknown, and 98 a woman who has not given birth.
"""

from collections.abc import Mapping
from decimal import Decimal

from screening.clinical.gail.risk import GailRisk, gail_risk
from screening.clinical.gail.woman import Race, Woman
from screening.clinical.inputs import NOT_KNOWN, Row, read_flag, read_number, read_text
from screening.clinical.logistic import unrounded
from screening.clinical.reasons import InvalidInput, in_words

SYSTEM = "gail"
INPUTS = (
    "age",
    "projection_age",
    "age_menarche",
    "age_first_birth",
    "biopsies",
    "atypical_hyperplasia",
    "first_degree_relatives",
    "race_code",
)
RESULTS = (
    "valid", "NB_cat", "AM_cat", "AF_cat", "NR_cat", "hyp_multiplier", "rr_under_50",
    "rr_50_plus", "pattern_number", "risk_projection_pct", "risk_lifetime_to90_pct",
    "avg_same_age_race_projection_pct", "avg_same_age_race_lifetime_pct", "ge_1_67_pct_5y",
    "reasons",
)  # fmt: skip
ON_ERROR: Mapping[str, str] = {"valid": "no"}

# Written also as a number with decimals by programs that know no blanks in whole numbers.
UNKNOWN = ("99", "99.0")
NULLIPAROUS = 98
YES_NO = {True: "yes", False: "no", None: ""}
CODES: Mapping[str, Race] = {str(race.value): race for race in Race}


def evaluate_row(row: Row) -> dict[str, str]:
    """Return the result columns of a row; a blank projection age is five years on."""
    risk = risk_of_row(row)
    found = risk.categories
    return {
        "valid": "yes",
        "NB_cat": str(found.biopsies),
        "AM_cat": str(found.menarche),
        "AF_cat": str(found.first_birth),
        "NR_cat": str(found.relatives),
        "hyp_multiplier": str(found.hyperplasia_factor),
        "rr_under_50": unrounded(risk.relative_risk.under_50),
        "rr_50_plus": unrounded(risk.relative_risk.from_50),
        "pattern_number": str(found.pattern_number),
        **_percents(risk),
        "ge_1_67_pct_5y": YES_NO[risk.is_high],
        "reasons": in_words(risk.reasons),
    }


def risk_of_row(row: Row) -> GailRisk:
    """Return the risks of the woman whom a row describes, with what led to them."""
    return gail_risk(read_woman(row))


def read_woman(row: Row) -> Woman:
    """Return the woman whom a row describes; a blank or 99 is not known."""
    first_birth = _number(row, "age_first_birth")
    is_nulliparous = first_birth == NULLIPAROUS
    return Woman(
        age=read_number(row, "age"),
        projection_age=read_number(row, "projection_age"),
        age_menarche=_number(row, "age_menarche"),
        age_first_birth=None if is_nulliparous else first_birth,
        is_nulliparous=is_nulliparous,
        biopsies=_number(row, "biopsies"),
        atypical_hyperplasia=_atypical_hyperplasia(row),
        first_degree_relatives=_number(row, "first_degree_relatives"),
        race=_race(row),
    )


def _percents(risk: GailRisk) -> dict[str, str]:
    return {
        "risk_projection_pct": unrounded(risk.projection_percent),
        "risk_lifetime_to90_pct": unrounded(risk.lifetime_percent),
        "avg_same_age_race_projection_pct": unrounded(risk.average_projection_percent),
        "avg_same_age_race_lifetime_pct": unrounded(risk.average_lifetime_percent),
    }


def _number(row: Row, column: str) -> Decimal | None:
    return None if _is_unknown(row, column) else read_number(row, column)


def _atypical_hyperplasia(row: Row) -> bool | None:
    column = "atypical_hyperplasia"
    return None if _is_unknown(row, column) else read_flag(row, column)


def _is_unknown(row: Row, column: str) -> bool:
    text = read_text(row, column)
    return text in (*NOT_KNOWN, *UNKNOWN)


def _race(row: Row) -> Race | None:
    text = read_text(row, "race_code")
    code = text.removesuffix(".0")
    if not code:
        return None
    if code not in CODES:
        known = ", ".join(f"{number} {race.name.lower()}" for number, race in CODES.items())
        raise InvalidInput("race_code", text, "it is one of {codes}", codes=known)
    return CODES[code]
