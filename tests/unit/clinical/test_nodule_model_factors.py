"""What size and risk factors do to the Mayo, Herder, VA and PKU risks, for every input."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from screening.clinical.herder import HerderInputs, Uptake, herder_risk
from screening.clinical.mayo import MayoInputs, mayo_risk
from screening.clinical.pku import PkuInputs, pku_risk
from screening.clinical.va import VaInputs, va_risk

AGES = st.integers(18, 109).map(Decimal)
DIAMETERS = st.integers(5, 1990).map(lambda tenths: Decimal(tenths) / 10)
MAYO = st.builds(
    MayoInputs,
    age=AGES,
    ever_smoker=st.booleans(),
    extrathoracic_cancer_gt5y=st.booleans(),
    diameter_mm=DIAMETERS,
    spiculation=st.booleans(),
    upper_lobe=st.booleans(),
)
PKU = st.builds(
    PkuInputs,
    age=AGES,
    family_history_any_cancer=st.booleans(),
    diameter_mm=DIAMETERS,
    spiculation=st.booleans(),
    calcification=st.booleans(),
    smooth_border=st.booleans(),
)
SMOKERS = st.builds(
    VaInputs,
    age=st.integers(40, 109).map(Decimal),
    ever_smoker=st.just(True),
    years_quit=st.integers(0, 30).map(Decimal),
    diameter_mm=DIAMETERS,
)
MAYO_FACTORS = ("ever_smoker", "extrathoracic_cancer_gt5y", "spiculation", "upper_lobe")


@given(inputs=MAYO, more_mm=st.integers(0, 10), years=st.integers(0, 1))
def test_a_larger_nodule_or_an_older_person_never_has_a_lower_mayo_risk(
    inputs: MayoInputs, more_mm: int, years: int
) -> None:
    assert inputs.diameter_mm is not None
    assert inputs.age is not None
    diameter_mm = min(inputs.diameter_mm + more_mm, Decimal(200))
    larger = replace(inputs, diameter_mm=diameter_mm, age=inputs.age + years)

    assert mayo_risk(larger).probability >= mayo_risk(inputs).probability


@given(inputs=MAYO, factor=st.sampled_from(MAYO_FACTORS))
def test_a_further_mayo_risk_factor_never_lowers_the_risk(inputs: MayoInputs, factor: str) -> None:
    with_factor = replace(inputs, **{factor: True})

    assert mayo_risk(with_factor).probability >= mayo_risk(inputs).probability


@given(probability=st.decimals(0, 1, places=6))
def test_stronger_uptake_on_pet_never_lowers_the_risk(probability: Decimal) -> None:
    risks = [
        herder_risk(HerderInputs(mayo_probability=probability, pet=uptake)).probability
        for uptake in (Uptake.ABSENT, Uptake.FAINT, Uptake.MODERATE, Uptake.INTENSE)
    ]

    assert risks == sorted(risks)


@given(
    probabilities=st.tuples(st.decimals(0, 1, places=6), st.decimals(0, 1, places=6)).map(sorted),
    uptake=st.sampled_from(Uptake),
)
def test_a_higher_risk_before_pet_is_never_lower_after_it(
    probabilities: list[Decimal], uptake: Uptake
) -> None:
    lower, higher = (
        herder_risk(HerderInputs(mayo_probability=probability, pet=uptake)).probability
        for probability in probabilities
    )

    assert lower <= higher


@given(inputs=PKU, factor=st.sampled_from(("family_history_any_cancer", "spiculation")))
def test_a_further_pku_risk_factor_never_lowers_the_risk(inputs: PkuInputs, factor: str) -> None:
    with_factor = replace(inputs, **{factor: True})

    assert pku_risk(with_factor).probability >= pku_risk(inputs).probability


@given(inputs=PKU, sign=st.sampled_from(("calcification", "smooth_border")))
def test_calcification_and_a_smooth_border_lower_the_pku_risk_as_published(
    inputs: PkuInputs, sign: str
) -> None:
    with_sign, without_sign = (replace(inputs, **{sign: seen}) for seen in (True, False))

    assert pku_risk(with_sign).probability <= pku_risk(without_sign).probability


@given(inputs=SMOKERS)
def test_each_year_since_quitting_lowers_the_va_risk_as_published(inputs: VaInputs) -> None:
    assert inputs.years_quit is not None
    later = replace(inputs, years_quit=inputs.years_quit + 1)

    assert va_risk(later).probability <= va_risk(inputs).probability


@given(inputs=SMOKERS)
def test_smoking_never_lowers_the_va_risk_against_never_having_smoked(inputs: VaInputs) -> None:
    """Quitting for 30 years takes away 1.701 of the 2.061 that smoking adds."""
    never = replace(inputs, ever_smoker=False, years_quit=None)

    assert va_risk(inputs).probability >= va_risk(never).probability
