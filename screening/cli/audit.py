"""`screening audit`: proves that the audit log is whole."""

import click

from screening.audit.queries import EventFilters, find_broken_link, list_events
from screening.cli.application import in_app
from screening.cli.refusals import refuse


@click.group()
def audit() -> None:
    """Check the audit log."""


@audit.command()
@in_app
def verify() -> None:
    """Walk the chain of audit events; exit code 1 and the first broken link if it does not hold.

    Keep the newest hash elsewhere now and then: a later walk that no longer shows it tells of
    events removed from the end.
    """
    broken = find_broken_link()
    if broken is not None:
        refuse([f"event {broken} does not follow from the one before it"])
    click.echo("The audit log is whole")
    for event in list_events(EventFilters(), limit=1):
        click.echo(f"newest: event {event.id}, {event.hash}")
