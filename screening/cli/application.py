"""Runs a command inside the app, which is started only for commands that need it."""

import getpass
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from flask import Flask
from werkzeug.utils import import_string

from screening.cli.refusals import refusing
from screening.security.actor import EVERYWHERE, Actor

P = ParamSpec("P")
R = TypeVar("R")

# The composition root lies above the console and is found by name, as the web server finds it:
# commands that need no app, such as `evaluate`, must start without a database or a secret.
FACTORY = "screening.app:create_app"


def start_app() -> Flask:
    """Return the app with the settings of the environment."""
    app: Flask = import_string(FACTORY)()
    return app


def in_app(command: Callable[P, R]) -> Callable[P, R]:
    """Run the command within the app; what it refuses becomes exit code 1."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        with start_app().app_context():
            return refusing(command)(*args, **kwargs)

    return run


def console_actor() -> Actor:
    """Return who acts: the operating system's user at the console, who sees every site."""
    return Actor(None, f"console: {getpass.getuser()}", "system", EVERYWHERE)
