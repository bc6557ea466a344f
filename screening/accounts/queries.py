"""Reads of users, sites and sessions."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy import case as choose
from sqlalchemy.orm import joinedload, selectinload

from screening.accounts.models import (
    ApiToken,
    PasswordReset,
    SignInAttempt,
    Site,
    User,
    UserSession,
    UserSite,
)
from screening.accounts.rules import Timeouts
from screening.audit.models import AuditEvent
from screening.audit.queries import find_last_event
from screening.database.engine import db
from screening.protocol.errors import NotFoundError
from screening.protocol.wording import N_

FIRST_SITE = (
    select(func.min(Site.code))
    .join(UserSite, UserSite.site_id == Site.id)
    .where(UserSite.user_id == User.id)
    .correlate(User)
    .scalar_subquery()
)
USERS_BY: Mapping[str, ColumnElement[Any]] = {
    "username": User.username.expression,
    "name": User.display_name.expression,
    "role": User.role.expression,
    "sites": func.coalesce(FIRST_SITE, ""),
    "state": choose((User.is_active.is_(False), 0), (User.password_hash.is_(None), 1), else_=2),
}
SITES_BY: Mapping[str, ColumnElement[Any]] = {
    "code": Site.code.expression,
    "name": Site.name.expression,
    "name-zh": func.coalesce(Site.name_zh, ""),
    "state": Site.is_active.expression,
}


def find_session(token_hash: str) -> UserSession | None:
    """Return a session with its user and sites."""
    return db.session.scalar(
        select(UserSession)
        .where(UserSession.token_hash == token_hash)
        .options(joinedload(UserSession.user).selectinload(User.sites))
    )


def find_token(token_hash: str, *, at: datetime) -> ApiToken | None:
    """Return a live access token with its user and sites."""
    return db.session.scalar(
        select(ApiToken)
        .where(
            ApiToken.token_hash == token_hash,
            ApiToken.revoked_at.is_(None),
            ApiToken.expires_at > at,
        )
        .options(joinedload(ApiToken.user).selectinload(User.sites))
    )


def list_tokens(user_id: int, *, at: datetime) -> Sequence[ApiToken]:
    """List a user's live access tokens, newest first."""
    query = select(ApiToken).where(
        ApiToken.user_id == user_id, ApiToken.revoked_at.is_(None), ApiToken.expires_at > at
    )
    return db.session.scalars(query.order_by(ApiToken.created_at.desc(), ApiToken.id.desc())).all()


def find_user(username: str) -> User | None:
    """Return the user with this name, whatever its case."""
    return db.session.scalar(select(User).where(User.username == username.strip().casefold()))


def get_user(user_id: int) -> User:
    """Return one user with the sites."""
    user = db.session.get(User, user_id, options=[selectinload(User.sites)])
    if user is None:
        raise NotFoundError(N_("There is no such user"))
    return user


def list_users(key: str = "username", *, is_descending: bool = False) -> Sequence[User]:
    """List every user in the order of a column; of equals, by user name."""
    column = USERS_BY[key]
    query = (
        select(User)
        .order_by(column.desc() if is_descending else column.asc(), User.username)
        .options(selectinload(User.sites))
    )
    return db.session.scalars(query).all()


def find_last_change(entity: str, entity_id: int) -> AuditEvent | None:
    """Return the event of the newest change of a user or a site by an administrator."""
    acts = ("update", "create")
    return find_last_event(entity, entity_id, [f"accounts:{entity}:{act}" for act in acts])


def list_sites(key: str = "code", *, is_descending: bool = False) -> Sequence[Site]:
    """List every site in the order of a column; of equals, by code."""
    column = SITES_BY[key]
    query = select(Site).order_by(column.desc() if is_descending else column.asc(), Site.code)
    return db.session.scalars(query).all()


def find_site(code: str) -> Site | None:
    """Return the site with this code."""
    return db.session.scalar(select(Site).where(Site.code == code))


def get_site(site_id: int) -> Site:
    """Return one site."""
    site = db.session.get(Site, site_id)
    if site is None:
        raise NotFoundError(N_("There is no such site"))
    return site


def systems_by_site() -> Mapping[int, Mapping[str, str]]:
    """Return which category systems sites chose, by site and program."""
    rows = db.session.execute(select(Site.id, Site.systems))
    return {number: systems for number, systems in rows if systems}


def system_in_use(site_id: int, program: str) -> str | None:
    """Return the category system that a site chose for a program, if it chose one."""
    systems = db.session.scalar(select(Site.systems).where(Site.id == site_id))
    return (systems or {}).get(program)


def list_live_sessions(user_id: int, limits: Timeouts, *, at: datetime) -> Sequence[UserSession]:
    """List a user's sessions that neither were ended nor ran out, newest first."""
    query = (
        select(UserSession)
        .where(
            UserSession.user_id == user_id,
            UserSession.ended_at.is_(None),
            UserSession.last_seen_at >= at - limits.idle,
            UserSession.created_at >= at - limits.absolute,
        )
        .order_by(UserSession.last_seen_at.desc())
        .limit(20)
    )
    return db.session.scalars(query).all()


def count_attempts(client_hash: str, since: datetime) -> int:
    """Count the failed sign-ins from one address since a moment."""
    query = select(func.count(SignInAttempt.id)).where(
        SignInAttempt.client_hash == client_hash, SignInAttempt.attempted_at > since
    )
    return db.session.scalar(query) or 0


def find_reset(code_hash: str) -> PasswordReset | None:
    """Return an unused one-time code."""
    return db.session.scalar(
        select(PasswordReset).where(
            PasswordReset.code_hash == code_hash, PasswordReset.used_at.is_(None)
        )
    )
