"""Lung-RADS v1.1 (2019), as an edition beside v2022: what an exam would have been before.

The rule is that of v2022 with these differences, each of them in the tables below:

- Category 0 has two reasons: an earlier CT being obtained, and lungs not completely seen. Signs of
  infection or inflammation are not one: the nodule itself is categorized.
- A nodule at the pleura is 2 only at a fissure, smooth and below 10 mm; others count as solid.
- An airway nodule is 4A at any level and in any status.
- Cysts are not classified.
- A category 3, 4A or 4B that has not changed for 3 months or longer is 2, without a step between;
  earlier it keeps its category. A 1 or 2 stays 2. A 4X is 4B before its features count.
- Growth is a rise of more than 1.5 mm in whatever time, so slow growth is growth; of a part-solid
  nodule the part that grows has to be named.
- A 4B that is new on an annual exam may be seen again after a month.

Source: NCBI Bookshelf NBK568579, appendix A, table 2, for the categories 0 to 4A; 4B and 4X from
secondary sources.
"""

from screening.clinical.lung_rads.edition import Edition
from screening.clinical.lung_rads.nodule import Nodule, Verdict
from screening.clinical.lung_rads.part_solid import part_solid_by_size
from screening.clinical.lung_rads.size_rows import non_solid_by_size, solid_by_size
from screening.clinical.lung_rads.sizes import required_size
from screening.clinical.lung_rads.steps import disputed, required_prior_category
from screening.clinical.lung_rads.tables import STEPPED
from screening.clinical.lung_rads.tables_v1_1 import (
    BECOMES_BENIGN,
    CATEGORIES,
    INCOMPLETE,
    NON_SOLID,
    NON_SOLID_ANY_SIZE,
    NOT_CLASSIFIED,
    PART_SOLID,
    PERIFISSURAL_LIMIT_MM,
    SOLID,
    SYSTEM,
    UNCHANGED_FROM_MONTHS,
    WORK_UP_OR_ONE_MONTH,
)
from screening.clinical.lung_rads.vocabulary import (
    Category,
    Finding,
    Morphology,
    Readings,
    Status,
)
from screening.clinical.reasons import InvalidInput, MissingInput, Reason, ReasonValue


def solid(nodule: Nodule, status: Status, readings: Readings) -> Verdict:
    """Categorize a solid nodule, and a cavitary one, which v1.1 does not name."""
    if status in STEPPED:
        return unchanged(nodule, status, readings)
    return solid_by_size(nodule, status, readings, SOLID)


def part_solid(nodule: Nodule, status: Status, readings: Readings) -> Verdict:
    """Categorize a part-solid nodule; of one that grows slowly the part has to be named."""
    if status in STEPPED:
        return unchanged(nodule, status, readings)
    if status is Status.SLOW_GROWING:
        raise InvalidInput("status", status, "say which part of the part-solid nodule grows")
    return part_solid_by_size(nodule, status, readings, PART_SOLID)


def non_solid(nodule: Nodule, status: Status, readings: Readings) -> Verdict:
    """Categorize a non-solid nodule."""
    if status in NON_SOLID_ANY_SIZE:
        return Verdict(Category.TWO, (Reason("non_solid_any_size", {"status": status}),))
    return non_solid_by_size(nodule, status, readings, NON_SOLID)


def juxtapleural(nodule: Nodule, status: Status, readings: Readings) -> Verdict:
    """Categorize a juxtapleural nodule: benign if small, smooth and at a fissure, else as solid."""
    note: tuple[Reason, ...] = ()
    if nodule.is_perifissural and status in (Status.GROWING, Status.SLOW_GROWING):
        choice = "as_solid" if readings.growing_juxtapleural_as_solid else Category.TWO
        note = (disputed("growing_juxtapleural_as_solid", choice),)
    broken_by = _benign_pattern_broken_by(nodule, status, readings)
    if broken_by is not None:
        as_solid = solid(nodule, status, readings)
        return Verdict(as_solid.category, (broken_by, *as_solid.reasons, *note))
    size = required_size(nodule, readings.rounding)
    values: dict[str, ReasonValue] = {
        "size": size.value,
        "limit": size.limit(PERIFISSURAL_LIMIT_MM),
        "unit": size.unit,
    }
    return Verdict(Category.TWO, (Reason("perifissural_benign", values), *note))


def airway(nodule: Nodule, status: Status, readings: Readings) -> Verdict:
    """Categorize an endobronchial nodule: 4A at any level and in any status."""
    if nodule.airway_content is not None:
        choice = readings.airway_content
        content = Reason("airway_without_soft_tissue", {"airway_content": nodule.airway_content})
        return Verdict(choice, (content, disputed("airway_content", choice)))
    return Verdict(Category.FOUR_A, (Reason("airway_any_level", {"status": status}),))


def unchanged(nodule: Nodule, status: Status, readings: Readings) -> Verdict:
    """Return the category of a stable or decreased finding: 2 after three months."""
    prior = required_prior_category(nodule)
    values: dict[str, ReasonValue] = {"status": status, "prior_category": prior}
    if prior in (Category.ONE, Category.TWO):
        return Verdict(Category.TWO, (Reason("still_benign", values),))
    if prior not in BECOMES_BENIGN:
        return Verdict(Category.FOUR_B, (Reason("not_proven_benign", values),))
    months = nodule.months_since_prior_ct
    if months is None:
        raise MissingInput("months_since_prior_ct")
    values |= {"months": months, "from_months": UNCHANGED_FROM_MONTHS}
    if months + readings.step_tolerance_months < UNCHANGED_FROM_MONTHS:
        return Verdict(prior, (Reason("too_early_to_step_down", values),))
    return Verdict(Category.TWO, (Reason("unchanged_so_benign", values),))


def one_month_for_a_new_nodule(nodule: Nodule) -> str | None:
    """Return the management of a 4B that is new: a 1-month exam is an option."""
    return WORK_UP_OR_ONE_MONTH if nodule.status is Status.NEW else None


def _benign_pattern_broken_by(nodule: Nodule, status: Status, readings: Readings) -> Reason | None:
    """Return why a juxtapleural nodule counts as solid; None if the benign row applies."""
    if not nodule.is_perifissural:
        return Reason("juxtapleural_as_solid", {"cause": "fissure", "value": "not named"})
    is_growing = status in (Status.GROWING, Status.SLOW_GROWING)
    if is_growing and readings.growing_juxtapleural_as_solid:
        return Reason("juxtapleural_as_solid", {"cause": "status", "value": status})
    if nodule.morphology is Morphology.IRREGULAR:
        return Reason("juxtapleural_as_solid", {"cause": "morphology", "value": "irregular"})
    size = required_size(nodule, readings.rounding)
    if size.is_at_least(PERIFISSURAL_LIMIT_MM):
        return Reason("juxtapleural_as_solid", {"cause": "size", "value": size.value})
    if nodule.morphology is None:
        raise MissingInput("morphology")
    return None


V1_1 = Edition(
    system=SYSTEM,
    rows={
        Finding.SOLID: solid,
        Finding.CAVITARY: solid,
        Finding.PART_SOLID: part_solid,
        Finding.NON_SOLID: non_solid,
        Finding.JUXTAPLEURAL: juxtapleural,
        Finding.AIRWAY: airway,
    },
    incomplete=INCOMPLETE,
    not_classified=NOT_CLASSIFIED,
    categories=CATEGORIES,
    special_work_up=one_month_for_a_new_nodule,
)
