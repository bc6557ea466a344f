"""What is recorded of a screening exam and its round, as a program's own marks look at it."""

from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from screening.protocol.eligibility import Verdict
from screening.protocol.fields import Payload
from screening.protocol.tumors import Tumor

NO_DETAILS: Payload = MappingProxyType({})


class LaterExam(NamedTuple):
    """An exam performed after the screening exam."""

    performed_on: date
    purpose: str
    modality: str


class SeenFinding(NamedTuple):
    """One finding of an exam, as lists and figures look at it.

    `asks_tissue`: whether the system in use asks for tissue of it; None: it does not say.
    """

    kind: str | None
    lesion_no: int | None
    size_mm: Decimal | None
    category: str | None
    asks_tissue: bool | None


class SourceExam(NamedTuple):
    """The exam that led to a procedure: what it was found to be, and what was seen in it."""

    category: str | None
    findings: tuple[SeenFinding, ...] = ()


class DoneProcedure(NamedTuple):
    """A procedure performed in the work-up of the screening exam; its result if known.

    `details` is what the program records of it beside the result; `exam` is the one that led to
    it, where that is known.
    """

    kind: str
    performed_on: date
    result: str | None
    complication: str | None = None
    details: Payload = NO_DETAILS
    exam: SourceExam | None = None


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
    findings: tuple[SeenFinding, ...] = ()
    tumors: tuple[Tumor, ...] = ()
    modality: str = ""
