"""The rule of the national guideline of 2021: any A, any B, or two or more C.

Source: sections a4 and f of the clinical reference (Chin J Oncol 2021;43:357); its wording is
recalled, so every judgment says that the site is to confirm it.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal

from screening.clinical.breast_high_risk.checks import (
    NOT_MET,
    Check,
    any_of,
    at_least,
    below,
    decided,
    every,
    sum_at_least,
    undecided,
    yes,
)
from screening.clinical.breast_high_risk.readings import MenarcheCut, Readings
from screening.clinical.breast_high_risk.woman import Woman

Rule = Callable[[Woman, Readings], Check]

EARLY_MENARCHE: Mapping[MenarcheCut, Callable[[Decimal], bool]] = {
    MenarcheCut.AT_MOST_12: lambda age: age <= 12,
    MenarcheCut.BELOW_12: lambda age: age < 12,
    MenarcheCut.BELOW_13: lambda age: age < 13,
}


def first_degree_cancer(woman: Woman, readings: Readings) -> Check:
    """A1: a first-degree relative with breast or ovarian cancer."""
    return sum_at_least({"fdr_breast": woman.fdr_breast, "fdr_ovarian": woman.fdr_ovarian}, 1)


def second_degree_breast_cancer(woman: Woman, readings: Readings) -> Check:
    """A2: two or more second-degree relatives with breast cancer before 50."""
    limit = readings.cn2021.second_degree_relatives_from
    return at_least("sdr_breast_lt50", woman.sdr_breast_lt50, limit)


def second_degree_ovarian_cancer(woman: Woman, readings: Readings) -> Check:
    """A3: two or more second-degree relatives with ovarian cancer before 50."""
    limit = readings.cn2021.second_degree_relatives_from
    return at_least("sdr_ovarian_lt50", woman.sdr_ovarian_lt50, limit)


def brca_variant(woman: Woman, readings: Readings) -> Check:
    """A4: a pathogenic BRCA1/2 variant of her own or of a first-degree relative."""
    of_relative = yes("fdr_brca", woman.fdr_brca)
    if woman.tested_brca_negative and not readings.tested_negative_relative_counts:
        of_relative = NOT_MET
    return any_of(yes("own_brca", woman.own_brca), of_relative)


def early_menarche(woman: Woman, readings: Readings) -> Check:
    """B1: menarche at 12 or before."""
    return decided("menarche", woman.menarche, EARLY_MENARCHE[readings.cn2021.menarche])


def late_menopause(woman: Woman, readings: Readings) -> Check:
    """B2: menopause at 55 or later; before that age it cannot have been."""
    limit = readings.cn2021.menopause_from_years
    if woman.menopause is None and woman.age is not None and woman.age < limit:
        return NOT_MET
    return at_least("menopause", woman.menopause, limit)


def benign_breast_disease(woman: Woman, readings: Readings) -> Check:
    """B3: a breast biopsy, benign breast surgery, or proven atypical hyperplasia."""
    return any_of(
        yes("biopsy_or_benign_surgery", woman.biopsy_or_benign_surgery),
        yes("atypia", woman.atypia),
    )


def combined_hormones(woman: Woman, readings: Readings) -> Check:
    """B4: combined hormone therapy for 6 months or more."""
    limit = readings.cn2021.combined_hormones_from_months
    return at_least("hrt_combined_months", woman.hrt_combined_months, limit)


def dense_breasts(woman: Woman, readings: Readings) -> Check:
    """B5: heterogeneously or extremely dense at 45 or later."""
    limit = readings.cn2021.dense_from_years
    if woman.density is not None and not woman.density.is_dense:
        return NOT_MET
    if woman.density_age is None and woman.age is not None and woman.age < limit:
        return NOT_MET
    at_age = at_least("density_age", woman.density_age, limit)
    return every(undecided("density"), at_age) if woman.density is None else at_age


def hardly_breastfed(woman: Woman, readings: Readings) -> Check:
    """C1: never breastfed, or for less than 4 months in all."""
    limit = readings.cn2021.breastfed_below_months
    return below("breastfeeding_months", woman.breastfeeding_months, limit)


def late_or_no_birth(woman: Woman, readings: Readings) -> Check:
    """C2: no live birth, or the first at 30 or later."""
    limit = readings.cn2021.first_birth_from_years
    if woman.age_first_live_birth is not None:
        return at_least("age_first_live_birth", woman.age_first_live_birth, limit)
    if woman.live_births is None:
        return undecided("live_births")
    return undecided("age_first_live_birth") if woman.live_births else Check(met=True)


def estrogen_alone(woman: Woman, readings: Readings) -> Check:
    """C3: hormone therapy with estrogen alone for 6 months or more."""
    limit = readings.cn2021.estrogen_from_months
    return at_least("hrt_estrogen_months", woman.hrt_estrogen_months, limit)


def abortions(woman: Woman, readings: Readings) -> Check:
    """C4: two or more abortions."""
    return at_least("abortions", woman.abortions, readings.cn2021.abortions_from)


ONE_SUFFICES: Mapping[str, Rule] = {
    "A1": first_degree_cancer,
    "A2": second_degree_breast_cancer,
    "A3": second_degree_ovarian_cancer,
    "A4": brca_variant,
    "B1": early_menarche,
    "B2": late_menopause,
    "B3": benign_breast_disease,
    "B4": combined_hormones,
    "B5": dense_breasts,
}
SEVERAL_NEEDED: Mapping[str, Rule] = {
    "C1": hardly_breastfed,
    "C2": late_or_no_birth,
    "C3": estrogen_alone,
    "C4": abortions,
}
RULES: Mapping[str, Rule] = {**ONE_SUFFICES, **SEVERAL_NEEDED}


def join_cn2021(found: Mapping[str, Check], readings: Readings) -> Check:
    """Return the verdict out of the rules: any A or B, or two or more C."""
    needed = readings.cn2021.items_c_from
    items_c = [found[code] for code in SEVERAL_NEEDED]
    met = sum(check.met is True for check in items_c)
    still_open = [check for check in items_c if check.met is None]
    if met >= needed:
        enough_c = Check(met=True)
    elif met + len(still_open) >= needed:
        enough_c = undecided(*(column for check in still_open for column in check.missing))
    else:
        enough_c = NOT_MET
    return any_of(*(found[code] for code in ONE_SUFFICES), enough_c)
