"""Records, corrects and voids cancers; attribution, closure and figures follow by themselves."""

import secrets
from dataclasses import dataclass, fields
from datetime import datetime
from decimal import Decimal

from screening.audit.actions import Subject, record
from screening.audit.diff import difference, overwrites
from screening.database.engine import db
from screening.database.transactions import touch_participants, transaction
from screening.enrollments.rules import OUTCOME_LABELS, Outcome
from screening.exams.models import Exam
from screening.outcomes.models import Cancer
from screening.outcomes.queries import find_exam_of, find_first_exam_on
from screening.outcomes.rules import (
    CancerEntry,
    CancerLimits,
    cancer_problems,
    read_stage,
)
from screening.participants.models import Participant
from screening.programs import get_program
from screening.protocol.errors import (
    NewerChangeError,
    NotAllowedNowError,
    RefusedInputError,
    refuse_impossible,
)
from screening.protocol.payload import to_json
from screening.protocol.wording import N_, Problem
from screening.security.actor import Actor

COMPUTED = ("stage_group", "detection_mode")
MARKERS = "markers"
TNM = ("edition", "t", "n", "m")
HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True)
class Whose:
    """The person and the program of a cancer."""

    participant: Participant
    program: str


def record_cancer(whose: Whose, entry: CancerEntry, *, by: Actor, at: datetime) -> Cancer:
    """Record one confirmed primary."""
    with transaction():
        refuse_impossible(review_cancer(whose, entry, at=at))
        cancer = Cancer(
            public_id=secrets.token_hex(8),
            participant_id=whose.participant.id,
            program=whose.program,
            recorded_at=at,
        )
        _write(cancer, entry, whose.participant)
        db.session.add(cancer)
        db.session.flush()  # the event needs the new number
        _note("record", cancer, {}, by=by, at=at)
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
    """Correct a cancer, or add its stage or treatment; what is replaced needs a reason."""
    with transaction():
        _check_version(cancer, expected_version)
        refuse_impossible(review_cancer(Whose(cancer.participant, cancer.program), entry, at=at))
        before = _state(cancer)
        _write(cancer, entry, cancer.participant)
        after = _state(cancer)
        if _replaces(before, after) and not reason:
            raise RefusedInputError("reason", N_("Say why what was recorded is changed"))
        if before != after:
            _note("correct", cancer, before, by=by, at=at, reason=reason or None)


def _replaces(before: dict[str, object], after: dict[str, object]) -> bool:
    """Tell whether typed values are replaced; what is computed from them follows without a word."""
    follows = {"detection_mode"}
    if any(before[name] != after[name] for name in TNM):
        follows.add("stage_group")
    typed = [name for name in before if name not in follows]
    return overwrites({name: before[name] for name in typed}, {name: after[name] for name in typed})


def void_cancer(
    cancer: Cancer, *, reason: str, expected_version: int, by: Actor, at: datetime
) -> None:
    """Take a mistaken cancer out of lists and figures; what it closed opens again."""
    with transaction():
        _check_version(cancer, expected_version)
        if not reason.strip():
            raise RefusedInputError("reason", N_("Enter the reason"))
        cancer.voided_at, cancer.void_reason = at, reason.strip()
        _note("void", cancer, _state(cancer), by=by, at=at, reason=reason.strip())


def _check_version(cancer: Cancer, expected: int) -> None:
    if cancer.version != expected:
        raise NewerChangeError(N_("Someone saved this cancer while you were working on it"))
    if cancer.voided_at is not None:
        raise NotAllowedNowError(N_("This cancer is voided; nothing can be changed"))


def review_cancer(whose: Whose, entry: CancerEntry, *, at: datetime) -> list[Problem]:
    """List what is refused or asked back in a cancer of a person in a program."""
    exam = _exam_of(whose, entry)
    person = whose.participant
    limits = CancerLimits(
        today=at.astimezone().date(),
        born_from=person.born_from,
        born_to=person.born_to,
        died_on=person.died_on,
        examined_on=exam.performed_on if exam else None,
        first_exam_on=find_first_exam_on(person.id, whose.program),
        closed_as=_closed_as(exam),
    )
    return cancer_problems(entry, get_program(whose.program), limits)


def _exam_of(whose: Whose, entry: CancerEntry) -> Exam | None:
    """Return the exam that the cancer came from; it is this person's, in this program."""
    if entry.exam_id is None:
        return None
    exam = find_exam_of(whose.participant.id, whose.program, entry.exam_id)
    if exam is None:
        raise RefusedInputError("exam", N_("Choose an exam of this person in this program"))
    return exam


def _closed_as(exam: Exam | None) -> str | None:
    """Return the outcome that a person gave to the exam's round, if it is not a cancer."""
    episode = exam.episode if exam else None
    if episode is None or episode.outcome is None or episode.outcome_is_automatic:
        return None
    return None if episode.outcome is Outcome.CANCER else OUTCOME_LABELS[episode.outcome]


def _write(cancer: Cancer, entry: CancerEntry, person: Participant) -> None:
    for field in fields(entry):
        if field.name not in (*COMPUTED, MARKERS):
            setattr(cancer, field.name, getattr(entry, field.name))
    cancer.markers = to_json(entry.markers)
    if entry.size_mm is not None:
        cancer.size_mm = entry.size_mm.quantize(HUNDREDTH)  # as it is read back
    staging = get_program(cancer.program).workup.staging
    tnm = entry.tnm_of(person.born_from, person.born_to)
    cancer.stage_group = entry.stage_group or read_stage(staging, tnm).group
    if entry.tnm.is_blank and entry.stage_group is None:
        cancer.edition = None
    if entry.detection_mode is not None:
        cancer.detection_mode = entry.detection_mode


def _state(cancer: Cancer) -> dict[str, object]:
    names = (field.name for field in fields(CancerEntry) if field.name != MARKERS)
    markers = {f"detail:{code}": value for code, value in cancer.markers.items()}
    return {**{name: getattr(cancer, name) for name in names}, **markers}


def _note(
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
