"""What is recorded about a person, and what of it cannot be."""

from datetime import date

import pytest

from screening.participants.rules import (
    PersonDetails,
    Sex,
    check_death,
    check_details,
    find_disagreements,
    find_unusual_age,
    parse_birth_date,
)
from screening.protocol.errors import RefusedInputError

TODAY = date(2024, 3, 5)
WOMAN = "11010519491231002X"


def test_birth_date_and_sex_come_out_of_the_national_number_where_they_are_blank():
    checked = check_details(PersonDetails(" 王  小明 ", national_id=WOMAN.lower()), TODAY)

    assert checked.name == "王 小明"
    assert checked.national_id == WOMAN
    assert str(checked.born) == "1949-12-31"
    assert checked.sex is Sex.FEMALE
    assert find_disagreements(checked) == ()


def test_what_is_typed_stands_before_the_national_number_and_is_asked_about():
    typed = PersonDetails("Li", Sex.MALE, parse_birth_date("1950"), WOMAN)

    checked = check_details(typed, TODAY)

    assert (checked.sex, str(checked.born)) == (Sex.MALE, "1950")
    asked = find_disagreements(checked)
    assert [problem.field for problem in asked] == ["birth_date", "sex"]
    assert all(problem.is_question for problem in asked)


@pytest.mark.parametrize(
    ("born", "is_asked"),
    [
        ("1906-03-05", True), ("1923-03-05", True), ("1923-03-06", False), ("1923", False),
        ("2006-03-05", False), ("2006-03-06", True), ("2006", False), ("2016", True), ("", False),
    ],
)  # fmt: skip
def test_a_child_and_whoever_is_older_than_most_get_are_asked_about(born, is_asked):
    typed = PersonDetails("Li", born=parse_birth_date(born))

    asked = find_unusual_age(check_details(typed, TODAY), TODAY)

    assert [(each.field, each.is_question) for each in asked] == [("birth_date", True)] * is_asked


def test_a_birth_year_that_agrees_with_the_national_number_is_not_asked_about():
    typed = PersonDetails("Li", Sex.FEMALE, parse_birth_date("1949"), WOMAN)

    assert find_disagreements(check_details(typed, TODAY)) == ()


def test_blanks_are_not_known():
    checked = check_details(
        PersonDetails("Li", national_id=" ", phone="", email="", address=" ", district=""), TODAY
    )

    assert checked == PersonDetails("Li")


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        (PersonDetails("  "), "name"),
        (PersonDetails("x" * 121), "name"),
        (PersonDetails("Li", born=parse_birth_date("2024-03-06")), "birth_date"),
        (PersonDetails("Li", national_id="123"), "national_id"),
        (PersonDetails("Li", phone="12"), "phone"),
        (PersonDetails("Li", email="li at home"), "email"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(typed, field):
    with pytest.raises(RefusedInputError) as refused:
        check_details(typed, TODAY)

    assert refused.value.field == field


def test_a_death_lies_between_birth_and_today():
    born = date(1960, 3, 5)

    check_death(born, born_from=born, today=TODAY)
    check_death(TODAY, born_from=None, today=TODAY)
    with pytest.raises(RefusedInputError, match="not in the future"):
        check_death(date(2024, 3, 6), born_from=born, today=TODAY)
    with pytest.raises(RefusedInputError, match="not before the birth"):
        check_death(date(1960, 3, 4), born_from=born, today=TODAY)
