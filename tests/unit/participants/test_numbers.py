"""Resident IDs, phones and registration numbers."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.participants.rules import (
    NationalId,
    Sex,
    check_national_id,
    check_registration_no,
    mask_number,
    next_registration_no,
    normalize_phone,
    phone_tail,
    registration_prefix,
)
from screening.protocol.errors import RefusedInputError

# The two examples printed in GB 11643-1999.
WOMAN = "11010519491231002X"
MAN = "440524188001010014"


def test_the_examples_of_the_standard_hold_and_tell_birth_date_and_sex():
    assert check_national_id(WOMAN) == NationalId(WOMAN, date(1949, 12, 31), Sex.FEMALE)
    assert check_national_id(MAN) == NationalId(MAN, date(1880, 1, 1), Sex.MALE)


@pytest.mark.parametrize(
    "text",
    [
        "11010519491231002x",
        " 110105 19491231 002X ",
        "\uff11\uff11\uff10\uff11\uff10\uff1519491231002X",
    ],
)
def test_a_number_is_read_whatever_its_spaces_and_letter_case(text):
    read = check_national_id(text)

    assert read is not None
    assert read.number == WOMAN


@pytest.mark.parametrize("text", ["", None, "  "])
def test_a_blank_national_number_is_not_known(text):
    assert check_national_id(text) is None


@pytest.mark.parametrize("text", ["110105194912310021", "1101051949123100", "E12345678", "X" * 18])
def test_a_number_that_cannot_exist_is_refused_at_its_field(text):
    with pytest.raises(RefusedInputError) as refused:
        check_national_id(text)

    assert refused.value.field == "national_id"


def test_a_number_with_an_impossible_date_is_refused_even_if_its_check_fits():
    # Month 13 for 12 adds one times weight 9 to the sum 167 of WOMAN: 176 mod 11 = 0, check 1.
    with pytest.raises(RefusedInputError, match="not a date"):
        check_national_id("110105194913310021")


@given(st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(place, shift):
    wrong = str((int(WOMAN[place]) + shift) % 10)

    with pytest.raises(RefusedInputError):
        check_national_id(WOMAN[:place] + wrong + WOMAN[place + 1 :])


def test_only_the_last_four_characters_of_a_masked_number_show():
    assert mask_number(WOMAN) == "••••••••••••••002X"
    assert mask_number(None) is None


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("138 0013 8000", "13800138000"),
        ("+86 138-0013-8000", "13800138000"),
        ("008613800138000", "13800138000"),
        ("\uff11\uff13\uff1800138000", "13800138000"),
        ("(010) 6512-3456", "01065123456"),
        ("+44 20 7946 0018", "+442079460018"),
        ("8612345", "8612345"),
        ("", None),
        (None, None),
    ],
)
def test_a_phone_number_is_kept_as_its_digits(text, digits):
    assert normalize_phone(text) == digits


@pytest.mark.parametrize("text", ["1234", "call my son", "138001380001380013800138"])
def test_what_is_no_phone_number_is_refused_at_its_field(text):
    with pytest.raises(RefusedInputError) as refused:
        normalize_phone(text)

    assert refused.value.field == "phone"


def test_the_tail_of_a_phone_is_its_last_four_digits_unless_that_tells_nearly_all():
    assert phone_tail("13800138000") == "8000"
    assert phone_tail("123456") is None
    assert phone_tail(None) is None


def test_the_next_number_follows_the_highest_and_ignores_other_forms():
    prefix = registration_prefix("HQ", date(2024, 3, 5))

    assert next_registration_no(prefix, []) == "HQ-2024-00001"
    taken = ["HQ-2024-00009", "HQ-2024-00041", "HQ-2024-old7", "HQ-2023-00999"]
    assert next_registration_no(prefix, taken) == "HQ-2024-00042"
    assert next_registration_no(prefix, ["HQ-2024-99999"]) == "HQ-2024-100000"


def test_a_registration_number_is_trimmed_and_limited():
    assert check_registration_no("  A-1 ") == "A-1"
    assert check_registration_no("") is None
    with pytest.raises(RefusedInputError):
        check_registration_no("x" * 61)
