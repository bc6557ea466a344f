"""Turns a finding as entered into the nodule that Lung-RADS looks at."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from screening.clinical.lung_rads import (
    AirwayContent,
    AirwayLevel,
    Category,
    CystChange,
    CystType,
    Finding,
    Morphology,
    Nodule,
    Status,
)
from screening.protocol.fields import Payload

Word = TypeVar("Word", bound=StrEnum)


def _words(words: type[Word]) -> Mapping[str, Word]:
    return {word.value: word for word in words}


FINDINGS = _words(Finding)
STATUSES = _words(Status)
AIRWAY_LEVELS = _words(AirwayLevel)
AIRWAY_CONTENTS = _words(AirwayContent)
CYST_TYPES = _words(CystType)
CYST_CHANGES = _words(CystChange)
MORPHOLOGIES = _words(Morphology)
# An exam of category 0 says nothing of what its findings are to be compared with.
PRIOR_CATEGORIES = {code: word for code, word in _words(Category).items() if code != "0"}
YES_NO = {"yes": True, "no": False}

# What is seen without being compared: its category depends on nothing else.
UNCOMPARED = {
    finding: Nodule(finding=finding)
    for finding in (
        Finding.NONE,
        Finding.BENIGN_CALCIFICATION,
        Finding.FAT_CONTAINING,
        Finding.PRIOR_CT_PENDING,
        Finding.INCOMPLETE_EXAM,
        Finding.INFECTION_OR_INFLAMMATION,
    )
}


def read_nodule(payload: Payload) -> Nodule | None:
    """Return the nodule; None where what was seen is not known. *Not known* becomes None."""
    finding = word(FINDINGS, payload, "finding")
    if finding is None:
        return None
    if finding in UNCOMPARED:
        return UNCOMPARED[finding]
    volume_mm3 = measure(payload, "volume_mm3")
    benign = payload.get("benign_after_workup")
    return Nodule(
        finding=finding,
        status=word(STATUSES, payload, "status"),
        mean_diameter_mm=measure(payload, "mean_diameter_mm"),
        long_mm=measure(payload, "long_mm"),
        short_mm=measure(payload, "short_mm"),
        solid_component_mm=measure(payload, "solid_component_mm"),
        volume_mm3=None if volume_mm3 is None else int(volume_mm3),
        prior_category=word(PRIOR_CATEGORIES, payload, "prior_category"),
        months_since_prior_ct=measure(payload, "months_since_prior_ct"),
        airway_level=word(AIRWAY_LEVELS, payload, "airway_level"),
        airway_content=word(AIRWAY_CONTENTS, payload, "airway_content"),
        cyst_type=word(CYST_TYPES, payload, "cyst_type"),
        cyst_change=word(CYST_CHANGES, payload, "cyst_change"),
        morphology=word(MORPHOLOGIES, payload, "morphology"),
        suspicious_features=items(payload, "suspicious_features"),
        benign_after_workup=YES_NO.get(benign) if isinstance(benign, str) else None,
    )


def word(words: Mapping[str, Word], payload: Payload, code: str) -> Word | None:
    """Return a published word; None where the answer is blank, not known or no such word."""
    value = payload.get(code)
    return words.get(value) if isinstance(value, str) else None


def measure(payload: Payload, code: str) -> Decimal | None:
    """Return a number as a decimal, None where it is not known."""
    value = payload.get(code)
    if value is None or isinstance(value, Decimal):
        return value
    return Decimal(value) if isinstance(value, int) else None


def items(payload: Payload, code: str) -> tuple[str, ...]:
    """Return the items of a list; the word none is no item."""
    value = payload.get(code)
    if not isinstance(value, tuple):
        return ()
    return tuple(item for item in value if item != "none")
