"""The eligibility rules of a program as a page: criteria in words, source, what is disputed."""

from collections.abc import Sequence
from dataclasses import dataclass

from screening.enrollments.presenters.questions import QuestionPresenter, present_questions
from screening.protocol.eligibility import RuleSet
from screening.protocol.program import Program
from screening.web.locale import say


@dataclass(frozen=True)
class RuleSetPresenter:
    """One rule set in words."""

    code: str
    title: str
    version: str
    source: str
    note: str
    criteria: tuple[str, ...]


@dataclass(frozen=True)
class RulesPresenter:
    """The rule set in force and the others, and what their publications leave open."""

    title: str
    in_force: RuleSetPresenter
    others: Sequence[RuleSetPresenter]
    questions: Sequence[QuestionPresenter]


def present_rules(program: Program) -> RulesPresenter:
    """Return the rules of a program."""
    others = [each for each in program.rule_sets if each.code != program.default_rule_set]
    return RulesPresenter(
        say(program.name),
        _present(program.rule_set(program.default_rule_set)),
        [_present(each) for each in others],
        present_questions(program),
    )


def _present(rule_set: RuleSet) -> RuleSetPresenter:
    return RuleSetPresenter(
        rule_set.code,
        say(rule_set.title),
        say(rule_set.version),
        say(rule_set.source),
        say(rule_set.label),
        tuple(say(criterion) for criterion in rule_set.criteria),
    )
