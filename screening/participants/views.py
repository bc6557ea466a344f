"""The pages of persons: search, register, record, change, death, void, history."""

from collections.abc import Callable, Sequence

from flask import Blueprint, Flask, current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from screening.accounts.guards import current_actor, current_scope, current_site_id
from screening.clock import now, today
from screening.participants import actions
from screening.participants.forms import (
    CorrectDeathForm,
    DeathForm,
    EditForm,
    RegisterForm,
    RevealForm,
    SearchForm,
    SiteForm,
    VoidForm,
)
from screening.participants.presenters import (
    ConflictPresenter,
    PersonPresenter,
    SearchPresenter,
    present_conflict,
    present_form_data,
    present_history,
    present_lookalikes,
    present_search,
    present_sites,
)
from screening.participants.queries import (
    Lookalike,
    find_last_change,
    find_participants,
    get_participant,
    list_history,
    list_lookalikes,
    list_registrations,
)
from screening.protocol.errors import NewerChangeError
from screening.security.access import requires
from screening.security.actor import Scope
from screening.security.permissions import Permission
from screening.web.forms import ScreeningForm
from screening.web.refusals import refusals_shown

blueprint = Blueprint("participants", __name__, url_prefix="/participants")

PANELS = "person_panels"

Answer = str | Response | tuple[str, int]
Panel = Callable[[int, Scope], tuple[str, object] | None]


def bind_panels(app: Flask, panels: Sequence[Panel]) -> None:
    """Wire the panels of the slices above: template and presenter, `panel` in that template."""
    app.extensions[PANELS] = tuple(panels)


@blueprint.route("", methods=["GET", "POST"])
@requires(Permission.PARTICIPANT_VIEW)
def search() -> Answer:
    """Find a person first; what is typed never stands in an address."""
    form = SearchForm()
    return render_template("participants/search.html", form=form, page=_find(form))


@blueprint.post("/matches")
@requires(Permission.PARTICIPANT_VIEW)
def show_matches() -> Answer:
    """Return the lines of a search while it is typed."""
    form = SearchForm()
    return render_template("participants/_matches.html", form=form, page=_find(form))


def _find(form: SearchForm) -> SearchPresenter:
    text = (form.text.data or "").strip()
    is_asked = form.validate_on_submit() and bool(text)
    found = find_participants(current_scope(), text, after=form.cursor) if is_asked else None
    return present_search(text, found, today())


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
    page = {"form": form, "lines": present_lookalikes(alike, today())}
    return render_template("participants/register_participant.html", **page)


@blueprint.post("/look-alikes")
@requires(Permission.PARTICIPANT_EDIT)
def show_lookalikes() -> Answer:
    """Return who may be the person that is being typed."""
    form = RegisterForm(present_sites(current_user.sites))
    lines = present_lookalikes(_list_lookalikes(form), today())
    return render_template("participants/_lookalikes.html", form=form, lines=lines)


def _list_lookalikes(form: RegisterForm) -> list[Lookalike]:
    typed = form.details()
    return list_lookalikes(current_scope(), typed.name, typed.born, typed.phone, typed.national_id)


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


@blueprint.get("/<string:public_id>")
@requires(Permission.PARTICIPANT_VIEW)
def show_participant(public_id: str) -> Answer:
    """Show a person's record."""
    actions.open_participant(public_id, by=current_actor(), page="participants:record:open")
    return _show_record(public_id, None)


@blueprint.post("/<string:public_id>/national-number")
@requires(Permission.PARTICIPANT_REVEAL)
def reveal_national_id(public_id: str) -> Answer:
    """Show the record with the whole national number, once."""
    number = actions.reveal_national_id(public_id, by=current_actor(), at=now())
    return _show_record(public_id, number)


def _show_record(public_id: str, national_id: str | None) -> str:
    person, scope = _present(public_id), current_scope()
    panels = [panel(person.id, scope) for panel in current_app.extensions[PANELS]]
    return render_template(
        "participants/show_participant.html",
        person=person,
        national_id=national_id,
        form=RevealForm(),
        panels=[panel for panel in panels if panel is not None],
    )


@blueprint.route("/<string:public_id>/edit", methods=["GET", "POST"])
@requires(Permission.PARTICIPANT_EDIT)
def edit_participant(public_id: str) -> Answer:
    """Change what is recorded about a person."""
    _note_opening(public_id, "participants:record:open")
    person = get_participant(current_scope(), public_id)
    form = EditForm(person.details, data=present_form_data(person.details, person.version))
    if form.validate_on_submit():
        try:
            with refusals_shown(form):
                _update(public_id, form)
                flash(_("The changes are saved"), "success")
                return redirect(url_for(".show_participant", public_id=public_id), 303)
        except NewerChangeError:
            return _show_conflict(public_id, form), 409
    return _show_edit_page(public_id, form, None)


