"""Sites: places that screen."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from screening.accounts.models import Site
from screening.accounts.queries import find_site
from screening.audit.actions import Subject, record
from screening.audit.diff import difference
from screening.database.engine import db
from screening.database.transactions import transaction
from screening.programs import get_program
from screening.protocol.errors import NewerChangeError, RefusedInputError
from screening.protocol.wording import N_
from screening.security.actor import Actor

# Files write a person of a site as CODE/NUMBER.
CODE = re.compile(r"[A-Za-z0-9_-]+")


def create_site(code: str, name: str, name_zh: str | None, *, by: Actor, at: datetime) -> Site:
    """Add a site."""
    if not CODE.fullmatch(code):
        raise RefusedInputError("code", N_("Use letters, digits, - and _ only"))
    with transaction():
        if find_site(code) is not None:
            raise RefusedInputError("code", N_("A site with this code is there already"))
        site = Site(code=code, name=name, name_zh=name_zh)
        db.session.add(site)
        db.session.flush()  # the event needs the new number
        changes = difference({}, {"code": code, "name": name, "name_zh": name_zh})
        record("accounts:site:create", Subject("site", site.id), by=by, at=at, changes=changes)
    return site


@dataclass(frozen=True)
class SiteEntry:
    """A site as an administrator changes it; its code stays.

    `systems` names the category system in use by program, where it is not the program's own.
    """

    name: str
    name_zh: str | None
    is_active: bool
    systems: Mapping[str, str] = field(default_factory=dict)


def update_site(
    site: Site, entry: SiteEntry, *, expected_version: int, by: Actor, at: datetime
) -> None:
    """Change a site's names or its choice of category systems, or close it."""
    with transaction():
        if site.version != expected_version:
            raise NewerChangeError(N_("Someone changed this site while you were working on it"))
        _check_systems(entry.systems)
        before = _state_of(site)
        site.name, site.name_zh, site.is_active = entry.name, entry.name_zh, entry.is_active
        site.systems = dict(entry.systems)
        changes = difference(before, _state_of(site))
        record("accounts:site:update", Subject("site", site.id), by=by, at=at, changes=changes)


def _check_systems(chosen: Mapping[str, str]) -> None:
    for program, system in chosen.items():
        if system not in {each.code for each in get_program(program).systems}:
            raise RefusedInputError("systems", N_("Choose one of the program's category systems"))


def _state_of(site: Site) -> dict[str, object]:
    chosen = [f"{program}: {system}" for program, system in sorted(site.systems.items())]
    return {
        "name": site.name,
        "name_zh": site.name_zh,
        "is_active": site.is_active,
        "systems": "; ".join(chosen) or None,
    }
