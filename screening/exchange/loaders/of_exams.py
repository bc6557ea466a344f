"""What the planners of rows about an exam share: which exam, and which earlier record."""

from collections.abc import Sequence

from screening.exams.rules import EXAMINED
from screening.exchange.loaders.planning import Placed, Planner
from screening.exchange.queries.lookups import Numbered, Record, brief_exams_by_number
from screening.protocol.program import Program
from screening.protocol.wording import N_


class PlannerOfExams(Planner):
    """Plans rows that belong to an exam, which they name by its accession number."""

    key = "accession_no"

    def exams(self, placed: Sequence[Placed]) -> dict[Numbered, Record]:
        """Find the exams that rows name."""
        return brief_exams_by_number(each.exam for each in placed)

    def exam_of(self, placed: Placed, exams: dict[Numbered, Record]) -> Record | None:
        """Return the exam of a row; refuse a number that there is not, and one never examined."""
        exam = exams.get(placed.exam)
        number = {"number": placed.exam[1]}
        if exam is None:
            message = N_("this site has no exam with the number {number}; load the exams first")
            self.refuse(placed.row, self.key, message, number)
            return None
        if exam.status not in EXAMINED:
            message = N_("exam {number} was not performed; nothing can follow from it")
            self.refuse(placed.row, self.key, message, number)
            return None
        if exam.program not in self.context.programs:
            message = N_("exam {number} belongs to the program {program}")
            self.refuse(placed.row, self.key, message, {**number, "program": exam.program})
            return None
        return exam

    def program_of_exam(self, exam: Record) -> Program:
        """Return the program of an exam."""
        return self.context.programs[exam.program]
