"""The persons at the viewer's sites who may be the one that is being registered."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, or_, select

from screening.database.engine import db
from screening.participants.models import Participant, SearchKey
from screening.participants.queries.digests import typed_national_id_digest, typed_phone_digest
from screening.participants.queries.people import PersonSummary, list_summaries
from screening.participants.queries.visibility import is_known_to
from screening.participants.rules import (
    BirthDate,
    DatePrecision,
    Likeness,
    Traits,
    birth_date_of,
    compare,
    fold,
    spoken_forms,
)
from screening.security.actor import Scope

MOST_COMPARED = 200
MOST_SHOWN = 5

People = Select[*tuple[Any, ...]]


@dataclass(frozen=True)
class Lookalike:
    """A person already known who may be the same, and why."""

    person: PersonSummary
    likeness: Likeness


def list_lookalikes(
    scope: Scope, name: str, born: BirthDate | None, phone: str | None, national_id: str | None
) -> list[Lookalike]:
    """Return the most alike first; what is typed may still be incomplete."""
    typed = Traits(name, born, typed_phone_digest(phone), typed_national_id_digest(national_id))
    alike: dict[int, Likeness] = {}
    for row in _candidates(scope, typed):
        likeness = compare(typed, _traits(row))
        if likeness.is_worth_showing:
            alike[row.id] = likeness
    best = sorted(alike, key=lambda number: (-alike[number].score, number))[:MOST_SHOWN]
    people = list_summaries(scope, best)
    return [Lookalike(people[number], alike[number]) for number in best]


def _candidates(scope: Scope, typed: Traits) -> Iterator[Row[Any]]:
    columns = select(
        Participant.id,
        Participant.name,
        Participant.born_from,
        Participant.born_to,
        Participant.birth_precision,
        Participant.phone_index,
        Participant.national_id_index,
    ).where(
        Participant.voided_at.is_(None),
        Participant.merged_into_id.is_(None),
        is_known_to(scope, Participant.id),
    )
    for block in _blocks(columns, typed):
        yield from db.session.execute(block.limit(MOST_COMPARED))


def _blocks(people: People, typed: Traits) -> Iterator[People]:
    """Return the few sets, each read from an index, in which a look-alike can be."""
    numbers = (
        (Participant.national_id_index, typed.national_id_digest),
        (Participant.phone_index, typed.phone_digest),
    )
    wanted = [column == digest for column, digest in numbers if digest is not None]
    if wanted:
        yield people.where(or_(*wanted))
    forms = {fold(typed.name), *spoken_forms(typed.name)} - {""}
    named = people.where(
        Participant.id.in_(select(SearchKey.participant_id).where(SearchKey.key.in_(forms)))
    )
    born = typed.born
    if forms and born is not None:
        yield named.where(
            Participant.born_from <= born.born_to, Participant.born_to >= born.born_from
        )
    if forms:
        yield named
    if forms and born is not None and born.precision is DatePrecision.DAY:
        yield people.where(Participant.born_from == born.born_from)


def _traits(row: Row[Any]) -> Traits:
    born = birth_date_of(row.born_from, row.born_to, row.birth_precision)
    return Traits(row.name, born, row.phone_index, row.national_id_index)
