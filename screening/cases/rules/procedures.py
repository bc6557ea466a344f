"""What is entered of a work-up procedure, and what of it is impossible or unlikely."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from screening.protocol.facts import DoneProcedure, SourceExam
from screening.protocol.fields import Payload
from screening.protocol.program import Program
from screening.protocol.wording import N_, Problem, Sentence
from screening.protocol.workup import ProcedureResult


@dataclass(frozen=True)
class ProcedureEntry:
    """One work-up act as typed; a result that is not there yet is empty.

    `details` is what the program records of its procedures beside the result.
    """

    kind: str
    performed_on: date
    result: ProcedureResult | None = None
    complication: str | None = None
    department: str | None = None
    comment: str | None = None
    details: Payload = field(default_factory=dict)

    def done(self, exam: SourceExam | None = None) -> DoneProcedure:
        """Return the procedure as the program looks at it, with the exam that led to it."""
        return DoneProcedure(
            self.kind, self.performed_on, self.result, self.complication, self.details, exam
        )


@dataclass(frozen=True)
class ProcedureLimits:
    """What a procedure is held against: days, and the exam that led to it."""

    examined_on: date | None
    died_on: date | None
    today: date
    exam: SourceExam | None = None


def procedure_problems(
    entry: ProcedureEntry, program: Program, limits: ProcedureLimits
) -> list[Problem]:
    """List what is refused or unlikely in a procedure."""
    workup = program.workup
    problems = _check_day(entry.performed_on, program, limits)
    if entry.kind not in {kind.code for kind in workup.procedures}:
        problems.append(Problem("kind", Sentence(N_("Choose the kind of procedure"))))
    known = {choice.code for choice in workup.complications}
    if entry.complication is not None and entry.complication not in known:
        problems.append(Problem("complication", Sentence(N_("Choose the complication"))))
    return [*problems, *workup.details.problems(entry.done(limits.exam))]


def _check_day(day: date, program: Program, limits: ProcedureLimits) -> list[Problem]:
    examined_on, died_on = limits.examined_on, limits.died_on
    if day > limits.today:
        text, limit = N_("The procedure cannot be in the future; today is {limit}"), limits.today
    elif examined_on is not None and day < examined_on:
        text = N_("The procedure cannot be before the exam that led to it, on {limit}")
        limit = examined_on
    elif died_on is not None and day > died_on:
        text, limit = N_("The procedure is after the death on {limit}"), died_on
    elif examined_on is not None and _is_late(day, examined_on, program):
        text = N_("That is long after the exam on {limit}; confirm the date or correct it")
        question = Sentence(text, {"limit": examined_on})
        return [Problem("performed_on", question, is_question=True)]
    else:
        return []
    return [Problem("performed_on", Sentence(text, {"limit": limit}))]


def _is_late(day: date, examined_on: date, program: Program) -> bool:
    return day > examined_on + timedelta(days=program.schedule.lost_after_days)
