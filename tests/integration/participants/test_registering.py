"""Registering persons and the trail that it leaves."""

import pytest
from sqlalchemy import select

from screening.audit.models import AuditEvent
from screening.audit.queries import find_broken_link
from screening.database.engine import db
from screening.participants.actions import (
    register_at_site,
    register_known_person,
    register_participant,
)
from screening.participants.models import Participant
from screening.participants.queries import (
    get_participant,
    list_registrations,
    national_id_digest,
    phone_digest,
)
from screening.participants.rules import PersonDetails, Sex, parse_birth_date
from screening.protocol.errors import NotFoundError, RefusedInputError
from tests.integration.participants.conftest import AT

WOMAN = "11010519491231002X"


def register(by, site, number=None, **details):
    details = {"name": "王小明"} | details
    return register_participant(
        PersonDetails(**details), site_id=site.id, registration_no=number, by=by, at=AT
    )


def numbers(scope, person):
    return [(line.site_code, line.registration_no) for line in list_registrations(scope, person.id)]


def test_a_person_is_registered_with_the_number_that_was_typed(by, sites):
    person = register(by, sites[0], " A-7 ", sex=Sex.MALE, born=parse_birth_date("1960-03"))

    kept = get_participant(by.scope, person.public_id)
    assert (kept.name, kept.sex, str(kept.born)) == ("王小明", Sex.MALE, "1960-03")
    assert numbers(by.scope, kept) == [("HQ", "A-7")]


def test_blank_numbers_are_proposed_one_after_another_for_each_site(by, by_north, sites):
    first, second = register(by, sites[0]), register(by, sites[0])
    elsewhere = register(by_north, sites[1])

    assert numbers(by.scope, first) == [("HQ", "HQ-2024-00001")]
    assert numbers(by.scope, second) == [("HQ", "HQ-2024-00002")]
    assert numbers(by_north.scope, elsewhere) == [("NB", "NB-2024-00001")]


def test_a_number_is_refused_at_its_field_only_where_it_is_taken(by, by_north, sites):
    register(by, sites[0], "A-7")

    with pytest.raises(RefusedInputError, match="A-7 belongs to another person") as refused:
        register(by, sites[0], "A-7")
    assert refused.value.field == "registration_no"
    assert numbers(by_north.scope, register(by_north, sites[1], "A-7")) == [("NB", "A-7")]


def test_a_refused_registration_leaves_nothing_behind(by, sites):
    register(by, sites[0], "A-7")

    with pytest.raises(RefusedInputError):
        register(by, sites[0], "A-7", name="李红")

    assert db.session.scalars(select(Participant.name)).all() == ["王小明"]


def test_a_birth_date_in_the_future_is_refused_at_its_field(by, sites):
    with pytest.raises(RefusedInputError) as refused:
        register(by, sites[0], born=parse_birth_date("2024-03-06"))

    assert refused.value.field == "birth_date"


def test_a_national_number_fills_birth_date_and_sex_and_is_not_readable_in_the_table(by, sites):
    person = register(by, sites[0], national_id=WOMAN)

    assert (str(person.born), person.sex) == ("1949-12-31", Sex.FEMALE)
    stored = db.session.connection().exec_driver_sql("SELECT national_id FROM participants")
    assert WOMAN.encode() not in bytes(stored.scalar_one())


def test_a_national_number_known_at_the_site_is_refused(by, sites):
    register(by, sites[0], national_id=WOMAN)

    with pytest.raises(RefusedInputError, match="already registered") as refused:
        register(by, sites[0], national_id=WOMAN)

    assert refused.value.field == "national_id"


def test_a_person_known_elsewhere_is_registered_by_the_national_number_not_twice(
    by, by_north, sites
):
    person = register(by, sites[0], national_id=WOMAN)
    with pytest.raises(RefusedInputError, match="known at another site"):
        register(by_north, sites[1], national_id=WOMAN)

    same = register_known_person(
        WOMAN, site_id=sites[1].id, registration_no="N-1", by=by_north, at=AT
    )

    assert same.id == person.id
    assert numbers(by_north.scope, person) == [("NB", "N-1")]
    assert numbers(by.scope, person) == [("HQ", "HQ-2024-00001")]


def test_a_person_is_registered_once_at_each_of_the_users_sites(by_both, sites):
    person = register(by_both, sites[0])
    register_at_site(person.public_id, site_id=sites[1].id, registration_no=None, by=by_both, at=AT)

    with pytest.raises(RefusedInputError, match="already registered at NB under"):
        register_at_site(
            person.public_id, site_id=sites[1].id, registration_no="X", by=by_both, at=AT
        )
    assert numbers(by_both.scope, person) == [("HQ", "HQ-2024-00001"), ("NB", "NB-2024-00001")]


def test_nobody_registers_at_a_site_of_others(by, sites):
    with pytest.raises(NotFoundError):
        register(by, sites[1])


def test_registering_leaves_two_sealed_events_without_any_number_in_clear(by, sites):
    person = register(
        by, sites[0], "A-7", national_id=WOMAN, phone="138 0013 8000", email="w@example.org"
    )

    events = db.session.scalars(select(AuditEvent).order_by(AuditEvent.id)).all()
    assert [(event.action, event.actor_name, event.at) for event in events] == [
        ("participants:record:register", "Anna", AT),
        ("participants:registration:add", "Anna", AT),
    ]
    assert {event.participant_id for event in events} == {person.id}
    assert events[0].changes["national_id"] == [None, national_id_digest(WOMAN)]
    assert events[0].changes["phone"] == [None, phone_digest("13800138000")]
    assert events[1].changes == {"registration_no": [None, "A-7"], "site": [None, "HQ"]}
    text = str([event.changes for event in events])
    assert not any(secret in text for secret in (WOMAN, "13800138000", "w@example.org"))
    assert find_broken_link() is None
