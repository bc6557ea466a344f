"""`screening backup` and `screening restore`: the whole database in one file."""

from pathlib import Path

import click

from screening.audit.actions import Subject, record
from screening.audit.queries import find_broken_link
from screening.cli.application import console_actor, in_app, in_app_with_any_tables
from screening.cli.choices import FilePath
from screening.cli.refusals import refuse
from screening.clock import now
from screening.database.backups import check_backup, make_backup, make_safety_copy, restore_backup
from screening.database.transactions import transaction
from screening.database.upgrades import has_rows, upgrade_tables


@click.command()
@click.argument("file", type=FilePath)
@in_app
def backup(file: Path) -> None:
    """Write the whole database into the new FILE, while others go on working.

    The keys of encrypted fields (keys.json) are not in it: keep a copy of them elsewhere.
    """
    make_backup(file)
    _note("make")
    click.echo(str(file))


@click.command()
@click.argument("file", type=FilePath)
@in_app_with_any_tables
def restore(file: Path) -> None:
    """Put the backup FILE in the place of everything in the database.

    What was there is first copied into a file beside the database.
    """
    check_backup(file)
    if has_rows():
        copy = make_safety_copy("restore", now())
        click.echo(f"Backup before the restore: {copy}", err=True)
    restore_backup(file)
    upgrade_tables()
    broken = find_broken_link()
    if broken is not None:
        refuse([f"Restored, but audit event {broken} fits no key: is keys.json of the same time?"])
    _note("restore")
    click.echo("The database is restored and its audit log is whole")


def _note(act: str) -> None:
    with transaction():
        subject = Subject("database", None)
        record(f"database:backup:{act}", subject, by=console_actor(), at=now())
