"""The rule of the China Anti-Cancer Association: any of six.

Source: sections a4 and f of the clinical reference, from two secondary sources.
"""

from collections.abc import Mapping

from screening.clinical.breast_high_risk.checks import (
    NOT_MET,
    Check,
    any_of,
    at_least,
    below,
    sum_at_least,
    yes,
)
from screening.clinical.breast_high_risk.china import Rule, brca_variant, first_degree_cancer
from screening.clinical.breast_high_risk.readings import Readings
from screening.clinical.breast_high_risk.woman import Woman


def second_degree_cancer(woman: Woman, readings: Readings) -> Check:
    """G2: two or more second-degree relatives with breast or ovarian cancer before 50."""
    counts = {
        "sdr_breast_lt50": woman.sdr_breast_lt50,
        "sdr_ovarian_lt50": woman.sdr_ovarian_lt50,
    }
    return sum_at_least(counts, readings.caca.second_degree_relatives_from)


def precursor(woman: Woman, readings: Readings) -> Check:
    """G4: atypical hyperplasia or LCIS before."""
    return any_of(yes("atypia", woman.atypia), yes("lcis", woman.lcis))


def chest_radiotherapy(woman: Woman, readings: Readings) -> Check:
    """G5: radiotherapy of the chest before 30; a blank is none."""
    limit = readings.caca.chest_radiotherapy_below_years
    if woman.chest_rt_age is None:
        return NOT_MET
    return below("chest_rt_age", woman.chest_rt_age, limit)


def gail_high(woman: Woman, readings: Readings) -> Check:
    """G6: a 5-year risk by Gail of 1.67 % or more."""
    return at_least("gail5_pct", woman.gail5_percent, readings.caca.gail_from_percent)


RULES: Mapping[str, Rule] = {
    "G1": first_degree_cancer,
    "G2": second_degree_cancer,
    "G3": brca_variant,
    "G4": precursor,
    "G5": chest_radiotherapy,
    "G6": gail_high,
}


def join_caca(found: Mapping[str, Check], readings: Readings) -> Check:
    """Return the verdict out of the rules: any of them."""
    return any_of(*found.values())
