"""The blueprint of the figures, and what its pages share."""

from flask import Blueprint, abort
from flask_login import current_user

from screening import programs
from screening.indicators.presenters import Labels
from screening.protocol.program import Program
from screening.web.filters import site_name

blueprint = Blueprint("indicators", __name__, url_prefix="/figures")


def program_or_404(code: str) -> Program:
    """Return the program that the address names."""
    known = {program.code: program for program in programs.all_programs()}
    if code not in known:
        abort(404)
    return known[code]


def labels_for(program: Program) -> Labels:
    """Return the words of a program's groups, with the names of the viewer's sites."""
    return Labels(program, {site.code: site_name(site) for site in current_user.sites})
