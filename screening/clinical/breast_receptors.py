"""Receptors of a breast cancer: from percentages and scores to the words of the guidelines.

Source: section e of the clinical reference: ER by ASCO/CAP 2020; PR by PMC2881855; HER2 by
Breast Cancer Research 2023, s13058-023-01739-9. Percentages are those of stained tumor nuclei.
"""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from screening.clinical.inputs import required, within

POSITIVE_FROM_PERCENT = 1
LOW_POSITIVE_UP_TO_PERCENT = 10


class ErStatus(StrEnum):
    """What a percentage of estrogen receptors means."""

    NEGATIVE = "negative"
    LOW_POSITIVE = "low_positive"
    POSITIVE = "positive"


class PrStatus(StrEnum):
    """What a percentage of progesterone receptors means."""

    NEGATIVE = "negative"
    POSITIVE = "positive"


class Her2Ihc(StrEnum):
    """The score of HER2 by immunohistochemistry."""

    ZERO = "0"
    ONE = "1+"
    TWO = "2+"
    THREE = "3+"


class Her2Ish(StrEnum):
    """The result of HER2 by in situ hybridization."""

    AMPLIFIED = "amplified"
    NOT_AMPLIFIED = "not_amplified"


class Her2Status(StrEnum):
    """What the tests say of HER2; equivocal until in situ hybridization is done."""

    NEGATIVE = "negative"
    EQUIVOCAL = "equivocal"
    POSITIVE = "positive"


class Grade(StrEnum):
    """The histologic grade."""

    ONE = "1"
    TWO = "2"
    THREE = "3"


IHC_DECIDES: Mapping[Her2Ihc, Her2Status] = {
    Her2Ihc.ZERO: Her2Status.NEGATIVE,
    Her2Ihc.ONE: Her2Status.NEGATIVE,
    Her2Ihc.THREE: Her2Status.POSITIVE,
}
ISH_DECIDES: Mapping[Her2Ish, Her2Status] = {
    Her2Ish.AMPLIFIED: Her2Status.POSITIVE,
    Her2Ish.NOT_AMPLIFIED: Her2Status.NEGATIVE,
}


def er_status(er_percent: Decimal | None) -> ErStatus:
    """Return the status: negative below 1 %, low positive from 1 % to 10 %, positive above."""
    percent = within("er_percent", er_percent, 0, 100)
    if percent < POSITIVE_FROM_PERCENT:
        return ErStatus.NEGATIVE
    is_low = percent <= LOW_POSITIVE_UP_TO_PERCENT
    return ErStatus.LOW_POSITIVE if is_low else ErStatus.POSITIVE


def pr_status(pr_percent: Decimal | None) -> PrStatus:
    """Return the status: positive from 1 %."""
    percent = within("pr_percent", pr_percent, 0, 100)
    return PrStatus.POSITIVE if percent >= POSITIVE_FROM_PERCENT else PrStatus.NEGATIVE


def her2_status(ihc: Her2Ihc | None, ish: Her2Ish | None = None) -> Her2Status:
    """Return the status: the score decides, but with 2+ in situ hybridization does."""
    score = required("her2_ihc", ihc)
    if score in IHC_DECIDES:
        return IHC_DECIDES[score]
    return Her2Status.EQUIVOCAL if ish is None else ISH_DECIDES[ish]
