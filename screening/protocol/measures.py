"""Measures as data: what is counted over what, in which unit, by which definition."""

from dataclasses import dataclass
from enum import StrEnum


class Counted(StrEnum):
    """What a tally counts: distinct persons, screening exams, or cancers."""

    PERSONS = "persons"
    EXAMS = "exams"
    CANCERS = "cancers"


@dataclass(frozen=True)
class Tally:
    """A count over the screening facts in which every one of these marks holds."""

    of: Counted
    marks: tuple[str, ...]


@dataclass(frozen=True)
class Measure:
    """A rate with its numerator and denominator; `definition` is the sentence the page shows."""

    code: str
    title: str
    definition: str
    numerator: Tally
    denominator: Tally
    source: str = ""
