"""How a round ends by itself: a later negative exam, or death."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from screening.enrollments.rules import Outcome


class EpisodeExam(NamedTuple):
    """A resulted exam of a round, as far as its case looks at it."""

    id: int
    resulted_on: date
    is_positive: bool | None


@dataclass(frozen=True)
class Conclusion:
    """How a round ended; without an outcome it is still open."""

    outcome: Outcome | None = None
    on: date | None = None
    is_automatic: bool = False


def conclude(
    exams: Sequence[EpisodeExam], current: Conclusion, died_on: date | None
) -> Conclusion | None:
    """Return how a round ends by itself after its exams (in time order); None: as it stands.

    A follow-up exam that turns out negative ends a round that had been positive, and so does
    death; a later positive exam opens it again. An outcome that a person gave is never changed.
    """
    if current.outcome is not None and not current.is_automatic:
        return None
    if current.outcome not in (None, Outcome.NEGATIVE, Outcome.DIED):
        return None
    wanted = _conclusion(exams, died_on)
    return None if wanted == current else wanted


def _conclusion(exams: Sequence[EpisodeExam], died_on: date | None) -> Conclusion:
    if not any(exam.is_positive for exam in exams):
        return Conclusion()
    if exams[-1].is_positive is False:
        return Conclusion(Outcome.NEGATIVE, exams[-1].resulted_on, is_automatic=True)
    if died_on is not None:
        return Conclusion(Outcome.DIED, died_on, is_automatic=True)
    return Conclusion()
