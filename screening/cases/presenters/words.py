"""How states, categories, kinds and codes of a case read on a page."""

from collections.abc import Iterable

from screening.cases.rules import RESULT_LABELS, STATUS_LABELS, CaseStatus
from screening.enrollments.rules import OUTCOME_LABELS, Outcome
from screening.programs import get_program
from screening.protocol.fields import Choice
from screening.protocol.wording import N_
from screening.protocol.workup import ProcedureResult, Workup
from screening.web.locale import between, say

WITHDRAWN = N_("Withdrawn")
STATUS_TONES = {
    CaseStatus.NEW: "bad",
    CaseStatus.ASSIGNED: "watch",
    CaseStatus.WORKUP: "watch",
    CaseStatus.CLOSED: "plain",
}
RESULT_TONES = {
    ProcedureResult.BENIGN: "good",
    ProcedureResult.MALIGNANT: "bad",
    ProcedureResult.INDETERMINATE: "watch",
    ProcedureResult.NON_DIAGNOSTIC: "watch",
}


def label_of(choices: Iterable[Choice], code: str | None) -> str:
    """Return the label of a code; one that the program does not know stays as it is."""
    return say(next((choice.label for choice in choices if choice.code == code), code))


def kind_label(workup: Workup, code: str) -> str:
    """Return the name of a kind of procedure."""
    return say(next((kind.label for kind in workup.procedures if kind.code == code), code))


def result_chip(result: ProcedureResult | None) -> tuple[str, str]:
    """Return a result and its tone; blank while it is not known."""
    return (say(RESULT_LABELS[result]), RESULT_TONES[result]) if result else ("", "plain")


class CaseWords:
    """The labels of a list, each translated once."""

    def __init__(self) -> None:
        self._statuses = {status: say(label) for status, label in STATUS_LABELS.items()}
        self._outcomes = {outcome: say(label) for outcome, label in OUTCOME_LABELS.items()}
        self._withdrawn = say(WITHDRAWN)
        self._programs: dict[str, str] = {}

    def status(
        self, status: CaseStatus, is_withdrawn: bool, outcome: Outcome | None
    ) -> tuple[str, str]:
        """Return a state and its tone; that of a closed case names its outcome."""
        if is_withdrawn:
            return self._withdrawn, "plain"
        if status is CaseStatus.CLOSED and outcome is not None:
            tone = "bad" if outcome is Outcome.CANCER else "plain"
            return f"{self._statuses[status]}{between(':')}{self._outcomes[outcome]}", tone
        return self._statuses[status], STATUS_TONES[status]

    def program(self, code: str) -> str:
        """Return the name of a program."""
        if code not in self._programs:
            self._programs[code] = say(get_program(code).name)
        return self._programs[code]

    def category(self, program: str, system: str | None, category: str | None) -> str:
        """Return what a category says, blank where its system does not know it."""
        if system is None or category is None:
            return ""
        known = {each.code: each for each in get_program(program).system(system).categories}
        return say(known[category].label) if category in known else ""
