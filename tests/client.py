"""A test client that checks every page it gets and counts the queries behind it."""

from secrets import token_hex
from typing import Any

from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from sqlalchemy import event
from werkzeug.test import TestResponse

from screening.database.engine import db
from tests.page_checks import check_page

# A page reads its record, what stands around it, the session and the lists of its menus; a change
# also writes it, what follows from it, the facts and the trail.
READING_BUDGET, WRITING_BUDGET = 40, 80
UNCOUNTED = ("BEGIN", "PRAGMA", "SAVEPOINT", "RELEASE")
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
CSRF = "csrf_token"


class PageClient(FlaskClient):
    """Sends each request as a browser would, in an app context of its own.

    `query_budget` allows a request more queries; `has_token=False` sends a change without the
    token that protects against forged requests.
    """

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        is_reading = kwargs.get("method", "GET") in SAFE_METHODS
        budget = kwargs.pop("query_budget", READING_BUDGET if is_reading else WRITING_BUDGET)
        if kwargs.pop("has_token", True) and not is_reading:
            token = self._token(kwargs.get("base_url"))
            kwargs["headers"] = {"X-CSRFToken": token, **dict(kwargs.get("headers") or {})}
        db.session.rollback()  # What the test reads afterwards is what the request wrote.
        statements: list[str] = []

        def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
            if not statement.startswith(UNCOUNTED):
                statements.append(statement)

        event.listen(db.engine, "before_cursor_execute", note)
        try:
            with self.application.app_context():
                response = super().open(*args, buffered=True, **kwargs)
        finally:
            event.remove(db.engine, "before_cursor_execute", note)
        _check(response)
        asked = "\n".join(statements)
        assert len(statements) <= budget, f"{len(statements)} queries of {budget}:\n{asked}"
        return response

    def _token(self, base_url: str | None) -> str:
        """Return a token of this client's session, as a page would hold it."""
        with self.session_transaction(base_url=base_url) as session:
            kept: str = session.setdefault(CSRF, token_hex())
        sign = URLSafeTimedSerializer(self.application.secret_key or "", salt="wtf-csrf-token")
        return str(sign.dumps(kept))


def _check(response: TestResponse) -> None:
    text = response.get_data().decode(errors="replace")  # a file may be no text
    assert response.status_code < 500, text
    is_page = response.mimetype == "text/html" and not 300 <= response.status_code < 400
    if is_page and text:
        check_page(text)
