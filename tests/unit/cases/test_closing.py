"""What stands against closing a case."""

from datetime import date

import pytest

from screening.cases.rules import Closure, WorkupFacts, closure_problems
from screening.enrollments.rules import Outcome
from screening.protocol.workup import ProcedureResult

EXAMINED, TODAY = date(2024, 1, 10), date(2024, 3, 5)
BENIGN, MALIGNANT = ProcedureResult.BENIGN, ProcedureResult.MALIGNANT
INDETERMINATE = ProcedureResult.INDETERMINATE
NON_DIAGNOSTIC = ProcedureResult.NON_DIAGNOSTIC


def against(outcome=Outcome.BENIGN, on=TODAY, comment=None, results=(), waits=False):
    facts = WorkupFacts(EXAMINED, tuple(results), waits)
    problems = closure_problems(Closure(outcome, on, comment), facts, TODAY)
    return [(problem.field, problem.is_question) for problem in problems]


def test_nothing_stands_against_an_outcome_between_the_exam_and_today():
    assert against(on=EXAMINED) == []
    assert against(on=TODAY, results=[BENIGN]) == []


@pytest.mark.parametrize("on", [date(2024, 1, 9), date(2024, 3, 6)])
def test_an_outcome_before_the_exam_or_in_the_future_is_refused(on):
    assert against(on=on) == [("decided_on", False)]


def test_a_cancer_is_recorded_not_declared():
    assert against(Outcome.CANCER) == [("outcome", False)]


@pytest.mark.parametrize("result", [NON_DIAGNOSTIC, INDETERMINATE])
@pytest.mark.parametrize("outcome", [Outcome.BENIGN, Outcome.NEGATIVE])
def test_a_result_that_settled_nothing_never_closes_a_case_by_itself(outcome, result):
    assert against(outcome, results=[result]) == [("comment", False)]
    assert against(outcome, results=[result], comment="stable for two years") == []
    assert against(outcome, results=[result, BENIGN]) == []


@pytest.mark.parametrize("outcome", [Outcome.LOST, Outcome.DECLINED, Outcome.DIED])
def test_who_is_lost_declines_or_died_needs_no_result(outcome):
    assert against(outcome, results=[NON_DIAGNOSTIC], waits=True) == []


def test_a_malignant_result_without_a_cancer_is_asked_about():
    assert against(results=[MALIGNANT]) == [("outcome", True)]


def test_tissue_that_still_waits_for_its_result_is_asked_about():
    assert against(waits=True) == [("outcome", True)]
