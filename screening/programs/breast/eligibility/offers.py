"""What a guideline offers a woman, in words: which exam, from what age, how often, how firmly."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from screening.clinical.breast_high_risk import (
    REFERENCE_DEFAULTS,
    Exam,
    Guideline,
    Offer,
    Offers,
    Strength,
    Woman,
)
from screening.protocol.wording import N_, Sentence

EXAMS: Mapping[Exam, str] = {
    Exam.MAMMOGRAPHY: N_("Mammography"),
    Exam.ULTRASOUND: N_("Breast ultrasound"),
    Exam.MRI: N_("Breast MRI"),
    Exam.CLINICAL_EXAM: N_("Clinical breast exam"),
    Exam.NOT_PRINTED: N_("Screening, the exam is not printed"),
}
INTERVALS: Mapping[tuple[int, int] | None, str] = {
    (12, 12): N_("every year"),
    (6, 12): N_("every 6 to 12 months"),
    (12, 24): N_("every 1 to 2 years"),
    (24, 24): N_("every 2 years"),
    (24, 48): N_("every 2 to 4 years"),
    None: N_("interval not printed"),
}
STRENGTHS: Mapping[Strength, str] = {
    Strength.RECOMMENDED: N_("recommended"),
    Strength.OPTION: N_("may be considered"),
    Strength.INSUFFICIENT_EVIDENCE: N_("evidence insufficient for or against"),
    Strength.NOT_RECOMMENDED: N_("not recommended"),
}
GROUPS: Mapping[str, str] = {
    "general": N_("Everyone"),
    "high_risk": N_("High risk"),
    "carrier": N_("Carrier of a BRCA variant"),
    "carrier_with_family_history": N_("Carrier with breast cancer in the family"),
    "carrier_or_untested_relative": N_("Carrier, or untested relative of one"),
    "untested_relative_of_carrier": N_("Untested relative of a carrier"),
    "lifetime_risk_at_least": N_("Lifetime risk of at least 20 %"),
    "lifetime_risk_between": N_("Lifetime risk of 15 to below 20 %"),
    "lifetime_risk_below": N_("Lifetime risk below 15 %"),
    "chest_radiotherapy_between": N_("Chest radiotherapy between 10 and 30"),
    "chest_radiotherapy": N_("Chest radiotherapy of 10 Gy or more before 30"),
    "syndrome": N_("Hereditary syndrome"),
    "precursor": N_("LCIS or atypical hyperplasia"),
    "personal_history": N_("Breast cancer before"),
    "dense": N_("Dense breasts"),
    "dense_and_negative": N_("Dense breasts, mammography negative"),
    "moderate_gene": N_("Variant of ATM, CHEK2 or BARD1"),
    "nf1": N_("Variant of NF1"),
    "dense_or_early_cancer_before": N_("Breast cancer before, and dense or diagnosed by 50"),
    "gail_at_least": N_("Gail risk of at least 1.7 % at 35 or later"),
}
# Offers of which neither age nor interval says anything.
AGELESS = (Strength.INSUFFICIENT_EVIDENCE, Strength.NOT_RECOMMENDED)


def offer_sentences(offers: Offers) -> tuple[Sentence, ...]:
    """Return what a guideline offers, one sentence an exam and group."""
    return tuple(_sentences(offers))


def group_sentences(guideline: Guideline) -> Iterator[Sentence]:
    """Yield what a guideline offers each of its groups; ages that depend on the woman are open."""
    general = [guideline.general] if guideline.general else []
    for group in (*guideline.groups, *general):
        first = group.start(Woman(), REFERENCE_DEFAULTS) if group.start else None
        for offer in group.offers:
            started = offer if first is None else replace(offer, from_years=first)
            yield _sentence(GROUPS[group.key], started, is_unverified=group.is_start_unverified)


def _sentences(offers: Offers) -> Iterator[Sentence]:
    for group in offers.groups:
        for offer in group.offers:
            yield _sentence(GROUPS[group.group], offer, is_unverified=group.is_start_unverified)


def _sentence(group: str, offer: Offer, *, is_unverified: bool) -> Sentence:
    values: dict[str, object] = {
        "group": group,
        "exam": EXAMS[offer.exam],
        "interval": INTERVALS[offer.interval_months],
        "strength": STRENGTHS[offer.strength],
    }
    if offer.strength in AGELESS:
        return Sentence(N_("{group}: {exam}, {strength}"), values)
    if not offer.from_years and offer.to_years is None:
        return Sentence(N_("{group}: {exam}, {interval}, {strength}"), values)
    values |= {"from": _years(offer.from_years), "to": offer.to_years}
    return Sentence(_text(offer, is_unverified=is_unverified), values)


def _text(offer: Offer, *, is_unverified: bool) -> str:
    if not offer.from_years:
        return N_("{group}: {exam}, {interval}, up to the age of {to}, {strength}")
    if offer.to_years is not None:
        return N_("{group}: {exam}, {interval}, from {from} to {to} years, {strength}")
    if is_unverified:
        return N_(
            "{group}: {exam}, {interval}, from the age of {from} (to be confirmed by the site), "
            "{strength}"
        )
    return N_("{group}: {exam}, {interval}, from the age of {from}, {strength}")


def _years(age: Decimal | int | None) -> str:
    return f"{Decimal(age or 0).normalize():f}"
