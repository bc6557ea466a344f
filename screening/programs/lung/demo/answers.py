"""Answers to the questionnaire of a synthetic person, who may stop smoking between rounds."""

import random
from datetime import date

from screening.programs.lung.demo.settings import (
    CESSATION_OFFERED,
    DECISION_SHARED,
    FORMER_SHARE,
    QUITS_A_YEAR,
)
from screening.protocol.synthetic import PersonRows

CIGARETTES = (15, 20, 20, 25, 30, 40)
DAYS_A_YEAR = 365
YOUNGEST_SMOKER = 14


class Answers:
    """What a person answers, and how it changes with the years."""

    def __init__(self, draw: random.Random, *, is_smoker: bool) -> None:
        self.draw, self.is_smoker = draw, is_smoker
        self.cigarettes, self.years = draw.choice(CIGARETTES), draw.randint(28, 40)
        self.quit_years = draw.randint(1, 12) if draw.random() < FORMER_SHARE else None
        self.background = {
            "copd": _yes(draw, 0.16),
            "fdr_lung_cancer": _yes(draw, 0.14),
            "prior_lung_cancer": "no",
            "cancer_hist": "no",
            "symptoms": "none",
            "home_oxygen": "no",
            "implants": "no",
            "fit_for_curative_treatment": "yes",
            "occ_agent": "none",
            "passive_years": draw.choice((0, 0, 5, 10, 25)),
            "education": draw.randint(1, 6),
            "height_cm": draw.randint(152, 182),
            "weight_kg": draw.randint(48, 88),
        }
        self.assessed_on: date | None = None

    def add(self, rows: PersonRows, day: date) -> None:
        """Add the answers of a day as a row."""
        if self.assessed_on is None:
            self._fit_into((day - rows.person.born_on).days // DAYS_A_YEAR)
        self._grow_older(day)
        rows.add(
            "assessments",
            assessed_on=day,
            **self._smoking(),
            **self.background,
            shared_decision_on=day,
            decision_aid=_yes(self.draw, DECISION_SHARED),
        )

    def _fit_into(self, age: int) -> None:
        """Let nobody have begun to smoke as a child, whatever was drawn."""
        smoked_or_quit = age - YOUNGEST_SMOKER
        if self.quit_years is not None:
            self.quit_years = max(1, min(self.quit_years, smoked_or_quit - self.years))
        self.years = min(self.years, smoked_or_quit - (self.quit_years or 0))

    def _grow_older(self, day: date) -> None:
        """Let the years since the last answers pass: smoking goes on, or it stopped meanwhile."""
        years = (day - self.assessed_on).days // DAYS_A_YEAR if self.assessed_on else 0
        self.assessed_on = day
        if self.quit_years is not None:
            self.quit_years += years
        elif years and self.draw.random() < QUITS_A_YEAR * years:
            self.quit_years = 0
        else:
            self.years += years

    def _smoking(self) -> dict[str, object]:
        if not self.is_smoker:
            return {"smoking_status": "never"}
        amounts = {
            "cigs_per_day": self.cigarettes,
            "years_smoked": self.years,
            "pack_years": self.cigarettes * self.years / 20,
        }
        if self.quit_years is not None:
            return {"smoking_status": "former", "quit_years": self.quit_years, **amounts}
        offered = _yes(self.draw, CESSATION_OFFERED)
        return {"smoking_status": "current", "cessation_offered": offered, **amounts}


def _yes(draw: random.Random, share: float) -> str:
    return "yes" if draw.random() < share else "no"
