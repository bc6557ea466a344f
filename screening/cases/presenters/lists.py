"""What the list of cases shows: lines, the ways to narrow it down, how many there are of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from flask import url_for
from flask_babel import gettext as _

from screening.cases.presenters.words import CaseWords
from screening.cases.queries import COUNTED_UP_TO, CaseFilters, CaseLine, CaseOwner, CaseState
from screening.cases.rules import CaseStatus
from screening.exams.presenters.category import code_text
from screening.participants.presenters import age_text, sex_labels
from screening.participants.rules import Sex
from screening.web.days import lateness
from screening.web.paging import Page

MORE = f"{COUNTED_UP_TO}+"
OVERDUE = "overdue"


@dataclass(frozen=True)
class CaseRow:
    """A case in the list."""

    url: str
    name: str
    sex: str
    age: str
    program: str
    category: str
    severity: str
    status: str
    tone: str
    owner: str
    is_mine: bool
    opened_on: date
    waiting_days: int
    due_on: date
    late: str
    is_overdue: bool
    closed_on: date | None


@dataclass(frozen=True)
class Tab:
    """A way to narrow the list down, with how many cases it holds."""

    label: str
    count: str
    url: str
    is_current: bool


@dataclass(frozen=True)
class CaseListPresenter:
    """The list of cases between its tabs; `is_open_list` shows what is due, not what was closed."""

    tabs: tuple[Tab, ...]
    page: Page[CaseRow]
    is_open_list: bool
    nothing: str


def standard_lists(filters: CaseFilters, day: date) -> dict[str, CaseFilters]:
    """Return the lists that stand above every list, of the same program, by their labels."""
    user_id, program = filters.user_id, filters.program
    open_ = CaseFilters(program=program, user_id=user_id)
    return {
        _("Open"): open_,
        _("Mine"): CaseFilters(owner=CaseOwner.MINE, program=program, user_id=user_id),
        _("Unassigned"): CaseFilters(owner=CaseOwner.NOBODY, program=program, user_id=user_id),
        _("Overdue"): CaseFilters(program=program, user_id=user_id, overdue_on=day),
        _("Closed"): CaseFilters(CaseState.CLOSED, program=program, user_id=user_id),
        _("Withdrawn"): CaseFilters(CaseState.WITHDRAWN, program=program, user_id=user_id),
    }


def present_cases(
    filters: CaseFilters,
    counts: Mapping[str, int],
    page: Page[CaseLine],
    day: date,
) -> CaseListPresenter:
    """Return the list; labels are translated once for all lines."""
    tabs = tuple(
        Tab(label, _count(counts[label]), list_url(known), known == filters)
        for label, known in standard_lists(filters, day).items()
    )
    words, sexes = CaseWords(), sex_labels()
    rows = [_row(line, day, words, sexes, filters.user_id) for line in page.rows]
    return CaseListPresenter(
        tabs,
        Page(rows, page.number, page.has_next),
        filters.state not in (CaseState.CLOSED, CaseState.WITHDRAWN),
        _nothing(filters, counts),
    )


def list_url(filters: CaseFilters) -> str:
    """Return the address of a list."""
    return url_for(
        "cases.list_cases",
        state=None if filters.state is CaseState.OPEN else filters.state.value,
        owner=filters.owner.value or None,
        program=filters.program,
        due=OVERDUE if filters.overdue_on else None,
    )


def _count(number: int) -> str:
    return MORE if number > COUNTED_UP_TO else str(number)


def _nothing(filters: CaseFilters, counts: Mapping[str, int]) -> str:
    if not any(counts.values()):
        return str(_("No case so far. A positive exam opens one by itself."))
    if filters.owner is CaseOwner.MINE:
        return str(_("None of these cases is yours. Take one from the list of open cases."))
    return str(_("No case is like this. Other lists stand above."))


def _row(
    line: CaseLine,
    day: date,
    words: CaseWords,
    sexes: Mapping[Sex, str],
    user_id: int | None,
) -> CaseRow:
    is_open = line.status is not CaseStatus.CLOSED and not line.is_withdrawn
    ended_on = day if is_open else line.closed_on or day
    status, tone = words.status(line.status, line.is_withdrawn, line.outcome)
    return CaseRow(
        url=url_for("cases.show_case", public_id=line.public_id),
        name=line.name,
        sex=sexes[line.sex],
        age=age_text(line.born, day),
        program=words.program(line.program),
        category=code_text(line.category or "", line.modifiers),
        severity=words.category(line.program, line.system, line.category),
        status=status,
        tone=tone,
        owner=line.owner or "",
        is_mine=user_id is not None and line.owner_id == user_id,
        opened_on=line.opened_on,
        waiting_days=(ended_on - line.opened_on).days,
        due_on=line.due_on,
        late=lateness(line.due_on, day) if is_open else "",
        is_overdue=is_open and line.due_on < day,
        closed_on=line.closed_on,
    )


def filter_values(filters: CaseFilters) -> dict[str, str]:
    """Return what stands in the fields above the list."""
    return {
        "state": filters.state.value,
        "owner": filters.owner.value,
        "program": filters.program or "",
        "due": OVERDUE if filters.overdue_on else "",
    }


def filter_choices(programs: Sequence[tuple[str, str]]) -> dict[str, list[tuple[str, str]]]:
    """Return the choices of the fields above the list."""
    words = CaseWords()
    states = [(status.value, words.status(status, False, None)[0]) for status in CaseStatus]
    return {
        "program": [("", _("All programs")), *programs],
        "state": [
            (CaseState.OPEN.value, _("Open")),
            *states,
            (CaseState.WITHDRAWN.value, _("Withdrawn")),
        ],
        "owner": [
            ("", _("Anyone")),
            (CaseOwner.MINE.value, _("Mine")),
            (CaseOwner.NOBODY.value, _("Unassigned")),
        ],
        "due": [("", _("Any time")), (OVERDUE, _("Overdue"))],
    }
