"""Options and arguments that several commands of the console share."""

import os
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from screening.programs import all_programs

FilePath = click.Path(dir_okay=False, path_type=Path)


class _OutputPath(click.Path):
    """A file that a command writes, in a folder that is there."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        if not path.parent.is_dir():
            self.fail(f"there is no folder {path.parent}", param, ctx)
        if not os.access(path if path.exists() else path.parent, os.W_OK):
            self.fail(f"{path} cannot be written", param, ctx)
        return path


OutputPath = _OutputPath(dir_okay=False, path_type=Path)
Day = click.DateTime(formats=["%Y-%m-%d"])


def refuse_same_file(read: Path, written: Path | None, option: str) -> None:
    """Refuse to write over the file that is read: what is not read yet would be lost."""
    if written is not None and written.resolve() == read.resolve():
        raise click.BadParameter(
            f"{written} is the file that is read; name another one", param_hint=option
        )


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
