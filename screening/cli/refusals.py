"""How the console says no: reasons on standard error, one a line, and exit code 1."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import NoReturn, ParamSpec, TypeVar

import click

from screening.protocol.errors import ScreeningError

P = ParamSpec("P")
R = TypeVar("R")

REFUSED = 1


def refuse(lines: Iterable[str]) -> NoReturn:
    """End the command with these reasons."""
    for line in lines:
        click.echo(line, err=True)
    raise SystemExit(REFUSED)


def refusing(command: Callable[P, R]) -> Callable[P, R]:
    """Turn what a user can cause into a line on standard error and exit code 1."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except ScreeningError as error:
            refuse([error.sentence.in_english()])

    return run
