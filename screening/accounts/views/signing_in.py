"""Sign in, sign out, set a password with a one-time code, choose language and site."""

from flask import flash, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from flask_login import current_user, login_user, logout_user
from werkzeug.wrappers import Response

from screening.accounts import actions
from screening.accounts.actions import SignInRefusedError
from screening.accounts.forms.signing_in import RedeemForm, SignInForm
from screening.accounts.guards import TOKEN, current_actor, load_signed_in, local_path
from screening.accounts.views.blueprint import blueprint
from screening.clock import now
from screening.security.access import public, requires
from screening.security.permissions import Permission
from screening.web.locale import LANGUAGE, LANGUAGES, say
from screening.web.navigation import FIRST_PAGES
from screening.web.refusals import refusals_shown

Answer = str | Response | tuple[str, int]


@blueprint.get("/")
@requires(Permission.ACCOUNT_OWN)
def show_first_page() -> Answer:
    """Send each role to its own first page."""
    return redirect(url_for(FIRST_PAGES[current_user.role]), 303)


@blueprint.route("/sign-in", methods=["GET", "POST"])
@public
def sign_in() -> Answer:
    """Sign in and go on to the page that was asked for."""
    form = SignInForm(data={"next": request.args.get("next", "/")})
    if form.validate_on_submit():
        try:
            token = actions.sign_in(_credentials(form), at=now())
        except SignInRefusedError as error:
            form.general_errors.append(say(error.sentence))
        else:
            return _go_on(token, local_path(form.next.data))
    is_expired = request.args.get("expired") == "1" and request.method == "GET"
    return render_template("accounts/sign_in.html", form=form, is_expired=is_expired)


def _credentials(form: SignInForm) -> actions.Credentials:
    return form.credentials(request.remote_addr or "", request.user_agent.string)


def _go_on(token: str, target: str) -> Response:
    session.clear()
    session[TOKEN] = token
    login_user(load_signed_in(token))
    return redirect(target, 303)


@blueprint.post("/sign-out")
@requires(Permission.ACCOUNT_OWN)
def sign_out() -> Answer:
    """End this session."""
    actions.end_session(current_user.session_id, by=current_actor(), at=now())
    logout_user()
    session.clear()
    answer = redirect(url_for(".sign_in"), 303)
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer


@blueprint.route("/set-password", methods=["GET", "POST"])
@public
def set_password() -> Answer:
    """Set a password with a one-time code."""
    form = RedeemForm()
    if form.validate_on_submit():
        with refusals_shown(form):
            actions.redeem_reset(form.code.data or "", form.password.data or "", at=now())
            flash(_("The password is set; sign in with it"), "success")
            return redirect(url_for(".sign_in"), 303)
    return render_template("accounts/set_password.html", form=form)


@blueprint.post("/language")
@public
def choose_language() -> Answer:
    """Read the pages in another language; it is kept with the user."""
    wanted = request.form.get("language", "")
    if wanted in LANGUAGES:
        session[LANGUAGE] = wanted
        if current_user.is_authenticated:
            actions.set_preferences(locale=wanted, theme=None, by=current_actor())
    return redirect(local_path(request.form.get("next")), 303)


@blueprint.post("/account/site")
@requires(Permission.ACCOUNT_OWN)
def choose_site() -> Answer:
    """Work at another of one's sites."""
    site_id = request.form.get("site_id", 0, type=int)
    actions.choose_site(current_user.session_id, site_id, by=current_actor())
    return redirect(local_path(request.form.get("next")), 303)
