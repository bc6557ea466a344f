"""Finds, by sets, the records that the rows of a file name."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Row, Select, func, or_, select

from screening.accounts.models import Site
from screening.cases.models import Procedure
from screening.database.engine import db
from screening.database.reading import among, read_rows
from screening.enrollments.models import Enrollment, Episode, RiskAssessment
from screening.exams.models import Exam, Finding, Reading
from screening.exams.rules import EXAMINED
from screening.outcomes.models import Cancer
from screening.participants.models import Participant, Registration
from screening.security.actor import Scope

# Databases bound how many values one statement carries.
MOST_VALUES = 5_000

Record = Row[*tuple[Any, ...]]
Numbered = tuple[int, str]
Numbers = tuple[int, int]


class Person(NamedTuple):
    """What is known of a person when a row names one.

    Where records were merged, `id` is the one kept and `record_id` the one that has the number.
    """

    id: int
    sex: str
    born_from: date | None
    born_to: date | None
    died_on: date | None
    record_id: int

    @property
    def is_merged(self) -> bool:
        """The number leads to a record that was merged into another."""
        return self.id != self.record_id

    @property
    def ids(self) -> tuple[int, int]:
        """The records under which the person's enrollments may stand, the kept one first."""
        return self.id, self.record_id


PERSON = (
    Participant.id,
    Participant.sex,
    Participant.born_from,
    Participant.born_to,
    Participant.died_on,
)


def sites_by_code(scope: Scope) -> dict[str, int]:
    """Return the number of every active site that the viewer may use."""
    rows = db.session.execute(
        select(Site.code, Site.id).where(Site.is_active.is_(True)).order_by(Site.code)
    )
    return {code: number for code, number in rows if scope.includes(number)}


def _slices(values: Iterable[Any]) -> Iterable[list[Any]]:
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
    merged: dict[Numbered, int] = {}
    for site_id, numbers in _by_site(pairs).items():
        for part in _slices(numbers):
            query = (
                select(Registration.registration_no, Participant.merged_into_id, *PERSON)
                .join(Participant, Participant.id == Registration.participant_id)
                .where(
                    Registration.site_id == site_id,
                    among(Registration.registration_no, part),
                    Registration.voided_at.is_(None),
                    or_(Participant.voided_at.is_(None), Participant.merged_into_id.is_not(None)),
                )
            )
            for row in read_rows(query):
                key = (site_id, row.registration_no)
                found[key] = _person(row, row.id)
                if row.merged_into_id is not None:
                    merged[key] = row.merged_into_id
    return {**found, **_keepers(found, merged)} if merged else found


def _person(row: Record, record_id: int) -> Person:
    return Person(row.id, row.sex, row.born_from, row.born_to, row.died_on, record_id)


def _keepers(
    found: Mapping[Numbered, Person], merged: Mapping[Numbered, int]
) -> dict[Numbered, Person]:
    """Return whom merged persons were merged into, at the end of every chain of merges."""
    into = dict(merged)
    while True:
        query = select(Participant.merged_into_id, *PERSON)
        rows = {row.id: row for row in _rows_where(query, Participant.id, set(into.values()))}
        onward = {key: rows[kept].merged_into_id for key, kept in into.items()}
        if not any(onward.values()):
            return {key: _person(rows[kept], found[key].id) for key, kept in into.items()}
        into = {key: onward[key] or kept for key, kept in into.items()}


def people_by_national_id(digests: Iterable[str]) -> dict[str, Record]:
    """Find persons by the digest of their national number."""
    query = select(
        Participant.national_id_index,
        Participant.id,
        Participant.name,
        Participant.born_from,
        Participant.born_to,
    ).where(Participant.voided_at.is_(None), Participant.merged_into_id.is_(None))
    rows = _rows_where(query, Participant.national_id_index, set(digests))
    return {str(row.national_id_index): row for row in rows}


def registered_at(participant_ids: Iterable[int]) -> dict[Numbers, str]:
    """Return the numbers of persons by person and site."""
    query = select(
        Registration.participant_id, Registration.site_id, Registration.registration_no
    ).where(Registration.voided_at.is_(None))
    rows = _rows_where(query, Registration.participant_id, set(participant_ids))
    return {(row.participant_id, row.site_id): row.registration_no for row in rows}


def _rows_where(
    query: Select[*tuple[Any, ...]], column: Any, values: Collection[Any]
) -> list[Record]:
    found: list[Record] = []
    for part in _slices(set(values)):
        found.extend(read_rows(query.where(among(column, part))))
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


