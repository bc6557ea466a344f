"""Users and passwords: nobody but its owner ever sees or sets one."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from argon2.exceptions import VerifyMismatchError
from sqlalchemy import update

from screening.accounts.actions.sessions import end_sessions, hasher
from screening.accounts.models import PasswordReset, Site, User
from screening.accounts.queries import find_reset, find_user, get_user, list_sites
from screening.accounts.rules import RESET_VALID_FOR, check_password
from screening.audit.actions import Subject, record
from screening.audit.diff import difference
from screening.database.engine import db
from screening.database.transactions import transaction
from screening.protocol.errors import NewerChangeError, NotFoundError, RefusedInputError
from screening.protocol.wording import N_
from screening.security.actor import SYSTEM, Actor
from screening.security.permissions import Role


@dataclass(frozen=True)
class UserEntry:
    """A user as an administrator types it."""

    username: str
    display_name: str
    role: Role
    site_ids: frozenset[int]
    is_active: bool = True


def create_user(entry: UserEntry, *, by: Actor, at: datetime, password: str | None = None) -> User:
    """Create a user; without a password a one-time code lets the person set one."""
    with transaction():
        username = entry.username.strip().casefold()
        if find_user(username) is not None:
            raise RefusedInputError("username", N_("This user name is taken"))
        user = User(username=username, created_at=at)
        _write(user, entry)
        if password is not None:
            check_password(password, username)
            user.password_hash = hasher().hash(password)
        db.session.add(user)
        db.session.flush()  # the event needs the new number
        _record("create", user, {}, by=by, at=at)
    return user


def update_user(
    user: User, entry: UserEntry, *, expected_version: int, by: Actor, at: datetime
) -> None:
    """Change role, sites or activity; the user's sessions end, so that it holds at once."""
    with transaction():
        if user.version != expected_version:
            raise NewerChangeError(N_("Someone changed this user while you were working on it"))
        before = _state(user)
        _write(user, entry)
        end_sessions(user.id, at=at)
        _record("update", user, before, by=by, at=at)


def start_reset(user: User, *, by: Actor, at: datetime) -> str:
    """Return a one-time code to hand over; old password, codes and sessions stop working."""
    code = secrets.token_urlsafe(16)
    with transaction():
        user.password_hash, user.locked_until, user.failed_count = None, None, 0
        older = update(PasswordReset).where(PasswordReset.user_id == user.id)
        db.session.execute(older.where(PasswordReset.used_at.is_(None)).values(used_at=at))
        digest = hashlib.sha256(code.encode()).hexdigest()
        expires_at = at + RESET_VALID_FOR
        db.session.add(PasswordReset(user_id=user.id, code_hash=digest, expires_at=expires_at))
        end_sessions(user.id, at=at)
        record("accounts:password:reset", Subject("user", user.id), by=by, at=at)
    return code


def redeem_reset(code: str, password: str, *, at: datetime) -> None:
    """Set a password with a one-time code."""
    with transaction():
        reset = find_reset(hashlib.sha256(code.strip().encode()).hexdigest())
        if reset is None or reset.expires_at < at:
            raise RefusedInputError("code", N_("This code is not valid; ask for a new one"))
        user = get_user(reset.user_id)
        check_password(password, user.username)
        user.password_hash, reset.used_at = hasher().hash(password), at
        record("accounts:password:set", Subject("user", user.id), by=SYSTEM, at=at)


def change_password(current: str, wanted: str, *, session_id: int, by: Actor, at: datetime) -> None:
    """Change one's own password; every other session of the person ends."""
    with transaction():
        user = get_user(by.user_id or 0)
        try:
            hasher().verify(user.password_hash or "", current)
        except VerifyMismatchError:
            raise RefusedInputError("current", N_("The current password is not right")) from None
        check_password(wanted, user.username)
        user.password_hash = hasher().hash(wanted)
        end_sessions(user.id, at=at, besides=session_id)
        record("accounts:password:change", Subject("user", user.id), by=by, at=at)


def set_preferences(*, locale: str | None, theme: str | None, by: Actor) -> None:
    """Keep the language and the look that a person chose."""
    with transaction():
        chosen = {"locale": locale, "theme": theme}
        kept = {name: value for name, value in chosen.items() if value}
        # No newer version of the user: an administrator who is changing it has no conflict.
        db.session.execute(update(User).where(User.id == by.user_id).values(kept))


def _write(user: User, entry: UserEntry) -> None:
    if entry.is_active and not entry.site_ids and entry.role is not Role.ADMIN:
        raise RefusedInputError(
            "site_ids",
            N_("Choose at least one site: without one the user finds nobody to work with"),
        )
    known: Sequence[Site] = list_sites()
    sites = [site for site in known if site.id in entry.site_ids]
    if len(sites) != len(entry.site_ids):
        raise NotFoundError(N_("There is no such site"))
    user.display_name, user.role = entry.display_name.strip(), entry.role
    user.is_active, user.sites = entry.is_active, sites


def _state(user: User) -> dict[str, object]:
    return {
        "display_name": user.display_name,
        "role": user.role.value,
        "is_active": user.is_active,
        "sites": [site.code for site in user.sites],
    }


def _record(act: str, user: User, before: dict[str, object], *, by: Actor, at: datetime) -> None:
    changes = difference(before, _state(user))
    tag = f"accounts:user:{act}"
    record(tag, Subject("user", user.id), by=by, at=at, changes=changes)
