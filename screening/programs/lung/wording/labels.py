"""What the codes of findings, changes and readings are called inside a sentence."""

from collections.abc import Mapping

from screening.programs.lung.exam import S_FINDINGS
from screening.programs.lung.findings import FINDING
from screening.protocol.fields import field_named
from screening.protocol.wording import N_

STATUSES: Mapping[str, str] = {
    "baseline": N_("baseline"),
    "new": N_("new"),
    "growing": N_("growing"),
    "slow_growing": N_("growing slowly"),
    "threshold_crossed": N_("in a higher size class"),
    "stable": N_("stable"),
    "decreased": N_("smaller"),
    "resolved": N_("gone"),
    "solid_component_new": N_("solid part new"),
    "solid_component_growing": N_("solid part growing"),
}

# The options of a question that the publication leaves open; other options are categories.
CHOICES_OF_READINGS: Mapping[str, str] = {
    "half_up": N_("rounded up"),
    "half_even": N_("rounded to the even tenth"),
    "truncate": N_("cut off"),
    "as_solid": N_("as a solid nodule"),
    "yes": N_("yes"),
    "no": N_("no"),
}

LABELS: Mapping[str, Mapping[str, str]] = {
    **{
        field.code: {choice.code: choice.label for choice in field.choices}
        for field in FINDING.fields
    },
    "status": STATUSES,
    "s_finding": {choice.code: choice.label for choice in S_FINDINGS},
    "choice": CHOICES_OF_READINGS,
    "unit": {"mm3": "mm³"},
}


def label(field: str, code: str) -> str:
    """Return the label of a code; a code without one, such as a category, is its own label."""
    return LABELS.get(field, {}).get(code, code)


def name_of(field: str) -> str:
    """Return what the form calls a field of a finding."""
    return field_named(FINDING.fields, field).label
