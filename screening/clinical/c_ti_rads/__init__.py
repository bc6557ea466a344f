"""C-TIRADS 2020, the Chinese guideline: score, category and biopsy of a thyroid nodule.

Each suspicious feature is a point: solid, darker than the strap muscle, microcalcification, a
margin that is ill-defined or irregular or grows beyond the thyroid, taller than wide. A comet tail
takes a point away. The score gives the category, and category and largest diameter say whether FNA
is asked for. In this order:

1. A cancer proven by biopsy is category 6, whatever else is seen or not known; no image gives it.
2. No nodule is category 1; a feature or a size beside it is refused.
3. Every feature must be known, and the size from 4A on. It is compared as measured, never rounded.

What the sources leave open is a setting, and a result that rests on it says so. Exactly the FNA
size reaches it; both answers are given. A comet tail beside microcalcification is not subtracted,
as of several foci the highest counts; the plain sum is given too. No FNA size is taken for category
3, and nothing speaks for FNA below 10 mm, unless the site has confirmed it. Months of follow-up are
not published. A size below 2 mm or above 100 mm is taken for a slip of the unit.

Source: Zhou et al., Endocrine 2020;70:256, as quoted by TouchREV Endocrinol 2024 and PeerJ 2026;
risks and cancers observed: PMC9492922, table 4; FNA sizes: two public encodings, one of them naming
the Chinese guideline of 2023. The guideline itself was not at hand: whoever signs off compares this
page with it.
"""

from screening.clinical.c_ti_rads.nodule import NoduleResult, assess_nodule
from screening.clinical.c_ti_rads.reason_keys import REASON_KEYS
from screening.clinical.c_ti_rads.rows import INPUTS, RESULTS, evaluate_row, read_nodule
from screening.clinical.c_ti_rads.score import Score
from screening.clinical.c_ti_rads.tables import CATEGORIES, FEATURES, CategoryFacts
from screening.clinical.c_ti_rads.vocabulary import (
    PUBLISHED_DEFAULTS,
    SYSTEM,
    Category,
    Circumstance,
    Nodule,
    Readings,
)

__all__ = [
    "CATEGORIES",
    "FEATURES",
    "INPUTS",
    "PUBLISHED_DEFAULTS",
    "REASON_KEYS",
    "RESULTS",
    "SYSTEM",
    "Category",
    "CategoryFacts",
    "Circumstance",
    "Nodule",
    "NoduleResult",
    "Readings",
    "Score",
    "assess_nodule",
    "evaluate_row",
    "read_nodule",
]
