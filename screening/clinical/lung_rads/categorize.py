"""The category of one finding: the exits, the row of its type, and what features add."""

from dataclasses import replace

from screening.clinical.lung_rads.edition import Edition
from screening.clinical.lung_rads.nodule import Nodule, NoduleResult, Verdict, check_measures
from screening.clinical.lung_rads.sizes import (
    Size,
    check_solid_part,
    known_size,
    known_solid_part,
)
from screening.clinical.lung_rads.steps import disputed
from screening.clinical.lung_rads.tables import (
    BENIGN,
    LIFTED_BY_FEATURES,
    PET_LIMIT_MM,
    SOLID_LIKE,
    SOLID_PART_STATUSES,
    THREE_MONTHS_OR_PET,
)
from screening.clinical.lung_rads.v2022 import V2022
from screening.clinical.lung_rads.vocabulary import (
    PUBLISHED_DEFAULTS,
    Category,
    Finding,
    Readings,
    Rounding,
    Status,
)
from screening.clinical.reasons import ClinicalInputError, InvalidInput, MissingInput, Reason


def categorize_nodule(
    nodule: Nodule, readings: Readings = PUBLISHED_DEFAULTS, edition: Edition = V2022
) -> NoduleResult:
    """Return the Lung-RADS category of one finding with its reasons.

    Source: ACR Lung-RADS, decision table of the edition (sections 5.4 and 5.12 of the clinical
    reference). Raises MissingInput or InvalidInput if no result can be given.
    """
    check_measures(nodule)
    if nodule.finding is Finding.PART_SOLID:
        check_solid_part(nodule, readings.rounding)
    plain = _before_features(nodule, readings, edition)
    reasons = plain.reasons + _measuring_notes(nodule, plain.category, readings, edition)
    category = plain.category
    if nodule.suspicious_features and category in LIFTED_BY_FEATURES:
        features = ";".join(nodule.suspicious_features)
        lifted = Reason("suspicious_features", {"category": category, "features": features})
        category, reasons = Category.FOUR_X, (*reasons, lifted)
    management, interval_months = _management(nodule, category, readings, edition)
    return NoduleResult(
        category=category,
        category_before_features=plain.category,
        interval_months=interval_months,
        management=management,
        reasons=reasons,
        nodule=nodule,
    )


def _before_features(nodule: Nodule, readings: Readings, edition: Edition) -> Verdict:
    finding = {"finding": nodule.finding}
    if nodule.finding in edition.not_classified:
        raise InvalidInput("finding", nodule.finding, edition.not_classified[nodule.finding])
    if nodule.finding in edition.incomplete:
        return Verdict(Category.ZERO, (Reason("incomplete", finding),))
    if nodule.finding in BENIGN:
        return Verdict(Category.ONE, (Reason("benign_finding", finding),))
    if nodule.benign_after_workup:
        return Verdict(Category.TWO, (Reason("proven_benign"),))
    if nodule.status is Status.RESOLVED:
        choice = readings.resolved
        return Verdict(choice, (Reason("resolved"), disputed("resolved", choice)))
    return edition.rows[nodule.finding](nodule, _possible_status(nodule), readings)


def _possible_status(nodule: Nodule) -> Status:
    """Return the status, unless it is missing or cannot be that of this type."""
    status = nodule.status
    if status is None:
        raise MissingInput("status")
    if nodule.finding is Finding.PART_SOLID:
        if status is Status.GROWING:
            raise InvalidInput("status", status, "say which part of the part-solid nodule grows")
    elif status in SOLID_PART_STATUSES:
        raise InvalidInput("status", status, "only a part-solid nodule has a solid part")
    return status


def _measuring_notes(
    nodule: Nodule, category: Category, readings: Readings, edition: Edition
) -> tuple[Reason, ...]:
    """Return what the reader has to know where measuring otherwise gives another category."""
    if nodule.volume_mm3 is not None:
        by_diameter = _category_if_known(replace(nodule, volume_mm3=None), readings, edition)
        if by_diameter in (None, category):
            return ()
        values = {"volume_category": category, "diameter_category": by_diameter or ""}
        return (Reason("volume_and_diameter_disagree", values),)
    otherwise = {
        _category_if_known(nodule, replace(readings, rounding=rounding), edition)
        for rounding in Rounding
    }
    if otherwise <= {None, category}:
        return ()
    return (disputed("rounding", readings.rounding),)


def _category_if_known(nodule: Nodule, readings: Readings, edition: Edition) -> Category | None:
    try:
        return _before_features(nodule, readings, edition).category
    except ClinicalInputError:
        return None


def _management(
    nodule: Nodule, category: Category, readings: Readings, edition: Edition
) -> tuple[str | None, str | None]:
    """Return the management text and the interval in months (sections 5.4, 5.9 and 5.12)."""
    if nodule.finding in edition.incomplete:
        return edition.incomplete[nodule.finding]
    facts = edition.categories[category]
    if category is Category.FOUR_A and _may_have_pet(nodule, readings):
        return THREE_MONTHS_OR_PET, facts.interval_months
    special = edition.special_work_up(nodule) if category is Category.FOUR_B else None
    return special or facts.management, facts.interval_months


def _may_have_pet(nodule: Nodule, readings: Readings) -> bool:
    size: Size | None = None
    if nodule.finding in SOLID_LIKE:
        size = known_size(nodule, readings.rounding)
    elif nodule.finding is Finding.PART_SOLID:
        size = known_solid_part(nodule, readings.rounding)
    return size is not None and size.is_at_least(PET_LIMIT_MM)
