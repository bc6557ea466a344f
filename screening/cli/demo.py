"""`screening demo`: labeled synthetic data, with sign-ins for every role."""

from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic

import click
from flask import current_app

from screening.accounts.actions import UserEntry, create_site, create_user
from screening.accounts.queries import find_site, find_user, list_sites
from screening.cli.application import console_actor, in_app
from screening.cli.refusals import refuse
from screening.clock import now, today
from screening.exchange.actions import load_tables
from screening.participants.queries import has_real_people, has_synthetic_people
from screening.programs import all_programs
from screening.protocol.program import Program
from screening.protocol.synthetic import DemoOrder, SyntheticPerson
from screening.security.permissions import Role

SCREENED = 14_010
SEED = 1
SECONDS_BETWEEN_LINES = 3
# Published with the program: it opens nothing but synthetic data.
PASSWORD = "just-for-the-demo"  # noqa: S105
SITES = (
    ("HQ", "Main Hospital", "总院"),
    ("N", "North Branch", "北院区"),
    ("E", "East Branch", "东院区"),
)
CODES = tuple(code for code, _, _ in SITES)


@dataclass(frozen=True)
class DemoUser:
    """Someone who signs in to look around."""

    username: str
    display_name: str
    role: Role


USERS = (
    DemoUser("coordinator", "Lin Hua", Role.COORDINATOR),
    DemoUser("clinician", "Dr. Zhou Ming", Role.CLINICIAN),
    DemoUser("manager", "Chen Yu", Role.MANAGER),
    DemoUser("admin", "Admin Wu", Role.ADMIN),
)


@click.command()
@click.option("--rows", type=click.IntRange(1), default=SCREENED, show_default=True)
@click.option("--seed", type=int, default=SEED, show_default=True)
@in_app
def demo(rows: int, seed: int) -> None:
    """Load labeled synthetic data: ROWS screened persons of the largest program, a share of others.

    Doing it again keeps what is there. Refused in production and beside real persons.
    """
    if not current_app.config["TAKES_SYNTHETIC_PEOPLE"]:
        refuse(["Demonstration data is not loaded in production"])
    if has_real_people():
        refuse(["This database holds real persons; demonstration data needs one of its own"])
    if not demo_sign_ins():
        _add_sites()
        known: list[SyntheticPerson] = []
        for program in all_programs():
            known += _load(program, DemoOrder(rows, seed, today(), CODES, tuple(known)))
        _add_users()
    for line in demo_sign_ins():
        click.echo(line)


def demo_sign_ins() -> Sequence[str]:
    """Return how to sign in to the demonstration data, nothing if it is not loaded."""
    if not has_synthetic_people() or not all(find_user(user.username) for user in USERS):
        return ()
    names = ", ".join(user.username for user in USERS)
    return (f"Sign in as {names}; the password is {PASSWORD}",)


def _add_sites() -> None:
    for code, name, name_zh in SITES:
        if find_site(code) is None:
            create_site(code, name, name_zh, by=console_actor(), at=now())


def _add_users() -> None:
    site_ids = frozenset(site.id for site in list_sites())
    for user in USERS:
        if find_user(user.username) is None:
            entry = UserEntry(user.username, user.display_name, user.role, site_ids)
            create_user(entry, by=console_actor(), at=now(), password=PASSWORD)


def _load(program: Program, order: DemoOrder) -> Sequence[SyntheticPerson]:
    """Load the cohort of a program; return whom the next ones may share."""
    click.echo(f"Making the cohort of the program {program.name}", err=True)
    tables = program.make_demo(order)
    told = Told()
    load_tables(
        tables.rows, program=program.code, by=console_actor(), at=now(), progress=told.progress
    )
    return tables.people


class Told:
    """What was said of the progress of a load; a line a step or every few seconds."""

    def __init__(self) -> None:
        self._step, self._at = "", 0.0

    def progress(self, step: str, done: int) -> None:
        """Say how far a step is, unless that was just said."""
        if step != self._step or monotonic() - self._at > SECONDS_BETWEEN_LINES:
            self._step, self._at = step, monotonic()
            click.echo(f"  {step}: {done}", err=True)
