"""The console command `screening`."""

from screening.cli.main import main

__all__ = ["main"]
