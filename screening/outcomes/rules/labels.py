"""How a cancer was found, on what it rests, on which side: codes and how they read."""

from collections.abc import Mapping
from enum import StrEnum

from screening.protocol.wording import N_


class DetectionMode(StrEnum):
    """How a cancer came to light."""

    SCREEN_DETECTED = "screen_detected"
    INTERVAL = "interval"
    OUTSIDE = "outside"
    UNKNOWN = "unknown"


class Basis(StrEnum):
    """What the diagnosis rests on."""

    HISTOLOGY = "histology"
    CYTOLOGY = "cytology"
    IMAGING = "imaging"
    CLINICAL = "clinical"
    REGISTRY = "registry"


MODE_LABELS: Mapping[DetectionMode, str] = {
    DetectionMode.SCREEN_DETECTED: N_("Screen-detected"),
    DetectionMode.INTERVAL: N_("Interval cancer"),
    DetectionMode.OUTSIDE: N_("Outside screening"),
    DetectionMode.UNKNOWN: N_("Detection not known"),
}
BASIS_LABELS: Mapping[Basis, str] = {
    Basis.HISTOLOGY: N_("Histology"),
    Basis.CYTOLOGY: N_("Cytology"),
    Basis.IMAGING: N_("Imaging"),
    Basis.CLINICAL: N_("Clinical"),
    Basis.REGISTRY: N_("Cancer registry"),
}
SIDE_LABELS: Mapping[str, str] = {
    "R": N_("Right side"),
    "L": N_("Left side"),
    "B": N_("Both sides"),
    "M": N_("Midline"),
}
