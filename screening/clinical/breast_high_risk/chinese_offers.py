"""What the Chinese texts of 2019 to 2026 offer, line by line.

Source: section b of the clinical reference. They come from secondary sources, and that of 2021
was not seen: ages and intervals are to be confirmed by the site. Those who are at high risk go by
the rule set of the same body; the family history that the text of 2019 calls early has no age.
"""

from decimal import Decimal

from screening.clinical.breast_high_risk import acs
from screening.clinical.breast_high_risk.checks import Check, at_least, every
from screening.clinical.breast_high_risk.offers import (
    EVERY_TWO_YEARS,
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
from screening.clinical.breast_high_risk.rule_sets import high_risk
from screening.clinical.breast_high_risk.woman import Woman

FAMILY_FROM_YEARS = 25
BEFORE_YOUNGEST_RELATIVE_YEARS = 10


def _carrier(woman: Woman, readings: Readings) -> Check:
    return acs.carrier(woman)


def _first_degree_breast_cancer(woman: Woman, readings: Readings) -> Check:
    return at_least("fdr_breast", woman.fdr_breast, 1)


def _carrier_with_family_history(woman: Woman, readings: Readings) -> Check:
    return every(acs.carrier(woman), _first_degree_breast_cancer(woman, readings))


def _dense(woman: Woman, readings: Readings) -> Check:
    return acs.dense(woman)


def _precursor(woman: Woman, readings: Readings) -> Check:
    return acs.precursor(woman)


def _high_risk_by_caca(woman: Woman, readings: Readings) -> Check:
    return high_risk("caca", woman, readings)


def _high_risk_by_cn2021(woman: Woman, readings: Readings) -> Check:
    return high_risk("cn2021", woman, readings)


def _cn2021_high_risk_start(woman: Woman, readings: Readings) -> int:
    return readings.cn2021.start_years_at_high_risk


def _cn2021_start(woman: Woman, readings: Readings) -> int:
    return readings.cn2021.start_years


def _before_youngest_relative(woman: Woman, readings: Readings) -> Decimal | None:
    """Return ten years before the youngest relative's diagnosis, and not before 25."""
    if woman.youngest_relative_age is None:
        return None
    first = woman.youngest_relative_age - BEFORE_YOUNGEST_RELATIVE_YEARS
    return max(first, Decimal(FAMILY_FROM_YEARS))


CN2019 = Guideline(
    code="cn2019",
    edition="2019",
    groups=(
        Group(
            key="carrier_with_family_history",
            check=_carrier_with_family_history,
            offers=(Offer(Exam.MRI, 35),),
            evidence=Evidence.SECONDARY,
        ),
        Group(
            key="carrier",
            check=_carrier,
            offers=(Offer(Exam.MRI, 40),),
            evidence=Evidence.SECONDARY,
        ),
        Group(
            key="high_risk",
            check=_high_risk_by_caca,
            offers=(
                Offer(Exam.ULTRASOUND, 40),
                Offer(Exam.MAMMOGRAPHY, 45),
                # Where mammography and ultrasound are both negative.
                Offer(Exam.MRI, 45, strength=Strength.OPTION),
            ),
            evidence=Evidence.SECONDARY,
        ),
        Group(
            key="dense_and_negative",
            check=_dense,
            offers=(Offer(Exam.ULTRASOUND, 45, 69, EVERY_TWO_YEARS),),
            evidence=Evidence.SECONDARY,
            replaces_general=False,
        ),
    ),
    general=Group(
        key="general",
        check=everyone,
        offers=(
            Offer(Exam.MAMMOGRAPHY, 40, 44, EVERY_TWO_YEARS, Strength.OPTION),
            Offer(Exam.MAMMOGRAPHY, 45, 69, EVERY_TWO_YEARS),
            # While life expectancy is above ten years.
            Offer(Exam.MAMMOGRAPHY, 70, None, EVERY_TWO_YEARS, Strength.OPTION),
        ),
        evidence=Evidence.SECONDARY,
    ),
)

CN2021 = Guideline(
    code="cn2021",
    edition="2021",
    groups=(
        Group(
            key="carrier",
            check=_carrier,
            offers=(Offer(Exam.MRI, strength=Strength.OPTION),),
            evidence=Evidence.UNVERIFIED,
            start=_cn2021_high_risk_start,
        ),
        Group(
            key="high_risk",
            check=_high_risk_by_cn2021,
            offers=(
                Offer(Exam.MAMMOGRAPHY, interval_months=YEARLY),
                Offer(Exam.ULTRASOUND, interval_months=YEARLY),
            ),
            evidence=Evidence.UNVERIFIED,
            start=_cn2021_high_risk_start,
        ),
    ),
    general=Group(
        key="general",
        check=everyone,
        offers=(
            Offer(Exam.MAMMOGRAPHY, interval_months=YEARLY_OR_EVERY_TWO),
            Offer(Exam.ULTRASOUND, interval_months=YEARLY_OR_EVERY_TWO),
        ),
        evidence=Evidence.UNVERIFIED,
        start=_cn2021_start,
    ),
)

CN2022 = Guideline(
    code="cn2022",
    edition="2022",
    groups=(
        Group(
            key="carrier",
            check=_carrier,
            offers=(Offer(Exam.NOT_PRINTED, 25),),
            evidence=Evidence.SECONDARY,
        ),
        Group(
            key="precursor",
            check=_precursor,
            # From its diagnosis on, which lies behind her.
            offers=(Offer(Exam.NOT_PRINTED, 0),),
            evidence=Evidence.SECONDARY,
        ),
        Group(
            key="family_history",
            check=_first_degree_breast_cancer,
            offers=(Offer(Exam.NOT_PRINTED),),
            evidence=Evidence.SECONDARY,
            start=_before_youngest_relative,
        ),
    ),
    general=Group(
        key="general",
        check=everyone,
        offers=(Offer(Exam.NOT_PRINTED, 40),),
        evidence=Evidence.SECONDARY,
    ),
)

CN2026 = Guideline(
    code="cn2026",
    edition="2026",
    groups=(
        Group(
            key="carrier",
            check=_carrier,
            offers=(Offer(Exam.MRI),),
            evidence=Evidence.SECONDARY,
        ),
        Group(
            key="high_risk",
            check=_high_risk_by_caca,
            # The text says before 40 and no more.
            offers=(
                Offer(Exam.MAMMOGRAPHY, interval_months=YEARLY),
                Offer(Exam.ULTRASOUND, interval_months=SIX_TO_TWELVE_MONTHS),
            ),
            evidence=Evidence.SECONDARY,
        ),
    ),
    general=Group(
        key="general",
        check=everyone,
        offers=(Offer(Exam.NOT_PRINTED, 40),),
        evidence=Evidence.SECONDARY,
    ),
)

CN_TWO_CANCERS = Guideline(
    code="cn_two_cancers",
    edition="2021",
    general=Group(
        key="general",
        check=everyone,
        offers=(Offer(Exam.CLINICAL_EXAM, 35, 64), Offer(Exam.ULTRASOUND, 35, 64)),
        evidence=Evidence.SECONDARY,
    ),
)

CHINESE = by_code(CN2019, CN2021, CN2022, CN2026, CN_TWO_CANCERS)
