"""The calculator: a published system over what a clinician types; nothing is kept."""

from flask import Blueprint, abort, render_template

from screening.evaluations.forms import calculator_form, typed_inputs
from screening.evaluations.presenters import present_groups, present_result
from screening.evaluations.systems import find_system
from screening.protocol.systems import BulkSystem
from screening.security.access import requires
from screening.security.permissions import Permission
from screening.web.locale import say

blueprint = Blueprint("evaluations", __name__, url_prefix="/calculator")


@blueprint.get("")
@requires(Permission.CALCULATOR_USE)
def list_systems() -> str:
    """Choose a system."""
    return render_template("evaluations/list_systems.html", groups=present_groups())


@blueprint.route("/<string:system>", methods=["GET", "POST"])
@requires(Permission.CALCULATOR_USE)
def calculate(system: str) -> str:
    """Show the form of a system and, once it was sent, its result."""
    chosen = _system(system)
    form = calculator_form(system)()
    result = present_result(chosen, typed_inputs(form))
    if result.column in form:
        form[result.column].errors = [result.problem]
    return render_template(
        "evaluations/calculate.html",
        form=form,
        code=system,
        title=say(chosen.title),
        result=result,
    )


@blueprint.post("/<string:system>/result")
@requires(Permission.CALCULATOR_USE)
def show_result(system: str) -> str:
    """Return the result while the form is filled in."""
    chosen = _system(system)
    result = present_result(chosen, typed_inputs(calculator_form(system)()))
    return render_template("evaluations/_result.html", result=result)


def _system(code: str) -> BulkSystem:
    found = find_system(code)
    if found is None:
        abort(404)
    return found
