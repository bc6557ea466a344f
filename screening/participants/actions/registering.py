"""Registering a person, and registering a person already known at one more site."""

import secrets
from datetime import datetime

from sqlalchemy import select

from screening.accounts.models import Site
from screening.audit.actions import Subject, record
from screening.audit.diff import difference
from screening.database.engine import db
from screening.database.transactions import touch_participants, transaction
from screening.participants.actions.identity import (
    audited,
    identity_columns,
    local_day,
    lock_participant,
    replace_search_keys,
    subject_of,
)
from screening.participants.models import Participant, Registration
from screening.participants.queries import find_public_id, is_at_sites, list_taken_numbers
from screening.participants.rules import (
    PersonDetails,
    check_details,
    check_national_id,
    check_registration_no,
    next_registration_no,
    registration_prefix,
)
from screening.protocol.errors import NotFoundError, RefusedInputError
from screening.protocol.wording import N_
from screening.security.actor import EVERYWHERE, Actor

PUBLIC_ID_BYTES = 8


def register_participant(
    details: PersonDetails,
    *,
    site_id: int,
    registration_no: str | None,
    by: Actor,
    at: datetime,
) -> Participant:
    """Register a person whom no site knows yet; a blank number takes the site's next one."""
    checked = check_details(details, local_day(at))
    with transaction():
        site = _lock_site(by, site_id)
        _refuse_known_national_id(by, checked.national_id)
        person = Participant(
            public_id=secrets.token_hex(PUBLIC_ID_BYTES),
            created_at=at,
            **identity_columns(checked),
        )
        db.session.add(person)
        db.session.flush()  # the search keys and the audit event need the person's number
        replace_search_keys(person.id, checked.name)
        changes = difference({}, audited(checked))
        record("participants:record:register", subject_of(person), by=by, at=at, changes=changes)
        _add_registration(person, site, registration_no, by=by, at=at)
        touch_participants({person.id})
    return person


def register_at_site(
    public_id: str, *, site_id: int, registration_no: str | None, by: Actor, at: datetime
) -> Registration:
    """Register a person of one of the actor's sites at another of them."""
    with transaction():
        site = _lock_site(by, site_id)
        person = lock_participant(by, public_id)
        return _add_registration(person, site, registration_no, by=by, at=at)


def register_known_person(
    national_id: str, *, site_id: int, registration_no: str | None, by: Actor, at: datetime
) -> Participant:
    """Register at the actor's site a person whom only other sites know, by the national number."""
    checked = check_national_id(national_id)
    with transaction():
        site = _lock_site(by, site_id)
        public_id = find_public_id(checked.number) if checked else None
        if public_id is None:
            raise NotFoundError(N_("Nobody is known by this national number"))
        person = lock_participant(_everywhere(by), public_id)
        _add_registration(person, site, registration_no, by=by, at=at)
    return person


def _everywhere(by: Actor) -> Actor:
    return Actor(by.user_id, by.name, by.role, EVERYWHERE, by.site_id, by.request_id)


def _lock_site(by: Actor, site_id: int) -> Site:
    """Return an own site, locked: two numbers proposed in the same second would be equal."""
    site = db.session.scalar(select(Site).where(Site.id == site_id).with_for_update())
    if site is None or not by.scope.includes(site.id):
        raise NotFoundError(N_("There is no such site among yours"))
    return site


def _refuse_known_national_id(by: Actor, national_id: str | None) -> None:
    public_id = find_public_id(national_id) if national_id else None
    if public_id is None:
        return
    if is_at_sites(by.scope, public_id):
        text = N_("A person with this national number is already registered: open that record")
    else:
        text = N_("A person with this national number is already known at another site")
    raise RefusedInputError("national_id", text)


def _add_registration(
    person: Participant, site: Site, registration_no: str | None, *, by: Actor, at: datetime
) -> Registration:
    number = check_registration_no(registration_no) or _propose(site, at)
    _refuse_second_registration(person, site)
    _refuse_taken_number(site, number)
    registration = Registration(
        participant_id=person.id, site_id=site.id, registration_no=number, registered_at=at
    )
    db.session.add(registration)
    db.session.flush()  # the audit event needs the registration's number
    record(
        "participants:registration:add",
        Subject("registration", registration.id, person.id),
        by=by,
        at=at,
        changes=difference({}, {"site": site.code, "registration_no": number}),
    )
    return registration


def _propose(site: Site, at: datetime) -> str:
    prefix = registration_prefix(site.code, local_day(at))
    return next_registration_no(prefix, list_taken_numbers(site.id, prefix))


def _refuse_second_registration(person: Participant, site: Site) -> None:
    own = select(Registration.registration_no).where(
        Registration.participant_id == person.id,
        Registration.site_id == site.id,
        Registration.voided_at.is_(None),
    )
    number = db.session.scalar(own)
    if number is not None:
        raise RefusedInputError(
            "site_id",
            N_("This person is already registered at {site} under {number}"),
            {"site": site.code, "number": number},
        )


def _refuse_taken_number(site: Site, number: str) -> None:
    holder = select(Registration.id).where(
        Registration.site_id == site.id,
        Registration.registration_no == number,
        Registration.voided_at.is_(None),
    )
    if db.session.scalar(holder) is not None:
        raise RefusedInputError(
            "registration_no",
            N_("Number {number} belongs to another person at {site}: enter another or leave blank"),
            {"number": number, "site": site.code},
        )
