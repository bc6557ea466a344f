"""The pages of figures: the report of a program, the persons behind a number, files."""

from screening.indicators.views.blueprint import blueprint
from screening.indicators.views.persons import show_persons
from screening.indicators.views.report import download, show_program, show_report

__all__ = ["blueprint", "download", "show_persons", "show_program", "show_report"]
