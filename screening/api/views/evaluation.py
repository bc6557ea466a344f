"""Published systems for programs: their columns, and rows through them."""

from flask import abort, jsonify, request
from werkzeug.wrappers import Response

from screening.api.presenters.systems import present_row, present_system
from screening.api.rules import read_rows
from screening.api.views.blueprint import blueprint
from screening.evaluations.systems import all_systems, find_system
from screening.protocol.errors import NotFoundError, RefusedInputError
from screening.protocol.systems import BulkSystem
from screening.protocol.wording import N_
from screening.security.access import requires
from screening.security.permissions import Permission


@blueprint.get("/evaluate")
@requires(Permission.ACCOUNT_OWN)
def list_systems() -> Response:
    """List every system with its columns."""
    return jsonify({"systems": [present_system(system) for system in all_systems().values()]})


@blueprint.get("/evaluate/<string:system>")
@requires(Permission.ACCOUNT_OWN)
def show_system(system: str) -> Response:
    """Show one system with its columns."""
    return jsonify(present_system(_system(system)))


@blueprint.post("/evaluate/<string:system>")
@requires(Permission.ACCOUNT_OWN)
def evaluate(system: str) -> Response:
    """Evaluate one row, or each of a list; a row that has no result says why."""
    chosen, body = _system(system), _body()
    rows = read_rows(body)
    if rows and not any(set(row) & set(chosen.inputs) for row in rows):
        text = N_("No column is an input of {system}; its inputs are: {inputs}")
        values = {"system": chosen.code, "inputs": ", ".join(chosen.inputs)}
        raise RefusedInputError("rows", text, values)
    evaluated = [present_row(chosen, row, number) for number, row in enumerate(rows, 1)]
    return jsonify(evaluated if isinstance(body, list) else evaluated[0])


def _system(code: str) -> BulkSystem:
    found = find_system(code)
    if found is None:
        text = N_("There is no system {code}; there are: {codes}")
        raise NotFoundError(text, {"code": code, "codes": ", ".join(all_systems())})
    return found


def _body() -> object:
    """Return what was sent; what nests without end is no row."""
    try:
        return request.get_json()
    except RecursionError:
        abort(400)
