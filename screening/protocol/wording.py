"""Marks the sentences of pure modules for translation; pages translate them when shown."""

from collections.abc import Mapping, Sequence
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


def listed(labels: Sequence[str]) -> Sentence:
    """Join labels so that each is translated when the sentence is shown."""
    if not labels:
        return Sentence(N_("nothing"))
    if len(labels) == 1:
        return Sentence(labels[0])
    return Sentence(N_("{first}, {others}"), {"first": labels[0], "others": listed(labels[1:])})


@dataclass(frozen=True)
class Problem:
    """What is wrong with one field: refused, or (`is_question`) unlikely and to be confirmed."""

    field: str
    sentence: Sentence
    is_question: bool = False
