"""What the rows of a checked file will do, and what is wrong with those that are refused."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from screening.exchange.queries.imports import RefusedRow
from screening.exchange.rules import Effect, Planned
from screening.exchange.tabular.columns import Column
from screening.exchange.tabular.header import columns_of
from screening.exchange.tabular.kinds import KINDS
from screening.participants.rules import DatePrecision, birth_date_of
from screening.programs import all_programs, get_program
from screening.protocol.fields import FieldType
from screening.protocol.wording import N_
from screening.web.filters import NOTHING
from screening.web.locale import between, say
from screening.web.paging import Page

EFFECTS = {
    Effect.ADDED: (N_("To be added"), "good"),
    Effect.CHANGED: (N_("To be changed"), "watch"),
    Effect.UNCHANGED: (N_("Unchanged"), "plain"),
}
# Columns whose values are payloads of a program's own fields.
PAYLOADS = ("answers", "payload", "details")
# What is masked or kept apart elsewhere stands in the file; a preview does not repeat it.
UNSHOWN = {"national_id", "phone", "email", "address", "site", "program"}
BORN = ("born_from", "born_to", "birth_precision")
LONGEST = 60


@dataclass(frozen=True)
class PlannedLine:
    """What one row will do."""

    row_no: int
    effect: str
    tone: str
    changes: Sequence[str]


@dataclass(frozen=True)
class ProblemLine:
    """One thing that is wrong with a row; `row_no` stands on the first line of a row alone."""

    row_no: int | None
    column: str
    text: str


def present_planned(
    kind: str, program: str | None, planned: Sequence[Planned]
) -> list[PlannedLine]:
    """Return what some rows will do, in words."""
    programs = (get_program(program),) if program else all_programs()
    columns = [column for column in columns_of(KINDS[kind], programs) if column.name not in UNSHOWN]
    return [_line(columns, each) for each in planned]


def _line(columns: Sequence[Column], planned: Planned) -> PlannedLine:
    after, before = _flat(planned.values, planned.extra), _flat(planned.before, {})
    label, tone = EFFECTS[planned.effect]
    is_change = planned.effect is Effect.CHANGED
    changes = tuple(_changes(columns, after, before if is_change else {}, is_change=is_change))
    return PlannedLine(planned.row_no, say(label), tone, changes)


def _flat(values: Mapping[str, object], extra: Mapping[str, object]) -> dict[str, object]:
    """Return values by the columns of files; of payloads each of their own."""
    flat = {**extra, **values}
    for name in PAYLOADS:
        payload = flat.pop(name, None)
        if isinstance(payload, Mapping):
            flat |= payload
    if "born_from" in flat:
        flat["birth_date"] = _born(flat)
    return flat


def _born(flat: Mapping[str, object]) -> str | None:
    first, last, precision = (flat.get(name) for name in BORN)
    if not (first and last and precision):
        return None
    days = date.fromisoformat(str(first)), date.fromisoformat(str(last))
    return str(birth_date_of(*days, DatePrecision(str(precision))))


def _changes(
    columns: Sequence[Column],
    after: Mapping[str, object],
    before: Mapping[str, object],
    *,
    is_change: bool,
) -> Iterator[str]:
    for column in columns:
        value, known = after.get(column.name), before.get(column.name)
        if column.name not in after or value == known:
            continue
        label, text = say(column.field.label), _text(column, value)
        if is_change:
            yield f"{label}{between(':')}{_text(column, known)} → {text}"
        elif text != NOTHING:
            yield f"{label}{between(':')}{text}"


def _text(column: Column, value: object) -> str:
    if value in (None, "", []):
        return NOTHING
    codes = value if isinstance(value, list) else [value]
    labels = {choice.code: choice.label for choice in column.field.allowed}
    text = between(",").join(say(labels.get(str(code), "")) or str(code) for code in codes)
    if column.field.unit and column.field.type in (FieldType.INTEGER, FieldType.DECIMAL):
        text = f"{text} {say(column.field.unit)}"
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def present_problems(page: Page[RefusedRow]) -> Page[ProblemLine]:
    """Return everything that is wrong with refused rows, in the language of the page."""
    lines = [
        ProblemLine(row.row_no if place == 0 else None, refusal.column, say(refusal.sentence))
        for row in page.rows
        for place, refusal in enumerate(row.refusals)
    ]
    return Page(lines, page.number, page.has_next)


def problem_text(row: RefusedRow) -> str:
    """Return everything that is wrong with a row as the last cell of a file of refused rows."""
    return between(";").join(
        f"{each.column}{between(':')}{say(each.sentence)}" if each.column else say(each.sentence)
        for each in row.refusals
    )
