"""`screening sweep`: proves that everyone enrolled waits for exactly one next action."""

import click

from screening.cli.application import in_app
from screening.cli.refusals import REFUSED
from screening.worklists.queries import count_breaches, count_enrolled, list_breaches

LISTED = 1_000


@click.command()
@in_app
def sweep() -> None:
    """List everyone enrolled for whom nothing waits; exit code 1 if there is anyone."""
    breaches, enrolled = count_breaches(), count_enrolled()
    for enrollment_id in list_breaches(LISTED):
        click.echo(f"enrollment {enrollment_id}: nothing waits")
    click.echo(f"{breaches} of {enrolled} enrolled wait for nothing", err=True)
    if breaches:
        raise SystemExit(REFUSED)
