"""A newer version of a cancer beside the one that is typed."""

from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _

from screening.audit.models import AuditEvent
from screening.exams.presenters.words import answer
from screening.outcomes.models import Cancer
from screening.outcomes.rules import (
    BASIS_LABELS,
    MODE_LABELS,
    SIDE_LABELS,
    CancerEntry,
    read_stage,
)
from screening.participants.models import Participant
from screening.programs import get_program
from screening.protocol.payload import from_json
from screening.protocol.workup import Workup
from screening.web.locale import say

Row = tuple[str, str, str]


@dataclass(frozen=True)
class ConflictPresenter:
    """Who saved the newer version and when; each row: label, what was saved, what is typed."""

    who: str
    at: datetime | None
    rows: tuple[Row, ...]


def present_conflict(
    cancer: Cancer, typed: CancerEntry | None, change: AuditEvent | None
) -> ConflictPresenter:
    """Return the fields in which the newer version and the typed one differ, side by side."""
    saved, workup = saved_entry(cancer), get_program(cancer.program).workup
    person = cancer.participant
    old, new = _texts(saved, workup, person), _texts(typed or saved, workup, person)
    rows = tuple((label, old[label], new[label]) for label in old if old[label] != new[label])
    who, at = (change.actor_name, change.at) if change else ("", None)
    return ConflictPresenter(who, at, rows)


def saved_entry(cancer: Cancer) -> CancerEntry:
    """Return a recorded cancer as it would be typed."""
    is_overridden = bool(cancer.mode_override_reason)
    markers = get_program(cancer.program).workup.markers
    return CancerEntry(
        diagnosed_on=cancer.diagnosed_on,
        basis=cancer.basis,
        topography=cancer.topography,
        morphology=cancer.morphology,
        laterality=cancer.laterality,
        size_mm=cancer.size_mm,
        edition=cancer.edition,
        t=cancer.t,
        n=cancer.n,
        m=cancer.m,
        stage_group=cancer.stage_group,
        exam_id=cancer.exam_id,
        detection_mode=cancer.detection_mode if is_overridden else None,
        mode_override_reason=cancer.mode_override_reason,
        treated_on=cancer.treated_on,
        treatment=cancer.treatment,
        markers=from_json(markers.fields, cancer.markers),
    )


def _texts(entry: CancerEntry, workup: Workup, person: Participant) -> dict[str, str]:
    mode = entry.detection_mode
    tnm = entry.tnm_of(person.born_from, person.born_to)
    stage = entry.stage_group or read_stage(workup.staging, tnm).group
    of_markers = {
        say(field.label): ""
        if (value := entry.markers.get(field.code)) is None
        else answer(field, value)
        for field in workup.markers.fields
    }
    return {
        _("Diagnosed on"): entry.diagnosed_on.isoformat(),
        _("Basis of diagnosis"): say(BASIS_LABELS[entry.basis]) if entry.basis else "",
        _("Topography (ICD-O-3)"): entry.topography or "",
        _("Morphology (ICD-O-3)"): entry.morphology or "",
        _("Side"): say(SIDE_LABELS.get(entry.laterality or "", entry.laterality)),
        _("Size"): f"{float(entry.size_mm):g} mm" if entry.size_mm is not None else "",
        _("TNM edition"): entry.edition or "",
        "T": entry.t or "",
        "N": entry.n or "",
        "M": entry.m or "",
        _("Stage group"): say(stage),
        **of_markers,
        _("First treatment on"): entry.treated_on.isoformat() if entry.treated_on else "",
        _("First treatment"): entry.treatment or "",
        _("Detection mode"): say(MODE_LABELS[mode]) if mode else str(_("By the rule")),
        _("Why it is not that of the rule"): entry.mode_override_reason or "",
    }
