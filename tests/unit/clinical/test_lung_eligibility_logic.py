"""Three-valued logic of the rule sets: what a verdict reached with unknowns is worth."""

from dataclasses import fields, replace
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from screening.clinical.llp import FamilyHistory, Sex
from screening.clinical.lung_eligibility import (
    DEFAULT_READINGS,
    RULES,
    Agent,
    PassiveSource,
    Person,
    Reading,
    Verdict,
    judge,
)
from screening.clinical.lung_eligibility.checks import MET, any_of, every, failed, missing
from screening.clinical.pack_years import SmokingStatus
from screening.clinical.plco_m2012 import Race
from screening.clinical.reasons import InvalidInput

# Each of thirteen sets gets its own.
EXAMPLES = 40
FAILED = failed("never_smoked")
UNKNOWN = missing("age")
# Readings by which the published vectors or a site depart from plain three-valued logic.
STRICT = DEFAULT_READINGS - {
    Reading.NCCN_UNKNOWN_YEARS_ARE_FEW,
    Reading.NELSON_AMOUNTS_FIRST,
    Reading.PLCO_WITHOUT_RACE,
}


def years(lowest: int, highest: int) -> st.SearchStrategy[Decimal]:
    tenths = st.integers(min_value=10 * lowest, max_value=10 * highest)
    return tenths.map(lambda value: Decimal(value) / 10)


KNOWN: dict[str, st.SearchStrategy[object]] = {
    "age_years": st.integers(min_value=38, max_value=85),
    "sex": st.sampled_from(Sex),
    "smoking_status": st.sampled_from(SmokingStatus),
    "pack_years": years(10, 40),
    "quit_years": years(0, 20),
    "cigs_per_day": years(8, 30),
    "years_smoked": years(10, 33),
    "passive_years": years(0, 30),
    "passive_source": st.sampled_from(PassiveSource),
    "copd": st.booleans(),
    "lung_fibrosis": st.booleans(),
    "tuberculosis": st.booleans(),
    "respiratory_disease": st.booleans(),
    "occ_agents": st.lists(st.sampled_from(list(Agent)[:-1]), max_size=2, unique=True).map(tuple),
    "occ_years": years(0, 3),
    "asbestos": st.booleans(),
    "fdr_lung_cancer": st.booleans(),
    "family_history_lung": st.sampled_from(FamilyHistory),
    "symptoms": st.sampled_from([(), (), ("cough",)]),
    "prior_lung_cancer": st.sampled_from([False, False, True]),
    "cancer_hist": st.booleans(),
    "implants": st.booleans(),
    "home_oxygen": st.booleans(),
    "fit_for_curative_treatment": st.booleans(),
    "education": st.integers(min_value=1, max_value=6),
    "race": st.sampled_from(Race),
    "bmi": years(15, 45),
    "nlcsp_high_risk": st.booleans(),
}
# Blank is *none* here, and not *not known*.
NONE_IF_BLANK = {
    "other_cancer_years_ago", "chest_ct_months_ago", "resp_infection_weeks_ago",
    "has_undated_cancer",
}  # fmt: skip


@st.composite
def people(draw: st.DrawFn, share_known: int = 8) -> Person:
    """Draw people of whom most is known, without contradictions in how they smoked."""
    values: dict[str, object] = {}
    for name, strategy in KNOWN.items():
        if draw(st.integers(min_value=0, max_value=9)) < share_known:
            values[name] = draw(strategy)
    if values.get("smoking_status") is SmokingStatus.NEVER:
        for name in ("pack_years", "quit_years", "cigs_per_day", "years_smoked"):
            values.pop(name, None)
    if values.get("smoking_status") is SmokingStatus.CURRENT:
        values.pop("quit_years", None)
    return Person(**values)


def test_every_unknown_of_a_person_is_tried() -> None:
    assert set(KNOWN) | NONE_IF_BLANK == {field.name for field in fields(Person)}


@pytest.mark.parametrize("code", RULES)
@settings(max_examples=EXAMPLES)
@given(data=st.data())
def test_a_verdict_holds_whatever_the_unknown_turns_out_to_be(
    code: str, data: st.DataObject
) -> None:
    person = data.draw(people())
    before = judge(RULES[code], person, STRICT).verdict
    assume(before is not Verdict.INSUFFICIENT_DATA)
    unknown = [name for name in KNOWN if getattr(person, name) is None]
    assume(unknown)
    name = data.draw(st.sampled_from(unknown))
    # Pack-years that follow from the amounts are known, although they were not typed.
    assume(name != "pack_years" or person.known_pack_years is None)

    told = replace(person, **{name: data.draw(KNOWN[name])})
    try:
        after = judge(RULES[code], told, STRICT).verdict
    except InvalidInput:
        assume(False)

    assert after is before


@pytest.mark.parametrize("code", RULES)
@settings(max_examples=EXAMPLES)
@given(person=people())
def test_every_verdict_has_a_reason(code: str, person: Person) -> None:
    judged = judge(RULES[code], person)

    assert [reason for reason in judged.reasons if reason.key != "boundary_disputed"]


@pytest.mark.parametrize("code", RULES)
@settings(max_examples=EXAMPLES)
@given(person=people(share_known=10))
def test_what_is_missing_is_never_something_that_is_known(code: str, person: Person) -> None:
    judged = judge(RULES[code], person)
    names = {"age": "age_years", "status": "smoking_status", "occ_agent": "occ_agents"}

    asked = {str(r.values["input"]) for r in judged.reasons if "input" in r.values}

    assert all(getattr(person, names.get(column, column)) is None for column in asked)


@pytest.mark.parametrize(
    ("checks", "all_met", "one_met"),
    [
        ((MET, MET), True, True),
        ((MET, FAILED), False, True),
        ((MET, UNKNOWN), None, True),
        ((FAILED, FAILED), False, False),
        ((FAILED, UNKNOWN), False, None),
        ((UNKNOWN, UNKNOWN), None, None),
    ],
)
def test_one_criterion_that_decides_outweighs_what_is_not_known(
    checks: tuple[object, ...], all_met: bool | None, one_met: bool | None
) -> None:
    assert every(checks).met is all_met
    assert every(reversed(checks)).met is all_met
    assert any_of(checks).met is one_met
    assert any_of(reversed(checks)).met is one_met


def test_the_reasons_are_those_of_the_criteria_that_decide() -> None:
    assert every((MET, FAILED, UNKNOWN)).reasons == FAILED.reasons
    assert every((MET, UNKNOWN)).reasons == UNKNOWN.reasons
    assert any_of((FAILED, UNKNOWN)).reasons == UNKNOWN.reasons
    assert any_of((FAILED, FAILED)).reasons == FAILED.reasons
