"""What is entered of an exam: the act, its technique and details, findings, the reader's view."""

from dataclasses import dataclass, field
from datetime import date

from screening.exams.rules.states import ExamStatus, Purpose, Recommendation
from screening.protocol.category import Categorization, ExamRecord, PriorExam
from screening.protocol.fields import Payload
from screening.protocol.wording import Problem

LESION = "lesion_no"


@dataclass(frozen=True)
class ReaderView:
    """The reader's own category; where it differs from the computed one, a reason is asked."""

    category: str
    modifiers: str = ""
    differs_because: str | None = None


@dataclass(frozen=True)
class ExamEntry:
    """One exam as typed.

    A blank accession number takes the site's next one; `system` is the category system asked
    for, None the one that the category belongs to; `resulted_on` None is the day of the entry.
    """

    accession_no: str
    site_id: int
    modality: str
    purpose: Purpose
    status: ExamStatus
    performed_on: date | None
    scheduled_on: date | None = None
    details: Payload = field(default_factory=dict)
    findings: tuple[Payload, ...] = ()
    system: str | None = None
    view: ReaderView | None = None
    recommendation: Recommendation | None = None
    resulted_on: date | None = None
    reader: str | None = None
    machine: str | None = None
    comment: str | None = None


@dataclass(frozen=True)
class Person:
    """The dates of the person that an exam's date is held against."""

    born_from: date | None
    enrolled_on: date | None
    left_on: date | None
    died_on: date | None


@dataclass(frozen=True)
class Review:
    """What an entry would become: what is refused or asked, and the category computed from it.

    `beside` is what the program's other systems make of it, where a page shows that.
    """

    problems: tuple[Problem, ...]
    computed: Categorization | None
    beside: tuple[Categorization, ...] = ()

    @property
    def refused(self) -> list[Problem]:
        """The problems that no confirmation can pass."""
        return [problem for problem in self.problems if not problem.is_question]


def record_of(entry: ExamEntry, priors: tuple[PriorExam, ...] = ()) -> ExamRecord:
    """Return an entry as the program looks at it, with the earlier exams."""
    day = entry.performed_on or date.max
    return ExamRecord(day, entry.purpose, entry.modality, entry.details, entry.findings, priors)
