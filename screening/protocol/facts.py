"""What is recorded of a screening exam and its round, as a program's own marks look at it."""

from datetime import date
from typing import NamedTuple

from screening.protocol.eligibility import Verdict
from screening.protocol.fields import Payload
from screening.protocol.tumors import Tumor


class LaterExam(NamedTuple):
    """An exam performed after the screening exam."""

    performed_on: date
    purpose: str
    modality: str


class DoneProcedure(NamedTuple):
    """A procedure performed in the work-up of the screening exam; its result if known."""

    kind: str
    performed_on: date
    result: str | None


class ExamFacts(NamedTuple):
    """One performed, adequate screening exam with everything known of it.

    `answers` and `verdict` are of the assessment in force at the exam, `earlier_answers` of the
    one before the round's; `cancer_on` is the diagnosis of the first cancer attributed to the
    exam. `tumors` are the cancers attributed to it, or the one that a tally over cancers looks at.
    """

    performed_on: date
    resulted_on: date | None
    category: str | None
    modifiers: tuple[str, ...]
    details: Payload
    answers: Payload
    verdict: Verdict | None
    round_number: int
    earlier_answers: Payload | None = None
    later_exams: tuple[LaterExam, ...] = ()
    procedures: tuple[DoneProcedure, ...] = ()
    cancer_on: date | None = None
    died_on: date | None = None
    tumors: tuple[Tumor, ...] = ()
    modality: str = ""
