"""The printed tables of Lung-RADS v1.1 (2019), beside those of v2022.

Source: NCBI Bookshelf NBK568579, appendix A, table 2; categories 4B and 4X from secondary sources
(section 5.12 of the clinical reference).
"""

from collections.abc import Mapping

from screening.clinical.lung_rads.tables import (
    ANNUAL,
    SIX_MONTHS,
    THREE_MONTHS,
    CategoryFacts,
    PartSolidTable,
    SizeRow,
)
from screening.clinical.lung_rads.vocabulary import Category, Finding, Status

SYSTEM = "lung-rads-v1.1"

WORK_UP = (
    "chest CT with or without contrast, PET/CT (if solid component >= 8 mm) and/or tissue sampling"
)
WORK_UP_OR_ONE_MONTH = f"{WORK_UP}; 1-month LDCT may be considered (large new nodule)"

CATEGORIES: Mapping[Category, CategoryFacts] = {
    Category.ZERO: CategoryFacts(None, None, None, None),
    Category.ONE: CategoryFacts("12", False, "< 1", ANNUAL),
    Category.TWO: CategoryFacts("12", False, "< 1", ANNUAL),
    Category.THREE: CategoryFacts("6", True, "1-2", SIX_MONTHS),
    Category.FOUR_A: CategoryFacts("3", True, "5-15", THREE_MONTHS),
    Category.FOUR_B: CategoryFacts(None, True, "> 15", WORK_UP),
    Category.FOUR_X: CategoryFacts(None, True, "> 15", WORK_UP),
}

# Category 0 has two reasons; infection or inflammation became one in v2022.
INCOMPLETE: Mapping[Finding, tuple[str, str | None]] = {
    Finding.PRIOR_CT_PENDING: ("obtain prior chest CT for comparison", None),
    Finding.INCOMPLETE_EXAM: ("additional LDCT imaging", None),
}
NOT_CLASSIFIED: Mapping[Finding, str] = {
    Finding.INFECTION_OR_INFLAMMATION: "v1.1 has no such category 0; categorize the nodule itself",
    Finding.CYST: "v1.1 does not classify cysts",
}

SOLID_AT_BASELINE = (
    SizeRow(None, 6, Category.TWO),
    SizeRow(6, 8, Category.THREE),
    SizeRow(8, 15, Category.FOUR_A),
    SizeRow(15, None, Category.FOUR_B),
)
# Growth is more than 1.5 mm in any time, so slow growth is growth.
SOLID_GROWING = (
    SizeRow(None, 8, Category.FOUR_A),
    SizeRow(8, None, Category.FOUR_B),
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
    Status.GROWING: SOLID_GROWING,
    Status.SLOW_GROWING: SOLID_GROWING,
}

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

NON_SOLID = (
    SizeRow(None, 30, Category.TWO),
    SizeRow(30, None, Category.THREE),
)
NON_SOLID_ANY_SIZE = (Status.STABLE, Status.DECREASED, Status.SLOW_GROWING)

PERIFISSURAL_LIMIT_MM = 10

# A category 3 or 4 that has not changed for so many months is 2, without a step between.
UNCHANGED_FROM_MONTHS = 3
BECOMES_BENIGN = (Category.THREE, Category.FOUR_A, Category.FOUR_B)
