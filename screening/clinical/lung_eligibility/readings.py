"""The readings of what the publications leave open: settings of a site, with their defaults."""

from collections.abc import Set
from enum import StrEnum


class Reading(StrEnum):
    """A question that the publications leave open, put so that it is in force or not.

    Source: clinical reference, sections 3.1 to 3.11 and 13.
    """

    # 3.3, 3.9: exactly at the limit of years since quitting counts as within it.
    USPSTF_QUIT_AT_LIMIT = "uspstf_quit_at_limit"
    NLST_QUIT_AT_LIMIT = "nlst_quit_at_limit"
    # 3.1: house rules where the text of a set names neither.
    SYMPTOMS_EXCLUDE = "symptoms_exclude"
    LUNG_CANCER_EXCLUDES = "lung_cancer_excludes"
    # 3.3: oxygen at home is an illness that limits life or treatment.
    HOME_OXYGEN_EXCLUDES = "home_oxygen_excludes"
    # 3.7: exactly 20 years of passive smoking are enough; only smoke of a heavy smoker counts.
    PASSIVE_AT_LIMIT = "passive_at_limit"
    PASSIVE_SOURCE_DECIDES = "passive_source_decides"
    NICKEL_COUNTS = "nickel_counts"
    # 3.7, 3.9: fitness for treatment (and home oxygen) although no text names them.
    CHINA_FITNESS_EXCLUDES = "china_fitness_excludes"
    NLST_FITNESS_EXCLUDES = "nlst_fitness_excludes"
    # 3.6: years smoked that are not known count as fewer than the limit; a risk model as a way in.
    NCCN_UNKNOWN_YEARS_ARE_FEW = "nccn_unknown_years_are_few"
    NCCN_RISK_MODEL = "nccn_risk_model"
    # 3.10: the amounts are asked before the time since quitting; wording of the 2014 paper.
    NELSON_AMOUNTS_FIRST = "nelson_amounts_first"
    NELSON_2014_WORDING = "nelson_2014_wording"
    # 3.11: where the race is not known, PLCOm2012norace is computed in place of PLCOm2012.
    PLCO_WITHOUT_RACE = "plco_without_race"


Readings = Set[Reading]

# Offered by a publication as an option; the others are questions on which readers differ.
OPTIONS: Readings = frozenset({Reading.NCCN_RISK_MODEL})

DEFAULT_READINGS: Readings = frozenset(
    {
        Reading.USPSTF_QUIT_AT_LIMIT,
        Reading.NLST_QUIT_AT_LIMIT,
        Reading.SYMPTOMS_EXCLUDE,
        Reading.LUNG_CANCER_EXCLUDES,
        Reading.HOME_OXYGEN_EXCLUDES,
        Reading.PASSIVE_AT_LIMIT,
        Reading.PASSIVE_SOURCE_DECIDES,
        Reading.NICKEL_COUNTS,
        Reading.NCCN_UNKNOWN_YEARS_ARE_FEW,
        Reading.NELSON_AMOUNTS_FIRST,
        Reading.PLCO_WITHOUT_RACE,
    }
)
