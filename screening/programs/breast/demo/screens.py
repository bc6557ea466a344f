"""The categories that the modalities of one synthetic round show."""

import random

from screening.programs.breast.demo.settings import (
    LATER,
    MAMMOGRAPHY,
    MRI,
    OF_CANCER,
    SHOWN_BY,
    ULTRASOUND,
)
from screening.protocol.synthetic import pick

Shown = dict[str, str]

NEGATIVE = ("1", "2")
WEIGHTS = {"mammography": MAMMOGRAPHY, "ultrasound": ULTRASOUND, "mri": MRI}


def modalities_of(*, has_mri: bool) -> tuple[str, ...]:
    """Return how a woman is imaged in each round."""
    return ("mammography", "ultrasound", "mri") if has_mri else ("mammography", "ultrasound")


def show_cancer(draw: random.Random, modalities: tuple[str, ...]) -> Shown:
    """Return what the modalities show of a cancer: one of the first two, or both."""
    shown_by = pick(draw, SHOWN_BY)
    shown = {}
    for name in modalities:
        is_shown = name == "mri" or shown_by in ("both", name)
        shown[name] = pick(draw, OF_CANCER) if is_shown else pick(draw, {"1": 0.4, "2": 0.6})
    return shown


def show_usual(
    draw: random.Random, modalities: tuple[str, ...], *, is_first: bool, is_negative: bool
) -> Shown:
    """Return what the modalities show of a woman without cancer."""
    return {name: _usual(draw, name, is_first, is_negative) for name in modalities}


def _usual(draw: random.Random, modality: str, is_first: bool, is_negative: bool) -> str:
    weights = WEIGHTS[modality]
    if is_negative:
        weights = {category: weights[category] for category in NEGATIVE}
    elif not is_first:
        weights = {code: weight * LATER.get(code, 1) for code, weight in weights.items()}
    return pick(draw, weights)
