"""Amounts of which only a range is known ("20-30" a day): judged at both ends.

Source: clinical reference, section 2.3.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from screening.clinical.inputs import Row, read_text
from screening.clinical.lung_eligibility.rule_sets import Judgment, Verdict
from screening.clinical.reasons import InvalidInput, Reason

AMOUNTS = (
    "pack_years", "quit_years", "cigs_per_day", "years_smoked", "passive_years", "occ_years",
)  # fmt: skip
RANGE = re.compile(r"(\d+(?:\.\d+)?)\s*[-\N{EN DASH}]\s*(\d+(?:\.\d+)?)")


def at_ends(row: Row) -> list[Row]:
    """Return the row with each range replaced by its ends, in all combinations."""
    ends = dict(_ends(row))
    return [{**row, **dict(zip(ends, chosen, strict=True))} for chosen in product(*ends.values())]


def _ends(row: Row) -> Iterator[tuple[str, tuple[str, str]]]:
    for column in AMOUNTS:
        found = RANGE.fullmatch(read_text(row, column))
        if found is None:
            continue
        low, high = found.groups()
        if Decimal(low) > Decimal(high):
            raise InvalidInput(column, found.group(), "a range goes from small to large")
        yield column, (low, high)


def in_common(judgments: Sequence[Judgment]) -> Judgment:
    """Return the verdict that all ends share; without one the data do not suffice."""
    first = judgments[0]
    if len({judgment.verdict for judgment in judgments}) == 1:
        return first
    reasons = (Reason("range_too_wide"),)
    return Judgment(first.rule_set, first.edition, Verdict.INSUFFICIENT_DATA, reasons)
