"""Access tokens: made and revoked by their owner, seen once, kept as digests."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from argon2.exceptions import InvalidHashError, VerifyMismatchError
from sqlalchemy import update

from screening.accounts.actions.sessions import hasher
from screening.accounts.models import ApiToken
from screening.accounts.queries import get_user, list_tokens
from screening.accounts.rules import MOST_TOKENS, TOKEN_DAYS
from screening.audit.actions import Subject, record
from screening.database.engine import db
from screening.database.transactions import transaction
from screening.protocol.errors import NotFoundError, RefusedInputError
from screening.protocol.wording import N_
from screening.security.actor import Actor


@dataclass(frozen=True)
class TokenEntry:
    """What its owner calls a token, and for how many days it is to hold."""

    name: str
    days: int


def create_token(entry: TokenEntry, password: str, *, by: Actor, at: datetime) -> str:
    """Return a new token, which nobody can read again; the password says that it is its owner."""
    token = secrets.token_urlsafe(32)
    with transaction():
        user = get_user(by.user_id or 0)
        try:
            hasher().verify(user.password_hash or "", password)
        except (VerifyMismatchError, InvalidHashError):
            raise RefusedInputError("current", N_("The current password is not right")) from None
        if entry.days not in TOKEN_DAYS:
            raise RefusedInputError("days", N_("Choose one of the list"))
        if len(list_tokens(user.id, at=at)) >= MOST_TOKENS:
            text = N_("Revoke a token that is not used any more; there are {number}")
            raise RefusedInputError("name", text, {"number": MOST_TOKENS})
        expires_at = at + timedelta(days=entry.days)
        digest = hashlib.sha256(token.encode()).hexdigest()
        db.session.add(
            ApiToken(
                user_id=user.id,
                name=entry.name.strip(),
                token_hash=digest,
                created_at=at,
                expires_at=expires_at,
            )
        )
        until = expires_at.date().isoformat()
        changes = {"token": [None, entry.name.strip()], "expires_on": [None, until]}
        subject = Subject("user", user.id)
        record("accounts:token:create", subject, by=by, at=at, changes=changes)
    return token


def revoke_token(token_id: int, *, by: Actor, at: datetime) -> None:
    """End a token of the actor at once."""
    with transaction():
        token = db.session.get(ApiToken, token_id)
        if token is None or token.user_id != by.user_id or token.revoked_at is not None:
            raise NotFoundError(N_("There is no such token"))
        token.revoked_at = at
        changes = {"token": [token.name, None]}
        subject = Subject("user", by.user_id)
        record("accounts:token:revoke", subject, by=by, at=at, changes=changes)


def note_use(token_id: int, *, at: datetime) -> None:
    """Write that a token is in use; nothing of a record changes, so nothing is audited."""
    with transaction():
        change = update(ApiToken).where(ApiToken.id == token_id)
        db.session.execute(change.values(last_used_at=at))
