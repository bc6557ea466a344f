"""The one place where errors become pages, and problems for programs."""

import logging
from collections.abc import Sequence

from flask import Flask, Response, g, render_template
from flask_babel import lazy_gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError

from screening.protocol.errors import (
    NewerChangeError,
    NotAllowedNowError,
    NotFoundError,
    RefusedInputError,
    ScreeningError,
)
from screening.security.failures import describe_failure
from screening.web.locale import say
from screening.web.problems import WrongInput, is_for_programs, problem

Answer = tuple[str, int] | Response
ErrorAnswer = Answer | HTTPException

LOG = logging.getLogger(__name__)

STATUSES: dict[type[ScreeningError], int] = {
    NotFoundError: 404,
    NotAllowedNowError: 409,
    NewerChangeError: 409,
}
TITLES = {
    400: _("The request could not be read"),
    401: _("Sign in, or send an access token"),
    403: _("Your role does not allow this"),
    404: _("Nothing is here"),
    405: _("This cannot be done here"),
    409: _("This is not possible now"),
    413: _("The file is too large"),
    415: _("This takes JSON"),
    500: _("Something went wrong"),
}
FOREIGN_FORM = _(
    "The form was opened under another sign-in. Go back, load its page again and send it once"
    " more; what you typed is kept in this window"
)
BARE = """Something went wrong. Number of this request, for whoever helps you: {number}
出错了 - 本次请求的编号 {number}
"""


def init_errors(app: Flask) -> None:
    """Register the handlers."""
    app.register_error_handler(SecurityError, refuse_host)
    app.register_error_handler(ScreeningError, show_screening_error)
    app.register_error_handler(HTTPException, show_http_error)
    app.register_error_handler(Exception, show_failure)


def refuse_host(error: SecurityError) -> tuple[str, int, dict[str, str]]:
    """Answer nothing under a name that is not the service's; no page could have links there."""
    return "This service has another address.\n", 400, {"Content-Type": "text/plain"}


def show_screening_error(error: ScreeningError) -> Answer:
    """Say in the user's language what cannot be done, and why."""
    status = next((code for kind, code in STATUSES.items() if isinstance(error, kind)), 400)
    text = say(error.sentence)
    wrong = [WrongInput(error.field, text)] if isinstance(error, RefusedInputError) else []
    return _page(status, text, wrong)


def show_http_error(error: HTTPException) -> ErrorAnswer:
    """Show the page of a known status; redirects pass."""
    status = error.code or 500
    text = str(FOREIGN_FORM) if isinstance(error, CSRFError) else ""
    return error if status < 400 else _page(status, text)


def show_failure(error: Exception) -> Answer:
    """Say that it failed, with the number under which the log has it, and nothing else.

    Where the database itself fails there is neither a page nor a language of the reader.
    """
    number = g.get("request_id", "-")
    LOG.error("request %s failed\n%s", number, describe_failure(error))
    try:
        return _page(500, "")
    except Exception:  # Whatever failed for the page, the fault itself is in the log.
        return Response(BARE.format(number=number), 500, mimetype="text/plain")


def _page(status: int, text: str, wrong: Sequence[WrongInput] = ()) -> Answer:
    title = TITLES.get(status, TITLES[500 if status >= 500 else 400])
    if is_for_programs():
        return problem(status, str(title), text, wrong)
    number = g.get("request_id", "")
    return render_template("errors/error.html", title=title, text=text, number=number), status
