"""The group of all console commands, each imported only when it is called."""

import logging
import sys
from importlib import import_module

import click

COMMANDS = {
    "audit": "screening.cli.audit:audit",
    "backup": "screening.cli.backup:backup",
    "demo": "screening.cli.demo:demo",
    "docs": "screening.cli.docs:docs",
    "evaluate": "screening.cli.evaluate:evaluate",
    "export": "screening.cli.exports:export",
    "import": "screening.cli.imports:imports",
    "indicators": "screening.cli.indicators:indicators",
    "init": "screening.cli.init:init",
    "restore": "screening.cli.backup:restore",
    "serve": "screening.cli.serve:serve",
    "site": "screening.cli.sites:site",
    "sweep": "screening.cli.sweep:sweep",
    "user": "screening.cli.users:user",
    "worker": "screening.cli.worker:worker",
}


class LazyGroup(click.Group):
    """A group whose commands are found by name, so that none pays for what another imports."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Return a command, or None for an unknown name."""
        if name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[name].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Hospital cancer screening: programs, participants, exams, cases, figures.

    Answers go to standard output; progress and log lines to standard error. Exit code 0: done,
    1: refused input, 2: wrong usage.
    """
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING)
