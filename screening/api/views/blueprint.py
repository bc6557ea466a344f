"""The blueprint of everything for programs, and how their requests are protected from forgery."""

from flask import Blueprint
from flask_login import current_user
from flask_wtf.csrf import CSRFError

from screening.accounts.guards import csrf
from screening.protocol.errors import RefusedInputError
from screening.protocol.wording import N_

HEADER = "X-CSRFToken"

blueprint = Blueprint("api", __name__, url_prefix="/api/v1")

# Who shows a token sends it on purpose; a session alone could be that of a page elsewhere.
csrf.exempt(blueprint)


@blueprint.before_request
def refuse_forged() -> None:
    """Ask a session for the token of its pages, as every change on a page does."""
    if not current_user.is_authenticated or current_user.token_id is not None:
        return
    try:
        csrf.protect()
    except CSRFError:
        text = N_("Send the token of a page of this session, or an access token instead")
        raise RefusedInputError(HEADER, text) from None
