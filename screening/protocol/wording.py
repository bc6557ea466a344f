"""Marks the sentences of pure modules for translation; pages translate them when shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field


def N_(text: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Return `text` unchanged; the catalog extractor collects what is wrapped in it."""
    return text


@dataclass(frozen=True)
class Sentence:
    """An English sentence with named gaps and the values that fill them, translated when shown.

    Values that are themselves sentences or labels are translated by the page too.
    """

    text: str
    values: Mapping[str, object] = field(default_factory=dict)

    def in_english(self) -> str:
        """Return the sentence in English, for logs, tests and the console."""
        return self.text.format(
            **{
                name: value.in_english() if isinstance(value, Sentence) else value
                for name, value in self.values.items()
            }
        )


@dataclass(frozen=True)
class Problem:
    """What is wrong with one field: refused, or (`is_question`) unlikely and to be confirmed."""

    field: str
    sentence: Sentence
    is_question: bool = False
