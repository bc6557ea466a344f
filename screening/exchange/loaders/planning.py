"""What the planners of all kinds share: sites, programs, persons and exams that rows name."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple
from unicodedata import normalize

from screening.database.binding import plain_value
from screening.exchange.loaders.context import Context
from screening.exchange.queries.lookups import Numbered, Person, Record, people_by_number
from screening.exchange.rules import Plan, Planned
from screening.exchange.tabular.errors import Refusal
from screening.exchange.tabular.rows import SourceRow
from screening.protocol.errors import ScreeningError
from screening.protocol.fields import Value
from screening.protocol.formulas import restore_text
from screening.protocol.program import Program
from screening.protocol.wording import N_, Problem, Sentence

Values = dict[str, Value]
Plain = dict[str, object]


NOBODY: Numbered = (0, "")


class Placed(NamedTuple):
    """A row with its site, and the person and the exam that it names by site and number."""

    row: SourceRow
    site_id: int
    number: Numbered
    exam: Numbered


class Planner:
    """Collects what the rows of a chunk will do; each kind says how one row is planned."""

    # The column that a second row about the same is refused at.
    key = "registration_no"

    def __init__(self, context: Context) -> None:
        self.context = context
        self._required = [column for column in context.kind.columns if column.field.is_required]
        self.planned: list[Planned] = []
        self.refusals: list[Refusal] = []

    def plan(self, rows: Sequence[SourceRow]) -> Plan:
        """Plan a chunk of rows."""
        placed = [each for row in rows if (each := self._place(row)) is not None]
        self.plan_rows(placed)
        return Plan(tuple(self.planned), tuple(self.refusals))

    def plan_rows(self, placed: Sequence[Placed]) -> None:
        """Plan the rows whose site is known."""
        raise NotImplementedError

    def refuse(
        self, row: SourceRow, column: str, text: str, values: Mapping[str, object] | None = None
    ) -> None:
        """Refuse a row because of one of its columns."""
        self.refusals.append(Refusal(row.row_no, column, Sentence(text, values or {})))

    def refuse_error(self, row: SourceRow, column: str, error: ScreeningError) -> None:
        """Refuse a row for what the domain says of it."""
        self.refusals.append(Refusal(row.row_no, column, error.sentence))

    def refuse_problems(self, row: SourceRow, problems: Iterable[Problem]) -> bool:
        """Refuse a row with impossible values; unlikely ones are taken as they are."""
        refused = [problem for problem in problems if not problem.is_question]
        self.refusals.extend(
            Refusal(row.row_no, problem.field, problem.sentence) for problem in refused
        )
        return bool(refused)

    def read(self, row: SourceRow, program: Program | None) -> Values | None:
        """Return the values of a row; None if one of them cannot be read."""
        values, refusals = self.context.reader(program).read(row.row_no, row.texts)
        self.refusals.extend(refusals)
        return None if refusals else values

    def is_repeated(self, row: SourceRow, key: tuple[object, ...]) -> bool:
        """Tell whether an earlier row is about the same; one that says otherwise is refused."""
        earlier = self.context.seen.first(key, row)
        if earlier is None:
            return False
        if earlier < 0:
            self.planned.append(Planned(row.row_no, 0, None, {}))
        else:
            message = N_("row {row} has this number too, with other values; keep one of the two")
            self.refuse(row, self.key, message, {"row": earlier})
        return True

    def _place(self, row: SourceRow) -> Placed | None:
        missing = [column for column in self._required if column.name not in row.texts]
        for column in missing:
            message = N_("this cell is required: enter “{label}”")
            self.refuse(row, column.name, message, {"label": Sentence(column.field.label)})
        if missing:
            return None
        site_id = self._site(row, "site")
        if site_id is None:
            return None
        number_site_id = site_id
        if "registration_site" in row.texts:
            other = self._site(row, "registration_site")
            if other is None:
                return None
            number_site_id = other
        return Placed(
            row,
            site_id,
            _numbered(number_site_id, row.texts.get("registration_no")),
            _numbered(site_id, row.texts.get("accession_no")),
        )

    def _site(self, row: SourceRow, column: str) -> int | None:
        code = row.texts.get(column, "").strip()
        site_id = self.context.site_id(code)
        if site_id is None:
            known = ", ".join(sorted(self.context.sites))
            message = N_("“{code}” is not one of your sites: {sites}")
            self.refuse(row, column, message, {"code": code, "sites": known})
        return site_id

    def program_of(self, row: SourceRow) -> Program | None:
        """Return the program that a row names; refuse one that there is not."""
        code = row.texts["program"].strip()
        program = self.context.program(code)
        if program is None:
            message = N_("“{code}” is not one of: {programs}")
            known = ", ".join(sorted(self.context.programs))
            self.refuse(row, "program", message, {"code": code, "programs": known})
        return program

    def people(self, placed: Sequence[Placed]) -> dict[Numbered, Person]:
        """Find the persons whom rows name."""
        return people_by_number(each.number for each in placed)

    def person_of(self, placed: Placed, people: Mapping[Numbered, Person]) -> Person | None:
        """Return the person of a row; refuse a number that the site does not know."""
        person = people.get(placed.number)
        if person is None:
            message = N_("nobody has the number {number} at this site; load the participants first")
            self.refuse(placed.row, "registration_no", message, {"number": placed.number[1]})
        return person


def _numbered(site_id: int, text: str | None) -> Numbered:
    return NOBODY if text is None else (site_id, tidy_number(text))


def tidy_number(text: str) -> str:
    """Return a number of a person or an exam as it is compared."""
    number = text.strip() if text.isascii() else normalize("NFKC", text).strip()
    return restore_text(number) if number.startswith("'") else number


def enrollment_of(
    person: Person, program: str, enrolled: Mapping[tuple[int, str], Record]
) -> Record | None:
    """Return a person's enrollment in a program, whichever of merged records has it."""
    for number in person.ids:
        record = enrolled.get((number, program))
        if record is not None:
            return record
    return None


def changes_of(record: Any, wanted: Mapping[str, object]) -> tuple[Plain, Plain]:
    """Return the columns that differ from a record's, as wanted and as they are."""
    after: Plain = {}
    before: Plain = {}
    columns = record._mapping  # noqa: SLF001 - its public name; a row's own `t` is no column
    for name, value in wanted.items():
        known = plain_value(columns[name])
        if known != value:
            after[name], before[name] = value, known
    return after, before


def plain_texts(values: Values, names: Iterable[str]) -> Plain:
    """Return the values that are there, as JSON holds them."""
    return {name: plain_value(values[name]) for name in names if name in values}
