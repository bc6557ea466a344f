"""What ACS, ACR with NCCN, and EUSOBI offer, line by line.

Source: section b of the clinical reference. ACS prints no first age for MRI in the texts seen, so
it is a setting. The rows of NCCN by Gail come from an adaptation of 1.2014.
"""

from decimal import Decimal

from screening.clinical.bi_rads import Density
from screening.clinical.breast_high_risk import acs
from screening.clinical.breast_high_risk.checks import (
    NOT_MET,
    Check,
    any_of,
    at_least,
    below,
    every,
    undecided,
)
from screening.clinical.breast_high_risk.offers import (
    EVERY_TWO_TO_FOUR_YEARS,
    SIX_TO_TWELVE_MONTHS,
    YEARLY,
    YEARLY_OR_EVERY_TWO,
    Evidence,
    Exam,
    Group,
    Guideline,
    Offer,
    Strength,
    by_code,
    everyone,
)
from screening.clinical.breast_high_risk.readings import Readings
from screening.clinical.breast_high_risk.woman import Gene, Woman

MRI_WITHOUT_EVIDENCE = (Offer(Exam.MRI, strength=Strength.INSUFFICIENT_EVIDENCE),)
MRI_AND_MAMMOGRAPHY = (
    Offer(Exam.MRI, interval_months=YEARLY),
    Offer(Exam.MAMMOGRAPHY, interval_months=YEARLY),
)

LAST_MRI_OF_CARRIERS_YEARS = 75
LAST_MRI_WITH_NF1_YEARS = 50
MODERATE_GENES = (Gene.ATM, Gene.CHEK2, Gene.BARD1)
MODERATE_FROM_YEARS = 40
BEFORE_YOUNGEST_RELATIVE_YEARS = 10

RADIOTHERAPY_BELOW_YEARS = 30
RADIOTHERAPY_FROM_GRAY = 10
AFTER_RADIOTHERAPY_YEARS = 8
AFTER_RADIOTHERAPY_FROM_YEARS = 25

CANCER_UP_TO_YEARS = 50
GAIL_FROM_PERCENT = Decimal("1.7")
GAIL_FROM_YEARS = 35
DENSE_FROM_YEARS, DENSE_TO_YEARS = 50, 70


def _acs_start(woman: Woman, readings: Readings) -> int:
    return readings.acs_mri_from_years


def _acs_group(criterion: acs.Criterion) -> Group:
    is_annual = criterion.verdict is acs.AcsMri.ANNUAL
    offers = MRI_AND_MAMMOGRAPHY if is_annual else MRI_WITHOUT_EVIDENCE
    if criterion.verdict is acs.AcsMri.NOT_RECOMMENDED:
        offers = (Offer(Exam.MRI, strength=Strength.NOT_RECOMMENDED),)
    return Group(
        key=criterion.key,
        check=lambda woman, _: criterion.check(woman),
        offers=offers,
        evidence=Evidence.VERIFIED,
        start=_acs_start if is_annual else None,
        is_start_unverified=is_annual,
        replaces_general=is_annual,
    )


ACS = Guideline(
    code="acs",
    edition="not stated",
    only_first_counts=True,
    groups=tuple(
        _acs_group(criterion)
        for criterion in acs.CRITERIA
        if criterion.verdict is not acs.AcsMri.NO_CRITERION
    ),
    general=Group(
        key="general",
        check=everyone,
        offers=(
            Offer(Exam.MAMMOGRAPHY, 40, 44, YEARLY, Strength.OPTION),
            Offer(Exam.MAMMOGRAPHY, 45, 54, YEARLY),
            Offer(Exam.MAMMOGRAPHY, 55, None, YEARLY_OR_EVERY_TWO),
        ),
        evidence=Evidence.VERIFIED,
    ),
)


def _carrier_or_relative(woman: Woman, readings: Readings) -> Check:
    return any_of(acs.carrier(woman), acs.untested_relative(woman))


def _lifetime_high(woman: Woman, readings: Readings) -> Check:
    return acs.lifetime_high(woman)


def _precursor(woman: Woman, readings: Readings) -> Check:
    return acs.precursor(woman)


def _chest_radiotherapy(woman: Woman, readings: Readings) -> Check:
    if woman.chest_rt_age is None:
        return NOT_MET
    return every(
        below("chest_rt_age", woman.chest_rt_age, RADIOTHERAPY_BELOW_YEARS),
        at_least("chest_rt_gray", woman.chest_rt_gray, RADIOTHERAPY_FROM_GRAY),
    )


def _moderate_gene(woman: Woman, readings: Readings) -> Check:
    return Check(woman.gene in MODERATE_GENES)


