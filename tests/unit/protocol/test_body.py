"""What follows from the questions on age and body."""

from datetime import date
from decimal import Decimal

from screening.protocol.body import completed_years, untyped_bmi
from screening.protocol.eligibility import Candidate


def test_body_mass_index_is_weight_over_height_in_meters_squared():
    # 70 / (1.75 x 1.75) = 22.857
    assert untyped_bmi({"height_cm": 175, "weight_kg": 70}) == {"bmi": Decimal("22.86")}


def test_a_typed_index_stands_and_nothing_follows_from_half_of_the_measures():
    assert untyped_bmi({"height_cm": 175, "weight_kg": 70, "bmi": Decimal(23)}) == {}
    assert untyped_bmi({"height_cm": 175}) == {}
    assert untyped_bmi({"weight_kg": 70, "height_cm": None}) == {}


def test_the_age_by_the_birth_date_goes_before_the_answered_one():
    day = date(2024, 1, 15)

    assert completed_years(Candidate({"age": 50}, 61, "F", day)) == 61
    assert completed_years(Candidate({"age": Decimal("50.9")}, None, "F", day)) == 50
    assert completed_years(Candidate({}, None, "F", day)) is None
