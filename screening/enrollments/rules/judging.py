"""Verdicts of every rule set of a program, as values and as stored JSON; pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from screening.enrollments.rules.states import EnrollmentStatus
from screening.protocol.eligibility import Candidate, Eligibility, RuleSet, Verdict
from screening.protocol.program import Program
from screening.protocol.wording import Sentence

STATUS_OF_VERDICT = {
    Verdict.YES: EnrollmentStatus.ELIGIBLE,
    Verdict.NO: EnrollmentStatus.INELIGIBLE,
    Verdict.INSUFFICIENT_DATA: EnrollmentStatus.ASSESSED,
}


@dataclass(frozen=True)
class Judged:
    """One rule set's verdict beside the rule set itself."""

    rule_set: RuleSet
    eligibility: Eligibility


def judge(program: Program, candidate: Candidate) -> list[Judged]:
    """Return every rule set's verdict on a candidate, the program's own set first."""
    ordered = sorted(program.rule_sets, key=lambda each: each.code != program.default_rule_set)
    return [Judged(rule_set, rule_set.judge(candidate)) for rule_set in ordered]


def judged_json(judged: Sequence[Judged]) -> dict[str, object]:
    """Return verdicts as JSON: rule set -> version, verdict, reasons with their values as text."""
    return {
        each.eligibility.rule_set: {
            "version": each.eligibility.version,
            "verdict": each.eligibility.verdict.value,
            **({"position": each.eligibility.position} if each.eligibility.position else {}),
            "reasons": [_sentence_json(reason) for reason in each.eligibility.reasons],
            **_offers_json(each.eligibility),
        }
        for each in judged
    }


def _offers_json(eligibility: Eligibility) -> dict[str, object]:
    offers = [_sentence_json(offer) for offer in eligibility.offers]
    return {"offers": offers} if offers else {}


def _sentence_json(sentence: Sentence) -> dict[str, object]:
    values = {name: str(value) for name, value in sentence.values.items()}
    return {"text": sentence.text, "values": values}
