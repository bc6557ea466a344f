"""Brings rounds, recalls and enrollment status in line with the exams of many enrollments."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Row, select

from screening.clock import now
from screening.database.engine import db
from screening.database.reading import among, read_rows
from screening.database.sets import derive_rows
from screening.database.transactions import Unit, touch_episodes
from screening.enrollments.actions.rounds import (
    add_episodes,
    add_recalls,
    change_episodes,
    change_recalls,
    set_enrollment_status,
)
from screening.enrollments.models import Enrollment, Episode, Recall
from screening.enrollments.rules import EnrollmentStatus, EpisodeStatus, Outcome, RecallStatus
from screening.exams.models import Exam
from screening.exams.rules.rounds import Round, RoundExam, Wanted, arrange, wanted_recalls
from screening.exams.rules.states import EXAMINED, EXPECTED
from screening.programs import get_program

REVIEWED = (EpisodeStatus.IN_REVIEW, EpisodeStatus.IN_WORKUP, EpisodeStatus.CLOSED)
WAITING = (RecallStatus.OPEN, RecallStatus.BOOKED)
STAYING = (EnrollmentStatus.ENROLLED, EnrollmentStatus.ACTIVE, EnrollmentStatus.SUSPENDED)
EMPTY_ROUND = "no exam is left in this round"
CHUNK = 1_000

Record = Row[*tuple[Any, ...]]


class _Placed(NamedTuple):
    """A round with the episode that it fills; None: a new one is needed."""

    enrollment_id: int
    round: Round
    episode_id: int | None


def follow_enrollments(unit: Unit) -> None:
    """Arrange the rounds of every enrollment that the transaction touched."""
    arrange_rounds(unit.enrollment_ids)


def arrange_rounds(enrollment_ids: Iterable[int]) -> None:
    """Arrange the exams of these enrollments anew."""
    db.session.flush()  # the exams just changed are read back by sets
    numbers = sorted(set(enrollment_ids))
    for start in range(0, len(numbers), CHUNK):
        _arrange_chunk(numbers[start : start + CHUNK])
    db.session.expire_all()


def _arrange_chunk(enrollment_ids: Sequence[int]) -> None:
    enrollments = _enrollments(enrollment_ids)
    exams = _exams(enrollment_ids)
    episodes = _episodes(enrollment_ids)
    placed = [
        place
        for number, enrollment in enrollments.items()
        for place in _place(number, arrange(exams[number], get_program(enrollment.program)))
    ]
    touch_episodes(episodes)
    placed = _write_rounds(placed, episodes)
    exams = _exams_of(placed)
    _write_statuses(enrollments, exams)
    _write_recalls(enrollments, exams, _outcomes_of(placed, episodes))


def _exams_of(placed: Sequence[_Placed]) -> dict[int, list[RoundExam]]:
    exams: dict[int, list[RoundExam]] = defaultdict(list)
    for place in placed:
        exams[place.enrollment_id].extend(place.round.exams)
    return exams


def _outcomes_of(
    placed: Sequence[_Placed], episodes: Mapping[int, Record]
) -> dict[int, Outcome | None]:
    """Return the outcome of the round of every exam whose round has one."""
    outcomes = {number: row.outcome for number, row in episodes.items() if row.outcome is not None}
    return {
        exam.id: outcomes[place.episode_id]
        for place in placed
        if place.episode_id in outcomes
        for exam in place.round.exams
    }


def _enrollments(enrollment_ids: Sequence[int]) -> dict[int, Record]:
    rows = read_rows(
        select(
            Enrollment.id,
            Enrollment.program,
            Enrollment.status,
            Enrollment.enrolled_on,
            Enrollment.exited_on,
        ).where(among(Enrollment.id, enrollment_ids), Enrollment.voided_at.is_(None))
    )
    return {row.id: row for row in rows}


def _exams(enrollment_ids: Sequence[int]) -> dict[int, list[RoundExam]]:
    rows = read_rows(
        select(
            Exam.enrollment_id,
            Exam.id,
            Exam.performed_on,
            Exam.scheduled_on,
            Exam.purpose,
            Exam.status,
            Exam.modality,
            Exam.episode_id,
            Exam.system,
            Exam.category,
            Exam.is_positive,
            Exam.interval,
        ).where(
            among(Exam.enrollment_id, enrollment_ids),
            Exam.voided_at.is_(None),
            Exam.status.in_((*EXAMINED, *EXPECTED)),
        )
    )
    exams: dict[int, list[RoundExam]] = defaultdict(list)
    for row in rows:
        exams[row.enrollment_id].append(
            RoundExam(row.id, row.performed_on or row.scheduled_on, *row[4:])
        )
    return exams


def _episodes(enrollment_ids: Sequence[int]) -> dict[int, Record]:
    rows = read_rows(
        select(
            Episode.id,
            Episode.enrollment_id,
            Episode.round_number,
            Episode.opened_on,
            Episode.status,
            Episode.outcome,
            Episode.voided_at,
        ).where(among(Episode.enrollment_id, enrollment_ids))
    )
    return {row.id: row for row in rows}


def _place(enrollment_id: int, rounds: Sequence[Round]) -> list[_Placed]:
    """Keep each episode with the earliest round that holds one of its exams."""
    taken: set[int] = set()
    placed = []
    for each in rounds:
        known = [exam.episode_id for exam in each.exams if exam.episode_id is not None]
        episode_id = next((number for number in known if number not in taken), None)
        if episode_id is not None:
            taken.add(episode_id)
        placed.append(_Placed(enrollment_id, each, episode_id))
    return placed


def _write_rounds(placed: Sequence[_Placed], episodes: Mapping[int, Record]) -> list[_Placed]:
    """Write the rounds and move their exams into them; return them, each with its episode."""
    new = [place for place in placed if place.episode_id is None]
    numbers = iter(add_episodes([_episode_values(place, None) for place in new]))
    placed = [
        place
        if place.episode_id is not None
        else _Placed(place.enrollment_id, place.round, next(numbers))
        for place in placed
    ]
    changes = [
        {"id": place.episode_id, **_episode_values(place, episodes[place.episode_id])}
        for place in placed
        if place.episode_id is not None and place.episode_id in episodes
    ]
    change_episodes([row for row in changes if _differs(row, episodes)])
    _void_empty(episodes, {place.episode_id for place in placed if place.episode_id})
    _move_exams(placed)
    return placed


def _episode_values(place: _Placed, known: Record | None) -> dict[str, object]:
    status: object = place.round.status
    if known is not None and known.status in REVIEWED and status is EpisodeStatus.RESULTED:
        status = known.status
    return {
        "enrollment_id": place.enrollment_id,
        "round_number": place.round.number,
        "opened_on": place.round.opened_on,
        "status": status,
        "voided_at": None,
        "void_reason": None,
    }


def _differs(row: Mapping[str, object], episodes: Mapping[int, Record]) -> bool:
    known = episodes[int(str(row["id"]))]._mapping  # noqa: SLF001 - SQLAlchemy's public name
    names = ("round_number", "opened_on", "status", "voided_at")
    return any(row[name] != known[name] for name in names)


def _void_empty(episodes: Mapping[int, Record], kept: Collection[int]) -> None:
    empty = [row for row in episodes.values() if row.id not in kept and row.voided_at is None]
    change_episodes(
        [{"id": row.id, "voided_at": now(), "void_reason": EMPTY_ROUND} for row in empty]
    )


def _move_exams(placed: Sequence[_Placed]) -> None:
    derive_rows(
        Exam,
        [
            {"id": exam.id, "episode_id": place.episode_id}
            for place in placed
            for exam in place.round.exams
            if exam.episode_id != place.episode_id
        ],
    )
    touch_episodes(place.episode_id for place in placed if place.episode_id is not None)


def _write_statuses(
    enrollments: Mapping[int, Record], exams: Mapping[int, Sequence[RoundExam]]
) -> None:
    examined = {number for number, known in exams.items() if any(exam.is_done for exam in known)}
    for old, new, wanted in (
        (EnrollmentStatus.ENROLLED, EnrollmentStatus.ACTIVE, True),
        (EnrollmentStatus.ACTIVE, EnrollmentStatus.ENROLLED, False),
    ):
        moving = [
            number
            for number, row in enrollments.items()
            if row.status is old and (number in examined) is wanted
        ]
        set_enrollment_status(moving, new)


def _write_recalls(
    enrollments: Mapping[int, Record],
    exams: Mapping[int, Sequence[RoundExam]],
    outcomes: dict[int, Outcome | None],
) -> None:
    existing = _recalls(list(enrollments))
    added: list[dict[str, object]] = []
    changed: list[dict[str, object]] = []
    for number, enrollment in enrollments.items():
        known = dict(existing.get(number, {}))
        program = get_program(enrollment.program)
        done = exams.get(number, ())
        for recall in wanted_recalls(done, outcomes, enrollment.enrolled_on, program):
            row = _recall_values(enrollment, recall)
            before = known.pop(recall.exam_id, None)
            if before is None:
                added.append({"enrollment_id": number, "exam_id": recall.exam_id, **row})
            elif any(getattr(before, name) != value for name, value in row.items()):
                changed.append({"id": before.id, **row})
        changed.extend(
            {"id": before.id, "status": RecallStatus.SUPERSEDED}
            for before in known.values()
            if before.status in WAITING
        )
    add_recalls(added)
    change_recalls(changed)


def _recalls(enrollment_ids: Sequence[int]) -> dict[int, dict[int | None, Record]]:
    rows = read_rows(
        select(
            Recall.id,
            Recall.enrollment_id,
            Recall.exam_id,
            Recall.purpose,
            Recall.action,
            Recall.earliest_on,
            Recall.due_on,
            Recall.latest_on,
            Recall.rule,
            Recall.status,
            Recall.closed_on,
        ).where(among(Recall.enrollment_id, enrollment_ids))
    )
    recalls: dict[int, dict[int | None, Record]] = defaultdict(dict)
    for row in rows:
        recalls[row.enrollment_id][row.exam_id] = row
    return recalls


def _recall_values(enrollment: Record, recall: Wanted) -> dict[str, object]:
    status, closed_on = recall.status, recall.closed_on
    if status in WAITING and enrollment.status not in STAYING:
        status, closed_on = RecallStatus.CANCELLED, enrollment.exited_on
    return {
        "purpose": recall.purpose,
        "action": recall.action,
        "earliest_on": recall.dates.earliest_on,
        "due_on": recall.dates.due_on,
        "latest_on": recall.dates.latest_on,
        "rule": recall.dates.rule,
        "status": status,
        "closed_on": closed_on,
    }
