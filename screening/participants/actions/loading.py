"""Writes of participants by sets, for imports: people, their registrations, their deaths."""

import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert

from screening.database.engine import db
from screening.database.sets import Values, add_rows, change_rows, typed_values, void_rows
from screening.database.transactions import touch_participants
from screening.participants.models import Participant, Registration, SearchKey
from screening.participants.queries import (
    address_digest,
    email_digest,
    national_id_digest,
    phone_digest,
)
from screening.participants.rules import search_keys

DIGESTS = {
    "national_id": national_id_digest,
    "phone": phone_digest,
    "email": email_digest,
    "address": address_digest,
}


@dataclass(frozen=True)
class NewRegistration:
    """A number under which a site knows a person."""

    participant_id: int
    site_id: int
    registration_no: str


def add_people(rows: Sequence[Values], *, at: datetime) -> list[int]:
    """Add persons from their columns, with the keys by which they are found."""
    ids = add_rows(
        Participant,
        [{**row, "public_id": secrets.token_hex(8), "created_at": at} for row in rows],
    )
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
    if keys:
        db.session.execute(insert(SearchKey.__table__), keys)


def register_people(rows: Sequence[NewRegistration], *, at: datetime) -> list[int]:
    """Let sites know persons under their own numbers."""
    return add_rows(
        Registration,
        [
            {
                "participant_id": row.participant_id,
                "site_id": row.site_id,
                "registration_no": row.registration_no,
                "registered_at": at,
            }
            for row in rows
        ],
    )


def void_people(ids: Collection[int], *, at: datetime, reason: str) -> None:
    """Take persons out of lists and figures."""
    void_rows(Participant, ids, at=at, reason=reason)


def void_registrations(ids: Collection[int], *, at: datetime, reason: str) -> None:
    """Take back numbers under which sites know persons."""
    void_rows(Registration, ids, at=at, reason=reason)


def restore_people(kept: Mapping[int, Values]) -> None:
    """Give persons the values back that an import kept as JSON."""
    change_people(
        [{"id": number, **typed_values(Participant, row)} for number, row in kept.items()]
    )


def audited(values: Values) -> dict[str, object]:
    """Return columns of a person as the audit log may hold them: private ones as digests."""
    return {
        name: DIGESTS[name](value) if name in DIGESTS and isinstance(value, str) else value
        for name, value in values.items()
    }
