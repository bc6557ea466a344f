"""Prefixes as index ranges: what begins with a text lies between it and its upper bound."""

from sqlalchemy import ColumnElement, SQLColumnExpression

# The greatest character, so that names in the rarest planes of Chinese still lie below it.
BOUND = "\U0010ffff"


def begins(
    column: SQLColumnExpression[str], prefix: str
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Return the two conditions of a prefix; both databases answer them from the column's index."""
    return column >= prefix, column < prefix + BOUND
