"""Opens, closes, reopens and withdraws cases by themselves, as the exams of their rounds say."""

import secrets
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, func, or_, select

from screening.audit.actions import Subject, record
from screening.cases.models import Case, CaseDecision, Procedure
from screening.cases.rules import CaseStatus, Conclusion, DecisionKind, EpisodeExam, conclude
from screening.clock import now, today
from screening.database.engine import db
from screening.database.reading import among, read_rows
from screening.database.sets import add_rows, change_rows
from screening.database.transactions import Unit
from screening.enrollments.actions.rounds import change_episodes
from screening.enrollments.models import Enrollment, Episode
from screening.enrollments.rules import EpisodeStatus, Outcome
from screening.exams.actions.rounds import arrange_rounds
from screening.exams.models import Exam
from screening.participants.models import Participant
from screening.programs import get_program
from screening.protocol.wording import N_
from screening.security.actor import SYSTEM

CHUNK = 1_000
NOT_POSITIVE = N_("No exam of this round is positive any more")

Record = Row[*tuple[Any, ...]]


@dataclass(frozen=True)
class _Move:
    """What happens to a case by itself, and why."""

    kind: DecisionKind
    comment: str | None = None


def follow_episodes(unit: Unit) -> None:
    """Bring cases in line with the exams, outcomes and deaths that the transaction touched."""
    follow_rounds(unit.episode_ids | _ended_or_ending(unit.participant_ids))


def _ended_or_ending(participant_ids: Iterable[int]) -> set[int]:
    """Return the rounds that a death of these persons may end, or has ended, wrongly perhaps."""
    numbers, found = sorted(participant_ids), set[int]()
    for start in range(0, len(numbers), CHUNK):
        rows = db.session.scalars(
            select(Case.episode_id)
            .join(Case.episode)
            .join(Episode.enrollment)
            .where(
                among(Enrollment.participant_id, numbers[start : start + CHUNK]),
                or_(Case.status != CaseStatus.CLOSED, Episode.outcome == Outcome.DIED),
                Case.voided_at.is_(None),
            )
        )
        found.update(rows)
    return found


def follow_rounds(episode_ids: Iterable[int]) -> None:
    """Bring the cases of these episodes in line with their exams and outcomes."""
    db.session.flush()  # what was just changed is read back by sets
    numbers = sorted(episode_ids)
    for start in range(0, len(numbers), CHUNK):
        concerned = _concerned(numbers[start : start + CHUNK])
        if concerned:
            _follow_chunk(concerned)
    db.session.expire_all()


def _concerned(episode_ids: Sequence[int]) -> list[int]:
    """Keep the rounds that have or may need a case: a positive exam, an outcome, a case."""
    found: set[int] = set()
    for column, condition in (
        (Exam.episode_id, Exam.is_positive.is_(True)),
        (Episode.id, Episode.outcome.is_not(None)),
        (Case.episode_id, Case.id.is_not(None)),
    ):
        rows = read_rows(select(column).where(among(column, episode_ids), condition))
        found.update(row[0] for row in rows)
    return sorted(found)


def _follow_chunk(episode_ids: Sequence[int]) -> None:
    episodes = _episodes(episode_ids)
    exams = _exams(episode_ids)
    concluded = [
        row
        for episode in episodes.values()
        if (row := _concluded(episode, exams[episode.id])) is not None
    ]
    if concluded:
        change_episodes(concluded)
        episodes = _episodes(episode_ids)
    _write_cases(episodes, exams)
    if concluded:
        arrange_rounds({episodes[int(str(row["id"]))].enrollment_id for row in concluded})


def _concluded(episode: Record, exams: Sequence[EpisodeExam]) -> dict[str, object] | None:
    current = Conclusion(episode.outcome, episode.outcome_on, episode.outcome_is_automatic)
    wanted = conclude(exams, current, episode.died_on)
    if wanted is None:
        return None
    return {
        "id": episode.id,
        "outcome": wanted.outcome,
        "outcome_on": wanted.on,
        "outcome_is_automatic": wanted.is_automatic,
    }


