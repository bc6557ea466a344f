"""The figures of a program for programs: the document that the console writes."""

from flask import jsonify, request
from werkzeug.wrappers import Response

from screening import programs
from screening.accounts.guards import current_scope
from screening.api.rules import read_wanted
from screening.api.views.blueprint import blueprint
from screening.clock import today
from screening.indicators.reports import Asked, as_document, make_report
from screening.security.access import requires
from screening.security.permissions import Permission


@blueprint.get("/indicators")
@requires(Permission.INDICATOR_VIEW)
def show_indicators() -> Response:
    """Show the measures of a program over the exams of a period, at the sites of who asks."""
    codes = [program.code for program in programs.all_programs()]
    wanted = read_wanted(request.args, codes)
    as_of = wanted.as_of or today()
    asked = Asked(wanted.program, as_of, wanted.since, wanted.until, wanted.by)
    return jsonify(as_document(make_report(current_scope(), asked)))
