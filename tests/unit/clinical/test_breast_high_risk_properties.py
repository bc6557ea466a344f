"""What holds for the high-risk verdicts of every woman."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from screening.clinical.bi_rads import Density
from screening.clinical.breast_high_risk import (
    INPUTS,
    REASON_KEYS,
    AcsMri,
    EnteredRisk,
    Verdict,
    Woman,
    evaluate_row,
    judge_mri,
    notes,
)
from tests.refusals import refused_column
from tests.unit.clinical.high_risk_women import caca, cn2021


def amounts(lowest: int, highest: int) -> st.SearchStrategy[Decimal | None]:
    return st.none() | st.integers(lowest, highest).map(Decimal)


ANSWERS = st.none() | st.booleans()
RISKS = st.none() | st.integers(0, 40).map(
    lambda percent: EnteredRisk(lifetime_percent=Decimal(percent))
)


@st.composite
def women(draw: st.DrawFn) -> Woman:
    age = draw(st.integers(25, 90))
    own_brca = draw(ANSWERS)
    live_births = draw(amounts(0, 3))
    return Woman(
        age=draw(st.sampled_from([None, Decimal(age)])),
        fdr_breast=draw(amounts(0, 2)),
        fdr_ovarian=draw(amounts(0, 2)),
        sdr_breast_lt50=draw(amounts(0, 3)),
        sdr_ovarian_lt50=draw(amounts(0, 3)),
        own_brca=own_brca,
        fdr_brca=draw(ANSWERS),
        tested_brca_negative=None if own_brca else draw(ANSWERS),
        menarche=draw(amounts(9, 17)),
        menopause=draw(amounts(40, min(age, 65))) if age >= 40 else None,
        biopsy_or_benign_surgery=draw(ANSWERS),
        atypia=draw(ANSWERS),
        lcis=draw(ANSWERS),
        personal_breast_cancer=draw(ANSWERS),
        hrt_combined_months=draw(amounts(0, 12)),
        hrt_estrogen_months=draw(amounts(0, 12)),
        breastfeeding_months=draw(amounts(0, 12)),
        live_births=live_births,
        age_first_live_birth=draw(amounts(18, 25)) if live_births != 0 else None,
        abortions=draw(amounts(0, 3)),
        density=draw(st.none() | st.sampled_from(Density)),
        density_age=draw(amounts(35, 60)),
        chest_rt_age=draw(amounts(5, 25)),
        has_syndrome=draw(ANSWERS),
        lifetime_risk=draw(RISKS),
        gail5_percent=draw(amounts(0, 3)),
    )


FURTHER = st.sampled_from(
    [
        {"fdr_breast": Decimal(2)},
        {"fdr_ovarian": Decimal(2)},
        {"sdr_breast_lt50": Decimal(3)},
        {"sdr_ovarian_lt50": Decimal(3)},
        {"own_brca": True, "tested_brca_negative": None},
        {"fdr_brca": True},
        {"menarche": Decimal(9)},
        {"biopsy_or_benign_surgery": True},
        {"atypia": True},
        {"lcis": True},
        {"personal_breast_cancer": True},
        {"hrt_combined_months": Decimal(12)},
        {"hrt_estrogen_months": Decimal(12)},
        {"breastfeeding_months": Decimal(0)},
        {"live_births": Decimal(0), "age_first_live_birth": None},
        {"abortions": Decimal(3)},
        {"density": Density("d"), "density_age": Decimal(60)},
        {"has_syndrome": True},
        {"lifetime_risk": EnteredRisk(lifetime_percent=Decimal(40))},
        {"gail5_percent": Decimal(3)},
    ]
)
RANKS = {
    Verdict.NO: 0,
    Verdict.INSUFFICIENT_DATA: 1,
    Verdict.YES: 2,
    AcsMri.NO_CRITERION: 0,
    AcsMri.NOT_RECOMMENDED: 0,
    AcsMri.INSUFFICIENT_EVIDENCE: 1,
    AcsMri.ANNUAL: 2,
}


@given(someone=women(), further=FURTHER)
def test_a_further_risk_factor_never_lowers_a_verdict(
    someone: Woman, further: dict[str, object]
) -> None:
    worse = replace(someone, **further)  # type: ignore[arg-type]  # fields of the sample

    for judged in (cn2021, caca, judge_mri):
        assert RANKS[judged(worse).verdict] >= RANKS[judged(someone).verdict]


@given(someone=women(), further=FURTHER)
def test_a_rule_that_was_met_stays_met_beside_a_further_risk_factor(
    someone: Woman, further: dict[str, object]
) -> None:
    worse = replace(someone, **further)  # type: ignore[arg-type]  # fields of the sample

    for judged in (cn2021, caca):
        assert set(judged(someone).rules) <= set(judged(worse).rules)


@given(someone=women())
def test_a_verdict_is_open_exactly_where_an_input_is_missing(someone: Woman) -> None:
    for judged in (cn2021, caca):
        found = judged(someone)

        assert (found.verdict is Verdict.INSUFFICIENT_DATA) is bool(found.missing)
        assert all(set(reason.values) == set(REASON_KEYS[reason.key]) for reason in found.reasons)
    for reason in (*judge_mri(someone).reasons, *notes(someone)):
        assert set(reason.values) == set(REASON_KEYS[reason.key])


ROWS = st.dictionaries(
    st.sampled_from(INPUTS),
    st.sampled_from(
        ["", "0", "1", "2", "12", "25", "50", "55", "-1", "1.5", "1e400", "NaN", "yes", "no",
         "unknown", "c", "none", "gail", "ibis 8"]
    ),
)  # fmt: skip


@given(row=ROWS)
def test_every_row_gives_verdicts_or_names_the_input_at_fault(row: dict[str, str]) -> None:
    column = refused_column(evaluate_row, row)

    assert column in INPUTS or evaluate_row(row)["cn2021_high_risk"] in ("yes", "no")
