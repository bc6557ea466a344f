"""Exports of people: participants, their assessments, their enrollments, their deaths."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import aliased

from screening.database.engine import db
from screening.enrollments.models import Enrollment, RiskAssessment
from screening.exchange.queries.exporting.shared import (
    Extract,
    Numbers,
    Record,
    Texts,
    portions,
    site_codes,
    stored_texts,
    text_of,
    texts_of,
)
from screening.participants.models import Participant, Registration
from screening.participants.queries import is_known_to
from screening.participants.rules import birth_date_of

DETAILS = ("name", "sex", "national_id", "phone", "email", "address", "district", "language")
ENROLLMENT = (
    "program", "enrolled_on", "invited_on", "source", "consent_on", "status", "exited_on",
    "exit_reason",
)  # fmt: skip


def export_participants(extract: Extract) -> Iterator[Texts]:
    """Yield one row for every number under which a site knows a person.

    The second and later numbers of a person, those of merged records among them, name the first.
    """
    sites = site_codes()
    query = select(*Participant.__table__.c).where(
        Participant.merged_into_id.is_(None), *_persons(extract)
    )
    for persons in portions(query, Participant.id):
        merged = _merged_into([person.id for person in persons])
        numbers: dict[int, list[Record]] = defaultdict(list)
        for row in _registrations(extract, {*merged, *(person.id for person in persons)}):
            numbers[merged.get(row.participant_id, row.participant_id)].append(row)
        for person in persons:
            own = sorted(numbers[person.id], key=lambda row: row.participant_id in merged)
            yield from _rows_of(person, own, sites)


def _rows_of(person: Record, registrations: list[Record], sites: dict[int, str]) -> Iterator[Texts]:
    born = birth_date_of(person.born_from, person.born_to, person.birth_precision)
    details = {**texts_of(person, DETAILS), "birth_date": str(born) if born else ""}
    first: dict[str, str] = {}
    for row in registrations:
        site = sites[row.site_id]
        yield {**details, **first, "site": site, "registration_no": row.registration_no}
        first = first or {"same_person_as": f"{site}/{row.registration_no}"}


def _persons(extract: Extract) -> list[ColumnElement[bool]]:
    found = [Participant.voided_at.is_(None), is_known_to(extract.scope, Participant.id)]
    if extract.program is not None:
        other = aliased(Participant)
        found.append(
            exists().where(
                Enrollment.program == extract.program,
                Enrollment.voided_at.is_(None),
                or_(
                    Enrollment.participant_id == Participant.id,
                    Enrollment.participant_id.in_(
                        select(other.id).where(other.merged_into_id == Participant.id)
                    ),
                ),
            )
        )
    return found


def _merged_into(participant_ids: Collection[int]) -> dict[int, int]:
    """Return whose records were merged into these persons, at the end of every chain."""
    found: dict[int, int] = {}
    kept = {number: number for number in participant_ids}
    while kept:
        query = select(Participant.id, Participant.merged_into_id)
        rows = db.session.execute(query.where(Participant.merged_into_id.in_(kept))).all()
        kept = {row.id: kept[row.merged_into_id or 0] for row in rows}
        found |= kept
    return found


def _registrations(extract: Extract, participant_ids: Collection[int]) -> list[Record]:
    query = (
        select(Registration.participant_id, Registration.site_id, Registration.registration_no)
        .where(
            Registration.participant_id.in_(participant_ids),
            Registration.voided_at.is_(None),
            *extract.has_moment(Registration.registered_at),
        )
        .order_by(Registration.id)
    )
    return list(db.session.execute(query))


def export_assessments(extract: Extract) -> Iterator[Texts]:
    """Yield every assessment with its answers."""
    query = (
        select(
            RiskAssessment.id,
            RiskAssessment.assessed_on,
            RiskAssessment.answers,
            Enrollment.program,
            Enrollment.participant_id,
            Enrollment.site_id,
        )
        .join(Enrollment, Enrollment.id == RiskAssessment.enrollment_id)
        .where(
            RiskAssessment.voided_at.is_(None),
            *_enrollments(extract),
            *extract.in_period(RiskAssessment.assessed_on),
        )
    )
    for rows, numbers in _with_numbers(portions(query, RiskAssessment.id)):
        for row in rows:
            named = numbers.texts(row.participant_id, row.site_id)
            if named is not None:
                yield {
                    **named,
                    "program": row.program,
                    "assessed_on": text_of(row.assessed_on),
                    **stored_texts(row.answers),
                }


def _with_numbers(found: Iterator[list[Record]]) -> Iterator[tuple[list[Record], Numbers]]:
    sites = site_codes()
    for rows in found:
        yield rows, Numbers({row.participant_id for row in rows}, sites)


def _enrollments(extract: Extract) -> list[ColumnElement[bool]]:
    found = [
        Enrollment.voided_at.is_(None),
        is_known_to(extract.scope, Enrollment.participant_id),
    ]
    return found if extract.program is None else [*found, Enrollment.program == extract.program]


def export_enrollments(extract: Extract) -> Iterator[Texts]:
    """Yield every person's enrollments; of merged records the one of the kept record stands."""
    query = select(*Enrollment.__table__.c).where(
        *_enrollments(extract), *extract.in_period(Enrollment.opened_on)
    )
    for rows, numbers in _with_numbers(portions(query, Enrollment.id)):
        doubled = _doubled({row.participant_id for row in rows})
        for row in rows:
            named = numbers.texts(row.participant_id, row.site_id)
            if named is not None and (row.participant_id, row.program) not in doubled:
                yield {**named, **texts_of(row, ENROLLMENT)}


def _doubled(participant_ids: Collection[int]) -> set[tuple[int, str]]:
    """Return merged persons whose kept record is enrolled in the program too."""
    own, kept = aliased(Enrollment), aliased(Enrollment)
    rows = db.session.execute(
        select(own.participant_id, own.program)
        .join(Participant, Participant.id == own.participant_id)
        .join(
            kept,
            (kept.participant_id == Participant.merged_into_id) & (kept.program == own.program),
        )
        .where(own.participant_id.in_(participant_ids), kept.voided_at.is_(None))
    )
    return {(row.participant_id, row.program) for row in rows}


def export_deaths(extract: Extract) -> Iterator[Texts]:
    """Yield every recorded death."""
    query = select(
        Participant.id,
        Participant.id.label("participant_id"),
        Participant.died_on,
        Participant.death_cause,
    ).where(
        Participant.died_on.is_not(None),
        Participant.merged_into_id.is_(None),
        *_persons(extract),
        *extract.in_period(Participant.died_on),
    )
    for rows, numbers in _with_numbers(portions(query, Participant.id)):
        for row in rows:
            named = numbers.texts(row.id, numbers.first_site(row.id))
            if named is not None:
                days = {"died_on": text_of(row.died_on), "cause": text_of(row.death_cause)}
                yield {**named, **days}
