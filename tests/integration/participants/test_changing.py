"""Changing a person, recording a death, voiding: what is refused and what trail is left."""

from datetime import date

import pytest
from sqlalchemy import select

from screening.audit.models import AuditEvent
from screening.database.engine import db
from screening.participants.actions import (
    Death,
    correct_death,
    record_death,
    register_participant,
    reveal_national_id,
    update_participant,
    void_participant,
)
from screening.participants.queries import find_participants, get_participant
from screening.participants.rules import PersonDetails, Sex, parse_birth_date
from screening.protocol.errors import (
    NewerChangeError,
    NotAllowedNowError,
    NotFoundError,
    RefusedInputError,
)
from screening.protocol.wording import Sentence
from tests.integration.participants.conftest import AT

WOMAN = "11010519491231002X"
DETAILS = PersonDetails("王小明", Sex.FEMALE, parse_birth_date("1960-03-05"))


@pytest.fixture
def person(by, sites):
    return register_participant(DETAILS, site_id=sites[0].id, registration_no="A-7", by=by, at=AT)


def change(person, by, version=1, **values):
    details = PersonDetails(
        **({"name": "王小明", "sex": Sex.FEMALE, "born": DETAILS.born} | values)
    )
    return update_participant(person.public_id, details, expected_version=version, by=by, at=AT)


def die(person, by, died_on, cause=None, version=1):
    death = Death(died_on, cause)
    return record_death(person.public_id, death, expected_version=version, by=by, at=AT)


def correct(person, by, death, reason, version):
    return correct_death(
        person.public_id, death, reason=reason, expected_version=version, by=by, at=AT
    )


def void(person, by, reason="typed twice", version=1):
    void_participant(person.public_id, reason=reason, expected_version=version, by=by, at=AT)


def trail():
    events = db.session.scalars(select(AuditEvent).order_by(AuditEvent.id))
    return [(event.action, event.reason, event.changes) for event in events][2:]


def test_a_change_is_saved_and_its_before_and_after_audited(person, by):
    changed = change(person, by, born=parse_birth_date("1961"), phone="13800138000")

    assert (str(changed.born), changed.phone, changed.version) == ("1961", "13800138000", 2)
    [(action, _, changes)] = trail()
    assert action == "participants:record:change"
    assert changes["birth_date"] == ["1960-03-05", "1961"]
    assert set(changes) == {"birth_date", "phone"}
    assert "13800138000" not in str(changes)


def test_a_new_name_is_found_and_the_old_one_no_more(person, by):
    change(person, by, name="李红")

    assert find_participants(by.scope, "lihong").people[0].public_id == person.public_id
    assert find_participants(by.scope, "wangxiaoming").people == ()


def test_a_save_over_a_newer_version_is_refused_and_changes_nothing(person, by):
    change(person, by, name="李红")

    with pytest.raises(NewerChangeError):
        change(person, by, version=1, name="李宏")

    assert get_participant(by.scope, person.public_id).name == "李红"


def test_a_save_without_a_change_leaves_no_event(person, by):
    assert change(person, by).version == 1
    assert trail() == []


def test_the_national_number_of_another_person_is_refused(person, by, sites):
    register_participant(
        PersonDetails("李红", national_id=WOMAN),
        site_id=sites[0].id, registration_no=None, by=by, at=AT,
    )  # fmt: skip

    with pytest.raises(RefusedInputError) as refused:
        change(person, by, national_id=WOMAN)

    assert refused.value.field == "national_id"


def test_users_of_other_sites_can_do_nothing_with_the_person(person, by_north):
    attempts = (
        lambda: get_participant(by_north.scope, person.public_id),
        lambda: change(person, by_north),
        lambda: die(person, by_north, date(2024, 1, 1)),
        lambda: void(person, by_north),
        lambda: reveal_national_id(person.public_id, by=by_north, at=AT),
    )
    for attempt in attempts:
        with pytest.raises(NotFoundError):
            attempt()
    assert trail() == []


def test_a_death_is_recorded_once_corrected_and_taken_back(person, by):
    dead = die(person, by, date(2024, 2, 1), "C34")
    assert (dead.died_on, dead.death_cause) == (date(2024, 2, 1), "C34")
    with pytest.raises(NotAllowedNowError, match="2024-02-01 is already recorded"):
        die(person, by, date(2024, 2, 2), version=2)

    correct(person, by, Death(date(2024, 2, 2), "C34"), "register", version=2)
    alive = correct(person, by, Death(None), "another person", version=3)

    assert (alive.died_on, alive.death_cause) == (None, None)
    assert trail() == [
        ("participants:death:record", None,
         {"cause": [None, "C34"], "died_on": [None, "2024-02-01"]}),
        ("participants:death:correct", "register", {"died_on": ["2024-02-01", "2024-02-02"]}),
        ("participants:death:correct", "another person",
         {"cause": ["C34", None], "died_on": ["2024-02-02", None]}),
    ]  # fmt: skip


def test_a_death_in_the_future_or_before_birth_is_refused(person, by):
    for died_on in (date(2024, 3, 6), date(1960, 3, 4)):
        with pytest.raises(RefusedInputError) as refused:
            die(person, by, died_on)
        assert refused.value.field == "died_on"


def test_a_birth_after_the_recorded_death_is_refused(person, by):
    die(person, by, date(2000, 1, 1))

    with pytest.raises(RefusedInputError, match="not after the death on 2000-01-01"):
        change(person, by, version=2, born=parse_birth_date("2001"))


def test_a_voided_person_leaves_every_list_and_frees_the_number(person, by, sites):
    void(person, by)

    assert find_participants(by.scope, "王小明").people == ()
    with pytest.raises(NotFoundError):
        get_participant(by.scope, person.public_id)
    assert trail() == [("participants:record:void", "typed twice", {})]
    register_participant(DETAILS, site_id=sites[0].id, registration_no="A-7", by=by, at=AT)


def test_a_person_who_takes_part_in_something_is_not_voided(app, person, by, monkeypatch):
    reason = Sentence("This person is enrolled in {program}", {"program": "Lung"})
    monkeypatch.setitem(app.extensions, "person_ties", (lambda number: reason,))

    with pytest.raises(NotAllowedNowError, match="enrolled in Lung"):
        void(person, by)


def test_voiding_needs_a_reason(person, by):
    with pytest.raises(RefusedInputError) as refused:
        void(person, by, reason="  ")

    assert refused.value.field == "reason"


def test_showing_the_national_number_is_written_down(person, by):
    change(person, by, national_id=WOMAN)

    assert reveal_national_id(person.public_id, by=by, at=AT) == WOMAN
    assert trail()[-1] == ("participants:national-id:reveal", None, {})


def test_a_death_or_voiding_is_not_saved_over_a_newer_change(person, by):
    change(person, by, phone="13800138000")

    for attempt in (
        lambda: die(person, by, date(2024, 2, 1), version=1),
        lambda: correct(person, by, Death(date(2024, 2, 1)), "register", version=1),
        lambda: void(person, by, version=1),
    ):
        with pytest.raises(NewerChangeError):
            attempt()
