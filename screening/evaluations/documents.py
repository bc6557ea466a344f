"""The page of documentation of a system: all that whoever signs off its rule reads."""

import ast
import csv
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from inspect import cleandoc
from pathlib import Path
from pkgutil import resolve_name

from screening.evaluations.columns import REASONS, inputs_of, outcomes_of
from screening.evaluations.rows import evaluate_row
from screening.protocol.fields import Field, FieldType
from screening.protocol.systems import BulkSystem, Case, SystemPage, Texts

SOURCE = "Source: "
TEST = "test_"
DECIMALS = 6
GENERATED = "Generated from the code and its tests; `make check` compares it."
NUMBERS = (FieldType.INTEGER, FieldType.DECIMAL)
KINDS = {
    FieldType.INTEGER: "a whole number",
    FieldType.DECIMAL: "a number",
    FieldType.DATE: "a date such as 2024-03-05",
    FieldType.TEXT: "text",
}


def page_of(system: BulkSystem, tests: Path) -> str:
    """Return the page of a system; `tests` is the folder of the tests and the published rows."""
    page = system.page or SystemPage(_told_by(system))
    told = cleandoc(resolve_name(page.told_by).__doc__ or "").split("\n\n")
    sources = [_sentence(part[len(SOURCE) :]) for part in told if part.startswith(SOURCE)]
    rule = [part for part in told if not part.startswith(SOURCE)]
    sections = (
        ("The rule", rule),
        ("Source", sources),
        *((table.title, _table(table.header, table.rows)) for table in page.tables),
        ("Inputs", _inputs(system)),
        ("Results", _results(system)),
        ("Cases at the limits", _cases(system, page)),
        ("How it was verified", _verified(page, tests)),
    )
    lines = [f"# {system.title}", f"System `{system.code}`. {GENERATED}"]
    for title, parts in sections:
        blocks = list(parts)
        if blocks:
            lines += [f"## {title}", *blocks]
    return "\n\n".join(lines) + "\n"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def list_of(systems: Iterable[BulkSystem]) -> str:
    """Return the page that leads to those of the systems."""
    lines = (f"| [`{each.code}`]({each.code}.md) | {each.title} |" for each in systems)
    head = f"# Published systems\n\n{GENERATED} One page each, for whoever signs off its rule."
    return "\n".join((head, "", "| system | title |", "| --- | --- |", *lines)) + "\n"


def _told_by(system: BulkSystem) -> str:
    """Return the package or module that a system without a page of its own is told by."""
    evaluate = system.evaluate
    while isinstance(evaluate, partial):
        evaluate = evaluate.func
    module = str(evaluate.__module__)
    parent, _, name = module.rpartition(".")
    return parent if name == "rows" else module


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    lines = [_line(header), _line(["---"] * len(header)), *(_line(row) for row in rows)]
    yield "\n".join(lines)


def _line(cells: Iterable[str]) -> str:
    escaped = (cell.replace("|", "\\|").replace("\n", " ") for cell in cells)
    return f"| {' | '.join(escaped)} |"


def _inputs(system: BulkSystem) -> Iterator[str]:
    yield (
        "A blank is not known. A row that depends on an input that is not known gets no result and "
        "names it."
    )
    yield from _table(
        ("column", "what it is", "unit", "what it takes"),
        [(f"`{each.code}`", _what(each), each.unit, _takes(each)) for each in inputs_of(system)],
    )


def _results(system: BulkSystem) -> Iterator[str]:
    described = outcomes_of(system)
    rows = [(f"`{each.code}`", _what(each), each.unit, _gives(each)) for each in described]
    rows.append(("`reasons`", "Why, step by step", "", "sentences"))
    yield from _table(("column", "what it says", "unit", "what it holds"), rows)


def _what(field: Field) -> str:
    return f"{field.label}. {field.hint}" if field.hint else field.label


def _takes(field: Field) -> str:
    if field.choices:
        several = "any of, between semicolons: " if field.type is FieldType.CHOICES else ""
        return several + ", ".join(_choices(field))
    low, high = field.limits.minimum, field.limits.maximum
    if field.type in NUMBERS and low is not None and high is not None:
        return f"{KINDS[field.type]} from {low:f} to {high:f}"
    return KINDS[field.type]


def _gives(field: Field) -> str:
    return ", ".join(_choices(field)) if field.choices else KINDS[field.type]


def _choices(field: Field) -> Iterator[str]:
    for choice in field.choices:
        spellings = "/".join(f"`{code}`" for code in (choice.code, *choice.aliases))
        is_told = choice.label.casefold() in (choice.code.casefold(), choice.code.replace("_", " "))
        yield spellings if is_told else f"{spellings} {choice.label}"


def _cases(system: BulkSystem, page: SystemPage) -> Iterator[str]:
    if not page.cases:
        return
    shown = page.shown or tuple(name for name in system.results if name != REASONS)
    yield "What the code answers; the tests named below hold it."
    if page.common:
        yield f"Each case is this row with what it changes: {_texts(page.common)}."
    rows = [_case(system, page, case, shown) for case in page.cases]
    yield from _table(("case", "inputs", *(f"`{name}`" for name in shown), "why"), rows)


def _case(system: BulkSystem, page: SystemPage, case: Case, shown: Sequence[str]) -> list[str]:
    row = {**page.common, **case.inputs}
    evaluated = evaluate_row(system, row)
    results = [_short(evaluated.results.get(name, "")) for name in shown]
    if evaluated.error:
        why = f"no result: {evaluated.error}"
    elif system.explain is None:
        why = evaluated.results.get(REASONS, "")
    else:
        unsaid = () if case == page.cases[0] else page.unsaid
        said = (each for each in system.explain(row) if each.text not in unsaid)
        why = "; ".join(each.in_english() for each in said)
    return [case.words, _texts(case.inputs) or "as it is", *results, why]


def _texts(inputs: Texts) -> str:
    return ", ".join(f"{name} {text or 'blank'}" for name, text in inputs.items())


def _short(text: str) -> str:
    """Return a figure as a reader compares it, with six decimals at most."""
    _, _, decimals = text.partition(".")
    return f"{float(text):.6f}" if decimals.isdigit() and len(decimals) > DECIMALS else text


def _verified(page: SystemPage, tests: Path) -> Iterator[str]:
    if page.golden:
        with (tests / "golden" / page.golden).open(encoding="utf-8", newline="") as stream:
            count = sum(1 for _ in csv.DictReader(stream))
        yield (
            f"`tests/golden/{page.golden}` holds {count} rows with the results that the "
            "publication, or a program of others, gives; every result column of every row is "
            "compared."
        )
    for name in page.tests:
        path = next((tests / "unit").rglob(name))
        yield f"`{path.relative_to(tests.parent)}`:"
        yield "\n".join(f"- {sentence}" for sentence in _sentences(path))


def _sentences(path: Path) -> Iterator[str]:
    """Yield what each test of a file says, in its order."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith(TEST):
            yield node.name.removeprefix(TEST).replace("_", " ")
