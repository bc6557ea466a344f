"""Exams of a synthetic woman with their findings, written as rows of the import files."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from screening.programs.breast.demo.lesions import CLEAR, WITHOUT_FINDING, Lesion
from screening.programs.breast.demo.screens import NEGATIVE
from screening.programs.breast.demo.settings import (
    DENSITIES,
    MACHINES,
    READERS,
    TECHNICAL_REPEATS,
)
from screening.protocol.synthetic import DemoTables, SyntheticPerson, pick, weekday_from

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

    def __init__(
        self, draw: random.Random, person: SyntheticPerson, tables: DemoTables, today: date
    ) -> None:
        self.draw, self.person, self.tables, self.today = draw, person, tables, today
        self.density = pick(draw, DENSITIES)
        self.exams = 0
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
        again = weekday_from(day + timedelta(days=7))
        if again <= self.today and self.draw.random() < TECHNICAL_REPEATS:
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

    def maybe_book(self, due: date) -> None:
        """Book the next mammogram of some who are due soon."""
        if due > self.today + timedelta(days=21) or self.draw.random() >= 0.5:
            return
        day = weekday_from(self.today + timedelta(days=self.draw.randint(1, 14)))
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
            row = shown.row(category, modality)
            self.tables.add("findings", accession_no=accession_no, site=self.person.site, **row)
        return Seen(day, modality, category, accession_no, lesion)

    def _add(self, day: date, purpose: str, modality: str, **values: object) -> str:
        self.exams += 1
        self.last_day = day
        accession_no = f"{self.person.registration_no}-B{self.exams:02d}"
        dose = {}
        if modality == "mammography" and values.get("status") != "scheduled":
            dose["mean_glandular_dose_mgy"] = f"{max(0.6, self.draw.gauss(1.5, 0.35)):.2f}"
        self.tables.add(
            "exams",
            accession_no=accession_no,
            registration_no=self.person.registration_no,
            site=self.person.site,
            modality=modality,
            purpose=purpose,
            performed_on=day,
            reader=self.draw.choice(READERS),
            machine=self.draw.choice(MACHINES[modality]),
            technique=TECHNIQUES[modality],
            **dose,
            **values,
        )
        return accession_no
