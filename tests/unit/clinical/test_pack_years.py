"""Pack-years and the other figures of a smoking history, from its periods."""

from datetime import date
from decimal import Decimal

import pytest

from screening.clinical.pack_years import (
    Moment,
    Precision,
    Product,
    SmokingHistory,
    SmokingPeriod,
    SmokingStatus,
    cigarettes_of,
    summarize,
    years_between,
)
from screening.clinical.reasons import InvalidInput, MissingInput

EXAM = date(2024, 3, 5)


def period(
    start: Moment, end: Moment | None, cigarettes: str, product: Product = Product.CIGARETTES
) -> SmokingPeriod:
    return SmokingPeriod(start=start, end=end, cigs_per_day=Decimal(cigarettes), product=product)


def summary(*periods: SmokingPeriod) -> SmokingHistory:
    return summarize(periods, on=EXAM, born_on=date(1960, 1, 1))


@pytest.mark.parametrize(
    ("cigarettes", "years", "pack_years"),
    [("10", 40, "20"), ("15", 26, "19.5"), ("16", 25, "20"), ("11", 31, "17.05")],
)
def test_pack_years_are_packs_of_twenty_a_day_times_years(
    cigarettes: str, years: int, pack_years: str
) -> None:
    found = summary(period(1970, 1970 + years, cigarettes))

    assert found.pack_years == Decimal(pack_years)
    assert found.years_smoked == years
    assert found.precision is Precision.YEAR


def test_four_hundred_cigarette_years_are_twenty_pack_years() -> None:
    found = summary(period(1980, 2000, "20"))

    assert found.pack_years == 20
    assert found.cigarette_years == 400


def test_known_years_give_whole_lengths() -> None:
    assert summary(period(2001, 2010, "20")).years_smoked == 9


def test_dates_give_days_by_the_mean_length_of_a_year() -> None:
    found = summary(period(date(1980, 1, 1), date(2000, 1, 1), "20"))

    # 20 years with 5 leap days are 7305 days, exactly 20 mean years.
    assert found.years_smoked == 20
    assert found.pack_years == 20
    assert found.precision is Precision.DAY


def test_ages_give_their_difference() -> None:
    found = summary(period(Decimal("17.5"), Decimal(40), "10"))

    assert found.years_smoked == Decimal("22.5")
    assert found.pack_years == Decimal("11.25")
    assert found.precision is Precision.AGE


def test_gaps_do_not_count() -> None:
    found = summary(period(1980, 1990, "20"), period(2000, 2005, "20"))

    assert found.years_smoked == 15
    assert found.pack_years == 15


def test_overlapping_periods_add_their_cigarettes_and_count_their_time_once() -> None:
    found = summary(period(1980, 2000, "20"), period(1990, 2010, "10", Product.HAND_ROLLED))

    assert found.years_smoked == 30
    assert found.pack_years == 30


def test_a_period_within_another_adds_no_time() -> None:
    found = summary(period(1980, 2010, "20"), period(1985, 1990, "10"), period(2005, 2012, "10"))

    assert found.years_smoked == 32


def test_cigarettes_a_day_are_weighted_by_duration() -> None:
    found = summary(period(1980, 1990, "30"), period(1990, 2020, "10"))

    # 300 and 300 cigarette-years over 40 years.
    assert found.cigs_per_day == 15


@pytest.mark.parametrize(
    "product",
    [Product.E_CIGARETTES, Product.HEATED_TOBACCO, Product.CANNABIS, Product.WATERPIPE],
)
def test_products_that_no_source_counts_add_nothing(product: Product) -> None:
    found = summary(period(1980, None, "20", product))

    assert found.pack_years == 0
    assert found.cigs_per_day is None
    assert found.status is SmokingStatus.NEVER


def test_vaping_since_does_not_stop_the_quit_clock() -> None:
    found = summary(period(1980, 2010, "20"), period(2010, None, "20", Product.E_CIGARETTES))

    assert found.status is SmokingStatus.FORMER
    assert found.quit_years == 14


