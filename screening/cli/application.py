"""Runs a command inside the app, which is started only for commands that need it."""

import getpass
import os
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from flask import Flask
from sqlalchemy.exc import OperationalError
from werkzeug.utils import import_string

from config import SettingsError
from screening.cli.refusals import refuse, refusing
from screening.database.engine import db
from screening.database.upgrades import is_current
from screening.security.actor import EVERYWHERE, Actor

P = ParamSpec("P")
R = TypeVar("R")

# The composition root lies above the console and is found by name, as the web server finds it:
# commands that need no app, such as `evaluate`, must start without a database or a secret.
FACTORY = "screening.app:create_app"

FOR_THE_OWNER_ALONE = 0o077


def start_app() -> Flask:
    """Return the app with the settings of the environment; what it writes is the owner's alone."""
    os.umask(FOR_THE_OWNER_ALONE)
    try:
        app: Flask = import_string(FACTORY)()
    except SettingsError as error:
        refuse([str(error)])
    return app


def in_app(command: Callable[P, R]) -> Callable[P, R]:
    """Run the command within the app; what it refuses becomes exit code 1."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        if not is_current():
            refuse(["The database is not ready for this version: run `screening init`"])
        return command(*args, **kwargs)

    return in_app_with_any_tables(run)


def in_app_with_any_tables(command: Callable[P, R]) -> Callable[P, R]:
    """Run the command within the app, also while the database has no tables, or older ones."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        with start_app().app_context():
            try:
                return refusing(command)(*args, **kwargs)
            except OperationalError as error:
                refuse([f"The database does not answer: {error.orig}"])
            finally:
                db.session.remove()
                db.engine.dispose()

    return run


def console_actor() -> Actor:
    """Return who acts: the operating system's user at the console, who sees every site."""
    return Actor(None, f"console: {getpass.getuser()}", "system", EVERYWHERE)
