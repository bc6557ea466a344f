"""Answers to the questionnaire of a synthetic person: one of the risks, or none."""

import random
from datetime import date

from screening.protocol.synthetic import PersonRows, pick

NO_RISK = {
    "neck_irradiation": "none",
    "childhood_cancer_thyroid_exposed": "no",
    "fdr_thyroid_cancer": "no",
    "syndrome": "none",
    "family_syndrome": "no",
    "prior_thyroid_cancer": "no",
    "symptoms": "none",
    "neck_mass": "no",
}
RISKS: tuple[tuple[dict[str, str], float], ...] = (
    ({"fdr_thyroid_cancer": "yes"}, 0.66),
    ({"neck_irradiation": "childhood"}, 0.13),
    ({"neck_irradiation": "radiotherapy"}, 0.08),
    (
        {"neck_irradiation": "childhood", "childhood_cancer_thyroid_exposed": "yes"},
        0.03,
    ),
    ({"syndrome": "fap", "family_syndrome": "yes"}, 0.03),
    ({"syndrome": "cowden", "family_syndrome": "yes"}, 0.02),
    ({"syndrome": "men2", "family_syndrome": "yes"}, 0.02),
    ({"prior_thyroid_cancer": "yes"}, 0.03),
)


def add_answers(
    draw: random.Random,
    rows: PersonRows,
    day: date,
    *,
    is_at_risk: bool,
) -> None:
    """Add the answers of a day as a row."""
    answers = dict(NO_RISK)
    if is_at_risk:
        places = {str(place): weight for place, (_, weight) in enumerate(RISKS)}
        answers |= RISKS[int(pick(draw, places))][0]
    rows.add("assessments", assessed_on=day, **answers)
