"""Turns a finding as entered into the nodule that Lung-RADS looks at."""

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
from screening.protocol.answers import answer, number, text, word
from screening.protocol.fields import Payload

# An exam of category 0 says nothing of what its findings are to be compared with.
PRIOR_CATEGORIES = {
    category.value: category for category in Category if category is not Category.ZERO
}

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
    finding = word(Finding, payload, "finding")
    if finding is None:
        return None
    if finding in UNCOMPARED:
        return UNCOMPARED[finding]
    volume_mm3 = number(payload, "volume_mm3")
    return Nodule(
        finding=finding,
        status=word(Status, payload, "status"),
        mean_diameter_mm=number(payload, "mean_diameter_mm"),
        long_mm=number(payload, "long_mm"),
        short_mm=number(payload, "short_mm"),
        solid_component_mm=number(payload, "solid_component_mm"),
        volume_mm3=None if volume_mm3 is None else int(volume_mm3),
        prior_category=prior_category(payload, "prior_category"),
        months_since_prior_ct=number(payload, "months_since_prior_ct"),
        airway_level=word(AirwayLevel, payload, "airway_level"),
        airway_content=word(AirwayContent, payload, "airway_content"),
        cyst_type=word(CystType, payload, "cyst_type"),
        cyst_change=word(CystChange, payload, "cyst_change"),
        morphology=word(Morphology, payload, "morphology"),
        suspicious_features=items(payload, "suspicious_features"),
        benign_after_workup=answer(payload, "benign_after_workup"),
    )


def prior_category(payload: Payload, code: str) -> Category | None:
    """Return a category that something is compared with."""
    return PRIOR_CATEGORIES.get(text(payload, code))


def items(payload: Payload, code: str) -> tuple[str, ...]:
    """Return the items of a list; the word none is no item."""
    value = payload.get(code)
    if not isinstance(value, tuple):
        return ()
    return tuple(item for item in value if item != "none")
