"""Receptors of a breast cancer at the limits of the guidelines."""

from decimal import Decimal

import pytest

from screening.clinical.breast_receptors import (
    ErStatus,
    Her2Ihc,
    Her2Ish,
    Her2Status,
    PrStatus,
    er_status,
    her2_status,
    pr_status,
)
from screening.clinical.reasons import InvalidInput, MissingInput


@pytest.mark.parametrize(
    ("percent", "status"),
    [
        ("0", ErStatus.NEGATIVE),
        ("0.9", ErStatus.NEGATIVE),
        ("1", ErStatus.LOW_POSITIVE),
        ("10", ErStatus.LOW_POSITIVE),
        ("10.1", ErStatus.POSITIVE),
        ("100", ErStatus.POSITIVE),
    ],
)
def test_estrogen_receptors_are_positive_from_1_percent_and_low_up_to_10(
    percent: str, status: ErStatus
) -> None:
    assert er_status(Decimal(percent)) is status


@pytest.mark.parametrize(
    ("percent", "status"), [("0.9", PrStatus.NEGATIVE), ("1", PrStatus.POSITIVE)]
)
def test_progesterone_receptors_are_positive_from_1_percent(percent: str, status: PrStatus) -> None:
    assert pr_status(Decimal(percent)) is status


@pytest.mark.parametrize(
    ("ihc", "ish", "status"),
    [
        (Her2Ihc.ZERO, None, Her2Status.NEGATIVE),
        (Her2Ihc.ONE, None, Her2Status.NEGATIVE),
        (Her2Ihc.ONE, Her2Ish.AMPLIFIED, Her2Status.NEGATIVE),
        (Her2Ihc.TWO, None, Her2Status.EQUIVOCAL),
        (Her2Ihc.TWO, Her2Ish.AMPLIFIED, Her2Status.POSITIVE),
        (Her2Ihc.TWO, Her2Ish.NOT_AMPLIFIED, Her2Status.NEGATIVE),
        (Her2Ihc.THREE, None, Her2Status.POSITIVE),
    ],
)
def test_her2_goes_by_its_score_and_with_2_by_hybridization(
    ihc: Her2Ihc, ish: Her2Ish | None, status: Her2Status
) -> None:
    assert her2_status(ihc, ish) is status


def test_what_is_not_known_is_named() -> None:
    with pytest.raises(MissingInput, match="er_percent"):
        er_status(None)
    with pytest.raises(MissingInput, match="pr_percent"):
        pr_status(None)
    with pytest.raises(MissingInput, match="her2_ihc"):
        her2_status(None, Her2Ish.AMPLIFIED)


@pytest.mark.parametrize("percent", ["-1", "100.1", "NaN"])
def test_a_percentage_lies_between_0_and_100(percent: str) -> None:
    with pytest.raises(InvalidInput, match="it lies between 0 and 100"):
        er_status(Decimal(percent))
