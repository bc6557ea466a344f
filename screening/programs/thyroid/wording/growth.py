"""Why a thyroid nodule has grown between two scans, or has not."""

from collections.abc import Iterable, Mapping, Sequence

from screening.clinical.reasons import Reason
from screening.protocol.wording import N_, Sentence

TEXTS: Mapping[str, str] = {
    "dimensions_grown": N_("{dimensions} of 3 diameters up by {percent} % and {mm} mm or more"),
    "volume_changed": N_(
        "Volume {percent} %: growth by ACR from {limit_percent} %, by ATA 2015 above it"
    ),
}


def sentences_of(reasons: Iterable[Reason]) -> Sequence[Sentence]:
    """Return the reasons of growth in words."""
    return tuple(Sentence(TEXTS[reason.key], dict(reason.values)) for reason in reasons)
