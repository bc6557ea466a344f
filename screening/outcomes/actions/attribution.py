"""Attributes cancers to exams, and lets rounds and enrollments follow from them, by sets."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, or_, select

from screening.audit.actions import Subject, record
from screening.audit.diff import difference
from screening.cases.actions.following import follow_rounds
from screening.clock import now
from screening.database.engine import db
from screening.database.reading import among
from screening.database.sets import change_rows
from screening.database.transactions import Unit, touch_episodes
from screening.enrollments.actions.diagnosis import follow_diagnoses
from screening.enrollments.actions.rounds import change_episodes
from screening.enrollments.models import Enrollment, Episode
from screening.enrollments.rules import Outcome
from screening.exams.actions.rounds import arrange_rounds
from screening.exams.models import Exam
from screening.exams.rules import SCREENING_PURPOSES, ExamStatus
from screening.outcomes.models import Cancer
from screening.outcomes.rules import (
    Attribution,
    DetectionMode,
    Origin,
    RoundResult,
    Window,
    attribute,
)
from screening.programs import get_program
from screening.protocol.schedule import Interval
from screening.security.actor import SYSTEM

CHUNK = 1_000

Record = Row[*tuple[Any, ...]]
Key = tuple[int, str]


def attribute_cancers(unit: Unit) -> None:
    """Attribute anew the cancers of everyone whose rounds or cancers this transaction touched."""
    db.session.flush()  # the cancers just changed are read back by sets
    numbers = sorted(_people_with_cancer(unit))
    for start in range(0, len(numbers), CHUNK):
        _attribute_chunk(numbers[start : start + CHUNK])
    if numbers:
        db.session.expire_all()


def _people_with_cancer(unit: Unit) -> set[int]:
    people: set[int] = set()
    for chunk in _chunks(unit.participant_ids):
        people.update(
            _scalars(select(Cancer.participant_id).where(among(Cancer.participant_id, chunk)))
        )
    for chunk in _chunks(unit.episode_ids):
        query = (
            select(Cancer.participant_id)
            .join(Enrollment, Enrollment.participant_id == Cancer.participant_id)
            .join(Episode, Episode.enrollment_id == Enrollment.id)
            .where(among(Episode.id, chunk))
        )
        people.update(_scalars(query))
    return people


def _chunks(numbers: Iterable[int]) -> list[list[int]]:
    ordered = sorted(numbers)
    return [ordered[start : start + CHUNK] for start in range(0, len(ordered), CHUNK)]


def _scalars(query: Any) -> Iterable[int]:
    return db.session.scalars(query.distinct())


def _attribute_chunk(participant_ids: Sequence[int]) -> None:
    cancers = _cancers(participant_ids)
    rounds, episode_of, touched = _rounds(participant_ids)
    changes = []
    found: dict[int, list[date]] = defaultdict(list)
    for cancer in cancers:
        attribution = _attribution(cancer, rounds[(cancer.participant_id, cancer.program)])
        if cancer.voided_at is not None:
            continue
        if attribution.exam_id and attribution.mode is DetectionMode.SCREEN_DETECTED:
            found[episode_of[attribution.exam_id]].append(cancer.diagnosed_on)
        before = (cancer.attributed_exam_id, cancer.detection_mode)
        if before != (attribution.exam_id, attribution.mode):
            changes.append(_change(cancer, attribution))
    change_rows(Cancer, changes)
    touch_episodes(touched)
    arrange_rounds(follow_diagnoses(_diagnoses(cancers)) | _write_outcomes(touched, found))


def _cancers(participant_ids: Sequence[int]) -> list[Record]:
    rows = db.session.execute(
        select(*Cancer.__table__.c, Exam.episode_id.label("known_episode_id"))
        .join(Exam, Exam.id == Cancer.exam_id, isouter=True)
        .where(Cancer.participant_id.in_(participant_ids))
        .order_by(Cancer.diagnosed_on)
    )
    return list(rows)


def _rounds(
    participant_ids: Sequence[int],
) -> tuple[dict[Key, list[RoundResult]], dict[int, int], set[int]]:
    """Return the screening exams per person and program, the round of each, and all rounds."""
    rows = db.session.execute(
        select(
            Exam.id,
            Exam.participant_id,
            Exam.program,
            Exam.episode_id,
            Exam.performed_on,
            Exam.purpose,
            Exam.status,
            Exam.is_positive,
        )
        .where(
            Exam.participant_id.in_(participant_ids),
            Exam.voided_at.is_(None),
            Exam.performed_on.is_not(None),
            Exam.episode_id.is_not(None),
        )
        .order_by(Exam.performed_on, Exam.id)
    ).all()
    results: dict[int, set[bool | None]] = defaultdict(set)
    for row in rows:
        results[row.episode_id].add(row.is_positive)
    rounds: dict[Key, list[RoundResult]] = defaultdict(list)
    episode_of = {}
    for row in rows:
        if row.purpose in SCREENING_PURPOSES and row.status is ExamStatus.PERFORMED:
            result = RoundResult(
                row.id,
                row.episode_id,
                row.performed_on,
                _sum_up(results[row.episode_id]),
                is_own_positive=row.is_positive is True,
            )
            rounds[(row.participant_id, row.program)].append(result)
            episode_of[row.id] = row.episode_id
    return rounds, episode_of, set(results)


def _sum_up(results: set[bool | None]) -> bool | None:
    if True in results:
        return True
    return False if False in results else None


def _attribution(cancer: Record, rounds: Sequence[RoundResult]) -> Attribution:
    schedule = get_program(cancer.program).schedule
    window = Window(schedule.window_days, Interval(months=schedule.interval_months))
    origin = Origin(cancer.exam_id, cancer.known_episode_id)
    rule = attribute(cancer.diagnosed_on, origin, rounds, window)
    if cancer.mode_override_reason is None:
        return rule
    mode = cancer.detection_mode
    if mode not in (DetectionMode.SCREEN_DETECTED, DetectionMode.INTERVAL):
        return Attribution(None, mode)
    return Attribution(rule.exam_id or _owner(cancer, rounds), mode)


def _owner(cancer: Record, rounds: Sequence[RoundResult]) -> int | None:
    """Return the exam that an overridden cancer belongs to: the known round's, else the last."""
    known = [each for each in rounds if each.episode_id == cancer.known_episode_id]
    earlier = [each for each in rounds if each.performed_on <= cancer.diagnosed_on]
    owner = [*earlier[-1:], *known][-1:]
    return owner[0].exam_id if owner else None


