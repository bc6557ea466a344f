"""Sets of rows written at once: added, changed, voided; values may be as JSON holds them."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Table, inspect

from screening.database.binding import plain_value
from screening.database.bulk import (
    added_columns,
    changed_columns,
    insert_columns,
    new_ids,
    update_columns,
)
from screening.database.engine import db
from screening.database.model import Model, Versioned

Values = Mapping[str, object]

VERSION = "version"


def _table(model: type[Model]) -> Table:
    table = model.__table__
    if not isinstance(table, Table):
        raise TypeError(f"{model.__name__} is not mapped to a table")
    return table


def add_rows(
    model: type[Model], rows: Sequence[Values], **shared: object | Callable[[], object]
) -> list[int]:
    """Add rows and return their numbers in the order of the rows.

    `shared` columns are the same in every row; a function is asked for each row's value.
    """
    if not rows:
        return []
    db.session.flush()  # the rows may point to what the session still holds
    table, connection = _table(model), db.session.connection()
    ids = list(new_ids(connection, table, len(rows)))
    columns = added_columns(connection, table, rows, shared)
    insert_columns(connection, table, {"id": ids, **columns})
    return ids


def change_rows(model: type[Model], rows: Sequence[Values]) -> None:
    """Set columns of rows that each name their `id`; whoever has them open sees a newer change."""
    _change(model, rows, VERSION if issubclass(model, Versioned) else None)


def derive_rows(model: type[Model], rows: Sequence[Values]) -> None:
    """Set columns that follow from other records; whoever has the rows open may still save."""
    _change(model, rows, None)


def _change(model: type[Model], rows: Sequence[Values], counter: str | None) -> None:
    if not rows:
        return
    db.session.flush()  # what the session still holds of these rows must not be lost
    table, connection = _table(model), db.session.connection()
    groups: dict[tuple[str, ...], list[Values]] = defaultdict(list)
    for row in rows:
        groups[tuple(row)].append(row)
    for names, group in groups.items():
        columns = changed_columns(connection, table, group, names)
        update_columns(connection, table, columns, counter)
    _read_again(model, (row["id"] for row in rows))


def _read_again(model: type[Model], ids: Iterable[object]) -> None:
    """Let the session read rows anew that were changed behind its back."""
    known = db.session.identity_map
    if not known:
        return
    mapper = inspect(model)
    for number in ids:
        row = known.get(mapper.identity_key_from_primary_key((number,)))
        if row is not None:
            db.session.expire(row)


def void_rows(model: type[Model], ids: Collection[int], *, at: datetime, reason: str) -> None:
    """Take rows out of lists and figures."""
    change_rows(model, [{"id": number, "voided_at": at, "void_reason": reason} for number in ids])


def plain_values(values: Values) -> dict[str, object]:
    """Return values of columns as JSON can hold them."""
    return {name: plain_value(value) for name, value in values.items()}
