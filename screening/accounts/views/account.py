"""One's own account: password, language, look, access tokens, and where one is signed in."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from screening.accounts import actions
from screening.accounts.forms.account import PasswordForm, PreferencesForm, TokenForm
from screening.accounts.guards import current_actor, timeouts
from screening.accounts.queries import list_live_sessions, list_tokens
from screening.accounts.views.blueprint import blueprint
from screening.clock import now
from screening.security.access import requires
from screening.security.permissions import Permission
from screening.web.refusals import refusals_shown

Answer = str | Response


@blueprint.get("/account")
@requires(Permission.ACCOUNT_OWN)
def show_account() -> Answer:
    """Show one's own account."""
    return show_own()


def _preferences() -> PreferencesForm:
    chosen = {"locale": current_user.locale, "theme": current_user.theme}
    return PreferencesForm(formdata=None, data=chosen)


def show_own(
    password: PasswordForm | None = None,
    preferences: PreferencesForm | None = None,
    token: TokenForm | None = None,
) -> str:
    """Return the page of one's own account, with the form that was sent as it was sent."""
    return render_template(
        "accounts/show_account.html",
        password=password or PasswordForm(formdata=None),
        preferences=preferences or _preferences(),
        token=token or TokenForm(formdata=None),
        tokens=list_tokens(current_user.user_id, at=now()),
        sessions=list_live_sessions(current_user.user_id, timeouts(), at=now()),
    )


@blueprint.post("/account/password")
@requires(Permission.ACCOUNT_OWN)
def change_password() -> Answer:
    """Change one's own password."""
    form = PasswordForm()
    if form.validate_on_submit():
        with refusals_shown(form):
            actions.change_password(
                form.current.data or "",
                form.password.data or "",
                session_id=current_user.session_id,
                by=current_actor(),
                at=now(),
            )
            flash(_("The password is changed; other sign-ins of yours were ended"), "success")
            return redirect(url_for(".show_account"), 303)
    return show_own(password=form)


@blueprint.post("/account/preferences")
@requires(Permission.ACCOUNT_OWN)
def set_preferences() -> Answer:
    """Keep language and look."""
    form = PreferencesForm()
    if form.validate_on_submit():
        by = current_actor()
        actions.set_preferences(locale=form.locale.data, theme=form.theme.data, by=by)
        return redirect(url_for(".show_account"), 303)
    return show_own(preferences=form)


@blueprint.post("/account/sessions/<int:session_id>/end")
@requires(Permission.ACCOUNT_OWN)
def end_session(session_id: int) -> Answer:
    """End another sign-in of one's own."""
    actions.end_session(session_id, by=current_actor(), at=now())
    flash(_("That sign-in is ended"), "success")
    return redirect(url_for(".show_account"), 303)
