"""`screening user`: who may sign in."""

import sys
from collections.abc import Sequence

import click

from screening.accounts.actions import UserEntry, create_user, start_reset
from screening.accounts.queries import list_sites
from screening.accounts.rules import RESET_VALID_FOR
from screening.cli.application import console_actor, in_app
from screening.clock import now
from screening.database.transactions import transaction
from screening.protocol.errors import RefusedInputError
from screening.protocol.wording import N_
from screening.security.permissions import Role


@click.group()
def user() -> None:
    """Add users."""


@user.command()
@click.argument("name")
@click.option("--role", required=True, type=click.Choice([role.value for role in Role]))
@click.option(
    "--site", "sites", multiple=True, metavar="CODE", help="A site whose people are seen."
)
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
@in_app
def create(name: str, role: str, sites: Sequence[str], *, password_stdin: bool) -> None:
    """Add the user NAME.

    Without --password-stdin a one-time code is printed, with which the person sets a password at
    /set-password.
    """
    password = sys.stdin.readline().rstrip("\r\n") if password_stdin else None
    entry = UserEntry(name, name, Role(role), _site_ids(sites))
    by, at = console_actor(), now()
    with transaction():
        added = create_user(entry, by=by, at=at, password=password)
        code = None if password_stdin else start_reset(added, by=by, at=at)
    click.echo(f"Added {role} {added.username}", err=True)
    if code is not None:
        hours = RESET_VALID_FOR.total_seconds() / 3600
        click.echo(f"One-time code for /set-password, valid for {hours:.0f} hours:", err=True)
        click.echo(code)


def _site_ids(codes: Sequence[str]) -> frozenset[int]:
    known = {site.code: site.id for site in list_sites()}
    for code in codes:
        if code not in known:
            raise RefusedInputError(
                "site",
                N_("There is no site {code}; there are: {known}"),
                {"code": code, "known": ", ".join(known) or "-"},
            )
    return frozenset(known[code] for code in codes)
