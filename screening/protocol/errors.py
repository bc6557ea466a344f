"""The family of errors that a user can cause; the web maps them to pages, the console to lines."""

from collections.abc import Iterable, Mapping

from screening.protocol.wording import Problem, Sentence


class ScreeningError(Exception):
    """Something the user asked for that cannot be done; `sentence` says why, ready to translate."""

    def __init__(self, text: str, values: Mapping[str, object] | None = None) -> None:
        self.sentence = Sentence(text, values or {})
        super().__init__(self.sentence.in_english())


class NotFoundError(ScreeningError):
    """There is no such record within the viewer's sites."""


class NotAllowedNowError(ScreeningError):
    """The record's state does not allow this; the sentence says what is allowed."""


class RefusedInputError(ScreeningError):
    """An input is impossible; `field` names where it was typed."""

    def __init__(self, field: str, text: str, values: Mapping[str, object] | None = None) -> None:
        super().__init__(text, values)
        self.field = field


class NewerChangeError(ScreeningError):
    """Someone saved a newer version meanwhile; both versions are to be shown."""


def refuse_impossible(problems: Iterable[Problem]) -> None:
    """Raise the first problem that no confirmation can pass."""
    for problem in problems:
        if not problem.is_question:
            raise RefusedInputError(problem.field, problem.sentence.text, problem.sentence.values)
