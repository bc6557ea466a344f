"""NHS targeted lung health checks, by risk models; and I-ELCAP, of which only the age is known.

Source: clinical reference, section 3.11 (NHS England protocol; I-ELCAP).
"""

from screening.clinical import llp, plco_m2012
from screening.clinical.lung_eligibility.checks import Check, any_of, every, met_because
from screening.clinical.lung_eligibility.criteria import Ages, age_within, ever_smoked, not_excluded
from screening.clinical.lung_eligibility.models import llp_v2_at_least, plco_at_least
from screening.clinical.lung_eligibility.person import Person
from screening.clinical.lung_eligibility.readings import Readings
from screening.clinical.lung_eligibility.smokers import HOUSE_EXCLUSIONS

# The day before the 75th birthday is the last one.
AGES = Ages(55, 74)
PLCO_THRESHOLD = plco_m2012.TLHC_THRESHOLD
LLP_THRESHOLD = llp.TLHC_THRESHOLD
EXCLUSIONS = HOUSE_EXCLUSIONS

IELCAP_AGES = Ages(40, None)


def check_tlhc(person: Person, readings: Readings) -> Check:
    """Check a person: one model above its threshold suffices, both must be known to fail."""
    first = every(
        (
            *not_excluded(person, EXCLUSIONS, readings),
            age_within(person, AGES),
            ever_smoked(person),
        )
    )
    if first.met is False:
        return first
    risk = any_of(
        (plco_at_least(person, PLCO_THRESHOLD, readings), llp_v2_at_least(person, LLP_THRESHOLD))
    )
    return every((first, risk))


def check_ielcap(person: Person, readings: Readings) -> Check:
    """Check the age alone; the reason says that the rest of the set is not known."""
    return every(
        (
            *not_excluded(person, EXCLUSIONS, readings),
            age_within(person, IELCAP_AGES),
            met_because("age_only"),
        )
    )
