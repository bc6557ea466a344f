"""What is entered of a cancer, and what of it is impossible or unlikely."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal

from screening.outcomes.rules.labels import Basis, DetectionMode
from screening.outcomes.rules.staging import read_stage, unknown_edition
from screening.participants.rules import ages_on
from screening.protocol.fields import Payload
from screening.protocol.program import Program
from screening.protocol.tumors import Tumor
from screening.protocol.wording import N_, Problem, Sentence
from screening.protocol.workup import Tnm, Workup

SMALLEST_MM = Decimal("0.01")
LARGEST_MM = Decimal(500)
UNLIKELY_MM = Decimal(100)
TOPOGRAPHY = re.compile(r"C\d\d(\.\d)?", re.ASCII)
MORPHOLOGY = re.compile(r"\d{4}/\d", re.ASCII)
BENIGN = "0"
OF_A_PRIMARY = ("2", "3")


@dataclass(frozen=True)
class CancerEntry:
    """One confirmed primary as typed. `mode_override_reason` makes `detection_mode` a person's."""

    diagnosed_on: date
    basis: Basis | None = None
    topography: str | None = None
    morphology: str | None = None
    laterality: str | None = None
    size_mm: Decimal | None = None
    edition: str | None = None
    t: str | None = None
    n: str | None = None
    m: str | None = None
    stage_group: str | None = None
    exam_id: int | None = None
    detection_mode: DetectionMode | None = None
    mode_override_reason: str | None = None
    treated_on: date | None = None
    treatment: str | None = None
    markers: Payload = field(default_factory=dict)

    @property
    def tumor(self) -> Tumor:
        """The cancer as the program's own checks look at it."""
        return Tumor(
            diagnosed_on=self.diagnosed_on,
            morphology=self.morphology,
            size_mm=self.size_mm,
            t=self.t,
            n=self.n,
            m=self.m,
            stage_group=self.stage_group,
            markers=self.markers,
        )

    @property
    def tnm(self) -> Tnm:
        """T, N and M with their edition, and the morphology."""
        return Tnm(self.edition, self.t, self.n, self.m, self.morphology)

    def tnm_of(self, born_from: date | None, born_to: date | None) -> Tnm:
        """Return T, N and M with everything else that the stage group may depend on."""
        return replace(self.tnm, ages=ages_on(born_from, born_to, self.diagnosed_on))


@dataclass(frozen=True)
class CancerLimits:
    """What a cancer is held against: the person's days, the exams', and the round's outcome.

    `examined_on` is the exam that it came from, `first_exam_on` the person's first in the program;
    `closed_as` is the outcome that a person gave to that exam's round, other than a cancer.
    """

    today: date
    born_from: date | None = None
    born_to: date | None = None
    died_on: date | None = None
    examined_on: date | None = None
    first_exam_on: date | None = None
    closed_as: str | None = None


def cancer_problems(entry: CancerEntry, program: Program, limits: CancerLimits) -> list[Problem]:
    """List what is refused or unlikely in a cancer, in the order of the form."""
    return [
        *_check_round(limits),
        *_check_diagnosis(entry.diagnosed_on, program, limits),
        *_check_codes(entry, program.workup),
        *_check_size(entry.size_mm),
        *_check_stage(entry, program, limits),
        *program.workup.markers.problems(entry.tumor),
        *_check_mode(entry),
        *_check_treatment(entry, limits),
    ]


def _check_round(limits: CancerLimits) -> list[Problem]:
    if limits.closed_as is None:
        return []
    text = N_("The case of this exam is closed as “{outcome}”: reopen it, then record the cancer")
    return [Problem("exam", Sentence(text, {"outcome": limits.closed_as}))]


def _check_diagnosis(day: date, program: Program, limits: CancerLimits) -> list[Problem]:
    refusals = (
        (
            day > limits.today,
            N_("The diagnosis cannot be in the future; today is {limit}"),
            limits.today,
        ),
        (
            _is_before(day, limits.born_from),
            N_("The diagnosis cannot be before birth ({limit})"),
            limits.born_from,
        ),
        (
            _is_before(day, limits.examined_on),
            N_("The diagnosis cannot be before the exam that it came from ({limit})"),
            limits.examined_on,
        ),
    )
    for is_wrong, text, limit in refusals:
        if is_wrong:
            return [Problem("diagnosed_on", Sentence(text, {"limit": limit}))]
    return _ask_about_diagnosis(day, program, limits)


