"""Which facts a report looks at, and the columns it groups them by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute

from screening.accounts.models import Site
from screening.database.engine import db
from screening.indicators.models import ScreeningFact
from screening.indicators.rules import Dimension
from screening.security.actor import Scope

Group = tuple[str | None, ...]


@dataclass(frozen=True)
class Cohort:
    """The exams of a program in a period, as known on a day; `where` narrows to one group."""

    program: str
    as_of: date
    since: date | None = None
    until: date | None = None
    where: Mapping[Dimension, str | None] = field(default_factory=dict)

    @property
    def last_day(self) -> date:
        """The last day of which something is counted."""
        return min(self.until or self.as_of, self.as_of)


def conditions(scope: Scope, cohort: Cohort) -> list[ColumnElement[bool]]:
    """Return what holds of every fact of the cohort that the viewer may see."""
    found = [
        ScreeningFact.program == cohort.program,
        ScreeningFact.examined_on <= cohort.last_day,
    ]
    if cohort.since is not None:
        found.append(ScreeningFact.examined_on >= cohort.since)
    if scope.site_ids is not None:
        found.append(ScreeningFact.site_id.in_(scope.site_ids))
    found += [_is_in(dimension, value) for dimension, value in cohort.where.items()]
    return found


def most_examined_program(scope: Scope) -> str | None:
    """Return the program with most exams at the viewer's sites; None where there is no exam."""
    query = select(ScreeningFact.program).group_by(ScreeningFact.program)
    if scope.site_ids is not None:
        query = query.where(ScreeningFact.site_id.in_(scope.site_ids))
    return db.session.scalar(query.order_by(func.count().desc(), ScreeningFact.program).limit(1))


def _is_in(dimension: Dimension, value: str | None) -> ColumnElement[bool]:
    if value is None:
        return column(dimension).is_(None)
    if dimension is Dimension.SITE:
        number = select(Site.id).where(Site.code == value).scalar_subquery()
        return ScreeningFact.site_id == number
    return column(dimension) == value


def column(dimension: Dimension) -> InstrumentedAttribute[str]:
    """Return the column of the facts that a dimension groups by; sites by their number."""
    name = "site_id" if dimension is Dimension.SITE else dimension.value
    found: InstrumentedAttribute[str] = getattr(ScreeningFact, name)
    return found


def site_codes(by: Sequence[Dimension]) -> dict[int, str]:
    """Return the code of every site by its number; nothing where no group names a site."""
    if Dimension.SITE not in by:
        return {}
    rows = db.session.execute(select(Site.id, Site.code))
    return {row.id: row.code for row in rows}


def named(by: Sequence[Dimension], values: Sequence[object], codes: Mapping[int, str]) -> Group:
    """Return the values of a group as files and pages write them."""
    return tuple(
        codes[int(str(value))] if dimension is Dimension.SITE else _text(value)
        for dimension, value in zip(by, values, strict=True)
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)
