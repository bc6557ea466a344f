"""How a cancer is entered, staged, attributed to an exam, and named; pure."""

from screening.outcomes.rules.attribution import (
    Attributed,
    Attribution,
    Origin,
    RoundResult,
    Window,
    attribute,
    mode_reason,
)
from screening.outcomes.rules.entry import CancerEntry, CancerLimits, cancer_problems
from screening.outcomes.rules.labels import (
    BASIS_LABELS,
    MODE_LABELS,
    SIDE_LABELS,
    Basis,
    DetectionMode,
)
from screening.outcomes.rules.staging import StageReading, read_stage
from screening.protocol.workup import Tnm

__all__ = [
    "BASIS_LABELS",
    "MODE_LABELS",
    "SIDE_LABELS",
    "Attributed",
    "Attribution",
    "Basis",
    "CancerEntry",
    "CancerLimits",
    "DetectionMode",
    "Origin",
    "RoundResult",
    "StageReading",
    "Tnm",
    "Window",
    "attribute",
    "cancer_problems",
    "mode_reason",
    "read_stage",
]
