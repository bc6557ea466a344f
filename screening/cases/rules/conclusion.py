"""How a round ends by itself: a later negative exam, or death."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from screening.enrollments.rules import Outcome
from screening.protocol.category import Category


class EpisodeExam(NamedTuple):
    """A resulted exam of a round, as far as its case looks at it.

    `category` is that of its system; None: one that any later negative exam answers.
    """

    id: int
    resulted_on: date
    is_positive: bool | None
    purpose: str = ""
    category: Category | None = None

    def is_answered_by(self, later: "EpisodeExam") -> bool:
        """Tell whether a later exam shows that there is nothing in what this one found."""
        is_asked = self.category is None or self.category.is_ended_by(later.purpose)
        return later.is_positive is False and is_asked


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

    A negative last exam ends a round that had been positive, if every positive exam was answered
    by a later one; so does death. A later positive exam opens it again. An outcome that a person
    gave is never changed.
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
    if exams[-1].is_positive is False and _are_answered(exams):
        return Conclusion(Outcome.NEGATIVE, exams[-1].resulted_on, is_automatic=True)
    if died_on is not None:
        return Conclusion(Outcome.DIED, died_on, is_automatic=True)
    return Conclusion()


def _are_answered(exams: Sequence[EpisodeExam]) -> bool:
    return all(
        any(exam.is_answered_by(later) for later in exams[number + 1 :])
        for number, exam in enumerate(exams)
        if exam.is_positive
    )
