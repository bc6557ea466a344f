"""What every row of an import is read against: who loads, when, sites, programs, rows before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from screening.exchange.tabular.columns import Kind, RowReader
from screening.exchange.tabular.rows import SourceRow
from screening.protocol.fields import Field
from screening.protocol.program import Program
from screening.security.actor import Actor

ROW_BITS = 40


class SeenRows:
    """The rows of a file by what they are about, so that a second one about it is noticed."""

    def __init__(self) -> None:
        self._rows: dict[int, int] = {}

    def first(self, key: tuple[object, ...], row: SourceRow) -> int | None:
        """Remember a row; return the number of an earlier one about the same, if there is one.

        The number is negative where the earlier row says exactly the same.
        """
        # Two numbers in one keep a million rows within some hundred megabytes.
        said = hash(tuple(row.texts.items())) & ((1 << ROW_BITS) - 1)
        known = self._rows.setdefault(hash(key), row.row_no << ROW_BITS | said)
        number = known >> ROW_BITS
        if number == row.row_no:
            return None
        return -number if known & ((1 << ROW_BITS) - 1) == said else number


@dataclass
class Context:
    """One import under way."""

    kind: Kind
    programs: Mapping[str, Program]
    sites: Mapping[str, int]
    by: Actor
    at: datetime
    is_synthetic: bool = False
    # Category systems that sites chose, by site and program.
    systems: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    seen: SeenRows = field(default_factory=SeenRows)
    counts: dict[int, int] = field(default_factory=dict)
    # Persons whom rows before this one are to add, by the hash of site and number.
    new_people: set[int] = field(default_factory=set)
    # Cancers that rows before this one are about already.
    taken: set[int] = field(default_factory=set)
    # Exams whose findings or details changed, to be categorized when all rows are in.
    exams_to_categorize: set[int] = field(default_factory=set)
    _folded_sites: dict[str, int] = field(default_factory=dict)
    _readers: dict[str | None, RowReader] = field(default_factory=dict)
    _fields: dict[str, dict[str, Field]] = field(default_factory=dict)

    @cached_property
    def today(self) -> date:
        """The day of the import where the service runs."""
        return self.at.astimezone().date()

    def __post_init__(self) -> None:
        self._folded_sites = {code.casefold(): number for code, number in self.sites.items()}

    def site_id(self, code: str) -> int | None:
        """Return the site with this code among those that the actor may use."""
        return self._folded_sites.get(code.casefold())

    def program(self, code: str) -> Program | None:
        """Return the program with this code."""
        return self.programs.get(code.casefold())

    def reader(self, program: Program | None) -> RowReader:
        """Return the reader of the kind's columns, as a program fills them."""
        code = program.code if program else None
        reader = self._readers.get(code)
        if reader is None:
            columns = self.kind.columns_within(program) if program else self.kind.columns
            reader = self._readers[code] = RowReader(columns)
        return reader

    def nth(self, key: tuple[object, ...]) -> int:
        """Count the rows about things that may well be there several times; the first is 0."""
        count = self.counts.get(hash(key), 0)
        self.counts[hash(key)] = count + 1
        return count

    def own_fields(self, program: Program) -> Mapping[str, Field]:
        """Return the fields that a program adds to the kind, by their codes."""
        found = self._fields.get(program.code)
        if found is None:
            found = {field.code: field for field in self.kind.program_fields(program)}
            self._fields[program.code] = found
        return found
