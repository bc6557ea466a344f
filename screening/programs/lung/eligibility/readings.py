"""What each question that the publications leave open is read as, in words."""

from collections.abc import Mapping

from screening.clinical.lung_eligibility import Reading, Readings
from screening.protocol.wording import N_

_QUIT_WITHIN = N_("Disputed: having quit exactly at the limit of years counts as within it")
_QUIT_BEYOND = N_("Disputed: having quit exactly at the limit of years counts as beyond it")

# What is said while the reading is in force, and while it is not.
WORDS: Mapping[Reading, tuple[str, str]] = {
    Reading.USPSTF_QUIT_AT_LIMIT: (_QUIT_WITHIN, _QUIT_BEYOND),
    Reading.NLST_QUIT_AT_LIMIT: (_QUIT_WITHIN, _QUIT_BEYOND),
    Reading.SYMPTOMS_EXCLUDE: (
        N_("House rule, not in the source: symptoms exclude"),
        N_("House rule off: symptoms do not exclude, since the source does not name them"),
    ),
    Reading.LUNG_CANCER_EXCLUDES: (
        N_("House rule, not in the source: an earlier lung cancer excludes"),
        N_("House rule off: an earlier lung cancer does not exclude, the source does not name it"),
    ),
    Reading.HOME_OXYGEN_EXCLUDES: (
        N_("Disputed: oxygen at home is read as an illness that excludes"),
        N_("Disputed: oxygen at home does not exclude by itself"),
    ),
    Reading.PASSIVE_AT_LIMIT: (
        N_("Disputed: passive smoking for exactly the limit of years is enough"),
        N_("Disputed: passive smoking for exactly the limit of years is not enough"),
    ),
    Reading.PASSIVE_SOURCE_DECIDES: (
        N_("Disputed: passive smoking counts only if the smoker meets the smoking factor"),
        N_("Disputed: passive smoking counts whoever smoked"),
    ),
    Reading.NICKEL_COUNTS: (
        N_("Disputed: nickel counts as an exposure at work"),
        N_("Disputed: nickel does not count as an exposure at work"),
    ),
    Reading.CHINA_FITNESS_EXCLUDES: (
        N_("Disputed: being unfit for surgery or having oxygen at home excludes"),
        N_("Disputed: neither being unfit for surgery nor having oxygen at home excludes"),
    ),
    Reading.NLST_FITNESS_EXCLUDES: (
        N_("Disputed: being unfit for surgery excludes"),
        N_("Disputed: being unfit for surgery does not exclude"),
    ),
    Reading.NCCN_UNKNOWN_YEARS_ARE_FEW: (
        N_("Disputed: years smoked that are not known do not count as enough"),
        N_("Disputed: years smoked that are not known leave the question open"),
    ),
    Reading.NCCN_RISK_MODEL: (
        N_("A risk by PLCOm2012 is also a way in"),
        N_("A risk by PLCOm2012 is not used as a way in"),
    ),
    Reading.NELSON_AMOUNTS_FIRST: (
        N_("Disputed: without cigarettes a day and years smoked, the time since quitting is open"),
        N_("Disputed: the time since quitting decides even without the amounts smoked"),
    ),
    Reading.NELSON_2014_WORDING: (
        N_("Disputed: the limits are read as in the paper of 2014"),
        N_("Disputed: the limits are read as in the design papers, not as in the paper of 2014"),
    ),
    Reading.PLCO_WITHOUT_RACE: (
        N_("House rule: PLCOm2012norace stands in for PLCOm2012 where the race is not known"),
        N_("House rule off: PLCOm2012 is not computed where the race is not known"),
    ),
}


def reading_words(reading: Reading, readings: Readings) -> str:
    """Return how an open question is read."""
    in_force, not_in_force = WORDS[reading]
    return in_force if reading in readings else not_in_force
