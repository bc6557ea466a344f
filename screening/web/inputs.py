"""What no form and no address may hold: characters that no one types, numbers of no record."""

import re

from flask import Flask, abort, request
from werkzeug.routing import IntegerConverter, Map

# The keys of both databases end here; a larger number is no record's, and no error either.
LARGEST = 2**31 - 1
NUMBER = re.compile("[0-9]{1,10}")
# PostgreSQL stores no NUL, and no page can show the others.
UNTYPED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


class KeyConverter(IntegerConverter):
    """The number of a record in an address."""

    def __init__(self, url_map: Map) -> None:
        super().__init__(url_map, max=LARGEST)


def read_number(text: str | None) -> int | None:
    """Return the number that a text holds; None where it is no number that a record can have."""
    number = int(text) if text and NUMBER.fullmatch(text) else LARGEST + 1
    return number if number <= LARGEST else None


def init_inputs(app: Flask) -> None:
    """Refuse requests that hold such characters, before anything reads them."""
    app.url_map.converters["int"] = KeyConverter

    @app.before_request
    def refuse_untyped() -> None:
        texts = (text for _, text in (*request.args.items(True), *request.form.items(True)))
        if any(UNTYPED.search(text) for text in texts):
            abort(400)
