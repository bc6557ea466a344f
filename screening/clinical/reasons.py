"""What every clinical result shares: reasons as message keys with values, and refused inputs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

ReasonValue = str | int | Decimal


@dataclass(frozen=True)
class Reason:
    """One step that led to a result: a message key and the values that its sentence shows.

    The sentence itself, in each language, belongs to the program that shows it.
    """

    key: str
    values: Mapping[str, ReasonValue] = field(default_factory=dict)


def in_words(reasons: Iterable[Reason]) -> str:
    """Return reasons as plain English for files: each key in words, then its values."""
    return "; ".join(_in_words(reason) for reason in reasons)


def _in_words(reason: Reason) -> str:
    key = reason.key.replace("_", " ")
    shown = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in reason.values.items())
    return f"{key} ({shown})" if shown else key


class ClinicalInputError(ValueError):
    """An input from which no result can be given; `column` names it as the vector files do."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


class MissingInput(ClinicalInputError):  # noqa: N818 - its family is named as errors are
    """An input that the result depends on is not known."""

    def __init__(self, column: str) -> None:
        super().__init__(column, f"{column} is needed here and is not known")


class InvalidInput(ClinicalInputError):  # noqa: N818 - as above
    """An input that is impossible or contradicts another; `allowed` says what would be right.

    Its gaps are filled with the values, so that it can be translated; it stands third in the call,
    where the catalog finds it.
    """

    def __init__(self, column: str, value: object, allowed: str, **values: object) -> None:
        super().__init__(column, f"{column} is {value}; {allowed.format(**values)}")
        self.value = value
        self.allowed = allowed
        self.values = values
