"""Who finds whom, by what, in which order."""

import pytest

from screening.database.engine import db
from screening.database.transactions import transaction
from screening.participants.actions import register_participant
from screening.participants.models import Participant
from screening.participants.queries import (
    find_participants,
    find_sorted_participants,
    get_participant,
    list_lookalikes,
    search,
)
from screening.participants.rules import PersonDetails, Sex, parse_birth_date
from screening.security.actor import EVERYWHERE
from tests.integration.participants.conftest import AT

WOMAN = "11010519491231002X"


def register(by, site, name, number=None, **details):
    return register_participant(
        PersonDetails(name, **details), site_id=site.id, registration_no=number, by=by, at=AT
    )


def names(found):
    return [person.name for person in found.people]


@pytest.fixture
def wang(by, sites):
    return register(
        by, sites[0], "王小明", "LC-0042",
        born=parse_birth_date("1949-12-31"), national_id=WOMAN, phone="13800138000",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["王", "小明", "wang", "wxm", "Wang Xiaoming", "LC-0042", "lc-00", "138 0013 8000",
     "+8613800138000", "8000", "11010519491231002x"],
)  # fmt: skip
def test_a_person_is_found_by_name_sound_and_every_number(wang, by, sites, text):
    register(by, sites[0], "李红", "LC-1", phone="13900139111")

    assert names(find_participants(by.scope, text)) == ["王小明"]


@pytest.mark.parametrize("text", ["王", "LC-0042", "8000", "13800138000", WOMAN])
def test_a_user_of_another_site_finds_nothing(wang, by_north, text):
    assert find_participants(by_north.scope, text).people == ()


@pytest.mark.parametrize(
    "text", ["", "  ", "%", "_", "'; DROP TABLE participants; --", "王%", "138"]
)
def test_what_begins_no_key_finds_nothing(wang, by, text):
    assert find_participants(by.scope, text).people == ()


def test_the_console_sees_every_site(wang):
    assert names(find_participants(EVERYWHERE, "LC-")) == ["王小明"]


def test_a_line_shows_only_the_numbers_of_the_viewers_sites(by, by_both, sites, wang):
    [person] = find_participants(by_both.scope, "王").people

    assert [(line.site_code, line.registration_no) for line in person.registrations] == [
        ("HQ", "LC-0042")
    ]
    assert str(person.born) == "1949-12-31"


def test_a_person_with_several_keys_of_one_beginning_is_listed_once(by, sites):
    register(by, sites[0], "王王王")

    assert names(find_participants(by.scope, "王")) == ["王王王"]
    assert names(find_participants(by.scope, "w")) == ["王王王"]


def test_pages_follow_one_another_without_gap_or_repeat(by, sites):
    expected = [f"Zhou {letter}" for letter in "abcdefg"]
    for name in reversed(expected):
        register(by, sites[0], name)

    seen, after = [], None
    for _ in range(4):
        page = find_participants(by.scope, "zhou", after=after, limit=3)
        seen += names(page)
        after = page.after
        if after is None:
            break

    assert seen == expected


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (("name", False), ["Zhou a", "Zhou b", "Zhou c"]),
        (("name", True), ["Zhou c", "Zhou b", "Zhou a"]),
        (("sex", False), ["Zhou b", "Zhou a", "Zhou c"]),
        (("born", False), ["Zhou c", "Zhou a", "Zhou b"]),
        (("number", True), ["Zhou b", "Zhou c", "Zhou a"]),
    ],
)
def test_the_found_are_sorted_by_what_their_line_shows(by, sites, order, expected):
    register(by, sites[0], "Zhou c", "LC-2", sex=Sex.MALE, born=parse_birth_date("1950"))
    register(by, sites[0], "Zhou a", "LC-1", sex=Sex.MALE, born=parse_birth_date("1960-01"))
    register(by, sites[0], "Zhou b", "LC-3", sex=Sex.FEMALE)

    found = find_sorted_participants(by.scope, "zhou", order)

    assert names(found) == expected
    assert (found.after, found.is_cut) == (None, False)


def test_more_than_are_sorted_are_said_to_be_cut(by, sites, monkeypatch):
    monkeypatch.setattr(search, "MOST_SORTED", 2)
    for name in ("Zhou a", "Zhou b", "Zhou c"):
        register(by, sites[0], name)

    found = find_sorted_participants(by.scope, "zhou", ("name", True))

    assert names(found) == ["Zhou b", "Zhou a"]
    assert found.is_cut


def test_both_numbers_find_a_merged_person_also_at_the_site_of_the_other(wang, by, by_north, sites):
    other = register(by_north, sites[1], "汪晓明", "NB-9")
    with transaction():
        db.session.get(Participant, other.id).merged_into_id = wang.id

    assert names(find_participants(by_north.scope, "NB-9")) == ["王小明"]
    assert names(find_participants(by_north.scope, "汪")) == ["王小明"]
    assert names(find_participants(by.scope, "LC-0042")) == ["王小明"]
    assert get_participant(by_north.scope, other.public_id).id == wang.id


def alike(scope, name="", born=None, phone=None, national_id=None):
    found = list_lookalikes(scope, name, parse_birth_date(born), phone, national_id)
    return [
        (lookalike.person.name, [reason.in_english() for reason in lookalike.likeness.reasons])
        for lookalike in found
    ]


def test_look_alikes_are_named_with_their_reasons(wang, by):
    assert alike(by.scope, "王小明", "1949") == [
        ("王小明", ["Birth dates that can be the same", "Same name"])
    ]
    assert alike(by.scope, "Wang Xiaoming", "1949-12-31") == [
        ("王小明", ["Same birth date", "Name that sounds the same"])
    ]
    assert alike(by.scope, "李红", "1949-12-31") == []
    assert alike(by.scope, "王大明", "1949-12-31") == [
        ("王小明", ["Same birth date", "Similar name"])
    ]
    assert alike(by.scope, phone="138 0013 8000") == [("王小明", ["Same phone"])]
    assert alike(by.scope, national_id=WOMAN) == [("王小明", ["Same national number"])]


def test_the_most_alike_come_first(wang, by, sites):
    register(by, sites[0], "王小明", born=parse_birth_date("1970-01-01"))

    found = list_lookalikes(by.scope, "王小明", parse_birth_date("1949-12-31"), None, None)

    assert [str(lookalike.person.born) for lookalike in found] == ["1949-12-31", "1970-01-01"]


def test_numbers_still_being_typed_match_nothing(wang, by):
    assert alike(by.scope, phone="138", national_id="110105") == []
    assert alike(by.scope) == []


def test_nobody_sees_look_alikes_of_other_sites(wang, by_north):
    assert alike(by_north.scope, "王小明", "1949-12-31", "13800138000", WOMAN) == []
