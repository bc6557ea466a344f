"""Systems that `screening evaluate` runs in bulk: text columns in, result columns out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class BulkSystem:
    """A published system over rows of a file.

    `evaluate` takes a row's texts (blank = not known), gives the texts of `results` (`reasons`
    included), and raises ClinicalInputError where no result can be given; `on_error` fills those
    result columns that exist to say so.
    """

    code: str
    title: str
    inputs: tuple[str, ...]
    results: tuple[str, ...]
    evaluate: Callable[[Mapping[str, str]], Mapping[str, str]]
    on_error: Mapping[str, str] = field(default_factory=dict)
