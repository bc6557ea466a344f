"""Putting a person into a program."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from screening.accounts.guards import current_actor, current_scope, current_site_id
from screening.clock import now, today
from screening.enrollments import actions
from screening.enrollments.forms import StartForm
from screening.enrollments.presenters import open_programs
from screening.enrollments.queries import find_enrollment
from screening.enrollments.views.blueprint import Answer, blueprint
from screening.participants.actions import open_participant
from screening.participants.presenters import PersonPresenter, present_sites
from screening.participants.queries import get_participant, list_registrations
from screening.security.access import requires
from screening.security.permissions import Permission
from screening.web.refusals import refusals_shown


@blueprint.post("/participants/<string:public_id>/programs")
@requires(Permission.ENROLLMENT_EDIT)
def start(public_id: str) -> Answer:
    """Put a person into a program; the questionnaire comes next."""
    form = start_form(open_programs(()))
    if form.validate_on_submit():
        with refusals_shown(form):
            return _start(public_id, form)
    open_participant(public_id, by=current_actor(), page="participants:record:open")
    person = get_participant(current_scope(), public_id)
    shown = PersonPresenter(person, list_registrations(current_scope(), person.id), today())
    return render_template("enrollments/start.html", form=form, person=shown)


def start_form(programs: list[tuple[str, str]]) -> StartForm:
    """Return the form for these programs, at the site where the user works now."""
    sites = present_sites(current_user.sites)
    return StartForm(programs, sites, data={"site_id": current_site_id()})


def _start(public_id: str, form: StartForm) -> Response:
    person = get_participant(current_scope(), public_id)
    program = form.program.data
    known = find_enrollment(person.id, program)
    if known is not None:
        flash(_("The person is already in this program"), "info")
        return redirect(url_for(".show_enrollment", enrollment_id=known.id), 303)
    interest = actions.Interest(program, form.site_id.data, form.known_source, form.invited_on.data)
    enrollment = actions.open_enrollment(person, interest, by=current_actor(), at=now())
    flash(_("The person is in the program; the questionnaire says whether to screen"), "success")
    return redirect(url_for(".assess", enrollment_id=enrollment.id), 303)
