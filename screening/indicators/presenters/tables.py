"""Tables of one measure: a list of its groups that can be sorted, and groups across one another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from screening.indicators.presenters.cells import CellWriter, FigureCell
from screening.indicators.presenters.labels import Labels
from screening.indicators.reports import Report, ReportRow
from screening.indicators.rules import OF_TIME, PREVALENT, Dimension, group_order
from screening.web.sorting import Sorting

MOST_COLUMNS = 12
GROUP_KEYS = ("group", "and")
SORT_KEYS = (*GROUP_KEYS, "first", "second", "value", "pending")


@dataclass(frozen=True)
class GroupLine:
    """The measure in one group; without a cell it is not counted by such groups."""

    values: tuple[str, ...]
    cell: FigureCell | None
    order: tuple[tuple[bool, str], ...]

    def sort_value(self, key: str) -> tuple[str, float] | None:
        """Return what sorts the lines by a column; None comes last in either direction."""
        if key in GROUP_KEYS:
            place = GROUP_KEYS.index(key)
            is_unknown, text = self.order[place] if place < len(self.order) else (True, "")
            return None if is_unknown else (text, 0.0)
        if self.cell is None:
            return None
        amounts = {
            "first": self.cell.first.number,
            "second": self.cell.second.number,
            "value": self.cell.amount,
            "pending": self.cell.pending.number,
        }
        amount = amounts[key]
        return None if amount is None else ("", amount)


@dataclass(frozen=True)
class Matrix:
    """Two ways to group across one another; `corner` names what the rows are."""

    corner: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[FigureCell | None, ...]], ...]


class TableWriter:
    """Writes tables of one measure."""

    def __init__(self, code: str, labels: Labels, cells: CellWriter) -> None:
        self.code, self.labels, self.cells = code, labels, cells

    def lines(self, report: Report, sorting: Sorting) -> tuple[GroupLine, ...]:
        """Return a line a group, sorted."""
        lines = [self._line(row, report.by) for row in report.rows]
        known = [line for line in lines if line.sort_value(sorting.key) is not None]
        rest = [line for line in lines if line.sort_value(sorting.key) is None]

        def order(line: GroupLine) -> tuple[str, float]:
            return line.sort_value(sorting.key) or ("", 0.0)

        return (*sorted(known, key=order, reverse=sorting.is_descending), *rest)

    def _line(self, row: ReportRow, by: Sequence[Dimension]) -> GroupLine:
        values = tuple(self.labels.value(each, row.group[each]) for each in by)
        order = tuple(group_order(each, row.group[each]) for each in by)
        return GroupLine(values, self.cells.find(row, self.code), order)

    def matrix(self, report: Report, heads: Sequence[str]) -> Matrix | None:
        """Return the groups across one another, periods from left to right.

        None where there are too many columns either way.
        """
        ways = {each: self._values(report, each) for each in report.by}
        across = _across(ways)
        if across is None:
            return None
        down = next((each for each in report.by if each is not across), None)
        found = {_place(row, down, across): row for row in report.rows}
        rows = tuple(
            (
                self.labels.value(down, value) if down else str(_("All")),
                tuple(self._cell(found.get((value, column))) for column in ways[across]),
            )
            for value in (ways[down] if down else [None])
        )
        columns = tuple(self.labels.value(across, column) for column in ways[across])
        corner = heads[report.by.index(down)] if down else ""
        return Matrix(corner, columns, rows)

    def _cell(self, row: ReportRow | None) -> FigureCell | None:
        return None if row is None else self.cells.find(row, self.code)

    def _values(self, report: Report, dimension: Dimension) -> list[str | None]:
        """Return the values of a dimension in their order, the prevalent round first."""
        values = {row.group[dimension] for row in report.rows}
        return sorted(values, key=lambda value: (value != PREVALENT, group_order(dimension, value)))


def _across(ways: Mapping[Dimension, Sequence[str | None]]) -> Dimension | None:
    """Return the way to group that makes the columns: a period, else the last; not too many."""
    last_first = list(ways)[::-1]
    wanted = sorted(last_first, key=lambda dimension: dimension not in OF_TIME)
    return next((each for each in wanted if len(ways[each]) <= MOST_COLUMNS), None)


def _place(
    row: ReportRow, down: Dimension | None, across: Dimension
) -> tuple[str | None, str | None]:
    return row.group[down] if down else None, row.group[across]
