"""Published systems over rows of text: columns in, result columns out, and what describes them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from screening.protocol.fields import Field
from screening.protocol.wording import Sentence

Texts = Mapping[str, str]
# The result columns of a row, and why they are what they are.
Worded = tuple[Texts, Sequence[Sentence]]
Judge = Callable[[Texts], Worded]


@dataclass(frozen=True)
class Table:
    """A table of a system as its page of documentation prints it."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Case:
    """A row worth looking at: at a limit, or where the rule could be read otherwise."""

    words: str
    inputs: Texts


@dataclass(frozen=True)
class SystemPage:
    """What the page of documentation of a system is made from.

    `told_by` names the module, or the function of one (module:function), whose docstring holds the
    rule and its source. `golden` is the file of published rows, `tests` are the files of tests that
    hold the rule, by their names. The cases change the row `common`, and print the result columns
    `shown`, and all reasons but, after the first case, those of the texts `unsaid`.
    """

    told_by: str
    golden: str = ""
    tests: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    cases: tuple[Case, ...] = ()
    common: Texts = field(default_factory=dict)
    shown: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()


def nothing_left(row: Texts) -> Texts:
    """Leave nothing: for a system that has no result for a row it cannot evaluate."""
    return {}


@dataclass(frozen=True)
class BulkSystem:
    """A published system over rows of a file.

    `evaluate` takes a row's texts (blank = not known), gives the texts of `results` (`reasons`
    included), and raises ClinicalInputError where no result can be given; `on_error` fills those
    result columns that exist to say so, `left_on_error` those that the row still has. `fields` say
    what the inputs are and `outcomes` what the results are; `explain` gives the reasons of a row in
    words that can be translated.
    """

    code: str
    title: str
    inputs: tuple[str, ...]
    results: tuple[str, ...]
    evaluate: Callable[[Texts], Texts]
    on_error: Texts = field(default_factory=dict)
    left_on_error: Callable[[Texts], Texts] = nothing_left
    fields: tuple[Field, ...] = ()
    outcomes: tuple[Field, ...] = ()
    explain: Callable[[Texts], Sequence[Sentence]] | None = None
    page: SystemPage | None = None


def results_of(judge: Judge, row: Texts) -> Texts:
    """Return the result columns of a row with its reasons in English: an `evaluate`."""
    results, reasons = judge(row)
    return {**results, "reasons": "; ".join(reason.in_english() for reason in reasons)}


def reasons_of(judge: Judge, row: Texts) -> Sequence[Sentence]:
    """Return the reasons of a row alone: an `explain`."""
    return judge(row)[1]