def brief_enrollments_of(participant_ids: Collection[int]) -> dict[tuple[int, str], Record]:
    """Return what an exam's row asks of the enrollments of these persons."""
    query = select(
        Enrollment.id,
        Enrollment.participant_id,
        Enrollment.program,
        Enrollment.status,
        Enrollment.enrolled_on,
        Enrollment.exited_on,
        Enrollment.exit_reason,
    ).where(Enrollment.voided_at.is_(None))
    rows = _rows_where(query, Enrollment.participant_id, participant_ids)
    return {(row.participant_id, row.program): row for row in rows}


def enrollments_by_id(ids: Collection[int]) -> dict[int, Record]:
    """Return every column of these enrollments."""
    query = select(*Enrollment.__table__.c)
    return {row.id: row for row in _rows_where(query, Enrollment.id, ids)}


def newest_verdicts(enrollment_ids: Collection[int]) -> dict[int, str]:
    """Return the verdict of the newest assessment of each of these enrollments."""
    query = (
        select(RiskAssessment.enrollment_id, RiskAssessment.verdict)
        .where(RiskAssessment.voided_at.is_(None))
        .order_by(RiskAssessment.assessed_on, RiskAssessment.id)
    )
    rows = _rows_where(query, RiskAssessment.enrollment_id, enrollment_ids)
    return {row.enrollment_id: row.verdict for row in rows}


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
        RiskAssessment.is_high_risk,
        RiskAssessment.verdicts,
    ).where(RiskAssessment.voided_at.is_(None))
    rows = _rows_where(query, RiskAssessment.enrollment_id, enrollment_ids)
    return {(row.enrollment_id, row.assessed_on): row for row in rows}


def exams_by_number(pairs: Iterable[Numbered]) -> dict[Numbered, Record]:
    """Find exams, with every column, by site and accession number."""
    return _exams_by_number(select(*Exam.__table__.c), pairs)


def brief_exams_by_number(pairs: Iterable[Numbered]) -> dict[Numbered, Record]:
    """Find what is asked of exams when something follows from them."""
    query = select(
        Exam.id,
        Exam.accession_no,
        Exam.participant_id,
        Exam.episode_id,
        Exam.program,
        Exam.status,
        Exam.performed_on,
        Exam.category,
        Exam.is_positive,
        Exam.details,
    )
    return _exams_by_number(query, pairs)


def _exams_by_number(
    query: Select[*tuple[Any, ...]], pairs: Iterable[Numbered]
) -> dict[Numbered, Record]:
    found: dict[Numbered, Record] = {}
    for site_id, numbers in _by_site(pairs).items():
        for part in _slices(numbers):
            of_site = query.where(
                Exam.site_id == site_id, among(Exam.accession_no, part), Exam.voided_at.is_(None)
            )
            for row in read_rows(of_site):
                found[(site_id, row.accession_no)] = row
    return found


def exams_by_id(ids: Collection[int]) -> dict[int, Record]:
    """Return every column of these exams."""
    return {row.id: row for row in _rows_where(select(*Exam.__table__.c), Exam.id, ids)}


def latest_exams(participant_ids: Collection[int]) -> dict[int, date]:
    """Return the day of the last exam of each of these persons who was ever examined."""
    query = (
        select(Exam.participant_id, func.max(Exam.performed_on).label("day"))
        .where(Exam.voided_at.is_(None), Exam.status.in_(EXAMINED))
        .group_by(Exam.participant_id)
    )
    rows = _rows_where(query, Exam.participant_id, participant_ids)
    return {row.participant_id: row.day for row in rows}


def latest_enrolled(participant_ids: Collection[int]) -> dict[int, date]:
    """Return the day on which each of these persons was enrolled last, in whatever program."""
    query = (
        select(Enrollment.participant_id, func.max(Enrollment.enrolled_on).label("day"))
        .where(Enrollment.voided_at.is_(None), Enrollment.enrolled_on.is_not(None))
        .group_by(Enrollment.participant_id)
    )
    rows = _rows_where(query, Enrollment.participant_id, participant_ids)
    return {row.participant_id: row.day for row in rows}


def readings_of(exam_ids: Collection[int]) -> dict[int, set[tuple[str, str]]]:
    """Return the categories, with their modifiers, that readers ever gave to these exams."""
    query = select(Reading.exam_id, Reading.category, Reading.modifiers)
    found: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for row in _rows_where(query, Reading.exam_id, exam_ids):
        found[row.exam_id].add((row.category, row.modifiers))
    return found


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
