"""Sets of rows written at once: added, changed, voided, and their values kept as JSON."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import Date, Enum, Numeric, Table, bindparam, insert, inspect, update

from screening.database.engine import db
from screening.database.model import Model
from screening.database.types import Moment

Values = Mapping[str, object]

VERSION = "version"
READERS: dict[type, Callable[[str], object]] = {
    Date: date.fromisoformat,
    Moment: datetime.fromisoformat,
    Numeric: Decimal,
}


def _table(model: type[Model]) -> Table:
    table = model.__table__
    if not isinstance(table, Table):
        raise TypeError(f"{model.__name__} is not mapped to a table")
    return table


def add_rows(model: type[Model], rows: Sequence[Values]) -> list[int]:
    """Add rows that name the same columns; return their numbers in the order of the rows."""
    if not rows:
        return []
    table = _table(model)
    added = insert(table).returning(table.c.id, sort_by_parameter_order=True)
    return list(db.session.scalars(added, [dict(row) for row in rows]))


def change_rows(model: type[Model], rows: Sequence[Values]) -> None:
    """Set columns of rows that each name their `id`; whoever has them open sees a newer change."""
    db.session.flush()  # what the session still holds of these rows must not be lost
    table = _table(model)
    groups: dict[tuple[str, ...], list[Values]] = defaultdict(list)
    for row in rows:
        groups[tuple(row)].append(row)
    for names, group in groups.items():
        values: dict[str, object] = {
            name: bindparam(f"new_{name}", type_=table.c[name].type)
            for name in names
            if name != "id"
        }
        if VERSION in table.c:
            values[VERSION] = table.c[VERSION] + 1
        statement = update(table).where(table.c.id == bindparam("new_id")).values(values)
        parameters = [{f"new_{name}": value for name, value in row.items()} for row in group]
        db.session.connection().execute(statement, parameters)
    _read_again(model, [row["id"] for row in rows])


def _read_again(model: type[Model], ids: Collection[object]) -> None:
    """Let the session read rows anew that were changed behind its back."""
    mapper = inspect(model)
    for number in ids:
        known = db.session.identity_map.get(mapper.identity_key_from_primary_key((number,)))
        if known is not None:
            db.session.expire(known)


def void_rows(model: type[Model], ids: Collection[int], *, at: datetime, reason: str) -> None:
    """Take rows out of lists and figures."""
    change_rows(model, [{"id": number, "voided_at": at, "void_reason": reason} for number in ids])


def plain_values(values: Values) -> dict[str, object]:
    """Return values of columns as JSON can hold them."""
    return {name: _plain(value) for name, value in values.items()}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def typed_values(model: type[Model], plain: Values) -> dict[str, object]:
    """Return what `plain_values` gave as values of the model's columns again."""
    table = _table(model)
    return {name: _typed(table.c[name].type, value) for name, value in plain.items()}


def _typed(kind: object, value: object) -> object:
    if isinstance(value, str):
        for known, read in READERS.items():
            if isinstance(kind, known):
                return read(value)
        if isinstance(kind, Enum) and kind.enum_class is not None:
            return kind.enum_class(value)
    return value
