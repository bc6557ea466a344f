"""JSON schemas out of the definitions: columns of systems, and the dataclasses of answers."""

import types
from dataclasses import fields, is_dataclass
from inspect import cleandoc
from typing import Any, get_args, get_origin, get_type_hints

from screening.evaluations.columns import REASONS, inputs_of, outcomes_of
from screening.evaluations.rows import ERROR
from screening.protocol.fields import Field, FieldType
from screening.protocol.systems import BulkSystem

Schema = dict[str, object]

NUMBERS = (FieldType.INTEGER, FieldType.DECIMAL)
SIMPLE: dict[object, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
}


def reference(name: str) -> Schema:
    """Return what stands for a schema of the document elsewhere in it."""
    return {"$ref": f"#/components/schemas/{name}"}


def schema_of(kind: Any) -> Schema:
    """Return the schema of a type: of a dataclass, a tuple of one, or a simple one."""
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        names = [field.name for field in fields(kind)]
        return {
            "type": "object",
            "description": cleandoc(kind.__doc__ or ""),
            "properties": {name: schema_of(hints[name]) for name in names},
            "required": names,
            "additionalProperties": False,
        }
    if get_origin(kind) is tuple:
        return {"type": "array", "items": schema_of(get_args(kind)[0])}
    if isinstance(kind, types.UnionType):
        simple = schema_of(get_args(kind)[0])
        return {**simple, "type": [simple["type"], "null"]}
    return SIMPLE[kind]


def schema_of_row(system: BulkSystem) -> Schema:
    """Return the schema of a row that a system takes; other columns are carried through."""
    return {
        "type": "object",
        "title": system.title,
        "properties": {field.code: _taken(field) for field in inputs_of(system)},
        "additionalProperties": True,
    }


def schema_of_results(system: BulkSystem) -> Schema:
    """Return the schema of what a system adds to a row; every result is a text, as in files."""
    columns = {field.code: _given(field) for field in outcomes_of(system)}
    columns[REASONS] = {"type": "string", "description": "Why, step by step"}
    columns[ERROR] = {"type": "string", "description": "Why there is no result; blank if there is"}
    return {
        "type": "object",
        "title": system.title,
        "properties": columns,
        "required": list(columns),
        "additionalProperties": True,
    }


def _taken(field: Field) -> Schema:
    kinds = ["number", "string", "null"]
    if field.type not in NUMBERS:
        kinds = ["string", "number", "boolean", "null"]
    schema: Schema = {"type": kinds, "description": _about(field)}
    if field.choices:
        schema["examples"] = [choice.code for choice in field.choices]
    if field.type is FieldType.CHOICES:
        schema |= {"type": [*kinds, "array"], "items": {"type": "string"}}
    return schema


def _given(field: Field) -> Schema:
    return {"type": "string", "description": _about(field)}


def _about(field: Field) -> str:
    """Return what a column is, in which unit, and what it takes."""
    limits = field.limits
    parts = [f"{field.label} ({field.unit})" if field.unit else field.label, field.hint]
    if field.choices:
        parts.append(f"One of: {', '.join(choice.code for choice in field.choices)}")
    if limits.minimum is not None and limits.maximum is not None:
        parts.append(f"{limits.minimum:f} to {limits.maximum:f}")
    return ". ".join(part for part in parts if part)
