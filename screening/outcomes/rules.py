"""How a cancer was found and on what it rests; attribution to an exam is decided here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from screening.protocol.schedule import Interval


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


@dataclass(frozen=True)
class Window:
    """How long after an exam a cancer still counts for it: days, and the screening interval."""

    days: int
    interval: Interval


@dataclass(frozen=True)
class RoundResult:
    """A performed, adequate screening exam and what its round found.

    `is_positive`: any exam of the round was; None: no result is known yet.
    """

    exam_id: int
    episode_id: int
    performed_on: date
    is_positive: bool | None


@dataclass(frozen=True)
class Attribution:
    """The screening exam that a cancer belongs to, and how it came to light."""

    exam_id: int | None
    mode: DetectionMode


def attribute(
    diagnosed_on: date, known_episode_id: int | None, rounds: Sequence[RoundResult], window: Window
) -> Attribution:
    """Decide which exam a cancer belongs to; `rounds` are one enrollment's, in time order.

    A diagnosis out of a positive round's own work-up belongs to that round, whatever the time it
    took. Otherwise the last screening exam on or before the diagnosis owns it: screen-detected
    after a positive one within the window, interval after a negative one within the interval,
    else outside. On one day the exam comes first. Ties and windows follow the
    definitions in docs/indicators.md.
    """
    known = next((each for each in rounds if each.episode_id == known_episode_id), None)
    if known is not None and known.is_positive and diagnosed_on >= known.performed_on:
        return Attribution(known.exam_id, DetectionMode.SCREEN_DETECTED)
    earlier = [each for each in rounds if each.performed_on <= diagnosed_on]
    if not earlier:
        return Attribution(None, DetectionMode.OUTSIDE)
    mode = _mode_after(earlier[-1], diagnosed_on, window)
    return Attribution(None if mode is DetectionMode.OUTSIDE else earlier[-1].exam_id, mode)


def _mode_after(last: RoundResult, diagnosed_on: date, window: Window) -> DetectionMode:
    if diagnosed_on > last.performed_on + timedelta(days=window.days):
        return DetectionMode.OUTSIDE
    if last.is_positive is None:
        return DetectionMode.UNKNOWN
    if last.is_positive:
        return DetectionMode.SCREEN_DETECTED
    is_within = diagnosed_on <= window.interval.after(last.performed_on)
    return DetectionMode.INTERVAL if is_within else DetectionMode.OUTSIDE
