"""Reads of many rows: columns without mapped objects, by long lists of numbers or texts."""

import json
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Integer, Row, Select, String, bindparam, func, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import InstrumentedAttribute

from screening.database.engine import db

Owner = InstrumentedAttribute[Any] | ColumnElement[Any]


def read_rows(statement: Select[*tuple[Any, ...]]) -> Sequence[Row[*tuple[Any, ...]]]:
    """Return the rows of a statement that selects columns; at half the cost of a session's.

    What the session holds unsaved is not seen: flush it before.
    """
    return db.session.connection().execute(statement).all()


def among(column: Owner, values: Collection[Any]) -> ColumnElement[bool]:
    """Return the condition that a column has one of these values, passed as one parameter."""
    wanted = list(values)
    if db.session.get_bind().dialect.name == "postgresql":
        kind = String if isinstance(next(iter(wanted), 0), str) else Integer
        array = bindparam(None, wanted, type_=ARRAY(kind), unique=True)
        return column == func.any(array)
    listed = func.json_each(json.dumps(wanted)).table_valued("value")
    return column.in_(select(listed.c.value))
