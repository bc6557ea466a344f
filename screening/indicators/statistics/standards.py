"""Published populations and rates that figures are standardized to, each with its source."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

BANDS = (
    "0-4", "5-9", "10-14", "15-19", "20-24", "25-29", "30-34", "35-39", "40-44", "45-49", "50-54",
    "55-59", "60-64", "65-69", "70-74", "75-79", "80-84", "85+",
)  # fmt: skip


@dataclass(frozen=True)
class Standard:
    """A number for every age band: the people of a standard population, or a reference rate.

    Its name stands beside every figure made with it, as the same data give another figure with
    another standard.
    """

    code: str
    title: str
    source: str
    bands: Mapping[str, float]


def _population(code: str, title: str, source: str, people: Sequence[int]) -> Standard:
    return Standard(code, title, source, dict(zip(BANDS, people, strict=True)))


STANDARD_POPULATIONS = (
    _population(
        "segi_1960_world",
        "World (Segi 1960, Doll 1966)",
        "Segi 1960 as modified by Doll 1966; shares as a Chinese table of standards prints them",
        (
            12000, 10000, 9000, 9000, 8000, 8000, 6000, 6000, 6000, 6000, 5000, 4000, 4000, 3000,
            2000, 1000, 500, 500,
        ),
    ),
    _population(
        "who_2000_2025_world",
        "World (WHO 2000-2025)",
        "Ahmad 2001 (WHO), percentages rescaled to one million as SEER does",
        (
            88569, 86870, 85970, 84670, 82171, 79272, 76073, 71475, 65877, 60379, 53681, 45484,
            37187, 29590, 22092, 15195, 9097, 6348,
        ),
    ),
    _population(
        "china_2000_census",
        "China 2000",
        "Fifth national census of China, 2000, short-form age table; 1,242,612,226 people",
        (
            68978374, 90152587, 125396633, 103031165, 94573174, 117602265, 127314298, 109147295,
            81242945, 85521045, 63304200, 46370375, 41703848, 34780460, 25574149, 15928330,
            7989158, 4001925,
        ),
    ),
    _population(
        "china_2020_census",
        "China 2020",
        "Seventh national census of China, 2020, by five-year age; 1,409,778,724 people",
        (
            77883888, 90244056, 85255994, 72684140, 74941675, 91847332, 124145190, 99012932,
            92955330, 114224887, 121164296, 101400786, 73382938, 74005560, 49590036, 31238849,
            20382878, 15417957,
        ),
    ),
)  # fmt: skip

_NHSBSP = (
    "gov.uk, Age standardised detection ratios, updated 2024-09-27: invasive cancers expected per "
    "1000, from 2021-04-01; the row of 70 and over could not be read"
)
REFERENCE_RATES = (
    Standard(
        "nhsbsp_2021_prevalent",
        "NHSBSP 2021, prevalent round",
        _NHSBSP,
        {
            "44 or younger": 2.12, "45-49": 3.56, "50-52": 4.37, "53-54": 5.33, "55-59": 7.03,
            "60-64": 10.46, "65-69": 12.91,
        },
    ),
    Standard(
        "nhsbsp_2021_incident",
        "NHSBSP 2021, incident rounds",
        _NHSBSP,
        {
            "44 or younger": 2.02, "45-49": 2.33, "50-52": 3.84, "53-54": 4.15, "55-59": 4.55,
            "60-64": 5.30, "65-69": 5.45,
        },
    ),
)  # fmt: skip
