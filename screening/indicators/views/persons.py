"""The list of persons behind a number; who opens it is written down first."""

from collections.abc import Mapping
from dataclasses import replace

from flask import abort, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from screening.accounts.guards import current_actor, current_scope
from screening.clock import now, today
from screening.indicators.actions import open_persons
from screening.indicators.forms import GroupedForm, read_group, write_group
from screening.indicators.presenters import (
    COUNT_LABELS,
    SORT_KEYS,
    PersonsHeading,
    part_label,
    present_persons,
)
from screening.indicators.queries.people import Portion
from screening.indicators.reports import (
    Asked,
    Behind,
    Part,
    check_behind,
    definitions_of,
    list_behind,
)
from screening.indicators.rules import Dimension
from screening.indicators.views.blueprint import blueprint, labels_for, program_or_404
from screening.protocol.program import Program
from screening.security.access import requires
from screening.security.permissions import Permission
from screening.web.locale import say
from screening.web.paging import PAGE_SIZE, offset_of, page_number, page_of
from screening.web.sorting import read_sorting


@blueprint.get("/<string:program>/persons")
@requires(Permission.INDICATOR_PERSONS)
def show_persons(program: str) -> str:
    """Show the persons behind a number."""
    chosen = program_or_404(program)
    form = GroupedForm(today(), formdata=request.args or None)
    asked = _asked(form, chosen)
    behind = _behind()
    check_behind(asked, behind)
    open_persons(_opened(asked, behind), by=current_actor(), at=now())
    number, sorting = page_number(), read_sorting(SORT_KEYS, "day")
    portion = Portion(PAGE_SIZE + 1, offset_of(number), sorting.key, sorting.is_descending)
    lines = list_behind(current_scope(), asked, behind, portion)
    heading = _heading(form, chosen, asked, behind)
    persons = present_persons(page_of(lines, number), heading, labels_for(chosen))
    page = {"persons": persons, "program": chosen, "sorting": sorting}
    return render_template("indicators/show_persons.html", **page)


def _asked(form: GroupedForm, program: Program) -> Asked:
    form.refuse_invalid()
    sites = [site.code for site in current_user.sites]
    return replace(form.asked(program.code), where=read_group(request.args, program, sites))


def _behind() -> Behind:
    part = request.args.get("part", "")
    if part not in set(Part):
        abort(404)
    return Behind(request.args.get("measure", ""), Part(part))


def _opened(asked: Asked, behind: Behind) -> Mapping[str, str]:
    """Return the whole figure as the audit log keeps it."""
    days = {"since": asked.since, "until": asked.until, "as_of": asked.as_of}
    return {
        "program": asked.program,
        "figure": f"{behind.code}:{behind.part.value}",
        **{name: day.isoformat() for name, day in days.items() if day is not None},
        **write_group(asked.where),
    }


def _heading(form: GroupedForm, program: Program, asked: Asked, behind: Behind) -> PersonsHeading:
    definition = definitions_of(program).get(behind.code)
    title, sentence = (
        (definition.title, definition.sentence) if definition else COUNT_LABELS[behind.code]
    )
    filters = {**form.kept(), "measure": behind.code if definition else None}
    return PersonsHeading(
        say(title),
        say(sentence),
        part_label(behind.part) if definition else "",
        _words(program, asked.where),
        _period(asked),
        asked.as_of.isoformat(),
        url_for(".show_program", program=program.code, **filters),
    )


def _words(program: Program, group: Mapping[Dimension, str | None]) -> Mapping[Dimension, str]:
    labels = labels_for(program)
    return {dimension: labels.value(dimension, value) for dimension, value in group.items()}


def _period(asked: Asked) -> str:
    if asked.since is None and asked.until is None:
        return str(_("All exams"))
    since, until = (day.isoformat() if day else "" for day in (asked.since, asked.until))
    return str(_("Exams %(since)s to %(until)s", since=since, until=until or asked.as_of))
