"""An empty table of a kind, with remarks on its columns: labels, units, codes, an example."""

from collections.abc import Callable, Sequence

from screening.exchange.tabular.columns import Column, Kind
from screening.exchange.tabular.rows import REMARK
from screening.protocol.fields import Field, FieldType
from screening.protocol.program import Program

SHAPES = {
    FieldType.INTEGER: "whole number",
    FieldType.DECIMAL: "number",
    FieldType.CHOICE: "one code",
    FieldType.CHOICES: "codes, parted by ;",
    FieldType.YES_NO: "yes, no, unknown, 1 or 0",
    FieldType.DATE: "day, as 2024-03-05",
    FieldType.TEXT: "text",
}
REQUIRED = "required; "
BETWEEN_CODES = " | "


def template_rows(
    kind: Kind, columns: Sequence[Column], program: Program | None, translate: Callable[[str], str]
) -> list[list[str]]:
    """Return the header and the remarks: labels, labels in Chinese, shapes, codes, an example."""
    labels = [column.field.label for column in columns]
    return [
        [column.name for column in columns],
        _remark(labels),
        _remark([translate(label) for label in labels]),
        _remark([_shape(column.field) for column in columns]),
        _remark([_codes(column.field) for column in columns]),
        _remark([_example(kind, column, program) for column in columns]),
    ]


def _remark(texts: Sequence[str]) -> list[str]:
    """Return a row that an import leaves out."""
    return [f"{REMARK}{texts[0]}", *texts[1:]]


def _shape(field: Field) -> str:
    limits = field.limits
    shape = f"{REQUIRED if field.is_required else ''}{SHAPES[field.type]}"
    if field.unit:
        shape += f" in {field.unit}"
    if limits.minimum is not None:
        shape += f", {'above' if limits.minimum_is_open else 'from'} {limits.minimum}"
    if limits.maximum is not None:
        shape += f" to {limits.maximum}"
    return f"{shape}; {field.hint}" if field.hint else shape


def _codes(field: Field) -> str:
    if field.type not in (FieldType.CHOICE, FieldType.CHOICES):
        return ""
    return BETWEEN_CODES.join(choice.code for choice in field.allowed)


def _example(kind: Kind, column: Column, program: Program | None) -> str:
    if column.name == "program":
        return program.code if program else ""
    if column.name in kind.example:
        return kind.example[column.name]
    is_open = column.field.is_required and column.field.type is FieldType.CHOICE
    return column.field.allowed[0].code if is_open else ""
