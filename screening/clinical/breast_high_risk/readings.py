"""The cuts and readings of the Chinese rule sets: settings of a site, with their defaults.

Source: section a4 of the clinical reference. The text of the rule of 2021 was not seen, so every
cut of it is a setting that the site confirms; that of CACA comes from a secondary source.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class MenarcheCut(StrEnum):
    """Which menarche counts as early: sources differ."""

    AT_MOST_12 = "at_most_12"
    BELOW_12 = "below_12"
    BELOW_13 = "below_13"


@dataclass(frozen=True, kw_only=True)
class Cn2021Cuts:
    """The cuts of the rule of 2021; `from` includes its limit, `below` does not."""

    second_degree_relatives_from: int = 2
    menarche: MenarcheCut = MenarcheCut.AT_MOST_12
    menopause_from_years: int = 55
    combined_hormones_from_months: int = 6
    dense_from_years: int = 45
    breastfed_below_months: int = 4
    first_birth_from_years: int = 30
    estrogen_from_months: int = 6
    abortions_from: int = 2
    items_c_from: int = 2
    start_years: int = 45
    start_years_at_high_risk: int = 40


@dataclass(frozen=True, kw_only=True)
class CacaCuts:
    """The cuts of the rule of the China Anti-Cancer Association."""

    second_degree_relatives_from: int = 2
    chest_radiotherapy_below_years: int = 30
    gail_from_percent: Decimal = Decimal("1.67")


@dataclass(frozen=True, kw_only=True)
class Readings:
    """What is in force where a text is silent, disputed or not seen.

    A relative's variant counts also where the woman was tested and does not carry it: the texts
    are silent. ACS prints no age at which MRI begins in the texts seen; 30 is recalled.
    """

    cn2021: Cn2021Cuts = field(default_factory=Cn2021Cuts)
    caca: CacaCuts = field(default_factory=CacaCuts)
    tested_negative_relative_counts: bool = True
    acs_mri_from_years: int = 30


REFERENCE_DEFAULTS = Readings()