def _episodes(episode_ids: Sequence[int]) -> dict[int, Record]:
    rows = read_rows(
        select(
            Episode.id,
            Episode.enrollment_id,
            Episode.status,
            Episode.outcome,
            Episode.outcome_on,
            Episode.outcome_is_automatic,
            Episode.voided_at,
            Enrollment.program,
            Enrollment.participant_id,
            Participant.died_on,
        )
        .join(Episode.enrollment)
        .join(Enrollment.participant)
        .where(among(Episode.id, episode_ids))
    )
    return {row.id: row for row in rows}


def _exams(episode_ids: Sequence[int]) -> dict[int, list[EpisodeExam]]:
    rows = read_rows(
        select(
            Exam.episode_id,
            Exam.id,
            Exam.performed_on,
            Exam.resulted_on,
            Exam.is_positive,
            Exam.purpose,
            Exam.program,
            Exam.system,
            Exam.category,
        )
        .where(
            among(Exam.episode_id, episode_ids),
            Exam.voided_at.is_(None),
            Exam.category.is_not(None),
            Exam.performed_on.is_not(None),
        )
        .order_by(Exam.performed_on, Exam.id)
    )
    exams: dict[int, list[EpisodeExam]] = defaultdict(list)
    for row in rows:
        category = get_program(row.program).system(row.system).category(row.category)
        resulted_on = row.resulted_on or row.performed_on
        exams[row.episode_id].append(
            EpisodeExam(row.id, resulted_on, row.is_positive, row.purpose, category)
        )
    return exams


def _write_cases(
    episodes: Mapping[int, Record], exams: Mapping[int, Sequence[EpisodeExam]]
) -> None:
    cases = _cases(list(episodes))
    last_steps = _last_steps(list(episodes))
    statuses: list[dict[str, object]] = []
    opened: list[dict[str, object]] = []
    for number, episode in episodes.items():
        positives = [exam for exam in exams.get(number, ()) if exam.is_positive]
        case = cases.get(number)
        if episode.voided_at is not None or not positives:
            if case is not None and case.voided_at is None:
                _withdraw(case, episode)
            continue
        if case is None:
            row = _new_case(episode, positives[0], last_steps.get(number))
            opened.append(row)
        else:
            row = _follow_case(case, episode, positives, last_steps.get(number))
        statuses.append({"id": number, "status": _episode_status(episode, row["status"])})
    _open_cases(opened, episodes)
    change_episodes(
        [row for row in statuses if episodes[int(str(row["id"]))].status is not row["status"]]
    )


def _cases(episode_ids: Sequence[int]) -> dict[int, Record]:
    rows = read_rows(select(*Case.__table__.c).where(among(Case.episode_id, episode_ids)))
    return {row.episode_id: row for row in rows}


def _last_steps(episode_ids: Sequence[int]) -> dict[int, date]:
    """Return the day of the last procedure of each round that has one."""
    rows = read_rows(
        select(Procedure.episode_id, func.max(Procedure.performed_on).label("last_on"))
        .where(among(Procedure.episode_id, episode_ids), Procedure.voided_at.is_(None))
        .group_by(Procedure.episode_id)
    )
    return {row.episode_id: row.last_on for row in rows}


def _episode_status(episode: Record, case_status: object) -> EpisodeStatus:
    if episode.outcome is not None:
        return EpisodeStatus.CLOSED
    if case_status is CaseStatus.WORKUP:
        return EpisodeStatus.IN_WORKUP
    return EpisodeStatus.IN_REVIEW


def _new_case(episode: Record, exam: EpisodeExam, last_step: date | None) -> dict[str, object]:
    schedule = get_program(episode.program).schedule
    status = CaseStatus.WORKUP if last_step else CaseStatus.NEW
    if episode.outcome is not None:
        status = CaseStatus.CLOSED
    review_on = exam.resulted_on + timedelta(days=schedule.first_review_within_days)
    return {
        "public_id": secrets.token_hex(8),
        "episode_id": episode.id,
        "exam_id": exam.id,
        "status": status,
        "opened_on": exam.resulted_on,
        "due_on": _due_after(episode, review_on, last_step),
        "closed_on": episode.outcome_on,
    }


