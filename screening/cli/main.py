"""The group of all console commands."""

import logging
import sys

import click

from screening.cli.evaluate import evaluate


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Hospital cancer screening: programs, participants, exams, cases, figures.

    Answers go to standard output; progress and log lines to standard error. Exit code 0: done,
    1: refused input, 2: wrong usage.
    """
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING)


for command in (evaluate,):
    main.add_command(command)
