"""Exams of a synthetic woman with their findings, written as rows of the import files."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from screening.programs.breast.demo.lesions import CLEAR, WITHOUT_FINDING, Lesion
from screening.programs.breast.demo.screens import NEGATIVE
from screening.programs.breast.demo.settings import (
    DENSITIES,
    HABITS,
    MACHINES,
    READERS,
)
from screening.protocol.synthetic import PersonRows, pick, repeat_day, weekday_from

TECHNIQUES = {"mammography": "ffdm", "ultrasound": "handheld", "mri": "full_mri"}
LATER_DAYS = {"mammography": 0, "ultrasound": 0, "mri": 16}


@dataclass
class Seen:
    """What an exam showed."""

    day: date
    modality: str
    category: str
    accession_no: str
    lesion: Lesion | None

    @property
    def side(self) -> str:
        """The breast in which it was."""
        return self.lesion.side if self.lesion else "L"


class ExamWriter:
    """Writes one woman's exams and remembers her lesions."""

    def __init__(self, draw: random.Random, rows: PersonRows, today: date) -> None:
        self.draw, self.rows, self.today = draw, rows, today
        self.density = pick(draw, DENSITIES)
        self.last_day = today
        self.benign: Lesion | None = None
        self.lesions = 0

    def screen(
        self,
        round_day: date,
        purpose: str,
        modality: str,
        category: str,
        lesion: Lesion | None = None,
    ) -> Seen:
        """Write a screening exam; MRI follows some days after the others."""
        day = weekday_from(round_day + timedelta(days=LATER_DAYS[modality]))
        day = min(day, self.today)
        again = repeat_day(self.draw, day, self.today, HABITS)
        if again is not None:
            self._add(day, purpose, modality, status="technically_inadequate")
            day = again
        seen = lesion if lesion and category not in NEGATIVE else self._lesion(category)
        return self._write(day, purpose, modality, category, seen)

    def new_lesion(self, category: str) -> Lesion:
        """Return a lesion that several exams are to show."""
        self.lesions += 1
        return Lesion(self.draw, self.lesions, category)

    def again(self, day: date, purpose: str, before: Seen, category: str) -> Seen:
        """Write the exam that an earlier one asked for, of the same lesion."""
        return self._write(day, purpose, before.modality, category, before.lesion)

    def book(self, day: date) -> None:
        """Book the next mammogram."""
        self._add(day, "annual", "mammography", status="scheduled")

    def _lesion(self, category: str) -> Lesion | None:
        """Return what is seen: the woman's one benign lesion, or something of its own."""
        if category in WITHOUT_FINDING:
            return None
        if category != "2":
            return self.new_lesion(category)
        if self.benign is None:
            self.benign = self.new_lesion(category)
        return self.benign

    def _write(
        self, day: date, purpose: str, modality: str, category: str, lesion: Lesion | None
    ) -> Seen:
        is_reported = day < self.today - timedelta(days=3) or self.draw.random() < 0.5
        if not is_reported:
            return Seen(day, modality, category, self._add(day, purpose, modality), lesion)
        shown = lesion if category not in WITHOUT_FINDING else None
        details = shown.details(category) if shown else CLEAR
        reported_on = min(self.today, day + timedelta(days=self.draw.randint(0, 6)))
        result = {"category": category, "resulted_on": reported_on, **details}
        if modality == "mammography":
            result["density"] = self.density
        accession_no = self._add(day, purpose, modality, **result)
        if shown is not None:
            self.rows.add_to_exam("findings", accession_no, **shown.row(category, modality))
        return Seen(day, modality, category, accession_no, lesion)

    def _add(self, day: date, purpose: str, modality: str, **values: object) -> str:
        self.last_day = day
        dose = {}
        if modality == "mammography" and values.get("status") != "scheduled":
            dose["mean_glandular_dose_mgy"] = f"{max(0.6, self.draw.gauss(1.5, 0.35)):.2f}"
        return self.rows.add_exam(
            modality,
            purpose,
            day,
            reader=self.draw.choice(READERS),
            machine=self.draw.choice(MACHINES[modality]),
            technique=TECHNIQUES[modality],
            **dose,
            **values,
        )
