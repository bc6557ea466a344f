"""What of a procedure is impossible or unlikely."""

from dataclasses import replace
from datetime import date

import pytest

from screening.cases.rules import ProcedureEntry, ProcedureLimits, procedure_problems
from screening.protocol.facts import SeenFinding, SourceExam
from screening.protocol.fields import Choice, Field, FieldType, Limits
from screening.protocol.wording import Problem, Sentence
from screening.protocol.workup import ProcedureDetails
from tests.factories.programs import make_program

EXAMINED, TODAY = date(2024, 1, 10), date(2025, 3, 5)
DIED = date(2024, 12, 1)


def problems_of(died_on=None, **changes):
    plain = make_program()
    workup = replace(plain.workup, complications=(Choice("bleeding", "Bleeding"),))
    entry = ProcedureEntry(**{"kind": "biopsy", "performed_on": date(2024, 2, 1), **changes})
    limits = ProcedureLimits(EXAMINED, died_on, TODAY)
    found = procedure_problems(entry, replace(plain, workup=workup), limits)
    return [(problem.field, problem.is_question) for problem in found]


def test_a_procedure_from_the_day_of_the_exam_on_is_taken():
    assert problems_of(performed_on=EXAMINED) == []
    assert problems_of(complication="bleeding") == []


@pytest.mark.parametrize("day", [date(2024, 1, 9), date(2025, 3, 6)])
def test_a_procedure_before_the_exam_or_in_the_future_is_refused(day):
    assert problems_of(performed_on=day) == [("performed_on", False)]


def test_a_procedure_after_the_death_is_refused():
    assert problems_of(DIED, performed_on=date(2024, 12, 2)) == [("performed_on", False)]
    assert problems_of(DIED, performed_on=DIED) == []


def test_a_procedure_more_than_the_protocols_days_after_the_exam_is_asked_about():
    # 365 days after 10 January 2024, a leap year, is 9 January 2025.
    assert problems_of(performed_on=date(2025, 1, 9)) == []
    assert problems_of(performed_on=date(2025, 1, 10)) == [("performed_on", True)]


def test_codes_that_the_program_does_not_have_are_refused():
    assert problems_of(kind="massage") == [("kind", False)]
    assert problems_of(complication="boredom") == [("complication", False)]


def test_what_the_program_records_of_a_procedure_is_checked_with_the_exam_that_led_to_it():
    def too_small(done):
        assert done.exam is not None
        if done.details.get("grade") == "1" and not any(
            finding.asks_tissue for finding in done.exam.findings
        ):
            yield Problem("grade", Sentence("Nothing here asks for a biopsy"), is_question=True)

    grade = Field("grade", "Grade", FieldType.INTEGER, limits=Limits.between("1", "3"))
    plain = make_program()
    details = ProcedureDetails((grade,), checks=too_small)
    program = replace(plain, workup=replace(plain.workup, details=details))

    def problems(asks_tissue, **given):
        seen = SeenFinding("mass", 1, None, "T", asks_tissue)
        limits = ProcedureLimits(EXAMINED, None, TODAY, SourceExam("T", (seen,)))
        entry = ProcedureEntry("biopsy", date(2024, 2, 1), details=given)
        found = procedure_problems(entry, program, limits)
        return [(problem.field, problem.is_question) for problem in found]

    assert problems(True, grade=4) == [("grade", False)]
    assert problems(True, grade="1") == []
    assert problems(False, grade="1") == [("grade", True)]
