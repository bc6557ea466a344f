"""Writes of participants by sets, for imports: people, their registrations, their deaths."""

import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import partial

from sqlalchemy import delete

from screening.database.engine import db
from screening.database.sets import Values, add_rows, change_rows, void_rows
from screening.database.transactions import touch_participants
from screening.participants.models import Participant, Registration, SearchKey
from screening.participants.queries import (
    address_digest,
    email_digest,
    national_id_digest,
    phone_digest,
)
from screening.participants.rules import DatePrecision, birth_date_of, search_keys

DIGESTS = {
    "national_id": national_id_digest,
    "phone": phone_digest,
    "email": email_digest,
    "address": address_digest,
}
DERIVED = (
    "national_id_index", "phone_index", "phone_tail_index", "born_from", "born_to",
    "birth_precision",
)  # fmt: skip


@dataclass(frozen=True)
class NewRegistration:
    """A number under which a site knows a person."""

    participant_id: int
    site_id: int
    registration_no: str


def add_people(rows: Sequence[Values], *, at: datetime) -> list[int]:
    """Add persons from their columns, with the keys by which they are found."""
    ids = add_rows(Participant, rows, public_id=partial(secrets.token_hex, 8), created_at=at)
    _add_keys(dict(zip(ids, (str(row["name"]) for row in rows), strict=True)))
    return ids


def change_people(rows: Sequence[Values]) -> None:
    """Set columns of persons; each row names its `id`."""
    change_rows(Participant, rows)
    touch_participants(int(str(row["id"])) for row in rows)
    renamed = {int(str(row["id"])): str(row["name"]) for row in rows if "name" in row}
    if renamed:
        db.session.execute(delete(SearchKey).where(SearchKey.participant_id.in_(renamed)))
        _add_keys(renamed)


def _add_keys(names: Mapping[int, str]) -> None:
    keys = [
        {"participant_id": number, "key": key}
        for number, name in names.items()
        for key in sorted(search_keys(name))
    ]
    add_rows(SearchKey, keys)


def register_people(rows: Sequence[NewRegistration], *, at: datetime) -> list[int]:
    """Let sites know persons under their own numbers."""
    return add_rows(Registration, [asdict(row) for row in rows], registered_at=at)


def void_people(ids: Collection[int], *, at: datetime, reason: str) -> None:
    """Take persons out of lists and figures."""
    void_rows(Participant, ids, at=at, reason=reason)


def void_registrations(ids: Collection[int], *, at: datetime, reason: str) -> None:
    """Take back numbers under which sites know persons."""
    void_rows(Registration, ids, at=at, reason=reason)


def audited(values: Values) -> dict[str, object]:
    """Return columns of a person as the audit log may hold them: private ones as digests."""
    born = birth_date_of(
        _day(values.get("born_from")), _day(values.get("born_to")), _precision(values)
    )
    shown = {
        name: DIGESTS[name](value) if name in DIGESTS and isinstance(value, str) else value
        for name, value in values.items()
        if name not in DERIVED
    }
    return {**shown, "birth_date": str(born)} if born else shown


def _day(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else None


def _precision(values: Values) -> DatePrecision | None:
    precision = values.get("birth_precision")
    return DatePrecision(str(precision)) if precision else None
