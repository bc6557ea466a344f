"""Console commands run as a user types them, against the databases of the tests."""

import os
from collections.abc import Callable, Iterator

import pytest
from click.testing import CliRunner, Result
from flask import Flask

from screening.cli import main

Run = Callable[..., Result]


@pytest.fixture
def app(own_app: Flask) -> Flask:
    """The app over a database of the test's own: commands replace whole files and tables."""
    return own_app


@pytest.fixture
def run() -> Iterator[Run]:
    """Run `screening` with these words; `typed` is what it gets on standard input."""
    before = os.umask(0o022)

    def run(*words: object, typed: str | None = None) -> Result:
        result = CliRunner().invoke(main, [str(word) for word in words], input=typed)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    yield run
    os.umask(before)
