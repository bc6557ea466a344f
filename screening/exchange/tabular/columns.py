"""Columns of a kind of file, and the readers that turn their texts into values."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from screening.exchange.tabular.errors import Refusal
from screening.protocol.fields import Choice, Field, FieldType, Value
from screening.protocol.formulas import is_formula, restore_text
from screening.protocol.payload import UnreadableValueError, check_payload, read_value
from screening.protocol.program import Program
from screening.protocol.wording import N_, Sentence

CodesOf = Callable[[Program], Sequence[str]]
Reader = Callable[[str], Value | None]

LONGEST_TEXT = 4_000
REMEMBERED = 2_048


@dataclass(frozen=True)
class Column:
    """A column: its field, how long a text may be, and which codes a program allows in it."""

    field: Field
    longest: int = LONGEST_TEXT
    codes: CodesOf | None = None

    @property
    def name(self) -> str:
        """The column's name in files."""
        return self.field.code

    def within(self, program: Program) -> "Column":
        """Return the column with the codes of one program."""
        if self.codes is None:
            return self
        choices = tuple(Choice(code, code) for code in self.codes(program))
        return replace(self, field=replace(self.field, type=FieldType.CHOICE, choices=choices))


def no_fields(program: Program) -> Sequence[Field]:
    """Add nothing: for kinds that are the same in every program."""
    return ()


@dataclass(frozen=True)
class Kind:
    """A kind of file: its own columns, those that a program adds, and an example row."""

    code: str
    title: str
    columns: tuple[Column, ...]
    example: Mapping[str, str]
    program_fields: Callable[[Program], Sequence[Field]] = no_fields

    @property
    def is_different_by_program(self) -> bool:
        """Programs add columns, or allow other codes."""
        return self.program_fields is not no_fields or any(each.codes for each in self.columns)

    def columns_within(self, program: Program) -> tuple[Column, ...]:
        """Return every column as one program fills it; the kind's own names come first."""
        own = tuple(column.within(program) for column in self.columns)
        names = {column.name for column in own}
        added = (field for field in self.program_fields(program) if field.code not in names)
        return (*own, *(Column(field) for field in added))


class RowReader:
    """Reads the texts of many rows by one set of columns, remembering texts that come again."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._readers = {column.name: _remembering(column) for column in columns}

    def read(self, row_no: int, texts: Mapping[str, str]) -> tuple[dict[str, Value], list[Refusal]]:
        """Return the values of a row's texts; texts of other columns are left out."""
        values: dict[str, Value] = {}
        refusals: list[Refusal] = []
        for name, text in texts.items():
            reader = self._readers.get(name)
            if reader is None:
                continue
            try:
                value = reader(text)
            except UnreadableValueError as error:
                refusals.append(Refusal(row_no, name, error.sentence))
                continue
            if value is not None:
                values[name] = value
        return values, refusals


def _remembering(column: Column) -> Reader:
    def read(text: str) -> Value | None:
        if column.field.type is FieldType.TEXT:
            return read_text(text, column.longest)
        value = read_value(column.field, text)
        if value is not None:
            _refuse_beyond_limits(column.field, value)
        return value

    return lru_cache(maxsize=REMEMBERED)(read)


def _refuse_beyond_limits(field: Field, value: Value) -> None:
    problems = check_payload((field,), {field.code: value})
    refused = [problem for problem in problems if not problem.is_question]
    if refused:
        raise UnreadableValueError(refused[0].sentence)


def read_text(text: str, longest: int) -> str:
    """Return a text as it was before an export guarded it; refuse formulas and what is too long."""
    if is_formula(text):
        message = N_("“{text}” is a formula; write its value instead")
        raise UnreadableValueError(Sentence(message, {"text": text[:40]}))
    if len(text) > longest:
        message = N_("the text has {count} characters; at most {most} are kept")
        raise UnreadableValueError(Sentence(message, {"count": len(text), "most": longest}))
    return restore_text(text)
