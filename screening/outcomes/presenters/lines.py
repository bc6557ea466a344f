"""A recorded cancer as pages show it, with its stage and why it counts as it does."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask import url_for
from flask_babel import gettext as _

from screening.exams.presenters.words import Pairs, describe
from screening.outcomes.models import Cancer
from screening.outcomes.rules import (
    BASIS_LABELS,
    MODE_LABELS,
    SIDE_LABELS,
    Attributed,
    DetectionMode,
    mode_reason,
)
from screening.programs import get_program
from screening.protocol.fields import Choice
from screening.protocol.payload import from_json
from screening.web.filters import day
from screening.web.locale import between, say

MODE_TONES = {
    DetectionMode.SCREEN_DETECTED: "good",
    DetectionMode.INTERVAL: "watch",
    DetectionMode.OUTSIDE: "plain",
    DetectionMode.UNKNOWN: "plain",
}


@dataclass(frozen=True)
class CancerLine:
    """A cancer."""

    public_id: str
    program: str
    diagnosed_on: date
    topography: str
    morphology: str
    side: str
    size: str
    basis: str
    stage: str
    tnm: str
    mode: str
    tone: str
    mode_reason: str
    treated_on: date | None
    treatment: str
    markers: Pairs
    said: tuple[str, ...]
    is_voided: bool
    void_reason: str

    @property
    def facts(self) -> list[tuple[str, object]]:
        """Everything recorded, with its label."""
        return [
            (_("Topography (ICD-O-3)"), self.topography),
            (_("Morphology (ICD-O-3)"), self.morphology),
            (_("Side"), self.side),
            (_("Size"), self.size),
            (_("Stage group"), self.stage),
            (_("TNM"), self.tnm),
            *self.markers,
            (_("Basis of diagnosis"), self.basis),
            (_("First treatment"), self.treatment),
            (_("First treatment on"), day(self.treated_on)),
        ]

    @property
    def url(self) -> str:
        """The page on which it is corrected."""
        return url_for("outcomes.edit_cancer", public_id=self.public_id)


@dataclass(frozen=True)
class CancersPanel:
    """A person's cancers, on the page of the person."""

    lines: tuple[CancerLine, ...]


def present_panel(cancers: Sequence[Cancer]) -> CancersPanel:
    """Return the panel of a person's cancers."""
    return CancersPanel(tuple(present_cancer(cancer) for cancer in cancers))


def present_cancer(cancer: Cancer) -> CancerLine:
    """Return the line of a cancer."""
    program = get_program(cancer.program)
    known = program.workup.markers
    markers = from_json(known.fields, cancer.markers)
    return CancerLine(
        public_id=cancer.public_id,
        program=say(program.name),
        diagnosed_on=cancer.diagnosed_on,
        topography=code_text(program.workup.topographies, cancer.topography),
        morphology=code_text(program.workup.morphologies, cancer.morphology),
        side=say(SIDE_LABELS.get(cancer.laterality or "", cancer.laterality)),
        size=f"{float(cancer.size_mm):g} mm" if cancer.size_mm is not None else "",
        basis=say(BASIS_LABELS[cancer.basis]) if cancer.basis else "",
        stage=say(cancer.stage_group),
        tnm=tnm_text(cancer),
        mode=say(MODE_LABELS[cancer.detection_mode]),
        tone=MODE_TONES[cancer.detection_mode],
        mode_reason=mode_text(cancer),
        treated_on=cancer.treated_on,
        treatment=cancer.treatment or "",
        markers=describe(known.fields, markers),
        said=tuple(say(sentence) for sentence in known.meaning(markers)),
        is_voided=cancer.voided_at is not None,
        void_reason=cancer.void_reason or "",
    )


def code_text(choices: Sequence[Choice], code: str | None) -> str:
    """Return a code with its label, where the program has one."""
    label = next((say(choice.label) for choice in choices if choice.code == code), "")
    return f"{code} {label}".strip() if code else ""


def tnm_text(cancer: Cancer) -> str:
    """Return T, N and M with their edition."""
    letters = " ".join(value for value in (cancer.t, cancer.n, cancer.m) if value)
    if not cancer.edition:
        return letters
    edition = str(_("edition %(edition)s", edition=cancer.edition))
    return between(",").join(filter(None, (letters, edition)))


def mode_text(cancer: Cancer) -> str:
    """Return why a cancer has its detection mode: a person's reason, or the rule's."""
    if cancer.mode_override_reason:
        return str(_("Set by hand: %(reason)s", reason=cancer.mode_override_reason))
    source, owner = cancer.exam, cancer.attributed_exam
    is_workup = source is not None and owner is not None and source.episode_id == owner.episode_id
    found = Attributed(
        cancer.detection_mode,
        cancer.diagnosed_on,
        owner.performed_on if owner else None,
        is_workup,
    )
    return say(mode_reason(found))
