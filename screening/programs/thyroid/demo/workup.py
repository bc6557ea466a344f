"""Work-up, cancers and benign results of synthetic positive exams."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from screening.programs.thyroid.cytology import RESULTS
from screening.programs.thyroid.demo.nodules import Nodule
from screening.programs.thyroid.demo.settings import (
    COMPLICATIONS,
    CYTOLOGY_BENIGN,
    CYTOLOGY_MALIGNANT,
    MORPHOLOGIES,
    NODES,
    REASONS_BELOW,
    SURVEILLANCE_SHARE,
    TOTAL_SHARE,
    UNKNOWN_SIZE_SHARE,
)
from screening.programs.thyroid.tumors import LOBECTOMY, SURVEILLANCE, TOTAL
from screening.protocol.synthetic import PersonRows, pick, weekday_from

T_OF_SIZE = ((10, "T1a"), (20, "T1b"), (40, "T2"))
LATEST_T = "T3a"


@dataclass
class Workup:
    """Writes what follows the positive exams of one person."""

    draw: random.Random
    rows: PersonRows
    today: date

    def end_benign(self, accession_no: str, day: date, nodule: Nodule | None) -> date | None:
        """Add a work-up that ends benign, with its outcome; None where it is still open today."""
        done_on = self._needle_on(day)
        if done_on > self.today:
            return None
        cytology = pick(self.draw, CYTOLOGY_BENIGN)
        lesion = nodule.lesion_no if nodule else 9
        self._fna(accession_no, done_on, lesion, cytology)
        if cytology in ("I", "III"):
            done_on = weekday_from(done_on + timedelta(days=self.draw.randint(60, 100)))
            if done_on > self.today:
                return None
            self._fna(accession_no, done_on, lesion, "II")
        elif cytology == "IV":
            done_on = weekday_from(done_on + timedelta(days=self.draw.randint(20, 50)))
            if done_on > self.today:
                return None
            self._operate(accession_no, done_on, "lobectomy", "benign")
        decided_on = done_on + timedelta(days=self.draw.randint(3, 16))
        if decided_on > self.today:
            return None
        if nodule is not None:
            nodule.cytology = "II"
        self.rows.add_to_exam("outcomes", accession_no, outcome="benign", decided_on=decided_on)
        return decided_on

    def biopsy_below_size(self, accession_no: str, day: date, nodule: Nodule) -> None:
        """Add an FNA that no rule asks for, with the reason that was given."""
        done_on = self._needle_on(day)
        if done_on <= self.today:
            why = self.draw.choice(REASONS_BELOW)
            self._fna(accession_no, done_on, nodule.lesion_no, "II", below_threshold_reason=why)
            nodule.cytology = "II"

    def find_cancer(self, accession_no: str, day: date, nodule: Nodule) -> None:
        """Add the way from a positive exam to its cancer, and what was done first."""
        done_on = self._needle_on(day)
        cytology = pick(self.draw, CYTOLOGY_MALIGNANT)
        self._fna(accession_no, done_on, nodule.lesion_no, cytology)
        size = max(3, round(nodule.size_mm + self.draw.uniform(-4, 0.5)))
        t = next((t for limit, t in T_OF_SIZE if size <= limit), LATEST_T)
        n = pick(self.draw, NODES)
        treated_on = weekday_from(done_on + timedelta(days=self.draw.randint(20, 60)))
        first = self._first_management(t, n, cytology)
        is_treated = treated_on <= self.today
        if is_treated and first != SURVEILLANCE:
            kind = "thyroidectomy" if first == TOTAL else "lobectomy"
            self._operate(accession_no, treated_on, kind, "malignant")
        self.rows.add(
            "cancers",
            diagnosed_on=done_on + timedelta(days=self.draw.randint(3, 9)),
            basis="cytology" if first == SURVEILLANCE else "histology",
            topography="C73.9",
            morphology=pick(self.draw, MORPHOLOGIES),
            laterality={"R": "R", "L": "L"}.get(nodule.lobe, "M"),
            size_mm="" if self.draw.random() < UNKNOWN_SIZE_SHARE else size,
            edition="8",
            t=t,
            n=n,
            m="M0",
            extension="none",
            first_management=first if is_treated else "",
            accession_no=accession_no,
            treated_on=treated_on if is_treated else "",
            treatment=first.replace("_", " ") if is_treated else "",
        )

    def _needle_on(self, day: date) -> date:
        return weekday_from(day + timedelta(days=self.draw.randint(6, 30)))

    def _first_management(self, t: str, n: str, cytology: str) -> str:
        is_low_risk = t == "T1a" and n == "N0a" and cytology == "VI"
        if is_low_risk and self.draw.random() < SURVEILLANCE_SHARE:
            return SURVEILLANCE
        is_total = n in ("N1a", "N1b") or self.draw.random() < TOTAL_SHARE
        return TOTAL if is_total else LOBECTOMY

    def _fna(self, accession_no: str, day: date, lesion: int, cytology: str, **more: str) -> None:
        self.rows.add_to_exam(
            "procedures",
            accession_no,
            kind="fna",
            performed_on=day,
            lesion_no=lesion,
            bethesda=cytology,
            result=RESULTS[cytology].value,
            complication="none",
            **more,
        )

    def _operate(self, accession_no: str, day: date, kind: str, result: str) -> None:
        complication = pick(self.draw, COMPLICATIONS)
        self.rows.add_procedure(accession_no, kind, day, result, complication)
