"""One woman as a row of text columns, named as in the published vector file."""

from decimal import Decimal

from screening.clinical.bi_rads import Density
from screening.clinical.breast_high_risk.acs import judge_mri
from screening.clinical.breast_high_risk.entered import EnteredRisk, read_model
from screening.clinical.breast_high_risk.notes import notes
from screening.clinical.breast_high_risk.readings import REFERENCE_DEFAULTS, Readings
from screening.clinical.breast_high_risk.rule_sets import RULE_SETS, Judgment, Verdict, judge
from screening.clinical.breast_high_risk.woman import Woman
from screening.clinical.inputs import (
    NO,
    NOT_KNOWN,
    Row,
    read_flag,
    read_number,
    read_text,
    read_word,
)
from screening.clinical.reasons import in_words

SYSTEM = "breast-high-risk"
INPUTS = (
    "age", "fdr_breast", "fdr_ovarian", "sdr_breast_lt50", "sdr_ovarian_lt50", "own_brca",
    "fdr_brca", "menarche", "menopause", "biopsy_or_benign_surgery", "atypia", "lcis",
    "hrt_combined_months", "hrt_estrogen_months", "breastfeeding_months", "live_births",
    "age_first_live_birth", "abortions", "density", "density_age", "chest_rt_age", "syndrome",
    "tested_brca_negative", "lifetime_risk_pct", "lifetime_risk_model", "gail5_pct",
    "personal_breast_cancer",
)  # fmt: skip
RESULTS = (
    "cn2021_high_risk", "cn2021_rules", "cn2021_start_age", "cn2021_in_programme_now",
    "caca_high_risk", "caca_rules", "acs_mri", "reasons",
)  # fmt: skip

NO_RULES = "-"
NO_SYNDROME = ("none", *NO)


def evaluate_row(row: Row, readings: Readings = REFERENCE_DEFAULTS) -> dict[str, str]:
    """Return the verdict columns of a row with reasons; an unknown fires no rule and is named."""
    woman = read_woman(row)
    cn2021 = judge(RULE_SETS["cn2021"], woman, readings)
    caca = judge(RULE_SETS["caca"], woman, readings)
    mri = judge_mri(woman)
    start = start_years(cn2021, readings)
    parts = {
        "cn2021": in_words(cn2021.reasons),
        "caca": in_words(caca.reasons),
        "acs": in_words(mri.reasons),
        "notes": in_words(notes(woman)),
    }
    return {
        "cn2021_high_risk": _is_high(cn2021),
        "cn2021_rules": _rules(cn2021),
        "cn2021_start_age": str(start),
        "cn2021_in_programme_now": _reached(woman.age, start),
        "caca_high_risk": _is_high(caca),
        "caca_rules": _rules(caca),
        "acs_mri": mri.verdict.value,
        "reasons": " | ".join(f"{name}: {words}" for name, words in parts.items() if words),
    }


def start_years(cn2021: Judgment, readings: Readings = REFERENCE_DEFAULTS) -> int:
    """Return the age at which the program of 2021 begins for a woman."""
    is_high = cn2021.verdict is Verdict.YES
    cuts = readings.cn2021
    return cuts.start_years_at_high_risk if is_high else cuts.start_years


def read_woman(row: Row) -> Woman:
    """Return the woman whom a row describes; a blank is not known."""
    return Woman(
        age=_number(row, "age"),
        fdr_breast=_number(row, "fdr_breast"),
        fdr_ovarian=_number(row, "fdr_ovarian"),
        sdr_breast_lt50=_number(row, "sdr_breast_lt50"),
        sdr_ovarian_lt50=_number(row, "sdr_ovarian_lt50"),
        own_brca=read_flag(row, "own_brca"),
        fdr_brca=read_flag(row, "fdr_brca"),
        tested_brca_negative=read_flag(row, "tested_brca_negative"),
        menarche=_number(row, "menarche"),
        menopause=_number(row, "menopause"),
        biopsy_or_benign_surgery=read_flag(row, "biopsy_or_benign_surgery"),
        atypia=read_flag(row, "atypia"),
        lcis=read_flag(row, "lcis"),
        personal_breast_cancer=read_flag(row, "personal_breast_cancer"),
        hrt_combined_months=_number(row, "hrt_combined_months"),
        hrt_estrogen_months=_number(row, "hrt_estrogen_months"),
        breastfeeding_months=_number(row, "breastfeeding_months"),
        live_births=_number(row, "live_births"),
        age_first_live_birth=_number(row, "age_first_live_birth"),
        abortions=_number(row, "abortions"),
        density=_density(row),
        density_age=_number(row, "density_age"),
        chest_rt_age=_number(row, "chest_rt_age"),
        has_syndrome=_syndrome(row),
        lifetime_risk=_lifetime_risk(row),
        gail5_percent=_number(row, "gail5_pct"),
    )


def _number(row: Row, column: str) -> Decimal | None:
    return None if read_text(row, column) in NOT_KNOWN else read_number(row, column)


def _density(row: Row) -> Density | None:
    is_known = read_text(row, "density") not in NOT_KNOWN
    return read_word(Density, row, "density") if is_known else None


def _syndrome(row: Row) -> bool | None:
    text = read_text(row, "syndrome")
    return None if text in NOT_KNOWN else text not in NO_SYNDROME


def _lifetime_risk(row: Row) -> EnteredRisk | None:
    percent = _number(row, "lifetime_risk_pct")
    column = "lifetime_risk_model"
    model, version = read_model(column, read_text(row, column))
    if percent is None:
        return None
    return EnteredRisk(lifetime_percent=percent, model=model, version=version)


def _is_high(judgment: Judgment) -> str:
    return "yes" if judgment.verdict is Verdict.YES else "no"


def _rules(judgment: Judgment) -> str:
    return "+".join(judgment.rules) if judgment.verdict is Verdict.YES else NO_RULES


def _reached(age: Decimal | None, start: int) -> str:
    if age is None:
        return ""
    return "yes" if age >= start else "no"