def _update(public_id: str, form: EditForm) -> None:
    version, by = form.version.number, current_actor()
    actions.update_participant(public_id, form.details(), expected_version=version, by=by, at=now())


def _show_conflict(public_id: str, form: EditForm) -> str:
    person = get_participant(current_scope(), public_id)
    typed = form.checked_details()
    conflict = present_conflict(person.details, typed, find_last_change(person.id))
    form.version.data = str(person.version)
    return _show_edit_page(public_id, form, conflict)


def _show_edit_page(public_id: str, form: EditForm, conflict: ConflictPresenter | None) -> str:
    page = {"form": form, "person": _present(public_id), "conflict": conflict}
    return render_template("participants/edit_participant.html", **page)


@blueprint.route("/<string:public_id>/registrations", methods=["GET", "POST"])
@requires(Permission.PARTICIPANT_EDIT)
def register_at_site(public_id: str) -> Answer:
    """Let one more of the user's sites know the person."""
    form = SiteForm(present_sites(current_user.sites))
    if form.validate_on_submit():
        with refusals_shown(form):
            _register_at_site(public_id, form)
            flash(_("The person is registered at the site"), "success")
            return redirect(url_for(".show_participant", public_id=public_id), 303)
    return _show_form("participants/register_at_site.html", public_id, form)


def _register_at_site(public_id: str, form: SiteForm) -> None:
    site_id, number = form.site_id.data, form.registration_no.data
    actions.register_at_site(
        public_id, site_id=site_id, registration_no=number, by=current_actor(), at=now()
    )


@blueprint.route("/<string:public_id>/death", methods=["GET", "POST"])
@requires(Permission.PARTICIPANT_EDIT)
def record_death(public_id: str) -> Answer:
    """Record that the person died."""
    form = DeathForm()
    if form.validate_on_submit():
        with refusals_shown(form):
            cause, by = form.cause.data, current_actor()
            actions.record_death(public_id, died_on=form.day, cause=cause, by=by, at=now())
            flash(_("The death is recorded"), "success")
            return redirect(url_for(".show_participant", public_id=public_id), 303)
    return _show_form("participants/record_death.html", public_id, form)


@blueprint.route("/<string:public_id>/death/correct", methods=["GET", "POST"])
@requires(Permission.PARTICIPANT_EDIT)
def correct_death(public_id: str) -> Answer:
    """Correct a recorded death, or take it back."""
    person = get_participant(current_scope(), public_id)
    form = CorrectDeathForm(data={"died_on": person.died_on, "cause": person.death_cause})
    if form.validate_on_submit():
        with refusals_shown(form):
            _correct_death(public_id, form)
            flash(_("The correction is saved"), "success")
            return redirect(url_for(".show_participant", public_id=public_id), 303)
    return _show_form("participants/correct_death.html", public_id, form)


def _correct_death(public_id: str, form: CorrectDeathForm) -> None:
    actions.correct_death(
        public_id,
        died_on=form.died_on.data,
        cause=form.cause.data,
        reason=form.reason.data or "",
        by=current_actor(),
        at=now(),
    )


@blueprint.route("/<string:public_id>/void", methods=["GET", "POST"])
@requires(Permission.PARTICIPANT_EDIT)
def void_participant(public_id: str) -> Answer:
    """Void a person registered by mistake."""
    form = VoidForm()
    if form.validate_on_submit():
        with refusals_shown(form):
            reason = form.reason.data or ""
            actions.void_participant(public_id, reason=reason, by=current_actor(), at=now())
            flash(_("The person is voided"), "success")
            return redirect(url_for(".search"), 303)
    return _show_form("participants/void_participant.html", public_id, form)


@blueprint.get("/<string:public_id>/history")
@requires(Permission.PARTICIPANT_VIEW)
def show_history(public_id: str) -> Answer:
    """Show who opened and who changed the record."""
    actor = current_actor()
    person = actions.open_participant(public_id, by=actor, page="participants:history:open")
    events = list_history(person.id, before=request.args.get("before", type=int))
    history = present_history(events)
    return render_template(
        "participants/show_history.html", person=_present(public_id), history=history
    )


def _note_opening(public_id: str, page: str) -> None:
    """Write down who opens a form that shows a person; sending it is an event of its own."""
    if request.method == "GET":
        actions.open_participant(public_id, by=current_actor(), page=page)


def _show_form(template: str, public_id: str, form: ScreeningForm) -> str:
    _note_opening(public_id, "participants:record:open")
    return render_template(template, form=form, person=_present(public_id))


def _present(public_id: str) -> PersonPresenter:
    person = get_participant(current_scope(), public_id)
    return PersonPresenter(person, list_registrations(current_scope(), person.id), today())
