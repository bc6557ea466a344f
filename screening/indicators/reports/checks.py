"""Checks that a report passes before anyone sees it: the parts of a whole add up to it."""

from collections.abc import Mapping
from dataclasses import dataclass

from screening.protocol.measures import Tally, cancers, exams


class InconsistentFiguresError(Exception):
    """Counts of one group contradict each other: a fault of the program, not of the data."""


@dataclass(frozen=True)
class Balance:
    """A whole and the parts that must add up to it."""

    whole: Tally
    parts: tuple[Tally, ...]


OUTCOMES = ("true_positive", "false_negative", "false_positive", "true_negative")

# PPV1 x positive rate = detection per exam, and false positive rate = 1 - specificity, follow from
# these sums whatever the denominators are.
BALANCES = (
    Balance(exams("complete"), tuple(exams(mark) for mark in OUTCOMES)),
    Balance(exams("with_result"), (exams("positive"), exams("negative"))),
    Balance(exams("without_cancer"), (exams("false_positive"), exams("true_negative"))),
    Balance(
        exams("with_result", "cancer_in_window"),
        (exams("positive", "cancer_in_window"), exams("negative", "cancer_in_window")),
    ),
    Balance(exams("screened"), (exams("screened", "pending"), exams("screened", "followed"))),
    Balance(
        cancers("screened", "screen_detected"),
        (
            cancers("screen_detected", "known_stage"),
            cancers("screen_detected", "unknown_stage"),
        ),
    ),
)

CHECKED = tuple(dict.fromkeys(tally for each in BALANCES for tally in (each.whole, *each.parts)))


def check_counts(counts: Mapping[Tally, int]) -> None:
    """Raise InconsistentFiguresError where the parts do not add up."""
    for balance in BALANCES:
        total = sum(counts[part] for part in balance.parts)
        if counts[balance.whole] != total:
            raise InconsistentFiguresError(f"{balance.whole} is not the sum of {balance.parts}")
