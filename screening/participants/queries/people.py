"""Reads of single persons, their registrations, and the lines by which lists show them."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from screening.accounts.models import Site
from screening.database.engine import db
from screening.participants.models import Participant, Registration
from screening.participants.queries.digests import national_id_digest, typed_national_id_digest
from screening.participants.queries.ranges import begins
from screening.participants.queries.visibility import is_known_to
from screening.participants.rules import BirthDate, Sex, birth_date_of
from screening.protocol.errors import NotFoundError
from screening.protocol.wording import N_
from screening.security.actor import Scope

MOST_PROPOSALS_LOOKED_AT = 50


@dataclass(frozen=True)
class RegistrationLine:
    """A site's own number for a person."""

    site_code: str
    site_name: str
    registration_no: str
    site_name_zh: str | None = None


@dataclass(frozen=True)
class PersonSummary:
    """What a list shows of a person."""

    id: int
    public_id: str
    name: str
    sex: Sex
    born: BirthDate | None
    died_on: date | None
    registrations: tuple[RegistrationLine, ...]


def get_participant(scope: Scope, public_id: str) -> Participant:
    """Return the person, or the kept one of a merged person; none outside the viewer's sites."""
    person = db.session.scalar(select(Participant).where(Participant.public_id == public_id))
    while person is not None and person.merged_into_id is not None:
        person = db.session.get(Participant, person.merged_into_id)
    if person is None or person.voided_at is not None or not _is_visible(scope, person.id):
        raise NotFoundError(N_("There is no such person at your sites"))
    return person


def _is_visible(scope: Scope, participant_id: int) -> bool:
    known = select(Participant.id).where(
        Participant.id == participant_id, is_known_to(scope, Participant.id)
    )
    return db.session.scalar(known) is not None


def find_public_id(national_id: str) -> str | None:
    """Return the person who has a checked national number, at whatever site."""
    holder = select(Participant.public_id).where(
        Participant.national_id_index == national_id_digest(national_id),
        Participant.voided_at.is_(None),
        Participant.merged_into_id.is_(None),
    )
    return db.session.scalar(holder.order_by(Participant.id).limit(1))


def is_at_sites(scope: Scope, public_id: str) -> bool:
    """Tell whether one of the viewer's sites knows the person."""
    known = select(Participant.id).where(
        Participant.public_id == public_id, is_known_to(scope, Participant.id)
    )
    return db.session.scalar(known) is not None


def is_registered_at(participant_id: int, site_id: int) -> bool:
    """Tell whether a site has a number for the person."""
    own = select(Registration.id).where(
        Registration.participant_id == participant_id,
        Registration.site_id == site_id,
        Registration.voided_at.is_(None),
    )
    return db.session.scalar(own.limit(1)) is not None


def is_known_elsewhere(scope: Scope, national_id: str | None) -> bool:
    """Tell whether a national number, as typed, is that of a person whom only other sites know."""
    digest = typed_national_id_digest(national_id)
    if digest is None:
        return False
    known = select(Participant.id).where(
        Participant.national_id_index == digest,
        Participant.voided_at.is_(None),
        Participant.merged_into_id.is_(None),
        ~is_known_to(scope, Participant.id),
    )
    return db.session.scalar(known.limit(1)) is not None


def has_synthetic_people() -> bool:
    """Tell whether demonstration data is loaded; every page then says so."""
    some = select(Participant.id).where(Participant.is_synthetic.is_(True)).limit(1)
    return db.session.scalar(some) is not None


def has_real_people() -> bool:
    """Tell whether anyone is stored who is not synthetic."""
    some = select(Participant.id).where(Participant.is_synthetic.is_(False)).limit(1)
    return db.session.scalar(some) is not None


def list_taken_numbers(site_id: int, prefix: str) -> Sequence[str]:
    """Return the highest registration numbers of a site that begin so."""
    taken = (
        select(Registration.registration_no)
        .where(
            Registration.site_id == site_id,
            Registration.voided_at.is_(None),
            *begins(Registration.registration_no, prefix),
        )
        .order_by(Registration.registration_no.desc())
        .limit(MOST_PROPOSALS_LOOKED_AT)
    )
    return db.session.scalars(taken).all()


def list_registrations(scope: Scope, participant_id: int) -> Sequence[RegistrationLine]:
    """Return the numbers of a person, and of those merged into it, at the viewer's sites."""
    return _registrations(scope, {participant_id})[participant_id]


def list_summaries(scope: Scope, participant_ids: Collection[int]) -> dict[int, PersonSummary]:
    """Return the lines of these persons by their number; voided ones are left out."""
    if not participant_ids:
        return {}
    people = db.session.execute(
        select(
            Participant.id,
            Participant.public_id,
            Participant.name,
            Participant.sex,
            Participant.born_from,
            Participant.born_to,
            Participant.birth_precision,
            Participant.died_on,
        ).where(Participant.id.in_(participant_ids), Participant.voided_at.is_(None))
    ).all()
    registrations = _registrations(scope, participant_ids)
    return {
        row.id: PersonSummary(
            row.id,
            row.public_id,
            row.name,
            row.sex,
            birth_date_of(row.born_from, row.born_to, row.birth_precision),
            row.died_on,
            tuple(registrations[row.id]),
        )
        for row in people
    }


def _registrations(
    scope: Scope, participant_ids: Collection[int]
) -> defaultdict[int, list[RegistrationLine]]:
    kept_id = func.coalesce(Participant.merged_into_id, Participant.id)
    family = select(Participant.id).where(
        Participant.id.in_(participant_ids) | Participant.merged_into_id.in_(participant_ids)
    )
    rows = (
        select(kept_id, Site.code, Site.name, Registration.registration_no, Site.name_zh)
        .join(Participant, Participant.id == Registration.participant_id)
        .join(Site, Site.id == Registration.site_id)
        .where(Registration.participant_id.in_(family), Registration.voided_at.is_(None))
        .order_by(Site.code, Registration.registration_no)
    )
    if scope.site_ids is not None:
        rows = rows.where(Registration.site_id.in_(scope.site_ids))
    found: defaultdict[int, list[RegistrationLine]] = defaultdict(list)
    for participant_id, code, name, number, name_zh in db.session.execute(rows):
        found[participant_id].append(RegistrationLine(code, name, number, name_zh))
    return found