def _nf1(woman: Woman, readings: Readings) -> Check:
    return Check(woman.gene is Gene.NF1)


def _dense_or_early_cancer(woman: Woman, readings: Readings) -> Check:
    age = woman.personal_cancer_age
    is_early = undecided("personal_cancer_age") if age is None else Check(age <= CANCER_UP_TO_YEARS)
    return every(acs.personal_history(woman), any_of(acs.dense(woman), is_early))


def _gail(woman: Woman, readings: Readings) -> Check:
    return every(
        at_least("gail5_pct", woman.gail5_percent, GAIL_FROM_PERCENT),
        at_least("age", woman.age, GAIL_FROM_YEARS),
    )


def _after_radiotherapy(woman: Woman, readings: Readings) -> Decimal | int | None:
    """Return the later of 25 years of age and 8 years after the radiotherapy."""
    if woman.chest_rt_age is None:
        return None
    first = woman.chest_rt_age + AFTER_RADIOTHERAPY_YEARS
    return max(first, Decimal(AFTER_RADIOTHERAPY_FROM_YEARS))


def _before_youngest_relative(woman: Woman, readings: Readings) -> Decimal | int | None:
    if woman.youngest_relative_age is None:
        return None
    return woman.youngest_relative_age - BEFORE_YOUNGEST_RELATIVE_YEARS


def _moderate_start(woman: Woman, readings: Readings) -> Decimal | int | None:
    """Return 40, or ten years before the youngest relative where that is earlier."""
    before = _before_youngest_relative(woman, readings)
    return MODERATE_FROM_YEARS if before is None else min(before, MODERATE_FROM_YEARS)


ACR_NCCN = Guideline(
    code="acr_nccn",
    edition="ACR 2018 and 2023, NCCN 1.2014",
    replaces_mri=Exam.ULTRASOUND,
    groups=(
        Group(
            key="carrier_or_untested_relative",
            check=_carrier_or_relative,
            offers=(
                Offer(Exam.MRI, 25, LAST_MRI_OF_CARRIERS_YEARS, YEARLY),
                Offer(Exam.MAMMOGRAPHY, 30, None, YEARLY),
            ),
            evidence=Evidence.VERIFIED,
        ),
        Group(
            key="lifetime_risk_at_least",
            check=_lifetime_high,
            offers=MRI_AND_MAMMOGRAPHY,
            evidence=Evidence.VERIFIED,
            start=_before_youngest_relative,
            is_start_unverified=True,
        ),
        Group(
            key="chest_radiotherapy",
            check=_chest_radiotherapy,
            offers=MRI_AND_MAMMOGRAPHY,
            evidence=Evidence.VERIFIED,
            start=_after_radiotherapy,
        ),
        Group(
            key="moderate_gene",
            check=_moderate_gene,
            offers=(
                Offer(Exam.MRI, to_years=LAST_MRI_OF_CARRIERS_YEARS, strength=Strength.OPTION),
            ),
            evidence=Evidence.VERIFIED,
            start=_moderate_start,
        ),
        Group(
            key="nf1",
            check=_nf1,
            offers=(Offer(Exam.MRI, to_years=LAST_MRI_WITH_NF1_YEARS, strength=Strength.OPTION),),
            evidence=Evidence.VERIFIED,
        ),
        Group(
            key="precursor",
            check=_precursor,
            offers=(Offer(Exam.MRI, strength=Strength.OPTION),),
            evidence=Evidence.VERIFIED,
        ),
        Group(
            key="dense_or_early_cancer_before",
            check=_dense_or_early_cancer,
            offers=(Offer(Exam.MRI, interval_months=YEARLY),),
            evidence=Evidence.VERIFIED,
        ),
        Group(
            key="gail_at_least",
            check=_gail,
            offers=(
                Offer(Exam.CLINICAL_EXAM, GAIL_FROM_YEARS, None, SIX_TO_TWELVE_MONTHS),
                Offer(Exam.MAMMOGRAPHY, GAIL_FROM_YEARS, None, YEARLY),
            ),
            evidence=Evidence.SECONDARY,
        ),
    ),
)


def _extremely_dense(woman: Woman, readings: Readings) -> Check:
    if woman.density is None:
        return undecided("density")
    return Check(woman.density is Density.EXTREMELY_DENSE)


EUSOBI = Guideline(
    code="eusobi",
    edition="not stated",
    groups=(
        Group(
            key="extremely_dense",
            check=_extremely_dense,
            offers=(Offer(Exam.MRI, DENSE_FROM_YEARS, DENSE_TO_YEARS, EVERY_TWO_TO_FOUR_YEARS),),
            evidence=Evidence.VERIFIED,
        ),
    ),
)

WESTERN = by_code(ACS, ACR_NCCN, EUSOBI)
