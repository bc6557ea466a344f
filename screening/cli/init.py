"""`screening init`: creates the database or brings it to this version."""

import click

from screening.accounts.queries import list_users
from screening.cli.application import in_app_with_any_tables
from screening.cli.refusals import refuse
from screening.clock import now
from screening.database.backups import make_safety_copy
from screening.database.upgrades import (
    current_version,
    has_rows,
    known_versions,
    newest_version,
    upgrade_tables,
)


@click.command()
@in_app_with_any_tables
def init() -> None:
    """Create or upgrade the database.

    Before rows are touched, a backup is written beside the database. Doing it again changes
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
    click.echo("The database is ready")
    if not list_users():
        click.echo("Nobody can sign in yet: screening user create NAME --role admin", err=True)
