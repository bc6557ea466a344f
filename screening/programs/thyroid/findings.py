"""The structured record of one thing seen on an ultrasound of the neck."""

from screening.programs.thyroid.descriptions import FIELDS, KIND, NOTHING, SIZE
from screening.programs.thyroid.measuring import check_finding, compute_finding
from screening.protocol.program import FindingKind
from screening.protocol.wording import N_

FINDING = FindingKind(
    code="nodule",
    label=N_("Nodule or lymph node"),
    fields=FIELDS,
    kind_field=KIND,
    size_field=SIZE,
    location_field="lobe",
    checks=check_finding,
    compute=compute_finding,
    nothing_seen=NOTHING,
)
