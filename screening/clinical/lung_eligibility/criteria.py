"""Criteria that several rule sets share: age, smoking, time since quitting, exclusions.

Source: clinical reference, sections 3.1, 3.2, 3.3 and 3.9.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from screening.clinical.lung_eligibility.checks import (
    MET,
    Check,
    every,
    failed,
    missing,
    undecided,
)
from screening.clinical.lung_eligibility.person import Person
from screening.clinical.lung_eligibility.readings import Reading, Readings
from screening.clinical.pack_years import SmokingStatus

# Section 3.9, the trial's exclusions: excluded below 5 years, up to 12 weeks, up to 18 months.
OTHER_CANCER_BELOW_YEARS = 5
INFECTION_UP_TO_WEEKS = 12
CT_UP_TO_MONTHS = 18


@dataclass(frozen=True)
class Ages:
    """Completed years of age, both ends included; a `highest` of None is no upper limit."""

    lowest: int
    highest: int | None


@dataclass(frozen=True)
class QuitLimit:
    """The longest time since quitting, in years; a disputed reading may decide on the limit."""

    years: int
    is_included: bool = True
    reading: Reading | None = None

    def includes_limit(self, readings: Readings) -> bool:
        """Tell whether someone who quit exactly that long ago is let in."""
        return self.is_included if self.reading is None else self.reading in readings


class Exclusion(StrEnum):
    """What keeps a person of the right age and history out of screening."""

    SYMPTOMS = "symptoms"
    LUNG_CANCER = "lung_cancer"
    NOT_FIT = "not_fit"
    HOME_OXYGEN = "home_oxygen"
    OTHER_CANCER = "other_cancer"
    RECENT_INFECTION = "recent_infection"
    RECENT_CT = "recent_ct"
    IMPLANTS = "implants"


# The exclusions of a set; a reading marks those that its text does not name.
Exclusions = Mapping[Exclusion, Reading | None]


def age_within(person: Person, ages: Ages) -> Check:
    """Check the completed years of age."""
    age = person.age_years
    if age is None:
        return missing("age")
    if age < ages.lowest:
        return failed("age_below", min=ages.lowest)
    if ages.highest is not None and age > ages.highest:
        return failed("age_above", max=ages.highest)
    return MET


def ever_smoked(person: Person) -> Check:
    """Check that the person smokes or smoked (100 cigarettes or more in life)."""
    if person.smoking_status is None:
        return missing("status")
    return failed("never_smoked") if person.smoking_status is SmokingStatus.NEVER else MET


def smoked_enough(
    person: Person, pack_years: int, limit: QuitLimit | None, readings: Readings
) -> Check:
    """Check pack-years (included) and, with a limit, the time since quitting."""
    if person.smoking_status is SmokingStatus.NEVER:
        return failed("never_smoked")
    checks = [ever_smoked(person), pack_years_at_least(person, pack_years)]
    if limit is not None:
        checks.append(quit_within(person, limit, readings))
    return every(checks)


def pack_years_at_least(person: Person, lowest: int) -> Check:
    """Check the pack-years of someone who ever smoked."""
    pack_years = person.known_pack_years
    if pack_years is None:
        # Amounts are asked of those who smoked; the status is what is missing until it is known.
        return undecided("pack_years_missing") if person.smoking_status else Check(met=None)
    return MET if pack_years >= lowest else failed("pack_years_below", min=lowest)


def quit_within(person: Person, limit: QuitLimit, readings: Readings) -> Check:
    """Check the time since quitting; current smokers meet every limit."""
    if person.smoking_status is SmokingStatus.CURRENT:
        return MET
    quit_years = person.quit_years
    if quit_years is None:
        is_former = person.smoking_status is SmokingStatus.FORMER
        return undecided("quit_date_missing") if is_former else Check(met=None)
    is_at_limit = quit_years == limit.years and limit.includes_limit(readings)
    is_within = quit_years < limit.years or is_at_limit
    return MET if is_within else failed("quit_too_long", max=limit.years)


def not_excluded(person: Person, exclusions: Exclusions, readings: Readings) -> Iterator[Check]:
    """Check the exclusions of a set that are in force."""
    for exclusion, reading in exclusions.items():
        if reading is None or reading in readings:
            yield CHECKS[exclusion](person)


def _without_symptoms(person: Person) -> Check:
    if person.symptoms is None:
        return missing("symptoms")
    return failed("symptomatic") if person.symptoms else MET


def _without_lung_cancer(person: Person) -> Check:
    return _answer_is(person.prior_lung_cancer, False, "prior_lung_cancer", "previous_lung_cancer")


def _fit(person: Person) -> Check:
    fit = person.fit_for_curative_treatment
    return _answer_is(fit, True, "fit_for_curative_treatment", "not_fit")


def _without_home_oxygen(person: Person) -> Check:
    return _answer_is(person.home_oxygen, False, "home_oxygen", "home_oxygen")


def _without_implants(person: Person) -> Check:
    return _answer_is(person.implants, False, "implants", "implants")


def _answer_is(answer: bool | None, wanted: bool, column: str, key: str) -> Check:
    if answer is None:
        return missing(column)
    return MET if answer is wanted else failed(key)


def _without_recent_cancer(person: Person) -> Check:
    years = person.other_cancer_years_ago
    if years is None:
        return missing("other_cancer_years_ago") if person.has_undated_cancer else MET
    limit = OTHER_CANCER_BELOW_YEARS
    return failed("other_cancer", years=limit) if years < limit else MET


def _without_recent_infection(person: Person) -> Check:
    weeks, limit = person.resp_infection_weeks_ago, INFECTION_UP_TO_WEEKS
    return failed("recent_infection", weeks=limit) if _is_up_to(weeks, limit) else MET


def _without_recent_ct(person: Person) -> Check:
    months, limit = person.chest_ct_months_ago, CT_UP_TO_MONTHS
    return failed("recent_ct", months=limit) if _is_up_to(months, limit) else MET


def _is_up_to(value: Decimal | None, limit: int) -> bool:
    return value is not None and value <= limit


CHECKS: Mapping[Exclusion, Callable[[Person], Check]] = {
    Exclusion.SYMPTOMS: _without_symptoms,
    Exclusion.LUNG_CANCER: _without_lung_cancer,
    Exclusion.NOT_FIT: _fit,
    Exclusion.HOME_OXYGEN: _without_home_oxygen,
    Exclusion.OTHER_CANCER: _without_recent_cancer,
    Exclusion.RECENT_INFECTION: _without_recent_infection,
    Exclusion.RECENT_CT: _without_recent_ct,
    Exclusion.IMPLANTS: _without_implants,
}
