"""The document that says what programs can ask for."""

from flask import jsonify
from werkzeug.wrappers import Response

from screening.api.presenters.document import present_document
from screening.api.views.blueprint import blueprint
from screening.security.access import requires
from screening.security.permissions import Permission


@blueprint.get("/openapi.json")
@requires(Permission.ACCOUNT_OWN)
def show_openapi() -> Response:
    """Show the OpenAPI document."""
    return jsonify(present_document())
