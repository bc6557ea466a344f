"""The questions that the publications of a program leave open, and how they are read here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from screening.protocol.program import Program
from screening.protocol.readings import STANDINGS, Question, Standing
from screening.protocol.wording import listed
from screening.web.locale import say

TONES = {Standing.DISPUTED: "watch", Standing.NOT_VERIFIED: "bad"}


@dataclass(frozen=True)
class QuestionPresenter:
    """One question: of what it is asked, its standing, the reading in force and the others."""

    code: str
    asked: str
    concerns: str
    standing: str
    tone: str
    reading: str
    is_changed: bool
    others: str
    source: str


def present_questions(program: Program) -> Sequence[QuestionPresenter]:
    """Return the open questions of a program."""
    titles = _titles(program)
    return [_present(question, program, titles) for question in program.questions]


def _titles(program: Program) -> Mapping[str, str]:
    """Return what rule sets and systems are called; where one has two names, the shorter."""
    return {
        **{system.code: system.title for system in program.bulk_systems},
        **{system.code: f"{system.title} {system.edition}" for system in program.all_systems},
        **{rule_set.code: rule_set.title for rule_set in program.rule_sets},
    }


def _present(question: Question, program: Program, titles: Mapping[str, str]) -> QuestionPresenter:
    in_force = program.in_force[question.code]
    labels = {option.code: option.label for option in question.options}
    others = [label for code, label in labels.items() if code != in_force]
    return QuestionPresenter(
        question.code,
        say(question.asked),
        say(listed([titles[code] for code in question.of])),
        say(STANDINGS[question.standing]),
        TONES.get(question.standing, "plain"),
        say(labels[in_force]),
        in_force != question.default,
        say(listed(others)),
        say(question.source),
    )
