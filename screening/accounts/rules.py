"""Rules of sign-in: passwords, lock-out, time-outs, access tokens; pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from screening.protocol.errors import RefusedInputError
from screening.protocol.wording import N_

SHORTEST, LONGEST = 12, 128
ATTEMPTS, LOCKED_FOR = 8, timedelta(minutes=15)
CLIENT_ATTEMPTS, CLIENT_PERIOD = 40, timedelta(minutes=15)
RESET_VALID_FOR = timedelta(hours=24)
TOKEN_DAYS = (30, 90, 365)
MOST_TOKENS = 20
CONTEXT_WORDS = ("screening", "hospital", "password", "cancer", "mammogra", "administrator")
COMMON = frozenset(
    {
        "123456789012", "1234567890123", "qwertyuiop12", "qwertyuiopas", "111111111111",
        "000000000000", "abcdefghijkl", "iloveyou1234", "letmein12345", "welcome12345",
        "changeme1234", "asdfghjkl123", "1q2w3e4r5t6y", "zaq12wsxcde3", "woaini123456",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Timeouts:
    """How long a session lives: without a request, and at all."""

    idle: timedelta
    absolute: timedelta


def is_session_over(
    created_at: datetime, last_seen_at: datetime, now: datetime, limits: Timeouts
) -> bool:
    """Tell whether a session has run out."""
    return now - last_seen_at > limits.idle or now - created_at > limits.absolute


def check_password(password: str, username: str) -> None:
    """Refuse a password that is short, common, or made of the words around it."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise RefusedInputError(
            "password",
            N_("Use {low} to {high} characters; several words are easy to remember"),
            {"low": SHORTEST, "high": LONGEST},
        )
    folded = password.casefold()
    if folded in COMMON or len(set(folded)) < 5:
        raise RefusedInputError("password", N_("This password is too easy to guess"))
    if username.casefold() in folded or any(word in folded for word in CONTEXT_WORDS):
        raise RefusedInputError(
            "password", N_("Leave out your user name and words like screening or hospital")
        )
