"""What other programs may send: rows of a system, parameters of a report, parts of a list; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from screening.indicators.rules import Dimension
from screening.protocol.errors import RefusedInputError
from screening.protocol.wording import N_

MOST_ROWS = 1_000
LIST_SIZE, LONGEST_LIST = 50, 200
SEPARATOR = ";"
TEXTS = {None: "", True: "yes", False: "no"}

JsonRow = Mapping[str, object]


def read_rows(body: object) -> Sequence[JsonRow]:
    """Return the rows of a body, which is one row or a list of them."""
    sent: list[object] = body if isinstance(body, list) else [body]
    if len(sent) > MOST_ROWS:
        text = N_("Send {most} rows at most; these are {number}")
        raise RefusedInputError("rows", text, {"most": MOST_ROWS, "number": len(sent)})
    rows: list[JsonRow] = []
    for number, row in enumerate(sent, 1):
        if not isinstance(row, dict):
            message = N_("Row {row} is not an object of columns")
            raise RefusedInputError("rows", message, {"row": number})
        rows.append(row)
    return rows


def read_texts(row: JsonRow, number: int) -> dict[str, str]:
    """Return the columns of a row as the texts that a file would hold."""
    texts = {}
    for name, value in row.items():
        items = value if isinstance(value, list) else [value]
        if any(isinstance(item, dict | list) for item in items):
            message = N_("Row {row}: {column} is neither a text nor a number, nor a list of them")
            raise RefusedInputError(name, message, {"row": number, "column": name})
        texts[name] = SEPARATOR.join(_text(item) for item in items).strip()
    return texts


def _text(value: object) -> str:
    if value is None or isinstance(value, bool):
        return TEXTS[value]
    return value if isinstance(value, str) else repr(value)


@dataclass(frozen=True)
class Wanted:
    """A report as it is asked for: like the console's, days and dimensions by their names."""

    program: str
    since: date | None
    until: date | None
    as_of: date | None
    by: tuple[Dimension, ...]


REPORT_ARGUMENTS = ("program", "from", "to", "as_of", "by")


def read_wanted(arguments: Mapping[str, str], programs: Sequence[str]) -> Wanted:
    """Return the report that the arguments of an address ask for."""
    refuse_others(arguments, REPORT_ARGUMENTS)
    program = arguments.get("program", "")
    if program not in programs:
        raise _not_one_of("program", program, programs)
    since, until = read_day(arguments, "from"), read_day(arguments, "to")
    if since and until and since > until:
        raise RefusedInputError("to", N_("Enter a day not before the first"))
    return Wanted(program, since, until, read_day(arguments, "as_of"), _dimensions(arguments))


def read_day(arguments: Mapping[str, str], name: str) -> date | None:
    """Return a day of the arguments, None where there is none."""
    text = arguments.get(name, "")
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise RefusedInputError(name, N_("Enter a date like 2024-03-05")) from None


def _dimensions(arguments: Mapping[str, str]) -> tuple[Dimension, ...]:
    names = [name.strip() for name in arguments.get("by", "").split(",") if name.strip()]
    known = [dimension.value for dimension in Dimension]
    for name in names:
        if name not in known:
            raise _not_one_of("by", name, known)
    return tuple(dict.fromkeys(Dimension(name) for name in names))


@dataclass(frozen=True)
class ListPart:
    """The part of a list that is asked for: what follows a record, and how many."""

    after: str | None
    limit: int


LIST_ARGUMENTS = ("after", "limit")


def read_part(arguments: Mapping[str, str]) -> ListPart:
    """Return the part of a list that the arguments of an address ask for."""
    text = arguments.get("limit", str(LIST_SIZE))
    limit = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 0
    if not 1 <= limit <= LONGEST_LIST:
        message = N_("Enter a whole number from {low} to {high}")
        raise RefusedInputError("limit", message, {"low": 1, "high": LONGEST_LIST})
    return ListPart(arguments.get("after") or None, limit)


def refuse_others(arguments: Mapping[str, str], known: Sequence[str]) -> None:
    """Refuse an argument that is not known, rather than answer something else than was meant."""
    for name in arguments:
        if name not in known:
            raise _not_one_of(name, name, known)


def _not_one_of(name: str, value: str, known: Sequence[str]) -> RefusedInputError:
    message = N_("“{text}” is not one of: {allowed}")
    return RefusedInputError(name, message, {"text": value, "allowed": ", ".join(known)})