def test_a_history_without_periods_is_of_someone_who_never_smoked() -> None:
    found = summarize((), on=EXAM)

    assert found.status is SmokingStatus.NEVER
    assert found.quit_years is None


@pytest.mark.parametrize(
    ("last_day", "status"),
    # A smoker of 10 a day reaches 100 cigarettes with the tenth day.
    [(date(2020, 1, 10), SmokingStatus.NEVER), (date(2020, 1, 11), SmokingStatus.FORMER)],
)
def test_fewer_than_a_hundred_cigarettes_in_life_is_never(
    last_day: date, status: SmokingStatus
) -> None:
    assert summary(period(date(2020, 1, 1), last_day, "10")).status is status


def test_a_period_without_end_is_of_a_current_smoker_who_quit_zero_years_ago() -> None:
    found = summary(period(1990, None, "20"))

    assert found.status is SmokingStatus.CURRENT
    assert found.quit_years == 0
    assert found.pack_years == 34


@pytest.mark.parametrize(
    ("quit_on", "quit_years"),
    [
        (EXAM, "0"),
        (date(2009, 3, 5), "15"),
        # The year from then on has 366 days, 183 of them until the exam.
        (date(2023, 9, 4), "0.5"),
    ],
)
def test_years_since_quitting_are_whole_on_anniversaries(quit_on: date, quit_years: str) -> None:
    found = summary(period(date(1990, 1, 1), quit_on, "20"))

    assert found.quit_years == Decimal(quit_years)


def test_a_day_before_and_after_the_anniversary_lie_on_either_side() -> None:
    assert years_between(date(2009, 3, 6), EXAM) < 15 < years_between(date(2009, 3, 4), EXAM)


def test_a_leap_day_has_its_anniversary_on_the_first_of_march() -> None:
    assert years_between(date(2008, 2, 29), date(2023, 3, 1)) == 15
    assert years_between(date(2008, 2, 29), date(2023, 2, 28)) < 15


def test_a_relapse_restarts_the_quit_clock() -> None:
    found = summary(period(2015, 2020, "5"), period(1980, 2000, "20"))

    assert found.quit_years == 4


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (2000, 1990),
        (2000, 2025),
        (1964, 1990),
        (date(2000, 1, 2), date(2000, 1, 1)),
        (date(2000, 1, 1), date(2024, 3, 6)),
        (date(1964, 12, 31), date(1990, 1, 1)),
        (Decimal("4.9"), Decimal(30)),
        (Decimal(20), Decimal(65)),
    ],
)
def test_periods_that_contradict_themselves_are_refused(start: Moment, end: Moment) -> None:
    with pytest.raises(InvalidInput) as refusal:
        summary(period(start, end, "20"))

    assert refusal.value.column == "periods"


@pytest.mark.parametrize("start", [1965, date(1965, 1, 1), Decimal(5)])
def test_a_first_cigarette_at_the_age_of_five_is_taken(start: Moment) -> None:
    assert summary(period(start, None, "20")).pack_years > 0


@pytest.mark.parametrize("cigarettes", ["0", "-1", "201"])
def test_impossible_amounts_are_refused(cigarettes: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        summary(period(1990, 2000, cigarettes))

    assert refusal.value.column == "cigs_per_day"


def test_dates_years_and_ages_are_not_mixed() -> None:
    with pytest.raises(InvalidInput):
        summary(period(1990, 2000, "20"), period(Decimal(30), Decimal(40), "20"))


def test_ages_need_the_date_of_birth() -> None:
    with pytest.raises(MissingInput) as refusal:
        summarize([period(Decimal(20), Decimal(30), "20")], on=EXAM)

    assert refusal.value.column == "born_on"


def test_a_gram_of_tobacco_counts_as_a_cigarette() -> None:
    assert cigarettes_of(Decimal(25)) == 25
