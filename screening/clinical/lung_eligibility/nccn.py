"""NCCN Lung Cancer Screening 1.2026: pack-years or years smoked, without a limit since quitting.

Source: clinical reference, section 3.6 (transcription: secondary source).
"""

from decimal import Decimal

from screening.clinical.lung_eligibility.checks import MET, Check, any_of, every, failed, missing
from screening.clinical.lung_eligibility.criteria import (
    Ages,
    age_within,
    ever_smoked,
    not_excluded,
    pack_years_at_least,
)
from screening.clinical.lung_eligibility.models import plco_at_least
from screening.clinical.lung_eligibility.person import Person
from screening.clinical.lung_eligibility.readings import Reading, Readings
from screening.clinical.lung_eligibility.smokers import USPSTF_EXCLUSIONS
from screening.clinical.pack_years import SmokingStatus

AGES = Ages(50, None)
PACK_YEARS = 20
YEARS_SMOKED = 20
EXCLUSIONS = USPSTF_EXCLUSIONS
RISK_THRESHOLD = Decimal("0.013")


def check_nccn(person: Person, readings: Readings) -> Check:
    """Check a person; pack-years, years smoked or, as a setting, PLCOm2012 let one in."""
    return every(
        (
            *not_excluded(person, EXCLUSIONS, readings),
            age_within(person, AGES),
            _smoked_enough(person, readings),
        )
    )


def _smoked_enough(person: Person, readings: Readings) -> Check:
    if person.smoking_status is SmokingStatus.NEVER:
        return failed("never_smoked")
    ways = [pack_years_at_least(person, PACK_YEARS), _years_smoked(person, readings)]
    if Reading.NCCN_RISK_MODEL in readings:
        ways.append(plco_at_least(person, RISK_THRESHOLD, readings))
    return every((ever_smoked(person), any_of(ways)))


def _years_smoked(person: Person, readings: Readings) -> Check:
    """Check the years; by the default reading those that are not known count as too few."""
    if person.years_smoked is not None:
        is_enough = person.years_smoked >= YEARS_SMOKED
        return MET if is_enough else failed("years_smoked_below", min=YEARS_SMOKED)
    if Reading.NCCN_UNKNOWN_YEARS_ARE_FEW in readings:
        return Check(met=False)
    return missing("years_smoked") if person.smoking_status else Check(met=None)
