"""The printed table of BI-RADS: what each category means and what it asks for.

Source: ACR BI-RADS, 2013 atlas, as restated in section c of the clinical reference; no change of
the bands was found in the manual of 2025. Actions and bands are worded as in the vector file.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from screening.clinical.bi_rads.vocabulary import Category

PROGRAM_INTERVAL = "programme interval"
NOW = "0"
SHORT_INTERVAL = "6"
# After a 3 the breast is seen again after so many months, each counted from the first.
SHORT_INTERVAL_MONTHS = (6, 12, 24)

ROUTINE = "routine screening"
FOLLOW_UP = "short-interval follow-up"
MORE_IMAGING = "additional imaging and/or prior studies"
TISSUE = "tissue diagnosis"
TREATMENT = "treatment of the known cancer (surgical excision when appropriate)"

NOT_APPLICABLE = "n/a"


@dataclass(frozen=True)
class CategoryFacts:
    """What the publication says of a category; the likelihood of malignancy is in percent."""

    likelihood_percent: str
    action: str
    interval_months: str


CATEGORIES: Mapping[Category, CategoryFacts] = {
    Category.ZERO: CategoryFacts(NOT_APPLICABLE, MORE_IMAGING, NOW),
    Category.ONE: CategoryFacts("0", ROUTINE, PROGRAM_INTERVAL),
    Category.TWO: CategoryFacts("0", ROUTINE, PROGRAM_INTERVAL),
    Category.THREE: CategoryFacts(">0-<=2", FOLLOW_UP, SHORT_INTERVAL),
    Category.FOUR: CategoryFacts(">2-<95", TISSUE, NOW),
    Category.FOUR_A: CategoryFacts(">2-<=10", TISSUE, NOW),
    Category.FOUR_B: CategoryFacts(">10-<=50", TISSUE, NOW),
    Category.FOUR_C: CategoryFacts(">50-<95", TISSUE, NOW),
    Category.FIVE: CategoryFacts(">=95", TISSUE, NOW),
    Category.SIX: CategoryFacts(NOT_APPLICABLE, TREATMENT, NOW),
}

TISSUE_ASKED = tuple(category for category, facts in CATEGORIES.items() if facts.action == TISSUE)
# Something beyond the routine or a short interval is asked.
RECALLED = (Category.ZERO, *TISSUE_ASKED)
