"""The page of a program's figures, and the same as a file."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from screening import programs
from screening.accounts.guards import current_scope
from screening.clock import today
from screening.indicators.forms import DIMENSION_LABELS, ReportForm, write_group
from screening.indicators.presenters import (
    GROUP_SORT_KEYS,
    Addresses,
    Chosen,
    ReportPresenter,
    Reports,
    present_report,
)
from screening.indicators.queries.cohorts import most_examined_program
from screening.indicators.reports import (
    Asked,
    By,
    Part,
    as_table,
    definitions_of,
    make_report,
    make_reports,
    table_header,
)
from screening.indicators.reports.definitions import OF_ENROLLMENTS
from screening.indicators.rules import Dimension
from screening.indicators.views.blueprint import blueprint, labels_for, program_or_404
from screening.protocol.program import Program
from screening.security.access import requires
from screening.security.permissions import Permission
from screening.web.downloads import csv_response
from screening.web.locale import say
from screening.web.sorting import Sorting, read_sorting

Answer = str | Response | tuple[str, int]

NO_EXAM = {measure.definition.code for measure in OF_ENROLLMENTS}


@blueprint.get("")
@requires(Permission.INDICATOR_VIEW)
def show_report() -> Answer:
    """Go to the figures of the program that screens most at the viewer's sites."""
    code = most_examined_program(current_scope()) or programs.all_programs()[0].code
    return redirect(url_for(".show_program", program=code), 303)


@blueprint.get("/<string:program>")
@requires(Permission.INDICATOR_VIEW)
def show_program(program: str) -> Answer:
    """Show the report of a program; of filters that make no sense, what is wrong with them."""
    chosen = program_or_404(program)
    form = _form(chosen)
    is_valid = form.validate()
    kept = form.kept() if is_valid else {}
    sorting = read_sorting(GROUP_SORT_KEYS, GROUP_SORT_KEYS[0])
    page: dict[str, Any] = {
        "form": form,
        "program": chosen,
        "sorting": sorting,
        "report": _present(form, chosen, sorting) if is_valid else None,
        "tabs": _tabs(kept, str(form.measure.data)),
        "file_url": url_for(".download", program=program, **kept),
    }
    return render_template("indicators/show_program.html", **page), 200 if is_valid else 400


def _form(program: Program) -> ReportForm:
    return ReportForm(definitions_of(program), today(), formdata=request.args or None)


def _tabs(kept: Mapping[str, Any], measure: str) -> Sequence[tuple[str, str, str]]:
    """Return code, name and address of every program, with the filters of this page."""
    tabs = []
    for program in programs.all_programs():
        filters = {**kept, "measure": measure if measure in definitions_of(program) else None}
        url = url_for(".show_program", program=program.code, **filters)
        tabs.append((program.code, say(program.name), url))
    return tabs


def _present(form: ReportForm, program: Program, sorting: Sorting) -> ReportPresenter:
    scope, asked, measure = current_scope(), form.asked(program.code), form.measure.data
    by, only = form.dimensions(), frozenset({measure})
    # What has no exam has no round either.
    years = (Dimension.YEAR,) if measure in NO_EXAM else (Dimension.YEAR, Dimension.ROUND)
    wanted = (By(()), By((Dimension.ROUND,)), By(years, only), By(by, only))
    reports = Reports(*make_reports(scope, asked, wanted))
    chosen = Chosen(measure, definitions_of(program), _heads(years), _heads(by), sorting)
    return present_report(reports, chosen, labels_for(program), _address_of(form, asked))


def _heads(by: Sequence[Dimension]) -> tuple[str, ...]:
    return tuple(say(DIMENSION_LABELS[each]) for each in by)


def _address_of(form: ReportForm, asked: Asked) -> Addresses:
    """Return what leads from a number to the persons behind it, and from there back here."""
    kept = form.kept()

    def address(code: str, part: Part, group: Mapping[Dimension, str | None]) -> str:
        named: dict[str, Any] = {**kept, **write_group(group), "measure": code, "part": part.value}
        return url_for(".show_persons", program=asked.program, **named)

    return address


@blueprint.get("/<string:program>/download")
@requires(Permission.INDICATOR_VIEW)
def download(program: str) -> Answer:
    """Send the report of all measures by the chosen groups as a CSV file."""
    form = _form(program_or_404(program))
    form.refuse_invalid()
    asked = replace(form.asked(program), by=form.dimensions())
    report = make_report(current_scope(), asked)
    name = f"{program}-{asked.as_of.isoformat()}.csv"
    return csv_response(name, table_header(report), as_table(report))
