"""`screening docs`: the pages of documentation that are made from the code."""

from collections.abc import Callable
from pathlib import Path

import click

from config import ROOT
from screening.cli.refusals import refuse
from screening.cli.states import states_markdown
from screening.indicators.reports import indicators_markdown

FOLDER = ROOT / "docs"
PAGES: dict[Path, Callable[[], str]] = {
    FOLDER / "states.md": states_markdown,
    FOLDER / "indicators.md": indicators_markdown,
}


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; exit code 1 if a page is out of date.")
def docs(*, check: bool) -> None:
    """Write docs/states.md and docs/indicators.md anew."""
    stale = [path for path, write in PAGES.items() if _text(path) != write()]
    if check and stale:
        refuse(f"{path.relative_to(ROOT)} is out of date: run `screening docs`" for path in stale)
    for path in stale:
        path.parent.mkdir(exist_ok=True)
        path.write_text(PAGES[path](), encoding="utf-8")
        click.echo(str(path.relative_to(ROOT)))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""
