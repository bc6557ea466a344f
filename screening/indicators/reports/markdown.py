"""The definitions of all figures as a page of documentation."""

from collections.abc import Iterable, Iterator

from screening.indicators.reports.definitions import OF_ENROLLMENTS, OF_TIME, Definition
from screening.programs import all_programs
from screening.protocol.measures import GENERAL_MARKS, Measure, Tally
from screening.protocol.program import Program

INTRODUCTION = """\
# Indicators

Generated from the definitions in the code; `make check` compares it.

Every figure is counted on facts: one row for each performed, technically adequate screening exam
(purpose baseline or annual) that is not voided. The period is the period of the exam. The day of
report (`as_of`) is compared with the dates of events: what happened after it is not there yet.
Follow-up of an exam is complete when the outcome of its round is recorded or its window has run
out; `pending` counts the exams of a group whose follow-up is not complete.

A cancer belongs to the exam of the round whose work-up found it, else to the last screening exam
on or before the diagnosis, within the window; on one day the exam comes first. Persons count once
in a group, whatever the number of their exams there. Intervals are of 95 %.
"""


def indicators_markdown() -> str:
    """Return the page: the marks, the shared measures, and the measures of every program."""
    return "\n".join(_lines()).rstrip() + "\n"


def _lines() -> Iterator[str]:
    yield INTRODUCTION
    yield "## Marks of an exam or a cancer"
    yield ""
    yield from _table(("mark", "holds when"), GENERAL_MARKS.items())
    yield "## Measures without an exam, and of time"
    yield ""
    others = [each.definition for each in OF_ENROLLMENTS] + [each.definition for each in OF_TIME]
    yield from _table(("code", "definition", "interval"), (_other(each) for each in others))
    for program in all_programs():
        yield from _of_program(program)


def _of_program(program: Program) -> Iterator[str]:
    schedule = program.schedule
    yield f"## {program.name}"
    yield ""
    yield (
        f"Definitions `{program.definitions_version}`. Window after an exam: "
        f"{schedule.window_days} days; lost to follow-up after {schedule.lost_after_days} days; "
        f"interval {schedule.interval_months} months; participation within "
        f"{schedule.participation_months} months."
    )
    yield ""
    if program.marks:
        marks = ((mark.code, mark.definition) for mark in program.marks)
        yield from _table(("own mark", "holds when"), marks)
    columns = ("code", "definition", "numerator", "denominator", "interval")
    yield from _table(columns, (_measure(each) for each in program.measures))


def _measure(measure: Measure) -> tuple[str, ...]:
    return (
        f"`{measure.code}`",
        measure.definition,
        _tally(measure.numerator),
        _tally(measure.denominator),
        f"`{measure.method}`",
    )


def _other(definition: Definition) -> tuple[str, ...]:
    return f"`{definition.code}`", definition.sentence, f"`{definition.method}`"


def _tally(tally: Tally) -> str:
    return f"{tally.of.value}: {' and '.join(tally.marks)}"


def _table(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(columns)} |"
    yield f"|{' --- |' * len(columns)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""
