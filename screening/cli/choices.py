"""Options and arguments that several commands of the console share."""

from datetime import date, datetime
from pathlib import Path

import click

from screening.programs import all_programs

FilePath = click.Path(dir_okay=False, path_type=Path)
Day = click.DateTime(formats=["%Y-%m-%d"])


def read_program(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> str | None:
    """Refuse a program that there is not."""
    codes = [program.code for program in all_programs()]
    if value is not None and value not in codes:
        raise click.BadParameter(f"{value} is not one of: {', '.join(codes)}")
    return value


def read_day(
    context: click.Context, parameter: click.Parameter, value: datetime | None
) -> date | None:
    """Return the day of what was read as a moment."""
    return value.date() if value else None
