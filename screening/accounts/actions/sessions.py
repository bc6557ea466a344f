"""Sign-in, sign-out, and what keeps a session alive or ends it."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from sqlalchemy import update

from screening.accounts.models import SignInAttempt, User, UserSession
from screening.accounts.queries import count_attempts, find_user
from screening.accounts.rules import ATTEMPTS, CLIENT_ATTEMPTS, CLIENT_PERIOD, LOCKED_FOR
from screening.audit.actions import Subject, record
from screening.database.engine import db
from screening.database.transactions import transaction
from screening.protocol.errors import ScreeningError
from screening.protocol.wording import N_
from screening.security.actor import EVERYWHERE, SYSTEM, Actor


class SignInRefusedError(ScreeningError):
    """The user name or the password is wrong, or there were too many tries; never which."""


@dataclass(frozen=True)
class Credentials:
    """What was typed at sign-in, from which client."""

    username: str
    password: str
    address: str
    client: str


@cache
def hasher() -> PasswordHasher:
    """Return the one password hasher: Argon2id with the library's own parameters."""
    return PasswordHasher()


@cache
def _decoy() -> str:
    return hasher().hash(secrets.token_hex(16))


def sign_in(credentials: Credentials, *, at: datetime) -> str:
    """Return the token of a new session, or refuse without saying which part was wrong."""
    user = find_user(credentials.username)
    is_right = _matches(user, credentials.password)
    client_hash = hashlib.sha256(credentials.address.encode()).hexdigest()
    is_throttled = count_attempts(client_hash, at - CLIENT_PERIOD) >= CLIENT_ATTEMPTS
    is_locked = user is not None and user.locked_until is not None and user.locked_until > at
    if user is None or not is_right or is_locked or is_throttled or not user.is_active:
        _note_failure(user, client_hash, at=at)
        raise SignInRefusedError(
            N_(
                "The user name or the password is not right; after {limit} tries wait {minutes} min"
            ),
            {"limit": ATTEMPTS, "minutes": LOCKED_FOR.seconds // 60},
        )
    return _open_session(user, credentials, at=at)


def _matches(user: User | None, password: str) -> bool:
    """Compare in the same time whether or not the user exists."""
    stored = user.password_hash if user and user.password_hash else _decoy()
    try:
        hasher().verify(stored, password)
    except (VerifyMismatchError, InvalidHashError):
        return False
    return user is not None and user.password_hash is not None


def _note_failure(user: User | None, client_hash: str, *, at: datetime) -> None:
    with transaction():
        db.session.add(SignInAttempt(client_hash=client_hash, attempted_at=at))
        if user is not None:
            _count_failure(user.id, at=at)
        subject = Subject("user", user.id if user else None)
        record("accounts:session:refuse", subject, by=SYSTEM, at=at)


def _count_failure(user_id: int, *, at: datetime) -> None:
    """Count by the database itself: tries that come at once are all counted, and none of them is a
    newer version of the user.
    """
    own = update(User).where(User.id == user_id)
    db.session.execute(own.values(failed_count=User.failed_count + 1))
    too_many = own.where(User.failed_count >= ATTEMPTS)
    db.session.execute(too_many.values(failed_count=0, locked_until=at + LOCKED_FOR))


def _open_session(user: User, credentials: Credentials, *, at: datetime) -> str:
    token = secrets.token_urlsafe(32)
    with transaction():
        forgiven = update(User).where(User.id == user.id)
        db.session.execute(forgiven.values(failed_count=0, locked_until=None))
        if user.password_hash and hasher().check_needs_rehash(user.password_hash):
            user.password_hash = hasher().hash(credentials.password)
        db.session.add(
            UserSession(
                token_hash=hashlib.sha256(token.encode()).hexdigest(),
                user_id=user.id,
                created_at=at,
                last_seen_at=at,
                client=credentials.client[:200],
            )
        )
        record("accounts:session:open", Subject("user", user.id), by=_actor(user), at=at)
    return token


def _actor(user: User) -> Actor:
    return Actor(user.id, user.display_name, user.role.value, EVERYWHERE)


def end_session(session_id: int, *, by: Actor, at: datetime) -> None:
    """End one session of the actor."""
    with transaction():
        db.session.execute(
            update(UserSession)
            .where(UserSession.id == session_id, UserSession.user_id == by.user_id)
            .values(ended_at=at)
        )
        record("accounts:session:end", Subject("user", by.user_id), by=by, at=at)


def end_sessions(user_id: int, *, at: datetime, besides: int | None = None) -> None:
    """End every session of a user within the open transaction."""
    db.session.execute(
        update(UserSession)
        .where(
            UserSession.user_id == user_id,
            UserSession.ended_at.is_(None),
            UserSession.id != (besides or 0),
        )
        .values(ended_at=at)
    )


def keep_alive(session_id: int, *, at: datetime) -> None:
    """Write that a session is in use; nothing of a record changes, so nothing is audited."""
    with transaction():
        change = update(UserSession).where(UserSession.id == session_id)
        db.session.execute(change.values(last_seen_at=at))


def choose_site(session_id: int, site_id: int, *, by: Actor) -> None:
    """Work at another site of one's own from now on."""
    with transaction():
        if by.scope.includes(site_id):
            change = update(UserSession).where(UserSession.id == session_id)
            db.session.execute(change.values(site_id=site_id))
