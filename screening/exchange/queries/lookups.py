"""Finds, by sets, the records that the rows of a file name."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, func, select

from screening.accounts.models import Site
from screening.cases.models import Procedure
from screening.database.engine import db
from screening.enrollments.models import Enrollment, Episode, RiskAssessment
from screening.exams.models import Exam, Finding, Reading
from screening.outcomes.models import Cancer
from screening.participants.models import Participant, Registration
from screening.security.actor import Scope

# Databases bound how many values one statement carries.
MOST_VALUES = 5_000

Record = Row[*tuple[Any, ...]]
Numbered = tuple[int, str]


@dataclass(frozen=True)
class Person:
    """What is known of a person when a row names one."""

    id: int
    sex: str
    born_from: date | None
    born_to: date | None
    died_on: date | None


def sites_by_code(scope: Scope) -> dict[str, int]:
    """Return the number of every active site that the viewer may use."""
    rows = db.session.execute(
        select(Site.code, Site.id).where(Site.is_active.is_(True)).order_by(Site.code)
    )
    return {code: number for code, number in rows if scope.includes(number)}


def _slices(values: Collection[Any]) -> Iterable[list[Any]]:
    ordered = sorted(values)
    for start in range(0, len(ordered), MOST_VALUES):
        yield ordered[start : start + MOST_VALUES]


def _by_site(pairs: Iterable[Numbered]) -> dict[int, set[str]]:
    sites: dict[int, set[str]] = defaultdict(set)
    for site_id, number in pairs:
        sites[site_id].add(number)
    return sites


def people_by_number(pairs: Iterable[Numbered]) -> dict[Numbered, Person]:
    """Find persons by site and registration number; a merged one leads to the one kept."""
    found: dict[Numbered, Person] = {}
    kept = func.coalesce(Participant.merged_into_id, Participant.id)
    person = (
        Participant.id,
        Participant.sex,
        Participant.born_from,
        Participant.born_to,
        Participant.died_on,
    )
    merged: dict[Numbered, int] = {}
    for site_id, numbers in _by_site(pairs).items():
        for part in _slices(numbers):
            query = (
                select(Registration.registration_no, kept, *person)
                .join(Participant, Participant.id == Registration.participant_id)
                .where(
                    Registration.site_id == site_id,
                    Registration.registration_no.in_(part),
                    Registration.voided_at.is_(None),
                    Participant.voided_at.is_(None),
                )
            )
            for number, kept_id, *facts in db.session.execute(query):
                found[(site_id, number)] = Person(*facts)
                if kept_id != facts[0]:
                    merged[(site_id, number)] = kept_id
    if merged:
        keepers = _people(merged.values())
        found.update({key: keepers[kept_id] for key, kept_id in merged.items()})
    return found


def _people(ids: Iterable[int]) -> dict[int, Person]:
    query = select(
        Participant.id,
        Participant.sex,
        Participant.born_from,
        Participant.born_to,
        Participant.died_on,
    ).where(Participant.id.in_(set(ids)))
    return {row.id: Person(*row) for row in db.session.execute(query)}


def people_by_national_id(digests: Collection[str]) -> dict[str, Record]:
    """Find persons by the digest of their national number."""
    found: dict[str, Record] = {}
    for part in _slices(digests):
        query = select(
            Participant.national_id_index,
            Participant.id,
            Participant.name,
            Participant.born_from,
            Participant.born_to,
        ).where(
            Participant.national_id_index.in_(part),
            Participant.voided_at.is_(None),
            Participant.merged_into_id.is_(None),
        )
        found.update({str(row.national_id_index): row for row in db.session.execute(query)})
    return found


def _rows_where(query: Select[*tuple[Any, ...]], column: Any, ids: Collection[int]) -> list[Record]:
    found: list[Record] = []
    for part in _slices(set(ids)):
        found.extend(db.session.execute(query.where(column.in_(part))))
    return found


def participants_by_id(ids: Collection[int]) -> dict[int, Record]:
    """Return every column of these persons."""
    query = select(*Participant.__table__.c)
    return {row.id: row for row in _rows_where(query, Participant.id, ids)}


def enrollments_of(participant_ids: Collection[int]) -> dict[tuple[int, str], Record]:
    """Return the enrollments of these persons by person and program."""
    query = select(*Enrollment.__table__.c).where(Enrollment.voided_at.is_(None))
    rows = _rows_where(query, Enrollment.participant_id, participant_ids)
    return {(row.participant_id, row.program): row for row in rows}


def assessments_of(enrollment_ids: Collection[int]) -> dict[tuple[int, date], Record]:
    """Return the assessments of these enrollments by day."""
    query = select(
        RiskAssessment.id,
        RiskAssessment.enrollment_id,
        RiskAssessment.assessed_on,
        RiskAssessment.answers,
        RiskAssessment.questionnaire_version,
        RiskAssessment.rule_set,
        RiskAssessment.rule_set_version,
        RiskAssessment.verdict,
        RiskAssessment.verdicts,
    ).where(RiskAssessment.voided_at.is_(None))
    rows = _rows_where(query, RiskAssessment.enrollment_id, enrollment_ids)
    return {(row.enrollment_id, row.assessed_on): row for row in rows}


def exams_by_number(pairs: Iterable[Numbered]) -> dict[Numbered, Record]:
    """Find exams by site and accession number."""
    found: dict[Numbered, Record] = {}
    for site_id, numbers in _by_site(pairs).items():
        for part in _slices(numbers):
            query = select(*Exam.__table__.c).where(
                Exam.site_id == site_id, Exam.accession_no.in_(part), Exam.voided_at.is_(None)
            )
            for row in db.session.execute(query):
                found[(site_id, row.accession_no)] = row
    return found


def exams_by_id(ids: Collection[int]) -> dict[int, Record]:
    """Return every column of these exams."""
    return {row.id: row for row in _rows_where(select(*Exam.__table__.c), Exam.id, ids)}


def newest_readings(exam_ids: Collection[int]) -> Mapping[int, Record]:
    """Return the reading in force of each of these exams that was read."""
    query = select(Reading.exam_id, Reading.id, Reading.category, Reading.modifiers)
    rows = _rows_where(query.order_by(Reading.given_at, Reading.id), Reading.exam_id, exam_ids)
    return {row.exam_id: row for row in rows}


def findings_of(exam_ids: Collection[int]) -> dict[int, dict[int, Record]]:
    """Return the findings of these exams by exam and number."""
    query = select(*Finding.__table__.c).where(Finding.voided_at.is_(None))
    found: dict[int, dict[int, Record]] = defaultdict(dict)
    for row in _rows_where(query, Finding.exam_id, exam_ids):
        found[row.exam_id][row.finding_no] = row
    return found


def procedures_of(exam_ids: Collection[int]) -> dict[tuple[int, str, date], list[Record]]:
    """Return the procedures after these exams by exam, kind and day, oldest entry first."""
    query = select(*Procedure.__table__.c).where(Procedure.voided_at.is_(None))
    found: dict[tuple[int, str, date], list[Record]] = defaultdict(list)
    for row in _rows_where(query.order_by(Procedure.id), Procedure.exam_id, exam_ids):
        found[(row.exam_id, row.kind, row.performed_on)].append(row)
    return found


def cancers_of(participant_ids: Collection[int]) -> dict[tuple[int, str, date], list[Record]]:
    """Return the cancers of these persons by person, program and day, oldest entry first."""
    query = select(*Cancer.__table__.c).where(Cancer.voided_at.is_(None))
    found: dict[tuple[int, str, date], list[Record]] = defaultdict(list)
    for row in _rows_where(query.order_by(Cancer.id), Cancer.participant_id, participant_ids):
        found[(row.participant_id, row.program, row.diagnosed_on)].append(row)
    return found


def episodes_by_id(ids: Collection[int]) -> dict[int, Record]:
    """Return every column of these episodes."""
    return {row.id: row for row in _rows_where(select(*Episode.__table__.c), Episode.id, ids)}


def positive_exams_of(episode_ids: Collection[int]) -> dict[int, int]:
    """Count the positive exams of these episodes."""
    query = select(Exam.episode_id, Exam.id).where(
        Exam.voided_at.is_(None), Exam.is_positive.is_(True)
    )
    counts: dict[int, int] = defaultdict(int)
    for row in _rows_where(query, Exam.episode_id, episode_ids):
        counts[row.episode_id] += 1
    return counts