def _ask_about_diagnosis(day: date, program: Program, limits: CancerLimits) -> list[Problem]:
    long_before = timedelta(days=program.schedule.window_days)
    questions = (
        (
            limits.died_on is not None and day > limits.died_on,
            N_("The diagnosis is after the death on {limit}; confirm it or correct it"),
            limits.died_on,
        ),
        (
            limits.first_exam_on is not None and day < limits.first_exam_on - long_before,
            N_("The diagnosis is long before the first exam on {limit}; confirm it or correct it"),
            limits.first_exam_on,
        ),
    )
    return [
        Problem("diagnosed_on", Sentence(text, {"limit": limit}), is_question=True)
        for is_unlikely, text, limit in questions
        if is_unlikely
    ]


def _is_before(day: date, limit: date | None) -> bool:
    return limit is not None and day < limit


def _check_codes(entry: CancerEntry, workup: Workup) -> Iterable[Problem]:
    topography, morphology = entry.topography, entry.morphology
    if topography is not None and not TOPOGRAPHY.fullmatch(topography):
        text = N_("“{code}” is no ICD-O-3 topography; write it like {example}")
        example = workup.topographies[0].code
        yield Problem("topography", Sentence(text, {"code": topography, "example": example}))
    elif topography is not None and topography not in {each.code for each in workup.topographies}:
        text = N_("{code} is not a site of this program; confirm it or correct it")
        yield Problem("topography", Sentence(text, {"code": topography}), is_question=True)
    if morphology is None:
        return
    behavior = {"code": morphology}
    if not MORPHOLOGY.fullmatch(morphology):
        text = N_("“{code}” is no ICD-O-3 morphology; write it like {example}")
        example = workup.morphologies[0].code
        yield Problem("morphology", Sentence(text, {**behavior, "example": example}))
    elif morphology[-1] == BENIGN:
        text = N_("{code} is benign (behavior 0) and not a cancer; correct it, or do not record it")
        yield Problem("morphology", Sentence(text, behavior))
    elif morphology[-1] not in OF_A_PRIMARY:
        text = N_("The behavior of {code} is not that of a primary; confirm it or correct it")
        yield Problem("morphology", Sentence(text, behavior), is_question=True)


def _check_size(size: Decimal | None) -> list[Problem]:
    if size is None:
        return []
    if not SMALLEST_MM <= size <= LARGEST_MM:
        text = N_("Enter the size in mm, above 0 and up to {limit}")
        return [Problem("size_mm", Sentence(text, {"limit": LARGEST_MM}))]
    if size > UNLIKELY_MM:
        text = N_("{size} mm is unusually large; confirm it or correct it")
        return [Problem("size_mm", Sentence(text, {"size": size}), is_question=True)]
    return []


def _check_stage(entry: CancerEntry, program: Program, limits: CancerLimits) -> Iterable[Problem]:
    staging = program.workup.staging
    reading = read_stage(staging, entry.tnm_of(limits.born_from, limits.born_to))
    yield from reading.problems
    if entry.tnm.is_blank and entry.edition not in (None, *staging.editions):
        yield unknown_edition(staging)
    typed = entry.stage_group
    if typed is None:
        return
    if typed not in staging.groups:
        text = N_("“{group}” is no stage group of this program; choose one of: {allowed}")
        shown = {"group": typed, "allowed": ", ".join(staging.groups)}
        yield Problem("stage_group", Sentence(text, shown))
    elif reading.group is not None and typed != reading.group:
        text = N_("T, N and M give {group}; clear this field, or confirm that {typed} is to stand")
        shown = {"group": reading.group, "typed": typed}
        yield Problem("stage_group", Sentence(text, shown), is_question=True)


def _check_mode(entry: CancerEntry) -> list[Problem]:
    if entry.detection_mode is not None and not entry.mode_override_reason:
        text = N_("Say why the detection mode is not that of the rule")
        return [Problem("mode_override_reason", Sentence(text))]
    if entry.detection_mode is None and entry.mode_override_reason:
        text = N_("Choose the detection mode, or clear the reason to leave it to the rule")
        return [Problem("detection_mode", Sentence(text))]
    return []


def _check_treatment(entry: CancerEntry, limits: CancerLimits) -> list[Problem]:
    day, last = entry.treated_on, limits.died_on or limits.today
    if day is None or entry.diagnosed_on <= day <= min(last, limits.today):
        return []
    text = N_("Enter a first treatment that is between the diagnosis and {limit}")
    return [Problem("treated_on", Sentence(text, {"limit": min(last, limits.today)}))]
