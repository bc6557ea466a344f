"""The printed tables of Lung-RADS v2022: categories, sizes, steps and management.

Source: ACR Lung-RADS v2022, as transcribed in RadElement RDES267 and described by Christensen et
al., CHEST 2024;165:738. Section numbers are those of the clinical reference.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from screening.clinical.lung_rads.vocabulary import (
    Category,
    CystChange,
    CystType,
    Finding,
    Status,
)


@dataclass(frozen=True)
class CategoryFacts:
    """What the publication says of a category (section 5.1)."""

    interval_months: str | None
    positive: bool | None
    cancer_risk_percent: str | None
    management: str | None


@dataclass(frozen=True)
class SizeRow:
    """One printed row: sizes from one limit to below the next; None is open."""

    at_least_mm: int | None
    below_mm: int | None
    category: Category


@dataclass(frozen=True, kw_only=True)
class PartSolidTable:
    """The printed rows of part-solid nodules.

    At baseline a total below the limit is 2, and from there on the solid part decides. In a new
    one a solid part from its limit on is 4B, and below it the total decides.
    """

    total_limit_mm: int
    at_baseline_by_solid_part: tuple[SizeRow, ...]
    new_solid_part_limit_mm: int
    new_by_total: tuple[SizeRow, ...]
    grown_by_solid_part: tuple[SizeRow, ...]


@dataclass(frozen=True)
class Step:
    """What a stable or decreased finding becomes from so many months on (section 5.6)."""

    from_months: int
    category: Category
    disputed_reading: str | None = None


ANNUAL = "12-month screening LDCT"
SIX_MONTHS = "6-month LDCT"
THREE_MONTHS = "3-month LDCT"
THREE_MONTHS_OR_PET = "3-month LDCT; PET/CT may be considered (solid nodule or component >= 8 mm)"
WORK_UP = "diagnostic chest CT, PET/CT (if solid >= 8 mm), tissue sampling and/or referral"
REFERRAL = "referral for further clinical evaluation"

CATEGORIES: Mapping[Category, CategoryFacts] = {
    Category.ZERO: CategoryFacts(None, None, None, None),
    Category.ONE: CategoryFacts("12", False, "< 1", ANNUAL),
    Category.TWO: CategoryFacts("12", False, "< 1", ANNUAL),
    Category.THREE: CategoryFacts("6", True, "1-2", SIX_MONTHS),
    Category.FOUR_A: CategoryFacts("3", True, "5-15", THREE_MONTHS),
    Category.FOUR_B: CategoryFacts(None, True, "> 15", WORK_UP),
    Category.FOUR_X: CategoryFacts(None, True, "> 15", WORK_UP),
}

# Section 5.1 for 1 to 4X; section 5.10 for 0: it hides 1 and 2 but no nodule of 3 or higher.
ORDER_IN_AN_EXAM = (
    Category.ONE,
    Category.TWO,
    Category.ZERO,
    Category.THREE,
    Category.FOUR_A,
    Category.FOUR_B,
    Category.FOUR_X,
)

# Section 5.4, actions of category 0: text and interval.
INCOMPLETE: Mapping[Finding, tuple[str, str | None]] = {
    Finding.PRIOR_CT_PENDING: ("obtain prior chest CT for comparison", None),
    Finding.INCOMPLETE_EXAM: ("additional LDCT imaging", None),
    Finding.INFECTION_OR_INFLAMMATION: ("1-3 month LDCT", "1-3"),
}

# Section 5.4, step 2: category 1.
BENIGN = (Finding.NONE, Finding.BENIGN_CALCIFICATION, Finding.FAT_CONTAINING)

SOLID_LIKE = (Finding.SOLID, Finding.CAVITARY, Finding.JUXTAPLEURAL)
STEPPED = (Status.STABLE, Status.DECREASED)
SOLID_PART_STATUSES = (Status.SOLID_COMPONENT_NEW, Status.SOLID_COMPONENT_GROWING)

# Section 5.4, solid and cavitary.
SOLID_AT_BASELINE = (
    SizeRow(None, 6, Category.TWO),
    SizeRow(6, 8, Category.THREE),
    SizeRow(8, 15, Category.FOUR_A),
    SizeRow(15, None, Category.FOUR_B),
)
SOLID: Mapping[Status, tuple[SizeRow, ...]] = {
    Status.BASELINE: SOLID_AT_BASELINE,
    Status.THRESHOLD_CROSSED: SOLID_AT_BASELINE,
    Status.NEW: (
        SizeRow(None, 4, Category.TWO),
        SizeRow(4, 6, Category.THREE),
        SizeRow(6, 8, Category.FOUR_A),
        SizeRow(8, None, Category.FOUR_B),
    ),
    Status.GROWING: (
        SizeRow(None, 8, Category.FOUR_A),
        SizeRow(8, None, Category.FOUR_B),
    ),
}

# Section 5.4, part-solid.
PART_SOLID = PartSolidTable(
    total_limit_mm=6,
    at_baseline_by_solid_part=(
        SizeRow(None, 6, Category.THREE),
        SizeRow(6, 8, Category.FOUR_A),
        SizeRow(8, None, Category.FOUR_B),
    ),
    new_solid_part_limit_mm=4,
    new_by_total=(
        SizeRow(None, 6, Category.THREE),
        SizeRow(6, None, Category.FOUR_A),
    ),
    grown_by_solid_part=(
        SizeRow(None, 4, Category.FOUR_A),
        SizeRow(4, None, Category.FOUR_B),
    ),
)

# Section 5.4, non-solid: baseline, new, growing, threshold crossed.
NON_SOLID = (
    SizeRow(None, 30, Category.TWO),
    SizeRow(30, None, Category.THREE),
)
NON_SOLID_ANY_SIZE = (Status.STABLE, Status.DECREASED, Status.SLOW_GROWING)

# Section 5.4, juxtapleural: smooth ones below this size are 2 in these statuses.
JUXTAPLEURAL_LIMIT_MM = 10
JUXTAPLEURAL_STATUSES = (Status.BASELINE, Status.NEW, Status.STABLE, Status.DECREASED)

# Section 5.4, airway; a status that is not here has no printed row.
AIRWAY: Mapping[Status, Category] = {
    Status.BASELINE: Category.FOUR_A,
    Status.NEW: Category.FOUR_A,
    Status.STABLE: Category.FOUR_B,
    Status.GROWING: Category.FOUR_B,
}

# Section 5.4, cysts.
CYST_CHANGE: Mapping[CystChange, Category] = {
    CystChange.CYSTIC_COMPONENT_GROWING: Category.THREE,
    CystChange.WALL_OR_NODULARITY_GROWING: Category.FOUR_B,
    CystChange.MULTILOCULAR_GROWING: Category.FOUR_B,
    CystChange.INCREASED_LOCULATION: Category.FOUR_B,
    CystChange.NEW_OR_INCREASED_OPACITY: Category.FOUR_B,
}
MULTILOCULAR = (CystType.MULTILOCULAR, CystType.BECAME_MULTILOCULAR)

# Section 5.4, step 6.
LIFTED_BY_FEATURES = (Category.THREE, Category.FOUR_A, Category.FOUR_B)

# Section 5.6: a finding seen earlier than the step asks for keeps its category.
STEPS: Mapping[Category, Step] = {
    Category.THREE: Step(6, Category.TWO),
    Category.FOUR_A: Step(3, Category.THREE),
}

# Section 5.9: from this size of a solid nodule or solid part PET/CT may be considered.
PET_LIMIT_MM = 8
