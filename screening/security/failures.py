"""What the log says of a failure: what failed and where, never a value that someone typed."""

import traceback
from collections.abc import Iterator

from sqlalchemy.exc import DBAPIError


def describe_failure(error: BaseException) -> str:
    """Return the kinds of errors and the places where they were raised, the first cause first.

    Their messages are left out: those of databases and of readers quote what they could not take.
    """
    blocks = [
        f"{''.join(traceback.format_tb(each.__traceback__))}{_kind(each)}" for each in _chain(error)
    ]
    return "\n".join(reversed(blocks))


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _kind(error: BaseException) -> str:
    name = f"{type(error).__module__}.{type(error).__qualname__}"
    if not isinstance(error, DBAPIError):
        return name
    state = getattr(error.orig, "sqlstate", None)
    return f"{name} {state or ''} in {error.statement}"
