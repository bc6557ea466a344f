"""Who is signed in: the session of the request, its time-outs, and the actor behind it."""

import hashlib
from dataclasses import dataclass
from datetime import timedelta

from flask import Flask, Request, abort, current_app, g, redirect, request, session, url_for
from flask_login import LoginManager, UserMixin, current_user
from flask_wtf.csrf import CSRFError, CSRFProtect
from werkzeug.wrappers import Response

from screening.accounts.actions.sessions import keep_alive
from screening.accounts.actions.tokens import note_use
from screening.accounts.models import User
from screening.accounts.queries import find_session, find_token
from screening.accounts.rules import Timeouts, is_session_over
from screening.clock import now
from screening.security.actor import Actor, Scope
from screening.security.permissions import Role
from screening.web.errors import ErrorAnswer, show_http_error
from screening.web.filters import here
from screening.web.problems import is_for_programs

TOKEN = "token"  # noqa: S105 - the name of the cookie's entry, not a secret
SEEN_EVERY = timedelta(seconds=60)
BEARER = "bearer"

csrf = CSRFProtect()


@dataclass(frozen=True)
class SiteOption:
    """A site at which the signed-in person may work."""

    id: int
    code: str
    name: str
    name_zh: str | None


@dataclass(frozen=True)
class SignedIn(UserMixin):  # type: ignore[misc]
    """The signed-in person, as far as every page needs; a program has a token, and no session."""

    session_id: int | None
    user_id: int
    username: str
    display_name: str
    role: Role
    locale: str
    theme: str
    sites: tuple[SiteOption, ...]
    site_id: int | None
    token_id: int | None = None

    @property
    def site(self) -> SiteOption | None:
        """The site at which the person works now."""
        return next((site for site in self.sites if site.id == self.site_id), None)

    def get_id(self) -> str:
        """Return what the cookie holds; the session row says who it is."""
        return str(session[TOKEN])


def init_guards(app: Flask) -> None:
    """Set up sign-in, its time-outs, and the check of forged requests."""
    manager = LoginManager()
    manager.user_loader(load_signed_in)
    manager.request_loader(load_program)
    manager.unauthorized_handler(ask_to_sign_in)
    manager.session_protection = None
    manager.init_app(app)
    csrf.init_app(app)
    app.register_error_handler(CSRFError, answer_foreign_form)
    app.before_request(note_activity)


def digest(token: str) -> str:
    """Return what is stored of a token or a one-time code."""
    return hashlib.sha256(token.encode()).hexdigest()


def load_signed_in(token: str) -> SignedIn | None:
    """Return the person of a live session; Flask-Login calls this once a request."""
    row = find_session(digest(token))
    if row is None or row.ended_at is not None or not row.user.is_active:
        return None
    if is_session_over(row.created_at, row.last_seen_at, now(), timeouts()):
        return None
    g.last_seen_at = row.last_seen_at
    return _signed_in(row.user, row.site_id, session_id=row.id)


def load_program(request: Request) -> SignedIn | None:
    """Return the person in whose name a program asks; a token opens nothing but the data."""
    sent = request.authorization
    if not is_for_programs() or sent is None or sent.type != BEARER or not sent.token:
        return None
    row = find_token(digest(sent.token), at=now())
    if row is None or not row.user.is_active:
        return None
    g.last_seen_at = row.last_used_at or row.created_at - 2 * SEEN_EVERY
    return _signed_in(row.user, None, token_id=row.id)


def timeouts() -> Timeouts:
    """Return how long sessions live by the settings."""
    return Timeouts(
        timedelta(minutes=current_app.config["IDLE_MINUTES"]),
        timedelta(hours=current_app.config["ABSOLUTE_HOURS"]),
    )


def _signed_in(
    user: User,
    wanted_site_id: int | None,
    *,
    session_id: int | None = None,
    token_id: int | None = None,
) -> SignedIn:
    sites = tuple(
        SiteOption(site.id, site.code, site.name, site.name_zh)
        for site in user.sites
        if site.is_active
    )
    known = {site.id for site in sites}
    site_id = wanted_site_id if wanted_site_id in known else next(iter(sorted(known)), None)
    return SignedIn(
        session_id, user.id, user.username, user.display_name, user.role, user.locale, user.theme,
        sites, site_id, token_id,
    )  # fmt: skip


def note_activity() -> None:
    """Keep the session alive, or note that the token is in use, at most once a minute."""
    if request.endpoint is None or request.endpoint.endswith("static"):
        return
    if current_user.is_authenticated and now() - g.last_seen_at > SEEN_EVERY:
        if current_user.token_id is None:
            keep_alive(current_user.session_id, at=now())
        else:
            note_use(current_user.token_id, at=now())


def ask_to_sign_in() -> Response:
    """Lead to the sign-in page and back; what was typed is kept by the browser meanwhile.

    A program is only told that it has to say who it is.
    """
    if is_for_programs():
        abort(401)
    was_open = TOKEN in session or request.method == "POST"
    expired = 1 if was_open else None
    return redirect(url_for("accounts.sign_in", next=here(), expired=expired), 303)


def answer_foreign_form(error: CSRFError) -> ErrorAnswer | Response:
    """Ask whoever lost the sign-in to sign in again; refuse a form of another sign-in."""
    if current_user.is_authenticated or request.endpoint == "accounts.sign_in":
        return show_http_error(error)
    return ask_to_sign_in()


def local_path(target: str | None) -> str:
    """Return a path of this service; anything else leads to the first page."""
    if not target:
        return "/"
    if target.startswith(request.host_url):
        target = "/" + target.removeprefix(request.host_url)
    is_local = target.startswith("/") and not target.startswith(("//", "/\\"))
    # Browsers pass over tabs and line ends, so that what follows one could be another host.
    return target.rstrip("?") if is_local and target.isprintable() else "/"


def current_actor() -> Actor:
    """Return who acts in this request."""
    return Actor(
        current_user.user_id,
        current_user.display_name,
        current_user.role.value,
        current_scope(),
        current_user.site_id,
        g.get("request_id"),
    )


def current_scope() -> Scope:
    """Return the sites whose records the signed-in person may see."""
    return Scope(frozenset(site.id for site in current_user.sites))


def current_site_id() -> int | None:
    """Return the site at which the signed-in person works now."""
    site_id: int | None = current_user.site_id
    return site_id
