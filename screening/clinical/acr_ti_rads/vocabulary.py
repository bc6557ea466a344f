"""The published words of ACR TI-RADS 2017, and the setting for what the publication leaves open."""

from dataclasses import dataclass
from enum import StrEnum

SYSTEM = "acr-ti-rads-2017"


class Level(StrEnum):
    """The level that the points of a nodule give."""

    TR1 = "TR1"
    TR2 = "TR2"
    TR3 = "TR3"
    TR4 = "TR4"
    TR5 = "TR5"


class Recommendation(StrEnum):
    """What the size table asks for, from least to most."""

    NONE = "none"
    FOLLOW_UP = "follow_up"
    FNA = "fna"


@dataclass(frozen=True, kw_only=True)
class Readings:
    """The reading in force for each question that the publication leaves open.

    `cystic_adds_points`: a cystic nodule with other features has their points, as the chart adds
    them; otherwise it has none, as some texts say (clinical reference, section 2).
    """

    cystic_adds_points: bool = True


PUBLISHED_DEFAULTS = Readings()
