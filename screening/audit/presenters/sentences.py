"""Events in words: what was done, to what, why, and which fields changed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from screening.audit.models import AuditEvent
from screening.audit.presenters.acts import ACTS
from screening.audit.presenters.labels import (
    FIELDS,
    REASONS,
    RECORDS,
    VALUES,
    VALUES_OF_FIELDS,
)
from screening.programs import all_programs
from screening.protocol.fields import Choice, Field, field_named
from screening.protocol.program import Program
from screening.protocol.wording import N_, Sentence
from screening.security.actor import SYSTEM
from screening.security.permissions import ROLE_LABELS, Role
from screening.web.locale import between, say

DETAIL, FINDING = "detail:", "finding:"
IMPORT = re.compile(r"(?P<undo>undo of )?import (?P<code>[0-9a-f]+)")


@cache
def _program_fields() -> dict[str, Field]:
    """Return the fields of every program by code; the first program that has a code names it."""
    fields = (
        field
        for program in reversed(all_programs())
        for field in (
            *program.exam.finding.fields,
            *program.exam.technique,
            *program.exam.details,
            *program.questionnaire.fields,
            *program.workup.markers.fields,
            *program.workup.details.fields,
        )
    )
    return {field.code: field for field in fields}


@cache
def _program_values() -> Mapping[str, Mapping[str, str]]:
    """Return, by column, what the codes that programs give to it are called."""
    values: dict[str, dict[str, str]] = defaultdict(dict)
    for program in reversed(all_programs()):
        for name, labels in _values_of(program):
            values[name] |= labels
    return values


def _values_of(program: Program) -> Iterable[tuple[str, dict[str, str]]]:
    finding, workup = program.exam.finding, program.workup
    yield "program", {program.code: program.name}
    yield "system", {system.code: system.title for system in program.all_systems}
    yield "modality", _labels(program.exam.modalities)
    yield "kind", {kind.code: kind.label for kind in workup.procedures}
    yield "kind", _labels(field_named(finding.fields, finding.kind_field).allowed)
    yield "location", _labels(field_named(finding.fields, finding.location_field).allowed)
    yield "complication", _labels(workup.complications)


def _labels(choices: Iterable[Choice]) -> dict[str, str]:
    return {choice.code: choice.label for choice in choices}


def say_action(tag: str) -> str:
    """Return what was done, in the language of the page."""
    return say(ACTS.get(tag, tag))


def say_record(entity: str, number: int | None = None) -> str:
    """Return what kind of record it is, and its number."""
    label = say(RECORDS.get(entity, entity))
    return label if number is None else f"{label} {number}"


def say_role(role: str) -> str:
    """Return the role of who did it; the service itself has none."""
    return say(ROLE_LABELS[Role(role)]) if role in set(Role) else ""


def say_actor(event: AuditEvent) -> str:
    """Return who did it; what follows from a change by itself is done by the service."""
    return say(N_("The service itself")) if event.actor_role == SYSTEM.role else event.actor_name


def say_reason(event: AuditEvent) -> str:
    """Return why it was done: what a person typed, or what the service says."""
    reason = event.reason or ""
    mark = IMPORT.fullmatch(reason)
    if mark:
        text = N_("Import {code} taken back") if mark["undo"] else N_("Import {code}")
        return say(Sentence(text, {"code": mark["code"]}))
    if event.actor_role != SYSTEM.role:
        return reason
    return say(REASONS.get(reason) or VALUES.get(reason, reason))


def say_field(name: str, *, is_answer: bool = False) -> str:
    """Return what a column is called, or what a form calls an answer within one."""
    if name.startswith(FINDING):
        number = name.removeprefix(FINDING)
        return say(Sentence(N_("Finding {number}"), {"number": number}))
    code = name.removeprefix(DETAIL)
    answer, column = _program_fields().get(code), FIELDS.get(code)
    if column and not is_answer and code == name:
        return say(column)
    return say(answer.label if answer else column or code)


def say_value(name: str, value: object, *, is_answer: bool = False) -> str:
    """Return a value in words; of several values each."""
    if value is None or value == "":
        return ""
    if isinstance(value, list):
        words = (say_value(name, item, is_answer=is_answer) for item in value)
        return between(",").join(word for word in words if word)
    if isinstance(value, dict):
        pairs = (
            (say_field(key, is_answer=True), say_value(key, item, is_answer=True))
            for key, item in value.items()
        )
        return between(";").join(f"{label}{between(':')}{text}" for label, text in pairs)
    code = name.removeprefix(DETAIL)
    is_answer = is_answer or code != name
    label = _label(code, str(value), is_answer=is_answer)
    if label:
        return say(label)
    answer = _program_fields().get(code) if is_answer or code not in FIELDS else None
    return f"{value} {say(answer.unit)}" if answer and answer.unit else str(value)


def _label(code: str, value: str, *, is_answer: bool) -> str | None:
    answer = _program_fields().get(code)
    of_answer = _labels(answer.allowed).get(value) if answer else None
    if is_answer or code not in FIELDS:
        return of_answer or VALUES.get(value)
    of_column = VALUES_OF_FIELDS.get(code) or _program_values().get(code) or VALUES
    return of_column.get(value) or VALUES.get(value)
