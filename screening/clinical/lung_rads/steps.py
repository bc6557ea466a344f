"""Stepped management: what a stable or decreased finding becomes, one step per exam."""

from screening.clinical.lung_rads.nodule import Nodule, Verdict
from screening.clinical.lung_rads.tables import STEPS, Step
from screening.clinical.lung_rads.vocabulary import (
    PUBLISHED_DEFAULTS,
    Category,
    Readings,
    Status,
)
from screening.clinical.reasons import InvalidInput, MissingInput, Reason, ReasonValue


def step_down(nodule: Nodule, status: Status, readings: Readings = PUBLISHED_DEFAULTS) -> Verdict:
    """Return the category of a stable or decreased finding.

    Source: Lung-RADS v2022, stepped management (section 5.6): 3 becomes 2 at 6 months, 4A becomes
    3 at 3 months, one step per exam, and 4B stays unless proven benign.
    """
    prior = required_prior_category(nodule)
    values = {"status": status, "prior_category": prior}
    if prior in (Category.ONE, Category.TWO):
        return Verdict(Category.TWO, (Reason("still_benign", values),))
    if prior not in STEPS:
        return Verdict(Category.FOUR_B, (Reason("not_proven_benign", values),))
    return _after_months(nodule, prior, status, readings)


def required_prior_category(nodule: Nodule) -> Category:
    """Return the category on the earlier exam, which cannot be 0, or name it as missing."""
    prior = nodule.prior_category
    if prior is None:
        raise MissingInput("prior_category")
    if prior is Category.ZERO:
        raise InvalidInput("prior_category", prior, "it is 1, 2, 3, 4A, 4B or 4X")
    return prior


def _after_months(nodule: Nodule, prior: Category, status: Status, readings: Readings) -> Verdict:
    months = nodule.months_since_prior_ct
    if months is None:
        raise MissingInput("months_since_prior_ct")
    counted = months + readings.step_tolerance_months
    step = next(step for step in _steps_in_force(prior, readings) if counted >= step.from_months)
    values: dict[str, ReasonValue] = {
        "status": status,
        "prior_category": prior,
        "months": months,
        "from_months": STEPS[prior].from_months,
    }
    if step.category is prior:
        reason = Reason("too_early_to_step_down", values)
    else:
        reason = Reason("stepped_down", {**values, "category": step.category})
    if step.disputed_reading is None:
        return Verdict(step.category, (reason,))
    return Verdict(step.category, (reason, disputed(step.disputed_reading, step.category)))


def disputed(reading: str, choice: str) -> Reason:
    """Return the reason that names the reading in force where the publication is silent."""
    return Reason("disputed_reading", {"reading": reading, "choice": choice})


def _steps_in_force(prior: Category, readings: Readings) -> tuple[Step, ...]:
    """Return the printed step of a category between the disputed ones, the longest wait first."""
    if prior is Category.THREE:
        early = Step(3, readings.stable_3_seen_from_3_months, "stable_3_seen_from_3_months")
        return (STEPS[prior], early, Step(0, prior))
    late = Step(9, readings.stable_4a_seen_from_9_months, "stable_4a_seen_from_9_months")
    return (late, STEPS[prior], Step(0, prior))
