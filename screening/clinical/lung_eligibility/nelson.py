"""NELSON: cigarettes a day with years smoked, in place of pack-years.

Source: clinical reference, section 3.10 (van Iersel 2007 and N Engl J Med 2020;382:503: secondary;
the wording of 2014: PMID 25282285).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from screening.clinical.lung_eligibility.checks import Check, every, failed, missing
from screening.clinical.lung_eligibility.criteria import (
    Ages,
    QuitLimit,
    age_within,
    ever_smoked,
    quit_within,
)
from screening.clinical.lung_eligibility.person import Person
from screening.clinical.lung_eligibility.readings import Reading, Readings


@dataclass(frozen=True)
class NelsonRule:
    """One wording: each amount is cigarettes a day with years smoked, years always exceeded."""

    ages: Ages
    amounts: tuple[tuple[int, int], ...]
    is_amount_included: bool
    quit_limit: QuitLimit

    def amount_is_met(self, cigs_per_day: Decimal, years_smoked: Decimal) -> bool:
        """Tell whether one of the amounts is reached."""
        return any(
            self._is_reached(cigs_per_day, cigarettes) and years_smoked > years
            for cigarettes, years in self.amounts
        )

    def _is_reached(self, cigs_per_day: Decimal, limit: int) -> bool:
        return cigs_per_day > limit or (self.is_amount_included and cigs_per_day == limit)


# Enough of either, in place of an amount that is not known.
MOST = Decimal(1000)
AMOUNTS = ((15, 25), (10, 30))
DESIGN_PAPERS = NelsonRule(Ages(50, 74), AMOUNTS, False, QuitLimit(10))
PAPER_OF_2014 = NelsonRule(Ages(50, 75), AMOUNTS, True, QuitLimit(10, is_included=False))


def rule_in_force(readings: Readings) -> NelsonRule:
    """Return the wording that a site reads the set by."""
    return PAPER_OF_2014 if Reading.NELSON_2014_WORDING in readings else DESIGN_PAPERS


def check_nelson(person: Person, readings: Readings) -> Check:
    """Check a person; by default unknown amounts come before a time since quitting.

    The published vectors have it so: a person who quit too long ago, amounts not known, is not
    decided. By strict logic the time since quitting decides.
    """
    rule = rule_in_force(readings)
    first = every((age_within(person, rule.ages), ever_smoked(person)))
    if first.met is False:
        return first
    quitting = quit_within(person, rule.quit_limit, readings)
    if Reading.NELSON_AMOUNTS_FIRST not in readings:
        return every((first, _amounts(rule, person), quitting))
    unknown = tuple(_unknown_amounts(person))
    if unknown:
        return every((first, *unknown))
    return every((first, _amounts(rule, person), quitting))


def _amounts(rule: NelsonRule, person: Person) -> Check:
    """Check the amounts; one that is not known matters only if it could be enough."""
    cigs_per_day, years_smoked = person.cigs_per_day, person.years_smoked
    if not rule.amount_is_met(
        MOST if cigs_per_day is None else cigs_per_day,
        MOST if years_smoked is None else years_smoked,
    ):
        return failed("amounts_below")
    return every(_unknown_amounts(person))


def _unknown_amounts(person: Person) -> Iterator[Check]:
    for column, amount in (
        ("cigs_per_day", person.cigs_per_day),
        ("years_smoked", person.years_smoked),
    ):
        if amount is None:
            yield missing(column) if person.smoking_status else Check(met=None)
