"""Sites and users, and what a signed-in browser holds of one."""

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import count
from secrets import token_urlsafe

from flask.testing import FlaskClient

from screening.accounts.guards import TOKEN, digest
from screening.accounts.models import Site, User, UserSession
from screening.accounts.queries import list_sites
from screening.clock import now
from screening.database.engine import db
from screening.database.transactions import transaction
from screening.security.actor import Actor, Scope
from screening.security.permissions import Role

NUMBERS = count(1)
LONG_AGO = datetime(2024, 1, 1, tzinfo=UTC)


def make_site(code: str | None = None, **values: object) -> Site:
    """Return a new site."""
    number = next(NUMBERS)
    code = code or f"S{number}"
    with transaction():
        site = Site(**{"code": code, "name": f"Site {code}", **values})
        db.session.add(site)
    return site


def make_user(
    role: Role = Role.COORDINATOR, sites: Sequence[Site] | None = None, **values: object
) -> User:
    """Return a new user of these sites; without any, of all sites that there are.

    The user has no password: `sign_in` does without it, as its check is slow by design.
    """
    username = str(values.get("username", f"{role.value}-{next(NUMBERS)}"))
    own = list(list_sites() if sites is None else sites)
    defaults = {"username": username, "display_name": username.title(), "created_at": LONG_AGO}
    with transaction():
        user = User(**{**defaults, "role": role, **values})
        user.sites = own
        db.session.add(user)
    return user


def actor_for(user: User) -> Actor:
    """Return the user as actions take it, working at the first of the user's sites."""
    site_ids = [site.id for site in user.sites]
    scope = Scope(frozenset(site_ids))
    return Actor(user.id, user.display_name, user.role.value, scope, min(site_ids, default=None))


def sign_in(client: FlaskClient, user: User, site: Site | None = None) -> None:
    """Make the client's next requests those of the user, working at the site."""
    token = token_urlsafe(32)
    with transaction():
        db.session.add(
            UserSession(
                token_hash=digest(token),
                user_id=user.id,
                site_id=site.id if site else None,
                created_at=now(),
                last_seen_at=now(),
            )
        )
    with client.session_transaction() as session:
        session.clear()
        session.update({TOKEN: token, "_user_id": token, "_fresh": True})
