"""What each BI-RADS category means and asks for, and the result that a category makes."""

from collections.abc import Mapping

from screening.clinical.bi_rads import EDITION, SYSTEM, Category
from screening.programs.breast.schedule import ROUTINE, SHORT
from screening.programs.breast.wording.plain import PLAIN
from screening.protocol import category as protocol
from screening.protocol.wording import N_, Sentence

NEXT_ROUND = N_("Screening again at the program's interval")
SHORT_INTERVAL = N_("Follow-up imaging in 6 months, then after 12 and 24 months")
MORE_IMAGING = N_("More images, or earlier images for comparison")
TISSUE = N_("Tissue diagnosis")
TREATMENT = N_("Treatment of the known cancer, with surgery where appropriate")

# What a later negative exam of the round must be to end its review: the published combination
# lets a final work-up replace a 0 and nothing else, and tissue alone answers 4 and 5.
ENDS_ZERO = ("diagnostic", "follow_up")
ENDS_THREE = ("follow_up",)


def _negative(code: str, label: str) -> protocol.Category:
    return protocol.Category(
        code, label, NEXT_ROUND, ROUTINE, 0, is_positive=False, plain=PLAIN[code]
    )


def _suspicious(code: str, label: str) -> protocol.Category:
    return protocol.Category(
        code,
        label,
        TISSUE,
        "",
        0,
        is_positive=True,
        asks_tissue=True,
        plain=PLAIN[code],
        ended_by=(),
    )


CATEGORIES: Mapping[Category, protocol.Category] = {
    Category.ZERO: protocol.Category(
        "0",
        N_("Incomplete"),
        MORE_IMAGING,
        "",
        0,
        is_positive=True,
        asks_more_imaging=True,
        plain=PLAIN["0"],
        ended_by=ENDS_ZERO,
    ),
    Category.ONE: _negative("1", N_("Negative")),
    Category.TWO: _negative("2", N_("Benign")),
    Category.THREE: protocol.Category(
        "3",
        N_("Probably benign (up to 2 %)"),
        SHORT_INTERVAL,
        SHORT,
        0,
        is_positive=True,
        plain=PLAIN["3"],
        ended_by=ENDS_THREE,
    ),
    Category.FOUR: _suspicious("4", N_("Suspicious (2 to 95 %)")),
    Category.FOUR_A: _suspicious("4A", N_("Low suspicion (2 to 10 %)")),
    Category.FOUR_B: _suspicious("4B", N_("Moderate suspicion (10 to 50 %)")),
    Category.FOUR_C: _suspicious("4C", N_("High suspicion (50 to 95 %)")),
    Category.FIVE: _suspicious("5", N_("Highly suggestive of cancer (at least 95 %)")),
    # A known cancer is no result of screening: neither positive nor negative.
    Category.SIX: protocol.Category(
        "6", N_("Known cancer"), TREATMENT, "", 0, is_positive=None, plain=PLAIN["6"]
    ),
}


def result(
    category: Category | None, reasons: tuple[Sentence, ...] = ()
) -> protocol.Categorization:
    """Return the result that a category makes; None: none can be given."""
    known = CATEGORIES[category] if category is not None else None
    return protocol.Categorization(
        system=SYSTEM,
        version=EDITION,
        category=known.code if known else None,
        modifiers=(),
        interval=known.interval if known else "",
        is_positive=known.is_positive if known else None,
        asks_more_imaging=known.asks_more_imaging if known else False,
        asks_tissue=known.asks_tissue if known else False,
        management=known.action if known else "",
        reasons=reasons,
    )