def _due_after(episode: Record, due_on: date, last_step: date | None) -> date:
    """Return when the next step is due: each procedure gives the protocol's days for one more."""
    if last_step is None:
        return due_on
    schedule = get_program(episode.program).schedule
    return max(due_on, last_step + timedelta(days=schedule.first_step_within_days))


def _open_cases(rows: Sequence[Mapping[str, object]], episodes: Mapping[int, Record]) -> None:
    numbers = add_rows(Case, rows)
    moment = now()
    for number, row in zip(numbers, rows, strict=True):
        subject = Subject("case", number, episodes[int(str(row["episode_id"]))].participant_id)
        record("cases:case:opened", subject, by=SYSTEM, at=moment)
    add_rows(
        CaseDecision,
        [
            _decision(number, _Move(DecisionKind.OPENED), status=str(row["status"]))
            for number, row in zip(numbers, rows, strict=True)
        ],
    )


def _decision(case_id: int, move: _Move, *, status: str) -> dict[str, object]:
    return {
        "case_id": case_id,
        "kind": move.kind,
        "decided_at": now(),
        "decided_by_id": None,
        "decided_by_name": SYSTEM.name,
        "comment": move.comment,
        "details": {"status": status},
    }


def _follow_case(
    case: Record, episode: Record, positives: Sequence[EpisodeExam], last_step: date | None
) -> dict[str, object]:
    values: dict[str, object] = {}
    if case.exam_id not in {exam.id for exam in positives}:
        values["exam_id"] = positives[0].id
    move = None
    if case.voided_at is not None:
        values |= {"voided_at": None, "void_reason": None}
    if episode.outcome is not None and case.status is not CaseStatus.CLOSED:
        values |= {"status": CaseStatus.CLOSED, "closed_on": episode.outcome_on}
        move = _Move(DecisionKind.CLOSED, str(episode.outcome))
    elif episode.outcome is None and (case.status is CaseStatus.CLOSED or case.voided_at):
        values |= _reopened(case, episode, is_workup=last_step is not None)
        move = _Move(DecisionKind.REOPENED)
    elif last_step and case.status in (CaseStatus.NEW, CaseStatus.ASSIGNED):
        values["status"] = CaseStatus.WORKUP
    due_on = _due_after(episode, case.due_on, last_step)
    if episode.outcome is None and "due_on" not in values and due_on != case.due_on:
        values["due_on"] = due_on
    if values:
        _change_case(case, episode, values, move)
    return {"status": values.get("status", case.status)}


def _reopened(case: Record, episode: Record, *, is_workup: bool) -> dict[str, object]:
    """Return the columns of a case that opens again: its review is due anew."""
    schedule = get_program(episode.program).schedule
    back = CaseStatus.ASSIGNED if case.assigned_to_id else CaseStatus.NEW
    return {
        "status": CaseStatus.WORKUP if is_workup else back,
        "closed_on": None,
        "due_on": today() + timedelta(days=schedule.first_review_within_days),
    }


def _change_case(
    case: Record, episode: Record, values: Mapping[str, object], move: _Move | None
) -> None:
    change_rows(Case, [{"id": case.id, **values}])
    if move is None:
        return
    row = _decision(case.id, move, status=str(values.get("status", case.status)))
    add_rows(CaseDecision, [row])
    subject = Subject("case", case.id, episode.participant_id)
    record(f"cases:case:{move.kind.value}", subject, by=SYSTEM, at=now(), reason=move.comment)


def _withdraw(case: Record, episode: Record) -> None:
    values = {"voided_at": now(), "void_reason": NOT_POSITIVE}
    _change_case(case, episode, values, _Move(DecisionKind.WITHDRAWN, NOT_POSITIVE))
