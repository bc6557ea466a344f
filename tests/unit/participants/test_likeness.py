"""Which two persons look like one, and why."""

import pytest

from screening.participants.rules import Traits, compare, parse_birth_date


def reasons(typed: Traits, known: Traits) -> list[str]:
    return [reason.in_english() for reason in compare(typed, known).reasons]


BORN = parse_birth_date("1960-03-05")
KNOWN = Traits("王小明", BORN, "phone-1", "id-1")


def test_the_same_national_number_alone_is_all_but_certain():
    likeness = compare(Traits("李红", None, None, "id-1"), KNOWN)

    assert likeness.score == 100
    assert [reason.in_english() for reason in likeness.reasons] == ["Same national number"]


def test_the_same_phone_alone_is_worth_a_look():
    likeness = compare(Traits("李红", None, "phone-1"), KNOWN)

    assert likeness.is_worth_showing
    assert [reason.in_english() for reason in likeness.reasons] == ["Same phone"]


def test_same_name_and_birth_date_are_said_apart():
    assert reasons(Traits("王小明", BORN), KNOWN) == ["Same birth date", "Same name"]


def test_another_spelling_that_sounds_the_same_is_named_so():
    assert reasons(Traits("汪晓明", BORN), KNOWN) == [
        "Same birth date",
        "Name that sounds the same",
    ]
    assert reasons(Traits("Wang Xiaoming", BORN), KNOWN)[-1] == "Name that sounds the same"


def test_one_character_apart_is_similar():
    assert reasons(Traits("王小芳", BORN), KNOWN) == ["Same birth date", "Similar name"]


def test_a_birth_year_that_fits_counts_less_than_the_same_day():
    roughly = Traits("王小明", parse_birth_date("1960"))

    assert reasons(roughly, KNOWN) == ["Birth dates that can be the same", "Same name"]
    assert compare(roughly, KNOWN).score < compare(Traits("王小明", BORN), KNOWN).score


@pytest.mark.parametrize(
    "typed",
    [
        Traits("李红梅", BORN),
        Traits("王小芳", parse_birth_date("1971")),
        Traits("汪晓明", None),
        Traits("", BORN),
    ],
)
def test_a_birth_date_or_a_similar_name_alone_is_not_worth_a_look(typed):
    assert not compare(typed, KNOWN).is_worth_showing


def test_unknown_numbers_are_not_the_same_number():
    nobody = Traits("王小明", None, None, None)

    assert reasons(nobody, nobody) == ["Same name"]