def _change(cancer: Record, attribution: Attribution) -> dict[str, object]:
    after = {"attributed_exam_id": attribution.exam_id, "detection_mode": attribution.mode}
    before = {name: getattr(cancer, name) for name in after}
    record(
        "outcomes:cancer:attribute",
        Subject("cancer", cancer.id, cancer.participant_id),
        by=SYSTEM,
        at=now(),
        changes=difference(before, after),
    )
    return {"id": cancer.id, **after}


def _write_outcomes(episode_ids: set[int], found: Mapping[int, Sequence[date]]) -> set[int]:
    """Close the rounds that found a cancer, and open again those whose cancer is gone.

    Return the enrollments whose recalls follow from that.
    """
    rows = db.session.execute(
        select(Episode.id, Episode.enrollment_id, Episode.outcome, Episode.outcome_on).where(
            Episode.id.in_(episode_ids),
            or_(Episode.outcome.is_(None), Episode.outcome_is_automatic),
        )
    )
    changes: list[dict[str, object]] = []
    enrollments: set[int] = set()
    for row in rows:
        wanted = (Outcome.CANCER, min(found[row.id])) if row.id in found else (None, None)
        is_stale = row.id in found or row.outcome is Outcome.CANCER
        if is_stale and (row.outcome, row.outcome_on) != wanted:
            changes.append(
                {
                    "id": row.id,
                    "outcome": wanted[0],
                    "outcome_on": wanted[1],
                    "outcome_is_automatic": wanted[0] is not None,
                }
            )
            enrollments.add(row.enrollment_id)
    if changes:
        change_episodes(changes)
        follow_rounds(int(str(row["id"])) for row in changes)
    return enrollments


def _diagnoses(cancers: Sequence[Record]) -> dict[Key, date | None]:
    """Return the first diagnosis per person and program; None where every cancer is voided."""
    first: dict[Key, date | None] = {}
    for cancer in cancers:
        key = (cancer.participant_id, cancer.program)
        first.setdefault(key, None)
        if cancer.voided_at is None and first[key] is None:
            first[key] = cancer.diagnosed_on
    return first
