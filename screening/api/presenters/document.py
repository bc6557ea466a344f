"""The OpenAPI document: every address for programs, written from what the code takes and gives."""

from collections.abc import Mapping, Sequence

from screening.api.presenters.records import ListedExam, Person
from screening.api.presenters.schemas import (
    Schema,
    reference,
    schema_of,
    schema_of_results,
    schema_of_row,
)
from screening.api.rules import LIST_SIZE, LONGEST_LIST, MOST_ROWS
from screening.evaluations.systems import all_systems
from screening.indicators.rules import Dimension
from screening.programs import all_programs
from screening.protocol.systems import BulkSystem

VERSION = "1"
JSON, PROBLEM = "application/json", "application/problem+json"
PREFIX = "/api/v1"

DAY: Schema = {"type": "string", "format": "date"}
TEXT: Schema = {"type": "string"}
ANY_OBJECT: Schema = {"type": "object", "additionalProperties": True}
PROBLEM_SCHEMA: Schema = {
    "type": "object",
    "description": "What is wrong, in the language of the user (RFC 9457).",
    "properties": {
        "type": TEXT,
        "title": TEXT,
        "status": {"type": "integer"},
        "detail": TEXT,
        "errors": {
            "type": "array",
            "items": {"type": "object", "properties": {"name": TEXT, "message": TEXT}},
        },
        "request": TEXT,
    },
    "required": ["type", "title", "status"],
}
SYSTEM_SCHEMA: Schema = {
    "type": "object",
    "properties": {
        "code": TEXT,
        "title": TEXT,
        "inputs": {"type": "array", "items": ANY_OBJECT},
        "results": {"type": "array", "items": ANY_OBJECT},
    },
    "required": ["code", "title", "inputs", "results"],
}
PROBLEMS: Mapping[str, str] = {
    "400": "The request cannot be read, or a part of it is refused",
    "401": "Nobody is signed in, and there is no valid access token",
    "403": "The role of the user does not allow this",
}
NOT_THERE = {"404": "There is no such system"}
NO_JSON = {"415": "The body is not JSON"}


def present_document() -> Schema:
    """Return the document."""
    systems = all_systems().values()
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Cancer screening",
            "version": VERSION,
            "description": "Reads of figures, persons and exams at the sites of the user, and "
            "published systems over rows. A person's reading is written to the audit log.",
        },
        "security": [{"token": []}, {"session": []}],
        "paths": {
            f"{PREFIX}/evaluate": {"get": _list_systems()},
            **{f"{PREFIX}/evaluate/{each.code}": _of_system(each) for each in systems},
            f"{PREFIX}/indicators": {"get": _indicators()},
            f"{PREFIX}/participants": {"get": _list("participants", "Person")},
            f"{PREFIX}/exams": {"get": _list("exams", "Exam")},
            f"{PREFIX}/openapi.json": {
                "get": _operation("show_openapi", "This document", ANY_OBJECT)
            },
        },
        "components": {"schemas": _schemas(), "securitySchemes": _schemes()},
    }


def _schemas() -> Schema:
    systems = all_systems().values()
    return {
        "Problem": PROBLEM_SCHEMA,
        "System": SYSTEM_SCHEMA,
        "Person": schema_of(Person),
        "Exam": schema_of(ListedExam),
        **{f"{each.code}-row": schema_of_row(each) for each in systems},
        **{f"{each.code}-result": schema_of_results(each) for each in systems},
    }


def _schemes() -> Schema:
    return {
        "token": {
            "type": "http",
            "scheme": "bearer",
            "description": "An access token, made on the page of one's own account.",
        },
        "session": {
            "type": "apiKey",
            "in": "cookie",
            "name": "session",
            "description": "A signed-in browser; what it posts needs the header X-CSRFToken.",
        },
    }


def _operation(
    name: str,
    summary: str,
    schema: Schema,
    parameters: Sequence[Schema] = (),
    problems: Mapping[str, str] = PROBLEMS,
) -> Schema:
    told = {"schema": reference("Problem")}
    operation: Schema = {
        "operationId": name,
        "summary": summary,
        "responses": {
            "200": {"description": summary, "content": {JSON: {"schema": schema}}},
            **{
                status: {"description": text, "content": {PROBLEM: told}}
                for status, text in problems.items()
            },
        },
    }
    if parameters:
        operation["parameters"] = list(parameters)
    return operation


def _list_systems() -> Schema:
    listed: Schema = {"type": "array", "items": reference("System")}
    schema: Schema = {
        "type": "object",
        "properties": {"systems": listed},
        "required": ["systems"],
    }
    return _operation("list_systems", "Every published system with its columns", schema)


def _of_system(system: BulkSystem) -> Schema:
    row, result = reference(f"{system.code}-row"), reference(f"{system.code}-result")
    title = f"{system.title}: its columns"
    problems = {**PROBLEMS, **NOT_THERE}
    evaluated = _operation(
        f"evaluate_{system.code}",
        system.title,
        _one_or_many(result),
        problems={**problems, **NO_JSON},
    )
    evaluated["requestBody"] = {
        "required": True,
        "description": f"One row, or a list of at most {MOST_ROWS}; the answer has the same form.",
        "content": {JSON: {"schema": _one_or_many(row)}},
    }
    described = reference("System")
    return {
        "get": _operation(f"show_{system.code}", title, described, problems=problems),
        "post": evaluated,
    }


def _one_or_many(schema: Schema) -> Schema:
    return {"oneOf": [schema, {"type": "array", "items": schema, "maxItems": MOST_ROWS}]}


def _indicators() -> Schema:
    dimensions = ", ".join(dimension.value for dimension in Dimension)
    codes = [program.code for program in all_programs()]
    program: Schema = {**_parameter("program", "Code of the program", {"enum": codes})}
    return _operation(
        "show_indicators",
        "The measures of a program over the exams of a period, as the console writes them",
        ANY_OBJECT,
        (
            {**program, "required": True},
            _parameter("from", "First day of the exams", DAY),
            _parameter("to", "Last day of the exams", DAY),
            _parameter("as_of", "What was known on this day; today if not given", DAY),
            _parameter("by", f"Group by these, parted by commas: {dimensions}", TEXT),
        ),
    )


def _list(name: str, kind: str) -> Schema:
    schema: Schema = {
        "type": "object",
        "properties": {
            name: {"type": "array", "items": reference(kind)},
            "next": {
                "type": ["string", "null"],
                "description": "The address of what follows; null at the end",
            },
        },
        "required": [name, "next"],
    }
    size: Schema = {
        "type": "integer",
        "minimum": 1,
        "maximum": LONGEST_LIST,
        "default": LIST_SIZE,
    }
    return _operation(
        f"list_{name}",
        f"The {name} at the sites of the user, in the order in which they came",
        schema,
        (
            _parameter("after", "What follows the record with this id", TEXT),
            _parameter("limit", "How many", size),
        ),
    )


def _parameter(name: str, about: str, schema: Schema) -> Schema:
    return {"name": name, "in": "query", "description": about, "schema": schema}
