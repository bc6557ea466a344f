"""Records, corrects and voids cancers; attribution, closure and figures follow by themselves."""

import secrets
from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol

from screening.audit.actions import Subject, record
from screening.audit.diff import difference
from screening.clinical.reasons import ClinicalInputError
from screening.database.engine import db
from screening.database.transactions import touch_participants, transaction
from screening.outcomes.models import Cancer
from screening.outcomes.rules import Basis, DetectionMode
from screening.participants.models import Participant
from screening.programs import get_program
from screening.protocol.errors import NewerChangeError, NotAllowedNowError, RefusedInputError
from screening.protocol.program import Program
from screening.protocol.wording import N_
from screening.security.actor import Actor

LARGEST_MM = Decimal(300)


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


def record_cancer(
    participant: Participant, program: str, entry: CancerEntry, *, by: Actor, at: datetime
) -> Cancer:
    """Record one confirmed primary."""
    with transaction():
        check_cancer(participant, get_program(program), entry, at.astimezone().date())
        cancer = Cancer(
            public_id=secrets.token_hex(8),
            participant_id=participant.id,
            program=program,
            recorded_at=at,
        )
        _write(cancer, entry)
        db.session.add(cancer)
        db.session.flush()  # the event needs the new number
        _record("record", cancer, {}, by=by, at=at)
    return cancer


def correct_cancer(
    cancer: Cancer,
    entry: CancerEntry,
    *,
    expected_version: int,
    reason: str | None,
    by: Actor,
    at: datetime,
) -> None:
    """Correct a cancer, or add its stage or treatment."""
    with transaction():
        if cancer.version != expected_version:
            raise NewerChangeError(N_("Someone saved this cancer while you were working on it"))
        if cancer.voided_at is not None:
            raise NotAllowedNowError(N_("This cancer is voided; nothing can be changed"))
        program = get_program(cancer.program)
        check_cancer(cancer.participant, program, entry, at.astimezone().date())
        before = _state(cancer)
        _write(cancer, entry)
        _record("correct", cancer, before, by=by, at=at, reason=reason)


def void_cancer(cancer: Cancer, *, reason: str, by: Actor, at: datetime) -> None:
    """Take a mistaken cancer out of lists and figures; what it closed opens again."""
    with transaction():
        if cancer.voided_at is not None:
            raise NotAllowedNowError(N_("This cancer is already voided"))
        cancer.voided_at, cancer.void_reason = at, reason
        _record("void", cancer, _state(cancer), by=by, at=at, reason=reason)


class Born(Protocol):
    """Someone whose first possible day of birth may be known."""

    @property
    def born_from(self) -> date | None:
        """The first day on which the person can have been born."""


def check_cancer(participant: Born, program: Program, entry: CancerEntry, today: date) -> None:
    """Refuse impossible dates, sizes and stages, at the field."""
    day = entry.diagnosed_on
    if day > today:
        raise RefusedInputError("diagnosed_on", N_("The diagnosis cannot be in the future"))
    if participant.born_from is not None and day < participant.born_from:
        raise RefusedInputError("diagnosed_on", N_("The diagnosis cannot be before birth"))
    if entry.treated_on is not None and not day <= entry.treated_on <= today:
        raise RefusedInputError(
            "treated_on", N_("The treatment lies between the diagnosis and today")
        )
    if entry.size_mm is not None and not 0 < entry.size_mm <= LARGEST_MM:
        raise RefusedInputError("size_mm", N_("Enter the size in mm, above 0 and up to 300"))
    stage_group(program, entry)


def stage_group(program: Program, entry: CancerEntry) -> str | None:
    """Return the stage group of T, N and M, or the one that was typed where they are not known."""
    if entry.edition is None or entry.t is None or entry.n is None or entry.m is None:
        return entry.stage_group
    try:
        stage = program.workup.staging.stage(entry.edition, entry.t, entry.n, entry.m)
    except ClinicalInputError as error:
        text = N_("{problem}")
        raise RefusedInputError(error.column.lower(), text, {"problem": str(error)}) from error
    return stage.group or entry.stage_group


def _write(cancer: Cancer, entry: CancerEntry) -> None:
    for field in fields(entry):
        if field.name not in ("stage_group", "detection_mode"):
            setattr(cancer, field.name, getattr(entry, field.name))
    cancer.stage_group = stage_group(get_program(cancer.program), entry)
    if entry.mode_override_reason is not None and entry.detection_mode is not None:
        cancer.detection_mode = entry.detection_mode


def _state(cancer: Cancer) -> dict[str, object]:
    return {field.name: getattr(cancer, field.name) for field in fields(CancerEntry)}


def _record(
    act: str,
    cancer: Cancer,
    before: dict[str, object],
    *,
    by: Actor,
    at: datetime,
    reason: str | None = None,
) -> None:
    subject = Subject("cancer", cancer.id, cancer.participant_id)
    changes = difference(before, _state(cancer))
    tag = f"outcomes:cancer:{act}"
    record(tag, subject, by=by, at=at, reason=reason, changes=changes)
    touch_participants([cancer.participant_id])
