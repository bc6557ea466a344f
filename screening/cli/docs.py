"""`screening docs`: the pages of documentation that are made from the code."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import click

from config import ROOT
from screening.cli.protocols import protocols_markdown
from screening.cli.refusals import refuse
from screening.cli.states import states_markdown
from screening.evaluations.documents import list_of, page_of
from screening.evaluations.systems import all_systems
from screening.indicators.reports import indicators_markdown

FOLDER = ROOT / "docs"
CLINICAL = FOLDER / "clinical"
PAGES: dict[Path, Callable[[], str]] = {
    FOLDER / "states.md": states_markdown,
    FOLDER / "indicators.md": indicators_markdown,
    FOLDER / "protocols.md": protocols_markdown,
    CLINICAL / "README.md": partial(list_of, all_systems().values()),
    **{
        CLINICAL / f"{code}.md": partial(page_of, system, ROOT / "tests")
        for code, system in all_systems().items()
    },
}


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; exit code 1 if a page is out of date.")
def docs(*, check: bool) -> None:
    """Write the pages below docs/ that are made from the code anew."""
    stale = [path for path, write in PAGES.items() if _text(path) != write()]
    left_over = list(_left_over())
    if check and (stale or left_over):
        refuse(
            f"{path.relative_to(ROOT)} is out of date: run `screening docs`"
            for path in (*stale, *left_over)
        )
    for path in stale:
        path.parent.mkdir(exist_ok=True)
        path.write_text(PAGES[path](), encoding="utf-8")
        click.echo(str(path.relative_to(ROOT)))
    for path in left_over:
        path.unlink()


def _left_over() -> Iterator[Path]:
    """Yield the pages of systems that there are no more."""
    return (path for path in CLINICAL.glob("*.md") if path not in PAGES)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""
