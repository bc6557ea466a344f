"""The search for persons by name, pinyin, registration number, phone or national number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, SQLColumnExpression, exists, func, or_, select, tuple_, union_all
from sqlalchemy.orm import aliased

from screening.accounts.models import Site
from screening.database.engine import db
from screening.participants.models import Participant, Registration, SearchKey
from screening.participants.queries.digests import (
    typed_national_id_digest,
    typed_phone_digest,
    typed_tail_digest,
)
from screening.participants.queries.people import PersonSummary, list_summaries
from screening.participants.queries.ranges import begins
from screening.participants.queries.visibility import is_known_to
from screening.participants.rules import search_number, search_terms
from screening.security.actor import Scope

PAGE = 20
MOST_EXACT = 100
MOST_SORTED = 200
KEPT_ID = func.coalesce(Participant.merged_into_id, Participant.id)

Cursor = tuple[str, int]
Hits = Select[str, int]


SORT_KEYS = ("name", "sex", "born", "number")


@dataclass(frozen=True)
class FoundPersons:
    """One page of a search; `after` continues it, None at its end.

    Sorted ones are one page: `is_cut` says that more were found than are sorted.
    """

    people: tuple[PersonSummary, ...]
    after: Cursor | None = None
    is_cut: bool = False


def find_participants(
    scope: Scope, text: str, *, after: Cursor | None = None, limit: int = PAGE
) -> FoundPersons:
    """Find persons at the viewer's sites: by whole numbers first, then in order of their keys."""
    hits = _find_hits(scope, text, after, limit + 1)
    exact = [] if after else _find_by_numbers(scope, text)
    numbers = _kept([*exact, *(number for _, number in hits[:limit])])
    people = list_summaries(scope, numbers)
    return FoundPersons(
        tuple(people[number] for number in numbers if number in people),
        hits[limit - 1] if len(hits) > limit else None,
    )


def find_sorted_participants(scope: Scope, text: str, order: tuple[str, bool]) -> FoundPersons:
    """Find the same persons sorted by a key, descending or not; of equals, by name."""
    key, is_descending = order
    found = find_participants(scope, text, limit=MOST_SORTED)
    people = sorted(found.people, key=lambda person: person.name)
    people.sort(key=lambda person: _sorted_by(person, key), reverse=is_descending)
    return FoundPersons(tuple(people), is_cut=found.after is not None)


def _sorted_by(person: PersonSummary, key: str) -> tuple[object, ...]:
    if key == "sex":
        return (person.sex.value,)
    if key == "born":
        return (person.born.born_from, person.born.born_to) if person.born else (date.max,)
    if key == "number":
        return tuple((line.site_code, line.registration_no) for line in person.registrations)
    return (person.name,)


def _kept(participant_ids: Sequence[int]) -> list[int]:
    """Return the kept persons of these, each once, in the given order."""
    if not participant_ids:
        return []
    columns = select(Participant.id, KEPT_ID.label("kept_id"))
    rows = db.session.execute(columns.where(Participant.id.in_(participant_ids)))
    kept = {row.id: row.kept_id for row in rows}
    return list(dict.fromkeys(kept[number] for number in participant_ids))


def _find_by_numbers(scope: Scope, text: str) -> list[int]:
    columns = (
        (Participant.national_id_index, typed_national_id_digest(text)),
        (Participant.phone_index, typed_phone_digest(text)),
        (Participant.phone_tail_index, typed_tail_digest(text.strip())),
    )
    wanted = [column == digest for column, digest in columns if digest is not None]
    if not wanted:
        return []
    found = select(Participant.id).where(or_(*wanted), *_may_be_shown(scope))
    return list(db.session.scalars(found.order_by(Participant.id).limit(MOST_EXACT)))


def _may_be_shown(scope: Scope) -> Iterator[SQLColumnExpression[bool]]:
    yield Participant.voided_at.is_(None)
    yield is_known_to(scope, KEPT_ID)


def _find_hits(scope: Scope, text: str, after: Cursor | None, limit: int) -> list[Cursor]:
    sources = [
        _page(hits, after, limit).subquery()
        for hits in (*_name_hits(scope, search_terms(text)), *_number_hits(scope, text))
    ]
    if not sources:
        return []
    union = union_all(*(select(source) for source in sources)).subquery()
    ordered = select(union.c.key, union.c.participant_id).distinct()
    rows = ordered.order_by(union.c.key, union.c.participant_id).limit(limit)
    return [(key, number) for key, number in db.session.execute(rows)]


def _page(hits: Hits, after: Cursor | None, limit: int) -> Hits:
    key, number = hits.selected_columns
    if after is not None:
        hits = hits.where(tuple_(key, number) > tuple_(*after))
    return hits.order_by(key, number).limit(limit)


def _name_hits(scope: Scope, terms: Sequence[str]) -> Iterator[Hits]:
    """Every term begins a key of the person; the longest one leads, each person under one key."""
    if not terms:
        return
    leading, *others = sorted(terms, key=len, reverse=True)
    earlier = aliased(SearchKey)
    mine = select(earlier.id).where(earlier.participant_id == SearchKey.participant_id)
    yield (
        select(SearchKey.key.label("key"), SearchKey.participant_id.label("participant_id"))
        .join(Participant, Participant.id == SearchKey.participant_id)
        .where(
            *begins(SearchKey.key, leading),
            *_may_be_shown(scope),
            *(exists(mine.where(*begins(earlier.key, term))) for term in others),
            ~exists(mine.where(*begins(earlier.key, leading), earlier.key < SearchKey.key)),
        )
    )


def _number_hits(scope: Scope, text: str) -> Iterator[Hits]:
    """Registration numbers are read site by site, as their index is ordered."""
    number = search_number(text)
    if not number:
        return
    for site_id in _site_ids(scope):
        for spelling in {number, number.upper()}:
            yield (
                select(
                    Registration.registration_no.label("key"),
                    Registration.participant_id.label("participant_id"),
                )
                .join(Participant, Participant.id == Registration.participant_id)
                .where(
                    Registration.site_id == site_id,
                    Registration.voided_at.is_(None),
                    Participant.voided_at.is_(None),
                    *begins(Registration.registration_no, spelling),
                )
            )


def _site_ids(scope: Scope) -> Sequence[int]:
    if scope.site_ids is not None:
        return sorted(scope.site_ids)
    return db.session.scalars(select(Site.id).order_by(Site.id)).all()
