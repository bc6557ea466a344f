"""How long the report and the busiest pages take over a large cohort, and how much they ask."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from secrets import token_hex
from statistics import median
from time import perf_counter, process_time

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event, select

from benchmarks.cohort import PROGRAM
from screening.clock import today
from screening.database.engine import db
from screening.enrollments.models import Enrollment
from screening.enrollments.rules import EnrollmentStatus
from screening.indicators.reports import Asked, make_report
from screening.indicators.rules import Dimension
from screening.participants.models import Participant
from screening.security.actor import EVERYWHERE
from screening.security.permissions import Role
from tests.factories.accounts import make_user, sign_in
from tests.forms import values_of

TIMES = 9
UNCOUNTED = ("BEGIN", "PRAGMA")

Act = Callable[[], object]


@dataclass(frozen=True)
class Timed:
    """What something took: the middle and the longest of several times, and its queries.

    `cpu_ms` is the middle of this process's own work, without that of a database server.
    """

    name: str
    median_ms: float
    longest_ms: float
    cpu_ms: float
    queries: int


@dataclass(frozen=True)
class Someone:
    """A person of the cohort whose pages are asked for."""

    public_id: str
    name: str
    enrollment_id: int


class Browser:
    """A person signed in with a role; pages are asked for as a browser does."""

    def __init__(self, app: Flask, role: Role) -> None:
        self._app, self._client = app, FlaskClient(app, use_cookies=True)
        sign_in(self._client, make_user(role, username=token_hex(6)))

    def get(self, path: str) -> str:
        """Return a page."""
        return self._ask("GET", path, {})

    def form_of(self, path: str, **typed: str) -> Act:
        """Open a page and fill in its form; the answer sends it."""
        values = values_of(self.get(path)) | {name: [text] for name, text in typed.items()}
        return lambda: self._ask("POST", path, values)

    def _ask(self, method: str, path: str, data: dict[str, list[str]]) -> str:
        with self._app.app_context():
            answer = self._client.open(path, method=method, data=data, buffered=True)
        if answer.status_code != (200 if method == "GET" or path == SEARCH else 303):
            raise RuntimeError(f"{method} {path}: {answer.status}")
        return answer.get_data(as_text=True)


SEARCH = "/participants"


def measure_reports() -> Iterator[Timed]:
    """Time the report of a program, whole and by groups."""
    for name, by in (("Report", ()), ("Report by site, year", (Dimension.SITE, Dimension.YEAR))):
        asked = Asked(PROGRAM, today(), by=by)
        yield _time(name, [lambda asked=asked: make_report(EVERYWHERE, asked)] * TIMES)


def measure_pages(app: Flask) -> Iterator[Timed]:
    """Time the busiest pages, each time of another person."""
    coordinator, manager = Browser(app, Role.COORDINATOR), Browser(app, Role.MANAGER)
    people = _people()
    day = today().isoformat()

    def over_people(make: Callable[[Someone], Act]) -> list[Act]:
        return [make(person) for person in people]

    pages: dict[str, list[Act]] = {
        "Page of a person": over_people(
            lambda who: lambda: coordinator.get(f"{SEARCH}/{who.public_id}")
        ),
        "Search by name": over_people(lambda who: coordinator.form_of(SEARCH, text=who.name)),
        "Work list": [lambda: coordinator.get("/work")] * TIMES,
        "Form of an exam": over_people(lambda who: lambda: coordinator.get(_new_exam(who))),
        "Save of an exam": over_people(
            lambda who: coordinator.form_of(
                _new_exam(who), performed_on=day, accession_no=token_hex(6)
            )
        ),
        "Page of figures": [lambda: manager.get(f"/figures/{PROGRAM}")] * TIMES,
    }
    for name, acts in pages.items():
        yield _time(name, acts)


def _new_exam(who: Someone) -> str:
    return f"/enrollments/{who.enrollment_id}/exams/new"


def _people() -> Sequence[Someone]:
    """Return persons from all over the cohort who are screened still."""
    query = (
        select(Participant.public_id, Participant.name, Enrollment.id)
        .join(Enrollment, Enrollment.participant_id == Participant.id)
        .where(Enrollment.status == EnrollmentStatus.ACTIVE)
        .order_by(Participant.public_id)
        .limit(TIMES)
    )
    people = [Someone(*row) for row in db.session.execute(query)]
    db.session.rollback()
    return people


def _time(name: str, acts: Sequence[Act]) -> Timed:
    """Do each once; the first, which fills caches, counts for the longest only."""
    seconds, cpu = [], []
    with _counted() as statements:
        for act in acts:
            started, worked = perf_counter(), process_time()
            act()
            seconds.append(perf_counter() - started)
            cpu.append(process_time() - worked)
    return Timed(
        name,
        median(seconds) * 1000,
        max(seconds) * 1000,
        median(cpu) * 1000,
        round(len(statements) / len(acts)),
    )


@contextmanager
def _counted() -> Iterator[list[str]]:
    statements: list[str] = []

    def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
        if not statement.startswith(UNCOUNTED):
            statements.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
