"""Which exam a cancer belongs to, how it came to light, and why that is so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from screening.outcomes.rules.labels import DetectionMode
from screening.protocol.schedule import Interval
from screening.protocol.wording import N_, Sentence


@dataclass(frozen=True)
class Window:
    """How long after an exam a cancer still counts for it: days, and the screening interval."""

    days: int
    interval: Interval


@dataclass(frozen=True)
class RoundResult:
    """A performed, adequate screening exam and what its round found.

    `is_positive`: any exam of the round was; None: no result is known yet. `is_own_positive`: this
    one was; a round may have several screening exams, one of each modality.
    """

    exam_id: int
    episode_id: int
    performed_on: date
    is_positive: bool | None
    is_own_positive: bool = False


@dataclass(frozen=True)
class Attribution:
    """The screening exam that a cancer belongs to, and how it came to light."""

    exam_id: int | None
    mode: DetectionMode


@dataclass(frozen=True)
class Origin:
    """The exam that a cancer is known to have come from, and its round."""

    exam_id: int | None = None
    episode_id: int | None = None


UNKNOWN_ORIGIN = Origin()


def attribute(
    diagnosed_on: date, origin: Origin, rounds: Sequence[RoundResult], window: Window
) -> Attribution:
    """Decide which exam a cancer belongs to; `rounds` are one enrollment's, in time order.

    A diagnosis out of a positive round's own work-up belongs to that round, whatever the time it
    took. Otherwise the last screening exam on or before the diagnosis owns it: screen-detected
    after a positive one within the window, interval after a negative one within the interval,
    else outside. On one day the exam comes first. Of several modalities in one round, the positive
    one owns it. Ties and windows follow the definitions in docs/indicators.md.
    """
    known = [each for each in rounds if each.episode_id == origin.episode_id]
    if known and known[0].is_positive and diagnosed_on >= known[0].performed_on:
        return Attribution(_owner(known, origin), DetectionMode.SCREEN_DETECTED)
    earlier = [each for each in rounds if each.performed_on <= diagnosed_on]
    if not earlier:
        return Attribution(None, DetectionMode.OUTSIDE)
    mode = _mode_after(earlier[-1], diagnosed_on, window)
    if mode is DetectionMode.OUTSIDE:
        return Attribution(None, mode)
    last = [each for each in earlier if each.episode_id == earlier[-1].episode_id]
    return Attribution(_owner(last, origin), mode)


def _owner(of_round: Sequence[RoundResult], origin: Origin) -> int:
    """Return which screening exam of a round found the cancer, or else missed it last."""
    positive = [each.exam_id for each in of_round if each.is_own_positive]
    if origin.exam_id in positive:
        return origin.exam_id
    return positive[0] if positive else of_round[-1].exam_id


def _mode_after(last: RoundResult, diagnosed_on: date, window: Window) -> DetectionMode:
    if diagnosed_on > last.performed_on + timedelta(days=window.days):
        return DetectionMode.OUTSIDE
    if last.is_positive is None:
        return DetectionMode.UNKNOWN
    if last.is_positive:
        return DetectionMode.SCREEN_DETECTED
    is_within = diagnosed_on <= window.interval.after(last.performed_on)
    return DetectionMode.INTERVAL if is_within else DetectionMode.OUTSIDE


@dataclass(frozen=True)
class Attributed:
    """An attribution with the days that explain it; `is_workup`: out of that round's work-up."""

    mode: DetectionMode
    diagnosed_on: date
    examined_on: date | None
    is_workup: bool = False


def mode_reason(found: Attributed) -> Sentence:
    """Say by which rule a cancer has its detection mode."""
    values: dict[str, object] = {"day": found.examined_on}
    if found.mode is DetectionMode.OUTSIDE or found.examined_on is None:
        return Sentence(N_("No screening exam had its follow-up window open at the diagnosis"))
    if found.mode is DetectionMode.UNKNOWN:
        return Sentence(N_("The result of the screening exam of {day} is not known"), values)
    if found.mode is DetectionMode.SCREEN_DETECTED and found.is_workup:
        return Sentence(N_("It came out of the work-up of the positive exam of {day}"), values)
    values["days"] = (found.diagnosed_on - found.examined_on).days
    if found.mode is DetectionMode.SCREEN_DETECTED:
        return Sentence(N_("Diagnosed {days} days after the positive exam of {day}"), values)
    text = N_("Diagnosed {days} days after the negative exam of {day}, before the next was due")
    return Sentence(text, values)
