"""What the pages of the calculator show: systems by program, and the result of what was typed."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from screening.clinical.reasons import ClinicalInputError, InvalidInput
from screening.evaluations.columns import REASONS, inputs_of, outcomes_of
from screening.evaluations.rows import evaluate_row
from screening.evaluations.systems import all_systems
from screening.evaluations.wording import sentence_of
from screening.programs import all_programs
from screening.protocol.fields import Field, FieldType
from screening.protocol.systems import BulkSystem, Texts
from screening.protocol.wording import N_
from screening.web.locale import between, say

STATISTICS = N_("Statistics")

Lines = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Group:
    """Systems under one heading: code and title of each."""

    title: str
    systems: Lines


@dataclass(frozen=True)
class ResultPresenter:
    """A result with its reasons, or why there is none; `inputs` are what it rests on."""

    inputs: Lines
    results: Lines
    reasons: tuple[str, ...]
    column: str
    problem: str

    @property
    def is_blank(self) -> bool:
        """Nothing was typed yet."""
        return not self.inputs


def present_groups() -> tuple[Group, ...]:
    """Return every system, those of each program together."""
    programs = tuple(
        Group(say(program.name), _lines(program.bulk_systems)) for program in all_programs()
    )
    of_programs = {code for group in programs for code, _ in group.systems}
    others = (system for system in all_systems().values() if system.code not in of_programs)
    return (*programs, Group(say(STATISTICS), _lines(tuple(others))))


def _lines(systems: tuple[BulkSystem, ...]) -> Lines:
    return tuple((system.code, say(system.title)) for system in systems)


def present_result(system: BulkSystem, inputs: Texts) -> ResultPresenter:
    """Return what a system makes of what was typed."""
    fields = {field.code: field for field in inputs_of(system)}
    typed = tuple((say(fields[code].label), _typed(fields[code], inputs[code])) for code in inputs)
    evaluated = evaluate_row(system, inputs)
    if not inputs:
        return ResultPresenter((), (), (), "", "")
    if evaluated.error is not None:
        column = evaluated.error.column
        problem = _problem(evaluated.error, fields.get(column))
        return ResultPresenter(typed, (), (), column, problem)
    return ResultPresenter(
        typed,
        tuple(_results(system, evaluated.results)),
        _reasons(system, inputs, evaluated.results),
        "",
        "",
    )


def _problem(error: ClinicalInputError, field: Field | None) -> str:
    """Return what is wrong as the form words it: its labels in the place of columns and codes."""
    if field is None:
        return say(sentence_of(error, f"“{error.column}”"))
    label = f"“{say(field.label)}”"
    if not field.choices or not isinstance(error, InvalidInput):
        return say(sentence_of(error, label))
    codes = str(error.values.get("codes", "")).replace(", ", ";")
    values = {**error.values, "codes": _in_words(field, codes)}
    worded = InvalidInput(error.column, _in_words(field, str(error.value)), error.allowed, **values)
    return say(sentence_of(worded, label))


def _results(system: BulkSystem, results: Texts) -> Iterator[tuple[str, str]]:
    for field in outcomes_of(system):
        text = results.get(field.code, "")
        if text:
            yield say(field.label), _shown(field, text)


def _reasons(system: BulkSystem, inputs: Texts, results: Texts) -> tuple[str, ...]:
    if system.explain is not None:
        return tuple(say(reason) for reason in system.explain(inputs))
    return tuple(part for part in results.get(REASONS, "").split("; ") if part)


def _shown(field: Field, text: str) -> str:
    """Return a value as a person reads it: codes in words, numbers rounded, with their unit."""
    if field.choices:
        return _in_words(field, text)
    shown = _rounded(text, field.decimals) if field.type is FieldType.DECIMAL else say(text)
    return _with_unit(field, shown)


def _in_words(field: Field, text: str) -> str:
    """Return codes, parted by semicolons, as their labels; what is no code as it stands."""
    labels = {choice.code: say(choice.label) for choice in field.choices}
    return between(",").join(labels.get(code, code) for code in text.split(";"))


def _typed(field: Field, text: str) -> str:
    """Return what was typed: codes in words, anything else as it stands, a number or not."""
    return _shown(field, text) if field.choices else _with_unit(field, text)


def _with_unit(field: Field, shown: str) -> str:
    return f"{shown} {say(field.unit)}" if field.unit else shown


def _rounded(text: str, decimals: int) -> str:
    """Return a number with so many decimals at most."""
    number = Decimal(text)
    places = -int(number.as_tuple().exponent)
    return f"{number:.{decimals}f}" if places > decimals else f"{number:f}"
