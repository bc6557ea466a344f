"""Keeps the facts in line with the records: by sets before every commit, or all of them anew."""

from collections.abc import Sequence

from sqlalchemy import Table, delete

from screening.database.engine import db
from screening.database.model import Model
from screening.database.sets import add_rows
from screening.database.transactions import Unit, transaction
from screening.indicators.models import CancerFact, ProcedureFact, ScreeningFact
from screening.indicators.queries.sources import (
    Kept,
    exams_of,
    list_everyone,
    people_of_episodes,
    read_people,
    stored_facts,
)
from screening.indicators.rules import Facts, FactValues, ProgramReader, build_facts
from screening.programs import get_program

Rows = list[FactValues]


def refresh_facts(unit: Unit) -> None:
    """Bring the facts of everyone whom this transaction touched in line with the records."""
    people = people_of_episodes(unit.episode_ids) | unit.participant_ids
    if not people:
        return
    db.session.flush()  # what was just changed is read back by sets
    kept = Kept()
    for chunk in kept.chunks(people):
        _write(chunk, kept)


def rebuild_facts() -> int:
    """Make every fact anew, a portion of people a transaction; return how many exams count."""
    kept, count = Kept(), 0
    for chunk in kept.chunks(list_everyone()):
        with transaction():
            count += _write(chunk, kept)
    return count


def verify_facts() -> list[int]:
    """Return the exams whose stored facts differ from the records or should not be there."""
    kept, wrong = Kept(), set()
    for chunk in kept.chunks(list_everyone()):
        facts = _build(chunk, kept)
        wrong |= _differing(facts.exams, stored_facts(ScreeningFact, chunk), "exam_id")
        wrong |= _differing(facts.cancers, stored_facts(CancerFact, chunk), "cancer_id")
        wrong |= _differing(facts.procedures, stored_facts(ProcedureFact, chunk), "procedure_id")
    return sorted(wrong)


def _write(participant_ids: Sequence[int], kept: Kept) -> int:
    facts = _build(participant_ids, kept)
    known = exams_of(participant_ids)
    connection = db.session.connection()
    for model, rows in (
        (ProcedureFact, facts.procedures),
        (CancerFact, facts.cancers),
        (ScreeningFact, facts.exams),
    ):
        table = _table(model)
        connection.execute(delete(table).where(table.c.exam_id.in_(known)))
        add_rows(model, rows)
    return len(facts.exams)


def _build(participant_ids: Sequence[int], kept: Kept) -> Facts:
    facts = Facts()
    readers: dict[str, ProgramReader] = {}
    for (_, program), person in read_people(participant_ids, kept).items():
        if program not in readers:
            readers[program] = ProgramReader(get_program(program))
        facts.add(build_facts(person, readers[program]))
    return facts


def _differing(built: Rows, stored: Rows, key: str) -> set[int]:
    """Return the exams of the rows that are missing, too many or not alike."""
    wanted = {row[key]: row for row in built}
    found = {row[key]: row for row in stored}
    rows = [
        wanted.get(key) or found[key]
        for key in wanted.keys() | found.keys()
        if wanted.get(key) != found.get(key)
    ]
    return {int(str(row["exam_id"])) for row in rows}


def _table(model: type[Model]) -> Table:
    table = model.__table__
    if not isinstance(table, Table):
        raise TypeError(f"{model.__name__} is not mapped to a table")
    return table
