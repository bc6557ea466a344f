"""Who gets which exam, from what age and how often: a guideline's groups and their offers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from screening.clinical.breast_high_risk.checks import MET, Check
from screening.clinical.breast_high_risk.readings import Readings
from screening.clinical.breast_high_risk.woman import Woman, check_woman

YEARLY = (12, 12)
SIX_TO_TWELVE_MONTHS = (6, 12)
YEARLY_OR_EVERY_TWO = (12, 24)
EVERY_TWO_YEARS = (24, 24)
EVERY_TWO_TO_FOUR_YEARS = (24, 48)


class Exam(StrEnum):
    """What is offered; a text that names no exam is `not_printed`."""

    MAMMOGRAPHY = "mammography"
    ULTRASOUND = "ultrasound"
    MRI = "mri"
    CLINICAL_EXAM = "clinical_exam"
    NOT_PRINTED = "not_printed"


class Strength(StrEnum):
    """How firmly an exam is offered; an option is a *consider*, a *may*, or her own choice."""

    RECOMMENDED = "recommended"
    OPTION = "option"
    INSUFFICIENT_EVIDENCE = "insufficient_evidence"
    NOT_RECOMMENDED = "not_recommended"


class Evidence(StrEnum):
    """How the text of a group was seen; the site confirms what is not verified."""

    VERIFIED = "verified"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"


@dataclass(frozen=True)
class Offer:
    """One exam: ages in completed years, both included, and the shortest and longest interval.

    None is not printed; without a last age there is no upper limit.
    """

    exam: Exam
    from_years: Decimal | int | None = None
    to_years: int | None = None
    interval_months: tuple[int, int] | None = None
    strength: Strength = Strength.RECOMMENDED

    def covers(self, age: Decimal) -> bool | None:
        """Tell whether an age lies within that of the offer; None where its start is not known."""
        if self.to_years is not None and age >= self.to_years + 1:
            return False
        return None if self.from_years is None else age >= self.from_years


Start = Callable[[Woman, Readings], Decimal | int | None]


@dataclass(frozen=True, kw_only=True)
class Group:
    """Whom a line of a guideline is for, and what it offers.

    `start` replaces the first age of all its offers by one that depends on the woman or on the
    settings; it may be less well seen than the line. A group that replaces the general one leaves
    the latter to the others.
    """

    key: str
    check: Callable[[Woman, Readings], Check]
    offers: tuple[Offer, ...]
    evidence: Evidence
    start: Start | None = None
    is_start_unverified: bool = False
    replaces_general: bool = True


@dataclass(frozen=True, kw_only=True)
class Guideline:
    """A published text: its groups, the one of everyone else, and what may replace MRI.

    Where only the first group counts, the later ones do not add to what it offers.
    """

    code: str
    edition: str
    groups: tuple[Group, ...] = ()
    only_first_counts: bool = False
    general: Group | None = None
    replaces_mri: Exam | None = None


@dataclass(frozen=True)
class GroupOffers:
    """The offers of one group to which a woman belongs."""

    group: str
    evidence: Evidence
    is_start_unverified: bool
    offers: tuple[Offer, ...]


@dataclass(frozen=True, kw_only=True)
class Offers:
    """What a guideline offers a woman, and the inputs that could change it."""

    guideline: str
    edition: str
    groups: tuple[GroupOffers, ...]
    missing: tuple[str, ...]


def offers_by(guideline: Guideline, woman: Woman, readings: Readings) -> Offers:
    """Return what a guideline offers a woman; what is not known puts her into no group.

    Raises InvalidInput for answers that are impossible or contradict each other.
    """
    check_woman(woman)
    checks = _checks(guideline, woman, readings)
    found = [group for group, check in checks if check.met]
    if guideline.general and not any(group.replaces_general for group in found):
        found.append(guideline.general)
    given = [_given(group, woman, readings) for group in found]
    return Offers(
        guideline=guideline.code,
        edition=guideline.edition,
        groups=tuple(_without_mri(guideline, woman, given)),
        missing=tuple(dict.fromkeys(column for _, check in checks for column in check.missing)),
    )


def _checks(
    guideline: Guideline, woman: Woman, readings: Readings
) -> Sequence[tuple[Group, Check]]:
    """Return the groups that count with their checks, those before a first one included."""
    checks: list[tuple[Group, Check]] = []
    for group in guideline.groups:
        check = group.check(woman, readings)
        checks.append((group, check))
        if check.met and guideline.only_first_counts:
            break
    return checks


def _given(group: Group, woman: Woman, readings: Readings) -> GroupOffers:
    offers = _started(group, woman, readings)
    return GroupOffers(group.key, group.evidence, group.is_start_unverified, offers)


def _started(group: Group, woman: Woman, readings: Readings) -> tuple[Offer, ...]:
    if group.start is None:
        return group.offers
    first = group.start(woman, readings)
    return tuple(replace(offer, from_years=first) for offer in group.offers)


def _without_mri(
    guideline: Guideline, woman: Woman, found: Sequence[GroupOffers]
) -> Sequence[GroupOffers]:
    """Return the offers with what may replace MRI for a woman who cannot have it."""
    if guideline.replaces_mri is None or woman.mri_possible is not False:
        return found
    other = guideline.replaces_mri

    def instead(offer: Offer) -> Offer:
        if offer.exam is not Exam.MRI:
            return offer
        return replace(offer, exam=other, strength=Strength.OPTION)

    return [replace(group, offers=tuple(map(instead, group.offers))) for group in found]


def everyone(woman: Woman, readings: Readings) -> Check:
    """Tell of the general group that everyone belongs to it."""
    return MET


def by_code(*guidelines: Guideline) -> Mapping[str, Guideline]:
    """Return guidelines by their codes."""
    return {guideline.code: guideline for guideline in guidelines}
