"""What the pages of users and sites show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from screening.accounts.actions import SiteEntry, UserEntry
from screening.accounts.models import Site, User
from screening.audit.models import AuditEvent
from screening.programs import all_programs
from screening.protocol.wording import N_
from screening.security.permissions import ROLE_LABELS, Role
from screening.web.filters import site_name
from screening.web.locale import between, say

YES, NO = N_("Yes"), N_("No")

Rows = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class ConflictPresenter:
    """Who saved the newer version and when; each row: label, what was saved, what is typed."""

    who: str
    at: datetime | None
    rows: Rows


@dataclass(frozen=True)
class UserLine:
    """A user in the list."""

    id: int
    username: str
    display_name: str
    role: str
    sites: str
    is_active: bool
    is_locked: bool
    has_password: bool


def present_users(users: Sequence[User], at: datetime) -> tuple[UserLine, ...]:
    """Return the lines of users."""
    return tuple(
        UserLine(
            user.id,
            user.username,
            user.display_name,
            say(ROLE_LABELS[user.role]),
            between(",").join(site_name(site) for site in user.sites),
            user.is_active,
            user.locked_until is not None and user.locked_until > at,
            user.password_hash is not None,
        )
        for user in users
    )


def site_choices(sites: Sequence[Site]) -> list[tuple[int, str]]:
    """Return sites as choices, in the language of the page."""
    return [(site.id, f"{site.code} {site_name(site)}") for site in sites]


def user_data(user: User) -> dict[str, object]:
    """Return a user as the form shows it."""
    return {
        "username": user.username,
        "display_name": user.display_name,
        "role": user.role.value,
        "site_ids": [site.id for site in user.sites],
        "is_active": user.is_active,
        "version": str(user.version),
    }


def site_data(site: Site) -> dict[str, object]:
    """Return a site as the form shows it."""
    return {
        "code": site.code,
        "name": site.name,
        "name_zh": site.name_zh or "",
        "is_active": site.is_active,
        "version": str(site.version),
    }


def user_conflict(
    user: User, typed: UserEntry, sites: Sequence[Site], change: AuditEvent | None
) -> ConflictPresenter:
    """Return where the saved user and the typed one differ."""
    chosen = ", ".join(site.code for site in sites if site.id in typed.site_ids)
    pairs = (
        (N_("Name"), user.display_name, typed.display_name),
        (N_("Role"), _role(user.role), _role(typed.role)),
        (N_("Sites"), ", ".join(site.code for site in user.sites), chosen),
        (N_("May sign in"), _yes_no(user.is_active), _yes_no(typed.is_active)),
    )
    return _conflict(pairs, change)


def site_conflict(site: Site, typed: SiteEntry, change: AuditEvent | None) -> ConflictPresenter:
    """Return where the saved site and the typed one differ."""
    pairs = (
        (N_("Name in English"), site.name, typed.name),
        (N_("Name in Chinese"), site.name_zh or "", typed.name_zh or ""),
        (N_("In use"), _yes_no(site.is_active), _yes_no(typed.is_active)),
        *(
            (program.name, site.systems.get(program.code, ""), typed.systems.get(program.code, ""))
            for program in all_programs()
        ),
    )
    return _conflict(pairs, change)


def _conflict(pairs: Rows, change: AuditEvent | None) -> ConflictPresenter:
    who, at = (change.actor_name, change.at) if change else ("", None)
    rows = tuple((say(label), saved, typed) for label, saved, typed in pairs if saved != typed)
    return ConflictPresenter(who, at, rows)


def _role(role: Role) -> str:
    return say(ROLE_LABELS[role])


def _yes_no(value: bool) -> str:
    return say(YES if value else NO)
