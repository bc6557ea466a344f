"""Many rows written at the speed of the driver; values may also come as JSON holds them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import psycopg
from sqlalchemy import Column, Connection, Table, text
from sqlalchemy.exc import IntegrityError

from screening.database.binding import Bind, binder
from screening.database.types import JsonText

POSTGRESQL = "postgresql"

Columns = dict[str, list[Any]]
Values = Mapping[str, object]


def new_ids(connection: Connection, table: Table, count: int) -> Sequence[int]:
    """Return numbers for new rows; on SQLite the write lock keeps others from taking them too."""
    if connection.dialect.name == POSTGRESQL:
        # The name of the sequence is looked up once, not for every number.
        numbers = text(
            "SELECT nextval(name) FROM generate_series(1, :n), "
            "(SELECT pg_get_serial_sequence(:name, 'id')::regclass OFFSET 0) AS sequence (name)"
        )
        return connection.execute(numbers, {"name": table.name, "n": count}).scalars().all()
    newest = connection.execute(text(f"SELECT coalesce(max(id), 0) FROM {table.name}")).scalar_one()  # noqa: S608 - the name of a table of ours
    return range(newest + 1, newest + 1 + count)


def added_columns(
    connection: Connection, table: Table, rows: Sequence[Values], shared: Values
) -> Columns:
    """Return every column that a new row fills, as the driver takes them; defaults included."""
    columns: Columns = {}
    given = _transposed(rows)
    for column in table.c:
        if column.primary_key:
            continue
        bind = binder(column, connection.dialect)
        if column.name in shared:
            columns[column.name] = _repeat(shared[column.name], bind, len(rows))
            continue
        values = given.get(column.name) if given else None
        if values is None:
            default = _default(column)
            values = [row.get(column.name, default) for row in rows]
        if any(value is not None for value in values):
            columns[column.name] = _bind(values, bind)
    return columns


def _transposed(rows: Sequence[Values]) -> Columns | None:
    """Return the columns of rows that all have the same ones, which is found out quickly."""
    names = tuple(rows[0])
    if any(tuple(row) != names for row in rows):
        return None
    return dict(
        zip(names, map(list, zip(*(row.values() for row in rows), strict=True)), strict=True)
    )


def changed_columns(
    connection: Connection, table: Table, rows: Sequence[Values], names: Sequence[str]
) -> Columns:
    """Return these columns of the rows, as the driver takes them."""
    return {
        name: _bind([row[name] for row in rows], binder(table.c[name], connection.dialect))
        for name in names
    }


def _repeat(value: object, bind: Bind | None, count: int) -> list[Any]:
    """Return one value for all rows, or what a function gives for each."""
    if callable(value):
        return [value() for _ in range(count)]
    return _bind([value], bind) * count


def _bind(values: list[Any], bind: Bind | None) -> list[Any]:
    if bind is None:
        return values
    return [None if value is None else bind(value) for value in values]


def _default(column: Column[Any]) -> Any:
    default = column.default
    if default is None or not hasattr(default, "arg"):
        return None
    return default.arg(None) if callable(default.arg) else default.arg


def insert_columns(connection: Connection, table: Table, columns: Columns) -> None:
    """Add rows from their columns."""
    names = ", ".join(f'"{name}"' for name in columns)
    rows = zip(*columns.values(), strict=True)
    if connection.dialect.name == POSTGRESQL:
        _copy(connection, f"COPY {table.name} ({names}) FROM STDIN", rows)
        return
    marks = ", ".join("?" for _ in columns)
    statement = f"INSERT INTO {table.name} ({names}) VALUES ({marks})"  # noqa: S608 - our own names
    connection.exec_driver_sql(statement, list(rows))


def _copy(connection: Connection, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
    driver: psycopg.Connection[Any] = connection.connection.driver_connection  # type: ignore[assignment]  # the driver that we ship
    try:
        with driver.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
    except psycopg.IntegrityError as error:
        raise IntegrityError(statement, None, error) from error


def update_columns(
    connection: Connection, table: Table, columns: Columns, counter: str | None = None
) -> None:
    """Set columns of the rows that the column `id` names; `counter` is raised by one in each."""
    names = [name for name in columns if name != "id"]
    raised = [f"{counter} = {table.name}.{counter} + 1"] if counter else []
    if connection.dialect.name == POSTGRESQL:
        sets = ", ".join([*(f'"{name}" = changed."{name}"' for name in names), *raised])
        _update_from_json(connection, table, sets, columns)
        return
    sets = ", ".join([*(f'"{name}" = ?' for name in names), *raised])
    statement = f"UPDATE {table.name} SET {sets} WHERE id = ?"  # noqa: S608 - our own names
    rows = zip(*(columns[name] for name in (*names, "id")), strict=True)
    connection.exec_driver_sql(statement, list(rows))


def _update_from_json(connection: Connection, table: Table, sets: str, columns: Columns) -> None:
    kinds = ", ".join(
        f'"{name}" {table.c[name].type.compile(connection.dialect)}' for name in columns
    )
    statement = (
        f"UPDATE {table.name} SET {sets} "  # noqa: S608 - our own names
        f"FROM json_to_recordset(%s::json) AS changed ({kinds}) "
        f"WHERE {table.name}.id = changed.id"
    )
    rows = [
        {name: _in_json(value) for name, value in zip(columns, values, strict=True)}
        for values in zip(*columns.values(), strict=True)
    ]
    connection.exec_driver_sql(statement, (json.dumps(rows, ensure_ascii=False),))


def _in_json(value: object) -> object:
    """Return a value of the driver as PostgreSQL reads it out of JSON."""
    if isinstance(value, JsonText):
        return json.loads(value)
    if isinstance(value, psycopg.Binary):
        return f"\\x{value.obj.hex()}"
    return value.isoformat() if isinstance(value, datetime) else value
