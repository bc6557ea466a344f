"""What no form and no address may hold, whatever the field: characters that no one types."""

import re

from flask import Flask, abort, request

# PostgreSQL stores no NUL, and no page can show the others.
UNTYPED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def init_inputs(app: Flask) -> None:
    """Refuse requests that hold such characters, before anything reads them."""

    @app.before_request
    def refuse_untyped() -> None:
        texts = (text for _, text in (*request.args.items(True), *request.form.items(True)))
        if any(UNTYPED.search(text) for text in texts):
            abort(400)
