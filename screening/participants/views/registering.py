"""Registering a person, and a person already known at one more site."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from screening.accounts.guards import current_actor, current_scope, current_site_id
from screening.clock import now, today
from screening.participants import actions
from screening.participants.forms import RegisterForm, SiteForm
from screening.participants.presenters import (
    RegistrationPresenter,
    age_text,
    present_lookalikes,
    present_number,
    present_sites,
)
from screening.participants.queries import Lookalike, is_known_elsewhere, list_lookalikes
from screening.participants.views.blueprint import Answer, blueprint
from screening.participants.views.pages import show_form, to_record
from screening.security.access import requires
from screening.security.permissions import Permission
from screening.web.refusals import refusals_shown


@blueprint.route("/register", methods=["GET", "POST"])
@requires(Permission.PARTICIPANT_EDIT)
def register_participant() -> Answer:
    """Register a person, once it is settled that nobody already known is the same one."""
    form = RegisterForm(present_sites(current_user.sites), data={"site_id": current_site_id()})
    alike = _list_lookalikes(form)
    if not form.is_draft and form.validate_on_submit() and form.settles(alike):
        with refusals_shown(form):
            public_id = _register(form)
            flash(_("The person is registered"), "success")
            return redirect(url_for(".show_participant", public_id=public_id), 303)
    page = _present(form, alike)
    return render_template("participants/register_participant.html", form=form, page=page)


@blueprint.post("/look-alikes")
@requires(Permission.PARTICIPANT_EDIT)
def show_lookalikes() -> Answer:
    """Return who may be the person that is being typed."""
    form = RegisterForm(present_sites(current_user.sites))
    page = _present(form, _list_lookalikes(form))
    return render_template("participants/_lookalikes.html", form=form, page=page)


def _list_lookalikes(form: RegisterForm) -> list[Lookalike]:
    if request.method == "GET":
        return []
    typed = form.details()
    return list_lookalikes(current_scope(), typed.name, typed.born, typed.phone, typed.national_id)


def _present(form: RegisterForm, alike: list[Lookalike]) -> RegistrationPresenter:
    form.note_compared(alike)
    typed = form.details()
    return RegistrationPresenter(
        age_text(typed.born, today()),
        present_number(typed.national_id),
        present_lookalikes(alike, today()),
        is_known_elsewhere(current_scope(), typed.national_id),
    )


def _register(form: RegisterForm) -> str:
    site_id, number = form.site_id.data, form.registration_no.data
    by, at = current_actor(), now()
    if form.same_person.data:
        person = actions.register_known_person(
            form.national_id.data or "", site_id=site_id, registration_no=number, by=by, at=at
        )
    else:
        person = actions.register_participant(
            form.details(), site_id=site_id, registration_no=number, by=by, at=at
        )
    return person.public_id


@blueprint.route("/<string:public_id>/registrations", methods=["GET", "POST"])
@requires(Permission.PARTICIPANT_EDIT)
def register_at_site(public_id: str) -> Answer:
    """Let one more of the user's sites know the person."""
    form = SiteForm(present_sites(current_user.sites), data={"site_id": current_site_id()})
    if form.validate_on_submit():
        with refusals_shown(form):
            _register_at_site(public_id, form)
            flash(_("The person is registered at the site"), "success")
            return to_record(public_id)
    return show_form("participants/register_at_site.html", public_id, form)


def _register_at_site(public_id: str, form: SiteForm) -> None:
    site_id, number = form.site_id.data, form.registration_no.data
    actions.register_at_site(
        public_id, site_id=site_id, registration_no=number, by=current_actor(), at=now()
    )
