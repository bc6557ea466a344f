"""Uploading a file, and the templates that say what such a file holds."""

from flask import abort, redirect, render_template, request, url_for
from flask_login import current_user

from screening.accounts.guards import current_actor
from screening.clock import now
from screening.exchange.actions.ordering import begin_import
from screening.exchange.forms import UploadForm
from screening.exchange.presenters import kind_choices, present_templates, program_choices
from screening.exchange.tabular.chinese import chinese
from screening.exchange.tabular.kinds import KINDS
from screening.exchange.tabular.templates import template_rows
from screening.exchange.views.blueprint import Answer, blueprint
from screening.programs import all_programs
from screening.security.access import requires
from screening.security.permissions import Permission
from screening.web.downloads import csv_response
from screening.web.filters import site_name
from screening.web.refusals import refusals_shown


@blueprint.route("/imports/new", methods=["GET", "POST"])
@requires(Permission.IMPORT_RUN)
def upload() -> Answer:
    """Take a file in and leave its check to the worker."""
    form = _form()
    if form.validate_on_submit():
        with refusals_shown(form):
            table, mapping = form.table, form.own_mapping
            public_id = begin_import(form.order, table, mapping, by=current_actor(), at=now())
            return redirect(url_for(".show_import", public_id=public_id), 303)
    return render_template("exchange/upload.html", form=form, templates=present_templates())


def _form() -> UploadForm:
    programs = program_choices()
    current = current_user.site
    proposed = {
        "kind": request.args.get("kind"),
        "program": programs[0][0] if len(programs) == 1 else "",
        "site": current.code if current else "",
    }
    sites = [(site.code, site_name(site)) for site in current_user.sites]
    return UploadForm(kind_choices(), programs, sites, data=proposed)


@blueprint.get("/imports/templates/<string:kind>")
@requires(Permission.IMPORT_RUN)
def download_template(kind: str) -> Answer:
    """Send an empty table of a kind: columns, units, allowed codes and an example."""
    programs = {program.code: program for program in all_programs()}
    program = programs.get(request.args.get("program") or next(iter(programs)))
    if kind not in KINDS or program is None:
        abort(404)
    of_kind = KINDS[kind]
    header, *remarks = template_rows(of_kind, of_kind.columns_within(program), program, chinese)
    return csv_response(f"{kind}-{program.code}.csv", header, remarks)
