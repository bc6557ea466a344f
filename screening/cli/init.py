"""`screening init`: creates the database or brings it to this version."""

from collections.abc import Iterator, Mapping
from typing import cast

import click

from screening.accounts.queries import list_users
from screening.audit.actions import Subject, record
from screening.audit.queries import EventFilters, list_events
from screening.cli.application import console_actor, in_app_with_any_tables
from screening.cli.refusals import refuse
from screening.clock import now
from screening.database.backups import make_safety_copy
from screening.database.transactions import transaction
from screening.database.upgrades import (
    current_version,
    has_rows,
    known_versions,
    newest_version,
    upgrade_tables,
)
from screening.programs import all_programs

READINGS_CHANGED = "database:readings:change"
MOST = 10_000


@click.command()
@in_app_with_any_tables
def init() -> None:
    """Create or upgrade the database.

    Before rows are touched, a backup is written beside the database. The readings of
    `protocols.toml` are written into the audit log where they changed. Doing it again changes
    nothing.
    """
    before = current_version()
    if before is not None and before not in known_versions():
        refuse([f"The database was made by a newer version of this program: {before}"])
    if before != newest_version():
        if before is not None and has_rows():
            copy = make_safety_copy("upgrade", now())
            click.echo(f"Backup before the upgrade: {copy}", err=True)
        upgrade_tables()
    _note_readings()
    click.echo("The database is ready")
    if not list_users():
        click.echo("Nobody can sign in yet: screening user create NAME --role admin", err=True)


def _note_readings() -> None:
    """Write into the audit log which open questions are read otherwise than at the last time."""
    with transaction():
        noted = _noted_readings()
        changes = {
            name: [noted.get(name, default), reading]
            for name, default, reading in _readings()
            if noted.get(name, default) != reading
        }
        if changes:
            subject = Subject("database", None)
            record(READINGS_CHANGED, subject, by=console_actor(), at=now(), changes=changes)


def _noted_readings() -> Mapping[str, str]:
    """Return the reading of every question that the audit log has ever noted as changed."""
    noted: dict[str, str] = {}
    filters = EventFilters(action=READINGS_CHANGED)
    for event in list_events(filters, limit=MOST, is_descending=False):
        changes = cast(Mapping[str, list[str]], event.changes)
        noted |= {name: after for name, (_, after) in changes.items()}
    return noted


def _readings() -> Iterator[tuple[str, str, str]]:
    """Yield every open question of every program with its default and the reading in force."""
    for program in all_programs():
        for question in program.questions:
            name = f"{program.code}.{question.code}"
            yield name, question.default, program.in_force[question.code]
