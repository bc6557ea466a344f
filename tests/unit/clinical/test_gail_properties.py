"""What a risk factor does to a Gail risk, for every woman; the published exceptions by name."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from screening.clinical.gail import (
    INPUTS,
    REASON_KEYS,
    GailRisk,
    Race,
    Woman,
    evaluate_row,
    gail_risk,
)
from screening.clinical.gail.relative_risk import COLUMNS as RACE_COLUMNS
from tests.refusals import refused_column

AGES = st.integers(min_value=200, max_value=899).map(lambda tenths: Decimal(tenths) / 10)


@st.composite
def women(draw: st.DrawFn) -> Woman:
    age = draw(AGES)
    menarche = draw(st.none() | st.integers(8, 17).map(Decimal))
    births = st.integers(18, 60).map(Decimal).map(lambda birth: min(birth, age))
    first_birth = draw(st.none() | births)
    biopsies = draw(st.none() | st.integers(0, 4).map(Decimal))
    hyperplasia = draw(st.none() | st.booleans()) if biopsies else None
    return Woman(
        age=age,
        age_menarche=menarche,
        age_first_birth=first_birth,
        is_nulliparous=first_birth is None and draw(st.booleans()),
        biopsies=biopsies,
        atypical_hyperplasia=hyperplasia,
        first_degree_relatives=draw(st.none() | st.integers(0, 4).map(Decimal)),
        race=draw(st.sampled_from(Race)),
    )


def lower(before: GailRisk, after: GailRisk) -> bool:
    return (
        after.projection_percent < before.projection_percent
        or after.lifetime_percent < before.lifetime_percent
    )


@given(woman=women())
def test_the_first_and_each_further_relative_never_lower_a_risk(woman: Woman) -> None:
    """Even at a first birth from 30 on: 0.9583 less three times 0.1908 is above 0."""
    relatives = woman.first_degree_relatives or Decimal(0)
    further = replace(woman, first_degree_relatives=relatives + 1)

    assert not lower(gail_risk(woman), gail_risk(further))


@given(woman=women(), years=st.integers(1, 6))
def test_an_earlier_menarche_never_lowers_a_risk(woman: Woman, years: int) -> None:
    menarche = woman.age_menarche or Decimal(15)
    earlier = replace(woman, age_menarche=menarche - years)

    assert not lower(gail_risk(woman), gail_risk(earlier))


@given(woman=women(), years=st.integers(1, 15))
def test_a_later_first_birth_never_lowers_a_risk_but_of_a_white_woman_with_two_relatives(
    woman: Woman, years: int
) -> None:
    """Published interaction: 0.2186 a step, less 0.1908 for each of two relatives, is below 0."""
    assume(woman.age_first_birth is not None)
    later = replace(woman, age_first_birth=min(woman.age_first_birth + years, woman.age))
    before, after = gail_risk(woman), gail_risk(later)

    if RACE_COLUMNS[woman.race] == 0 and before.categories.relatives == 2:
        assert after.projection_percent <= before.projection_percent
    else:
        assert not lower(before, after)


@given(woman=women())
def test_a_further_biopsy_never_lowers_a_risk_while_its_result_is_the_same(woman: Woman) -> None:
    assume(woman.biopsies)
    further = replace(woman, biopsies=woman.biopsies + 1)

    assert not lower(gail_risk(woman), gail_risk(further))


@given(woman=women())
def test_a_first_biopsy_without_hyperplasia_lowers_a_risk_only_of_black_women_from_50(
    woman: Woman,
) -> None:
    """Published 0.93 against exp(0.1822 - 0.1119); for every other race the biopsy outweighs it."""
    never = replace(woman, biopsies=Decimal(0), atypical_hyperplasia=None)
    biopsied = replace(woman, biopsies=Decimal(1), atypical_hyperplasia=False)
    before, after = gail_risk(never), gail_risk(biopsied)

    if woman.race is Race.BLACK:
        assert after.relative_risk.from_50 < before.relative_risk.from_50
        assert after.relative_risk.under_50 > before.relative_risk.under_50
    else:
        assert not lower(before, after)


@given(woman=women())
def test_hyperplasia_raises_a_risk_and_its_absence_lowers_it_by_the_published_factors(
    woman: Woman,
) -> None:
    biopsied = replace(woman, biopsies=woman.biopsies or Decimal(1))
    unknown, absent, present = (
        gail_risk(replace(biopsied, atypical_hyperplasia=answer)) for answer in (None, False, True)
    )

    assert absent.projection_percent < unknown.projection_percent < present.projection_percent
    assert absent.lifetime_percent < unknown.lifetime_percent < present.lifetime_percent


@given(woman=women())
def test_every_risk_is_a_percentage_and_lifetime_the_largest(woman: Woman) -> None:
    risk = gail_risk(woman)

    assert 0 < risk.projection_percent <= risk.lifetime_percent < 100
    assert all(set(reason.values) == set(REASON_KEYS[reason.key]) for reason in risk.reasons)


CELLS = st.dictionaries(
    st.sampled_from(INPUTS),
    st.sampled_from(
        ["", "0", "1", "2", "6", "12", "25", "50", "60", "98", "99", "-1", "8.5", "NaN", "1e400",
         "yes", "no", "unknown", "White"]
    ),
)  # fmt: skip


@given(row=CELLS)
def test_every_row_gives_a_risk_or_names_the_input_at_fault(row: dict[str, str]) -> None:
    column = refused_column(evaluate_row, row)

    assert column in INPUTS or evaluate_row(row)["valid"] == "yes"
