"""`screening site`: the places that screen."""

import click

from screening.accounts.actions import create_site
from screening.cli.application import console_actor, in_app
from screening.clock import now


@click.group()
def site() -> None:
    """Add sites."""


@site.command()
@click.argument("code")
@click.option("--name", required=True, help="The name in English.")
@click.option("--name-zh", help="The name in Chinese.")
@in_app
def create(code: str, name: str, name_zh: str | None) -> None:
    """Add the site CODE."""
    create_site(code, name, name_zh, by=console_actor(), at=now())
    click.echo(f"Added site {code}")
