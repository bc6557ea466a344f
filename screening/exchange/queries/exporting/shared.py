"""What the exports of all kinds share: what is asked for, portions, and numbers of persons."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select
from sqlalchemy.orm import InstrumentedAttribute

from screening.accounts.models import Site
from screening.database.binding import plain_value
from screening.database.engine import db
from screening.participants.models import Registration
from screening.security.actor import Scope

PORTION = 1_000

Record = Row[*tuple[Any, ...]]
Texts = dict[str, str]
Day = InstrumentedAttribute[date] | InstrumentedAttribute[date | None] | ColumnElement[date]


@dataclass(frozen=True)
class Extract:
    """What is exported: for whom, of which program, from and to which day of the records."""

    scope: Scope
    program: str | None = None
    since: date | None = None
    until: date | None = None

    def in_period(self, day: Day) -> list[ColumnElement[bool]]:
        """Return the conditions that a day lies in the period."""
        found = []
        if self.since is not None:
            found.append(day >= self.since)
        if self.until is not None:
            found.append(day <= self.until)
        return found

    def has_moment(self, moment: InstrumentedAttribute[datetime]) -> list[ColumnElement[bool]]:
        """Return the conditions that a moment lies in the period, by the days here."""
        found = []
        if self.since is not None:
            found.append(moment >= _midnight(self.since))
        if self.until is not None:
            found.append(moment < _midnight(self.until + timedelta(days=1)))
        return found


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time()).astimezone()


def portions(
    query: Select[*tuple[Any, ...]], number: InstrumentedAttribute[int]
) -> Iterator[list[Record]]:
    """Yield the rows of a query by the numbers of its records, a portion at a time."""
    last = 0
    while True:
        page = query.where(number > last).order_by(number).limit(PORTION)
        rows = list(db.session.execute(page))
        if rows:
            yield rows
        if len(rows) < PORTION:
            return
        last = int(rows[-1].id)


def site_codes() -> dict[int, str]:
    """Return the code of every site."""
    return {row.id: row.code for row in db.session.execute(select(Site.id, Site.code))}


class Numbers:
    """The registration numbers of some persons, and which of them stands in a row."""

    def __init__(self, participant_ids: Collection[int], sites: Mapping[int, str]) -> None:
        self._sites = sites
        self._numbers: dict[int, dict[int, str]] = defaultdict(dict)
        rows = db.session.execute(
            select(Registration.participant_id, Registration.site_id, Registration.registration_no)
            .where(
                Registration.participant_id.in_(participant_ids), Registration.voided_at.is_(None)
            )
            .order_by(Registration.id)
        )
        for row in rows:
            self._numbers[row.participant_id].setdefault(row.site_id, row.registration_no)

    def texts(self, participant_id: int, site_id: int) -> Texts | None:
        """Return the number of a person at a site, or at another one, named then too.

        None: no site knows the person, so that no row can name the person.
        """
        known = self._numbers.get(participant_id)
        if not known:
            return None
        if site_id in known:
            return {"registration_no": known[site_id], "site": self._sites[site_id]}
        other, number = next(iter(known.items()))
        return {
            "registration_no": number,
            "site": self._sites[site_id],
            "registration_site": self._sites[other],
        }

    def first_site(self, participant_id: int) -> int:
        """Return the site that knew a person first."""
        return next(iter(self._numbers.get(participant_id, {0: ""})))


def texts_of(record: Record, names: Collection[str]) -> Texts:
    """Return columns of a record as files hold them."""
    columns = record._mapping  # noqa: SLF001 - its public name; a row's own `t` is no column
    return {name: text_of(columns[name]) for name in names}


def text_of(value: object) -> str:
    """Return a value as the text that an import reads back."""
    if value is None:
        return ""
    if isinstance(value, list):
        return ";".join(str(item) for item in value)
    return str(plain_value(value))


def stored_texts(stored: Mapping[str, object]) -> Texts:
    """Return a stored payload as texts by column."""
    return {name: text_of(value) for name, value in stored.items()}
