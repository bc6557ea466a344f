"""Partial birth dates and the ages that follow from them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.participants.rules import (
    DatePrecision,
    age_on,
    ages_on,
    check_birth_date,
    parse_birth_date,
)
from screening.protocol.errors import RefusedInputError

BIRTHS = st.dates(date(1900, 1, 1), date(2020, 12, 31))


def test_a_year_spans_all_of_its_days():
    born = parse_birth_date("1960")

    assert born is not None
    assert (born.born_from, born.born_to) == (date(1960, 1, 1), date(1960, 12, 31))
    assert born.precision is DatePrecision.YEAR


def test_a_month_spans_all_of_its_days_also_in_a_leap_year():
    born = parse_birth_date("2000-02")

    assert born is not None
    assert (born.born_from, born.born_to) == (date(2000, 2, 1), date(2000, 2, 29))
    assert born.precision is DatePrecision.MONTH


@pytest.mark.parametrize(
    "text", ["1960-03-05", "1960-3-5", "1960/03/05", "1960.3.5", "19600305", " 1960年3月5日 "]
)
def test_a_full_date_is_read_in_every_usual_writing(text):
    born = parse_birth_date(text)

    assert born is not None
    assert born.born_from == born.born_to == date(1960, 3, 5)
    assert str(born) == "1960-03-05"


@pytest.mark.parametrize("text", [None, "", "   "])
def test_a_blank_is_not_known(text):
    assert parse_birth_date(text) is None


@pytest.mark.parametrize("text", ["60-03-05", "05/03/1960", "196003", "spring 1960", "1960-03-05x"])
def test_what_is_no_date_is_refused_with_how_to_write_one(text):
    with pytest.raises(RefusedInputError, match="Enter the birth date as 1960-03-05") as refused:
        parse_birth_date(text)

    assert refused.value.field == "birth_date"


@pytest.mark.parametrize(
    "text", ["1960-02-30", "1961-02-29", "1960-13", "1960-00", "0000", "1960-1-32"]
)
def test_a_day_that_no_calendar_has_is_refused_as_such(text):
    with pytest.raises(RefusedInputError, match=f"no such day as {text}") as refused:
        parse_birth_date(text)

    assert refused.value.field == "birth_date"


@given(BIRTHS)
def test_every_date_reads_back_as_it_was_written(day):
    for text in (f"{day:%Y-%m-%d}", f"{day:%Y-%m}", f"{day:%Y}"):
        born = parse_birth_date(text)

        assert born is not None
        assert str(born) == text
        assert born.born_from <= day <= born.born_to


@given(BIRTHS, st.integers(0, 120))
def test_a_birthday_completes_a_year_and_the_day_before_does_not(born, years):
    try:
        birthday = born.replace(year=born.year + years)
    except ValueError:
        birthday = date(born.year + years, 3, 1)  # born on 29 February

    assert age_on(born, born, birthday) == years
    if years:
        assert age_on(born, born, birthday - timedelta(days=1)) == years - 1


@given(BIRTHS, st.integers(0, 40_000))
def test_the_age_of_any_day_in_the_span_lies_within_the_ages(born, days):
    day = born + timedelta(days=days)
    for text in (f"{born:%Y-%m}", f"{born:%Y}"):
        span = parse_birth_date(text)
        assert span is not None
        ages = ages_on(span.born_from, span.born_to, day)
        exact = age_on(born, born, day)

        assert ages is not None
        assert exact is not None
        assert ages[0] <= exact <= ages[1]
        assert ages[1] - ages[0] <= 1


def test_an_age_that_two_birthdays_leave_open_is_not_guessed():
    first, last = date(1960, 1, 1), date(1960, 12, 31)

    assert age_on(first, last, date(2024, 6, 1)) is None
    assert ages_on(first, last, date(2024, 6, 1)) == (63, 64)
    assert age_on(first, last, date(2024, 12, 31)) == 64


def test_there_is_no_age_before_birth_or_without_a_birth_date():
    assert age_on(date(1960, 3, 5), date(1960, 3, 5), date(1960, 3, 4)) is None
    assert age_on(None, None, date(2024, 1, 1)) is None


def test_a_birth_date_after_today_is_refused_and_today_is_not():
    tomorrow, today = parse_birth_date("2024-03-06"), parse_birth_date("2024-03-05")

    check_birth_date(today, date(2024, 3, 5))
    check_birth_date(parse_birth_date("2024"), date(2024, 3, 5))
    with pytest.raises(RefusedInputError, match="today is 2024-03-05"):
        check_birth_date(tomorrow, date(2024, 3, 5))


def test_a_birth_more_than_130_years_ago_is_refused():
    with pytest.raises(RefusedInputError, match="1893"):
        check_birth_date(parse_birth_date("1893"), date(2024, 3, 5))
