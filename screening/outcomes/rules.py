"""How a cancer was found and on what it rests; attribution to an exam is decided here."""

from enum import StrEnum


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
