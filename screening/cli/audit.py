"""`screening audit`: proves that the audit log is whole."""

import click

from screening.audit.queries import find_broken_link
from screening.cli.application import in_app
from screening.cli.refusals import refuse


@click.group()
def audit() -> None:
    """Check the audit log."""


@audit.command()
@in_app
def verify() -> None:
    """Walk the chain of audit events; exit code 1 and the first broken link if it does not hold."""
    broken = find_broken_link()
    if broken is not None:
        refuse([f"event {broken} does not follow from the one before it"])
    click.echo("The audit log is whole")
