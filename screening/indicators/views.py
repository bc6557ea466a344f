"""The pages of figures: the report of a program, the persons behind a number, files."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from screening.accounts.guards import current_actor, current_scope
from screening.clock import now, today
from screening.indicators.actions import open_persons
from screening.indicators.forms import DIMENSION_LABELS, ReportForm, read_group, write_group
from screening.indicators.presenters import (
    Addresses,
    Labels,
    ReportPresenter,
    Reports,
    present_persons,
    present_report,
)
from screening.indicators.presenters.page import HEADLINE
from screening.indicators.presenters.persons import part_label
from screening.indicators.reports import (
    Asked,
    Behind,
    Part,
    as_table,
    definitions_of,
    list_behind,
    make_report,
    table_header,
)
from screening.indicators.rules import Dimension
from screening.programs import all_programs, get_program
from screening.protocol.program import Program
from screening.security.access import requires
from screening.security.permissions import Permission
from screening.web.downloads import csv_response
from screening.web.filters import site_name
from screening.web.locale import say
from screening.web.paging import PAGE_SIZE, offset_of, page_number, page_of

blueprint = Blueprint("indicators", __name__, url_prefix="/figures")

Answer = str | Response | tuple[str, int]

YEARS = (Dimension.YEAR, Dimension.ROUND)


@blueprint.get("")
@requires(Permission.INDICATOR_VIEW)
def show_report() -> Answer:
    """Go to the figures of the first program."""
    return redirect(url_for(".show_program", program=all_programs()[0].code), 303)


@blueprint.get("/<string:program>")
@requires(Permission.INDICATOR_VIEW)
def show_program(program: str) -> Answer:
    """Show the report of a program."""
    chosen = _program(program)
    form = _form(chosen)
    is_valid = form.validate()
    asked = form.asked(program, today()) if is_valid else Asked(program, today())
    report = _present(form, asked, chosen)
    page = {"form": form, "report": report, "program": chosen, "tabs": _tabs()}
    return render_template("indicators/show_program.html", **page), 200 if is_valid else 400


def _program(code: str) -> Program:
    if code not in {program.code for program in all_programs()}:
        abort(404)
    return get_program(code)


def _tabs() -> list[tuple[str, str]]:
    return [(program.code, say(program.name)) for program in all_programs()]


def _form(program: Program) -> ReportForm:
    return ReportForm(definitions_of(program), formdata=request.args or None)


def _present(form: ReportForm, asked: Asked, program: Program) -> ReportPresenter:
    measure = form.measure.data if form.measure.data in definitions_of(program) else HEADLINE
    by, scope, only = form.dimensions(), current_scope(), frozenset({measure})
    reports = Reports(
        make_report(scope, asked),
        make_report(scope, replace(asked, by=(Dimension.ROUND,))),
        make_report(scope, replace(asked, by=YEARS, only=only)),
        make_report(scope, replace(asked, by=by, only=only)),
        measure,
        definitions_of(program),
    )
    heads = tuple(say(DIMENSION_LABELS[each]) for each in by)
    return present_report(reports, _labels(program), heads, _address_of(asked))


def _address_of(asked: Asked) -> Addresses:
    """Return what leads from a number to the persons behind it, at the same definition."""
    kept = _kept(asked)

    def address(code: str, part: Part, group: Mapping[Dimension, str | None]) -> str:
        named = write_group(tuple(group), group)
        values: dict[str, Any] = {**kept, **named, "measure": code, "part": part.value}
        return url_for(".show_persons", program=asked.program, **values)

    return address


def _kept(asked: Asked) -> dict[str, str]:
    days = {"since": asked.since, "until": asked.until, "as_of": asked.as_of}
    return {name: day.isoformat() for name, day in days.items() if day is not None}


def _labels(program: Program) -> Labels:
    return Labels(program, {site.code: site_name(site) for site in current_user.sites})


@blueprint.get("/<string:program>/persons")
@requires(Permission.INDICATOR_PERSONS)
def show_persons(program: str) -> Answer:
    """Show the persons behind a number; who opens it is written down first."""
    chosen, form = _program(program), _form(_program(program))
    form.validate()
    group = read_group(request.args)
    asked = replace(form.asked(program, today()), where=group)
    behind = _behind(chosen)
    figure = {"program": program, "figure": f"{behind.code}:{behind.part.value}"}
    opened = {**figure, **_kept(asked), **write_group(tuple(group), group)}
    open_persons(opened, by=current_actor(), at=now())
    number = page_number()
    offset = offset_of(number)
    lines = list_behind(current_scope(), asked, behind, limit=PAGE_SIZE + 1, offset=offset)
    labels = _labels(chosen)
    words = {each: labels.value(each, value) for each, value in group.items()}
    persons = present_persons(page_of(lines, number), _heading(chosen, behind), words, labels)
    return render_template("indicators/show_persons.html", persons=persons, program=chosen)


def _behind(program: Program) -> Behind:
    part = request.args.get("part", "")
    if part not in set(Part):
        abort(404)
    return Behind(request.args.get("measure", ""), Part(part))


def _heading(program: Program, behind: Behind) -> tuple[str, str, str]:
    definition = definitions_of(program).get(behind.code)
    title = say(definition.title) if definition else behind.code
    sentence = say(definition.sentence) if definition else ""
    return title, sentence, part_label(behind.part)


@blueprint.get("/<string:program>/download")
@requires(Permission.INDICATOR_VIEW)
def download(program: str) -> Answer:
    """Send the report of all measures by the chosen groups as a CSV file."""
    form = _form(_program(program))
    if not form.validate():
        return redirect(url_for(".show_program", program=program), 303)
    asked = replace(form.asked(program, today()), by=form.dimensions())
    report = make_report(current_scope(), asked)
    name = f"{program}-{asked.as_of.isoformat()}.csv"
    return csv_response(name, table_header(report), as_table(report))
