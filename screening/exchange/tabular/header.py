"""Matches the header of a file with the columns of its kind."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from itertools import chain

from screening.exchange.tabular.columns import Column, Kind
from screening.exchange.tabular.errors import RefusedFileError
from screening.exchange.tabular.mapping import ColumnMapping
from screening.protocol.fields import Field
from screening.protocol.program import Program
from screening.protocol.wording import N_

# The last column of a file of refused rows; it says why, and is left out when they come again.
PROBLEM = "problem"
LIKENESS = 0.85
OTHER_SEPARATORS = {";": ";", "\t": "TAB", "|": "|"}

Translate = Callable[[str], str]


@dataclass(frozen=True)
class Header:
    """Which cell of a row is which column, what every row has besides, and what is not read.

    `converted` are the columns that the file holds in another unit, with the field and the name.
    """

    names: tuple[str, ...]
    cells: tuple[tuple[int, str], ...]
    constants: Mapping[str, str]
    translations: Mapping[str, Mapping[str, str]]
    ignored: tuple[str, ...]
    converted: Mapping[str, tuple[Field, str]] = field(default_factory=dict)

    @property
    def names_present(self) -> set[str]:
        """The columns that every row may have a text in."""
        return {*(name for _, name in self.cells), *self.constants}


def columns_of(kind: Kind, programs: Sequence[Program]) -> tuple[Column, ...]:
    """Return the columns of a kind in any of the programs, each once.

    What one program requires may be missing from a file of another; its rows are asked for it.
    """
    found = {column.name: column for column in kind.columns}
    within = [{each.name: each for each in kind.columns_within(program)} for program in programs]
    for column in chain.from_iterable(columns.values() for columns in within):
        if column.name not in found:
            everywhere = [columns.get(column.name) for columns in within]
            is_required = all(each is not None and each.field.is_required for each in everywhere)
            field_of_all = replace(column.field, is_required=is_required)
            found[column.name] = replace(column, field=field_of_all)
    return tuple(found.values())


def match_header(
    columns: Sequence[Column],
    names: Sequence[str],
    mapping: ColumnMapping,
    defaults: Mapping[str, str],
    translate: Translate,
) -> Header:
    """Match the names of a file; `defaults` are texts for columns that it does not have."""
    known = _accepted_names(columns, translate)
    _check_mapping(mapping, known)
    mapped = {_fold(name): column for name, column in mapping.columns.items()}
    cells, ignored = _places(names, mapped, known)
    fixed = {name: text for name, text in mapping.constants.items() if name not in cells}
    constants = {**defaults, **fixed}
    # A mapping leaves a column out by mapping it to nothing; others may be misspelled.
    unmapped = [name for name in ignored if mapped.get(_fold(name)) != ""]
    present = {*cells, *constants}
    _check_spelling(columns, present, unmapped)
    if not cells:
        _refuse_foreign(columns, names)
    _check_complete(columns, present)
    places = tuple((index, code) for code, index in cells.items())
    written = {code: mapped.get(_fold(names[index]), names[index]) for index, code in places}
    converted = _converted(columns, written)
    return Header(tuple(names), places, constants, mapping.values, tuple(ignored), converted)


def _places(
    names: Sequence[str], mapped: Mapping[str, str], known: Mapping[str, str]
) -> tuple[dict[str, int], list[str]]:
    """Return where each column stands, and the names that are not read."""
    cells: dict[str, int] = {}
    ignored = []
    for index, name in enumerate(names):
        code = known.get(_fold(mapped.get(_fold(name), name)))
        if code is None:
            if name != PROBLEM:
                ignored.append(name)
        elif code in cells:
            message = N_("“{one}” and “{other}” are the same column {column}")
            values = {"one": names[cells[code]], "other": name, "column": code}
            raise RefusedFileError(message, values, column=name)
        else:
            cells[code] = index
    return cells, ignored


def _converted(
    columns: Sequence[Column], written: Mapping[str, str]
) -> dict[str, tuple[Field, str]]:
    """Return the columns that the file holds in another unit; `written`: how it names them."""
    return {
        column.name: (column.field, name)
        for column in columns
        for name in column.field.other_units
        if _fold(written.get(column.name, "")) == _fold(name)
    }


def _fold(name: str) -> str:
    return name.strip().casefold()


def _accepted_names(columns: Sequence[Column], translate: Translate) -> dict[str, str]:
    """Return accepted name -> column; codes come before labels where both would fit."""
    known: dict[str, str] = {}
    for column in columns:
        for name in column.field.names:
            known.setdefault(_fold(name), column.name)
    for column in columns:
        for label in (column.field.label, translate(column.field.label)):
            known.setdefault(_fold(label), column.name)
    return known


def _check_mapping(mapping: ColumnMapping, known: Mapping[str, str]) -> None:
    for code in (*mapping.columns.values(), *mapping.values, *mapping.constants):
        if code and _fold(code) not in known:
            raise RefusedFileError(N_("the mapping names a column that there is not"), column=code)


def _check_spelling(columns: Sequence[Column], present: set[str], ignored: Sequence[str]) -> None:
    """Refuse a file with a column whose name is nearly that of one that it lacks."""
    names = [column.name for column in columns]
    for name in ignored:
        near = get_close_matches(_fold(name), names, n=1, cutoff=LIKENESS)
        if near and near[0] not in present:
            message = N_("there is no such column; is {near} meant?")
            raise RefusedFileError(message, {"near": near[0]}, column=name)


def _check_complete(columns: Sequence[Column], present: set[str]) -> None:
    missing = [name for name in _required(columns) if name not in present]
    if missing:
        message = N_("required columns are missing: {columns}")
        raise RefusedFileError(message, {"columns": ", ".join(missing)}, column=missing[0])


def _required(columns: Sequence[Column]) -> list[str]:
    return [column.name for column in columns if column.field.is_required]


def _refuse_foreign(columns: Sequence[Column], names: Sequence[str]) -> None:
    """Say of a file none of whose names is known what it looks like."""
    separator = next((sign for sign in OTHER_SEPARATORS if sign in names[0]), None)
    if len(names) == 1 and separator:
        message = N_("the columns are separated by “{sign}”; save the table with commas")
        raise RefusedFileError(message, {"sign": OTHER_SEPARATORS[separator]})
    message = N_("the first row names no known column, so this may be no table; it needs {columns}")
    raise RefusedFileError(message, {"columns": ", ".join(_required(columns))})
