"""Answers of synthetic women to the questionnaire, at high risk or not."""

import random
from datetime import date

from screening.protocol.synthetic import PersonRows, pick

CHINESE = "6"
# What makes a woman one at high risk by the rule in force, and how often.
TRIGGERS = {
    "family": 0.27,
    "early_menarche": 0.24,
    "biopsy": 0.18,
    "dense": 0.15,
    "late_menopause": 0.05,
    "hormones": 0.03,
    "carrier": 0.03,
    "births": 0.05,
}


def add_answers(
    draw: random.Random,
    rows: PersonRows,
    day: date,
    *,
    is_high_risk: bool,
) -> str:
    """Write a woman's answers; return what makes her one at high risk, blank if nothing does."""
    trigger = pick(draw, TRIGGERS) if is_high_risk else ""
    age = (day - rows.person.born_on).days // 365
    rows.add(
        "assessments",
        assessed_on=day,
        **{**_usual(draw, age), **_of_trigger(draw, trigger, age)},
    )
    return trigger


def _usual(draw: random.Random, age: int) -> dict[str, object]:
    """Return answers by which nobody is at high risk."""
    is_past_menopause = age >= 53 or (age >= 48 and draw.random() < 0.5)
    return {
        "fdr_breast": 0,
        "fdr_ovarian": 0,
        "sdr_breast_lt50": 1 if draw.random() < 0.05 else 0,
        "sdr_ovarian_lt50": 0,
        "own_brca": "no",
        "fdr_brca": "no",
        "personal_breast_cancer": "no",
        "biopsy_or_benign_surgery": "no",
        "biopsies": 0,
        "atypia": "no",
        "lcis": "no",
        "density": draw.choice(("a", "b", "b")),
        # Years of 365 days run ahead of birthdays by less than a year: one less lies behind her.
        "density_age": age - 1,
        "menarche": draw.randint(13, 16),
        "menopause": draw.randint(46, min(54, age)) - 1 if is_past_menopause else "",
        "live_births": draw.choice((1, 1, 1, 2)),
        "age_first_live_birth": draw.randint(22, 29),
        "breastfeeding_months": draw.randint(6, 20),
        "abortions": draw.choice((0, 0, 1)),
        "hrt_combined_months": 0,
        "hrt_estrogen_months": 0,
        "syndrome": "none",
        "race_code": CHINESE,
        "height_cm": draw.randint(150, 172),
        "weight_kg": draw.randint(46, 82),
    }


def _of_trigger(draw: random.Random, trigger: str, age: int) -> dict[str, object]:
    """Return the answers that differ from the usual ones."""
    known: dict[str, dict[str, object]] = {
        "family": {"fdr_breast": draw.choice((1, 1, 1, 2))},
        "early_menarche": {"menarche": draw.choice((11, 12, 12))},
        "biopsy": {
            "biopsy_or_benign_surgery": "yes",
            "biopsies": draw.choice((1, 1, 2)),
            "atypia": "yes" if draw.random() < 0.12 else "no",
        },
        "late_menopause": {"menopause": 55} if age >= 56 else {"menarche": 12},
        "hormones": {"hrt_combined_months": draw.randint(8, 60)},
        "carrier": {"own_brca": "yes", "gene": draw.choice(("brca1", "brca2")), "fdr_breast": 1},
        "births": {"live_births": 0, "age_first_live_birth": "", "breastfeeding_months": 0},
        "dense": {"density": draw.choice(("c", "c", "d"))} if age > 45 else {"menarche": 12},
    }
    return known.get(trigger, {})
