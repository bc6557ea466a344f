"""What the work list shows: kinds with their counts, and lines with the act that each asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from flask import url_for

from screening.participants.rules import SEX_LABELS, Sex, ages_on
from screening.programs import get_program
from screening.web.days import lateness
from screening.web.locale import say
from screening.web.paging import Page
from screening.worklists.queries import COUNTED_UP_TO, NextAction
from screening.worklists.rules import KINDS, ActionKind

MORE = f"{COUNTED_UP_TO}+"


@dataclass(frozen=True)
class KindLine:
    """A kind of action with how many wait, and the address of its list."""

    code: str
    title: str
    count: str
    is_empty: bool
    is_current: bool
    rule: str


@dataclass(frozen=True)
class ActionLine:
    """One person's next action: what, by when, how late, and where it is done."""

    person_url: str
    name: str
    sex: str
    age: str
    program: str
    due_on: date
    late: str
    is_overdue: bool
    act: str
    url: str


@dataclass(frozen=True)
class WorkPresenter:
    """One kind's list between the counts of all kinds."""

    kinds: tuple[KindLine, ...]
    current: KindLine
    page: Page[ActionLine]
    is_all_done: bool


def present_work(
    kind: ActionKind, counts: Mapping[ActionKind, int], page: Page[NextAction], day: date
) -> WorkPresenter:
    """Return the list of a kind; labels are translated once for all lines."""
    kinds = tuple(_kind_line(each, count, kind) for each, count in counts.items())
    current = next(line for line in kinds if line.is_current)
    labels = {sex: say(label) for sex, label in SEX_LABELS.items()}
    lines = Page(
        [present_action(action, day, labels) for action in page.rows], page.number, page.has_next
    )
    return WorkPresenter(kinds, current, lines, not any(counts.values()))


def _kind_line(kind: ActionKind, count: int, current: ActionKind) -> KindLine:
    definition = KINDS[kind]
    return KindLine(
        kind.value,
        say(definition.title),
        MORE if count > COUNTED_UP_TO else str(count),
        count == 0,
        kind is current,
        say(definition.rule),
    )


def present_action(action: NextAction, day: date, labels: Mapping[Sex, str]) -> ActionLine:
    """Return the line of one action."""
    return ActionLine(
        url_for("participants.show_participant", public_id=action.person_id),
        action.name,
        labels[Sex(action.sex)],
        _age(action, day),
        say(get_program(action.program).name),
        action.due_on,
        lateness(action.due_on, day),
        action.latest_on < day,
        say(KINDS[action.kind].act),
        act_url(action),
    )


def _age(action: NextAction, day: date) -> str:
    ages = ages_on(action.born_from, action.born_to, day)
    if ages is None:
        return ""
    return str(ages[0]) if ages[0] == ages[1] else f"{ages[0]}\N{EN DASH}{ages[1]}"


def act_url(action: NextAction) -> str:
    """Return the page on which an action is done."""
    number = action.enrollment_id
    if action.kind in (ActionKind.REVIEW_CASE, ActionKind.WORK_UP):
        return url_for("cases.show_case", public_id=action.target)
    if action.kind in (ActionKind.RECORD_RESULT, ActionKind.ATTEND_EXAM):
        return url_for("exams.correct_exam", public_id=action.target)
    if action.kind is ActionKind.BOOK_EXAM:
        return url_for("exams.add_exam", enrollment_id=number, act="book")
    pages = {
        ActionKind.ASSESS: "enrollments.assess",
        ActionKind.ENROLL: "enrollments.enroll",
        ActionKind.HOLD_ENDS: "enrollments.show_enrollment",
    }
    return url_for(pages[action.kind], enrollment_id=number)


@dataclass(frozen=True)
class NextActionsPresenter:
    """The next action of each of a person's enrollments."""

    lines: tuple[ActionLine, ...]


def present_next_actions(actions: Sequence[NextAction], day: date) -> NextActionsPresenter:
    """Return the panel of a person's page."""
    labels = {sex: say(label) for sex, label in SEX_LABELS.items()}
    return NextActionsPresenter(tuple(present_action(action, day, labels) for action in actions))
