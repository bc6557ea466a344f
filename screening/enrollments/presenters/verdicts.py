"""Verdicts of rule sets in words: while a questionnaire is typed, and as they were stored."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from screening.enrollments.models import RiskAssessment
from screening.enrollments.presenters.answers import Pair, answer_pairs, derived_pairs
from screening.enrollments.rules import VERDICT_LABELS, Judged
from screening.participants.rules import age_on
from screening.protocol.eligibility import Verdict
from screening.protocol.fields import Payload
from screening.protocol.payload import from_json
from screening.protocol.program import Program
from screening.protocol.wording import Problem
from screening.web.locale import say, say_stored

TONES = {Verdict.YES: "good", Verdict.NO: "plain", Verdict.INSUFFICIENT_DATA: "watch"}


@dataclass(frozen=True)
class VerdictLine:
    """One rule set's verdict: its title and version, the verdict in words, the reasons, and what
    the rule set offers the person.
    """

    title: str
    version: str
    note: str
    verdict: str
    tone: str
    reasons: tuple[str, ...]
    offers: tuple[str, ...]


def present_judged(judged: Judged) -> VerdictLine:
    """Return a verdict as it was just given."""
    rule_set, found = judged.rule_set, judged.eligibility
    reasons = tuple(say(reason) for reason in found.reasons)
    words = found.position or VERDICT_LABELS[found.verdict]
    return VerdictLine(
        say(rule_set.title),
        say(found.version),
        say(rule_set.label),
        say(words),
        TONES[found.verdict],
        reasons,
        tuple(say(offer) for offer in found.offers),
    )


@dataclass(frozen=True)
class LiveVerdict:
    """What the answers typed so far lead to: the rule set in force first, the others beside it.

    `problems` is what will be refused when it is saved.
    """

    age: str
    derived: tuple[Pair, ...]
    in_force: VerdictLine
    others: tuple[VerdictLine, ...]
    problems: tuple[Pair, ...]


def present_live(
    program: Program,
    judged: Sequence[Judged],
    answers: Payload,
    problems: Sequence[Problem],
    age: int | None,
) -> LiveVerdict:
    """Return the verdicts on what is typed so far."""
    labels = {field.code: field.label for field in program.questionnaire.fields}
    first, *others = (present_judged(each) for each in judged)
    return LiveVerdict(
        str(_("%(age)s years on the day of asking", age=age)) if age is not None else "",
        derived_pairs(program.questionnaire, answers, age),
        first,
        tuple(others),
        tuple(
            (say(labels.get(problem.field, problem.field)), say(problem.sentence))
            for problem in problems
        ),
    )


@dataclass(frozen=True)
class AssessmentLine:
    """A stored questionnaire with the verdicts given then; nothing is judged anew."""

    id: int
    assessed_on: str
    in_force: VerdictLine
    others: tuple[VerdictLine, ...]
    answers: tuple[Pair, ...]
    derived: tuple[Pair, ...]
    questionnaire_version: str


def present_assessment(program: Program, assessment: RiskAssessment) -> AssessmentLine:
    """Return a stored questionnaire, the rule set that was in force then first."""
    codes = [rule_set.code for rule_set in program.rule_sets]
    known = [code for code in codes if code in assessment.verdicts]
    retired = [code for code in assessment.verdicts if code not in codes]
    ordered = sorted([*known, *retired], key=lambda code: code != assessment.rule_set)
    first, *others = (_stored(program, code, assessment.verdicts[code]) for code in ordered)
    answers = from_json(program.questionnaire.fields, assessment.answers)
    return AssessmentLine(
        assessment.id,
        assessment.assessed_on.isoformat(),
        first,
        tuple(others),
        answer_pairs(program.questionnaire, answers),
        derived_pairs(program.questionnaire, answers, _age(assessment)),
        assessment.questionnaire_version,
    )


def _age(assessment: RiskAssessment) -> int | None:
    person = assessment.enrollment.participant
    return age_on(person.born_from, person.born_to, assessment.assessed_on)


def _stored(program: Program, code: str, stored: object) -> VerdictLine:
    found = stored if isinstance(stored, dict) else {}
    reasons = tuple(say_stored(reason) for reason in found.get("reasons", ()))
    verdict = Verdict(found.get("verdict", Verdict.INSUFFICIENT_DATA))
    rule_set = next((each for each in program.rule_sets if each.code == code), None)
    return VerdictLine(
        say(rule_set.title) if rule_set else code,
        say(str(found.get("version", ""))),
        say(rule_set.label) if rule_set else "",
        say(str(found.get("position") or VERDICT_LABELS[verdict])),
        TONES[verdict],
        reasons,
        tuple(say_stored(offer) for offer in found.get("offers", ())),
    )
