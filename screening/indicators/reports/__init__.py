"""Reports: counts and measures by groups, with intervals, pending exams and bounds."""

from screening.indicators.reports.assembling import Asked, By, make_report, make_reports
from screening.indicators.reports.behind import Behind, Part, check_behind, list_behind
from screening.indicators.reports.definitions import KAPLAN_MEIER, Definition, definitions_of
from screening.indicators.reports.figures import Figure, Report, ReportRow, TimeFigure
from screening.indicators.reports.markdown import indicators_markdown
from screening.indicators.reports.writing import Cell, as_document, as_table, table_header

__all__ = [
    "KAPLAN_MEIER",
    "Asked",
    "Behind",
    "By",
    "Cell",
    "Definition",
    "Figure",
    "Part",
    "Report",
    "ReportRow",
    "TimeFigure",
    "as_document",
    "as_table",
    "check_behind",
    "definitions_of",
    "indicators_markdown",
    "list_behind",
    "make_report",
    "make_reports",
    "table_header",
]
