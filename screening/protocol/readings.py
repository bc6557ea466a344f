"""Questions that the publications leave open: their options, and which reading is in force."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from zlib import crc32

from screening.protocol.fields import YES_NO, Choice
from screening.protocol.wording import N_

YES, NO = (choice.code for choice in YES_NO)
# As long as the column in which results keep the version of what they were judged by.
LONGEST_VERSION = 40


class Standing(StrEnum):
    """Why a question is open."""

    DISPUTED = "disputed"
    NOT_VERIFIED = "not_verified"
    HOUSE_RULE = "house_rule"
    OPTION = "option"


STANDINGS: Mapping[Standing, str] = {
    Standing.DISPUTED: N_("Disputed"),
    Standing.NOT_VERIFIED: N_("Not verified"),
    Standing.HOUSE_RULE: N_("House rule"),
    Standing.OPTION: N_("Option"),
}


@dataclass(frozen=True)
class Question:
    """One open question; `of` names the rule sets and systems whose results the answer can change.

    `default` is the reading that holds where a site chooses none.
    """

    code: str
    asked: str
    standing: Standing
    options: tuple[Choice, ...]
    default: str
    source: str
    of: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the options."""
        return tuple(option.code for option in self.options)


@dataclass(frozen=True)
class InForce:
    """The readings in force: those that a site chose, and else the defaults."""

    questions: tuple[Question, ...]
    chosen: Mapping[str, str]

    def __getitem__(self, code: str) -> str:
        """Return the code of the option in force; KeyError names an unknown question."""
        defaults = {question.code: question.default for question in self.questions}
        return self.chosen.get(code, defaults[code])

    def is_yes(self, code: str) -> bool:
        """Tell how a question of yes or no is answered."""
        return self[code] == YES

    @property
    def changed(self) -> tuple[Question, ...]:
        """The questions that are read otherwise than by default, in their order."""
        return tuple(each for each in self.questions if self[each.code] != each.default)

    def version(self, version: str, code: str) -> str:
        """Return the version of a rule set or system, with the readings that a site changed.

        Where they are too many to be written out, their fingerprint tells them from others.
        """
        changes = "; ".join(self._changes(code))
        if not changes:
            return version
        whole = f"{version}; {changes}"
        if len(whole) <= LONGEST_VERSION:
            return whole
        return f"{version}; readings {crc32(changes.encode()):08x}"

    def _changes(self, code: str) -> Iterator[str]:
        for question in self.changed:
            if code in question.of:
                yield f"{question.code}={self[question.code]}"
