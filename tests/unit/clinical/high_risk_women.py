"""The women of the tests of high-risk rule sets, their judgments and what they are offered."""

from dataclasses import replace
from decimal import Decimal

from screening.clinical.bi_rads import Density
from screening.clinical.breast_high_risk import (
    CHINESE,
    REFERENCE_DEFAULTS,
    RULE_SETS,
    WESTERN,
    EnteredRisk,
    FamilyModel,
    Judgment,
    Offers,
    Readings,
    Strength,
    Woman,
    judge,
    offers_by,
)

# Nobody of the family ill, everything answered, nothing of a risk: the vectors' baseline woman.
BASELINE = Woman(
    age=Decimal(50),
    fdr_breast=Decimal(0),
    fdr_ovarian=Decimal(0),
    sdr_breast_lt50=Decimal(0),
    sdr_ovarian_lt50=Decimal(0),
    own_brca=False,
    fdr_brca=False,
    tested_brca_negative=False,
    menarche=Decimal(14),
    biopsy_or_benign_surgery=False,
    atypia=False,
    lcis=False,
    personal_breast_cancer=False,
    hrt_combined_months=Decimal(0),
    hrt_estrogen_months=Decimal(0),
    breastfeeding_months=Decimal(12),
    live_births=Decimal(1),
    age_first_live_birth=Decimal(25),
    abortions=Decimal(0),
    density=Density("b"),
    density_age=Decimal(50),
    has_syndrome=False,
    lifetime_risk=EnteredRisk(
        lifetime_percent=Decimal(10), model=FamilyModel.TYRER_CUZICK, version="8.0b"
    ),
    gail5_percent=Decimal("1.0"),
)


def woman(**changes: object) -> Woman:
    return replace(BASELINE, **changes)  # type: ignore[arg-type]  # named in each test


def cn2021(someone: Woman, readings: Readings = REFERENCE_DEFAULTS) -> Judgment:
    return judge(RULE_SETS["cn2021"], someone, readings)


def caca(someone: Woman, readings: Readings = REFERENCE_DEFAULTS) -> Judgment:
    return judge(RULE_SETS["caca"], someone, readings)


GUIDELINES = {**WESTERN, **CHINESE}
Line = tuple[str, int | None, int | None, tuple[int, int] | None]


def offered(code: str, someone: Woman, readings: Readings = REFERENCE_DEFAULTS) -> Offers:
    return offers_by(GUIDELINES[code], someone, readings)


def lines(offers: Offers, strength: Strength = Strength.RECOMMENDED) -> list[Line]:
    return [
        (offer.exam.value, offer.from_years, offer.to_years, offer.interval_months)
        for group in offers.groups
        for offer in group.offers
        if offer.strength is strength
    ]
