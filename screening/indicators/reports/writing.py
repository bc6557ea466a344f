"""A report as the console and files write it: the JSON document, and one line a measure."""

from collections.abc import Iterator

from screening.indicators.reports.figures import Figure, Report, ReportRow, TimeFigure

Cell = str | int | float | None

FIGURE_COLUMNS = (
    "measure", "numerator", "denominator", "value", "lower", "upper", "method", "level",
    "pending", "unknown", "median", "n", "open",
)  # fmt: skip


def as_document(report: Report) -> dict[str, object]:
    """Return the report as JSON values, as interfaces promise them."""
    return {
        "program": report.program,
        "from": report.since.isoformat() if report.since else None,
        "to": report.until.isoformat() if report.until else None,
        "as_of": report.as_of.isoformat(),
        "definitions": report.definitions,
        "rows": [_row(row) for row in report.rows],
    }


def _row(row: ReportRow) -> dict[str, object]:
    return {
        "group": {dimension.value: value for dimension, value in row.group.items()},
        "counts": dict(row.counts),
        "measures": {code: _measure(figure) for code, figure in row.figures.items()},
    }


def _measure(figure: Figure | TimeFigure) -> dict[str, Cell]:
    if isinstance(figure, TimeFigure):
        time = figure.time
        return {
            "median": time.median,
            "lower": time.lower,
            "upper": time.upper,
            "n": time.n,
            "open": time.open,
        }
    written: dict[str, Cell] = {
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "value": figure.value,
        "lower": figure.lower,
        "upper": figure.upper,
        "method": figure.method,
        "level": figure.level,
        "pending": figure.pending,
    }
    if figure.unknown is not None:
        written["unknown"] = figure.unknown
    return written


def table_header(report: Report) -> list[str]:
    """Return the columns of the table: the groups, then those of a measure."""
    return [*(dimension.value for dimension in report.by), *FIGURE_COLUMNS]


def as_table(report: Report) -> Iterator[list[Cell]]:
    """Return one line for every measure of every group, and one for every count."""
    for row in report.rows:
        group = [row.group[dimension] for dimension in report.by]
        for name, count in row.counts.items():
            yield [*group, *_cells({"measure": name, "numerator": count})]
        for code, figure in row.figures.items():
            yield [*group, *_cells({"measure": code, **_measure(figure)})]


def _cells(values: dict[str, Cell]) -> list[Cell]:
    return [values.get(name) for name in FIGURE_COLUMNS]
