"""The places of the service: who sees which in the bar, and everyone's first page."""

from dataclasses import dataclass

from flask import request, url_for
from flask_babel import gettext

from screening.protocol.wording import N_
from screening.security.access import can
from screening.security.permissions import Permission, Role


@dataclass(frozen=True)
class Place:
    """An entry of the bar as the page shows it."""

    label: str
    url: str
    is_current: bool


PLACES = (
    ("worklists.show_work", N_("Work"), Permission.WORKLIST_VIEW),
    ("participants.search", N_("Persons"), Permission.PARTICIPANT_VIEW),
    ("cases.list_cases", N_("Cases"), Permission.CASE_VIEW),
    ("evaluations.list_systems", N_("Calculator"), Permission.CALCULATOR_USE),
    ("indicators.show_report", N_("Figures"), Permission.INDICATOR_VIEW),
    ("exchange.list_imports", N_("Imports"), Permission.IMPORT_RUN),
    ("exchange.list_exports", N_("Exports"), Permission.EXPORT_RUN),
    ("accounts.list_users", N_("Users"), Permission.USER_MANAGE),
    ("accounts.list_sites", N_("Sites"), Permission.SITE_MANAGE),
    ("audit.list_events", N_("Audit log"), Permission.AUDIT_VIEW),
)

FIRST_PAGES = {
    Role.COORDINATOR: "worklists.show_work",
    Role.CLINICIAN: "cases.list_cases",
    Role.MANAGER: "indicators.show_report",
    Role.ADMIN: "accounts.list_users",
}


def navigation() -> list[Place]:
    """Return the places that the signed-in person may go to."""
    here = (request.blueprint, request.endpoint)
    return [
        Place(gettext(label), url_for(endpoint), _is_current(endpoint, here))
        for endpoint, label, permission in PLACES
        if can(permission)
    ]


def _is_current(endpoint: str, here: tuple[str | None, str | None]) -> bool:
    blueprint, name = here
    shares_slice = [other for other, _, _ in PLACES if other.split(".")[0] == blueprint]
    is_below = endpoint in shares_slice and request.path.startswith(f"{url_for(endpoint)}/")
    return endpoint == name or shares_slice == [endpoint] or is_below
