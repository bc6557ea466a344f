"""What the pages of one enrollment share: opening, the person above, and both versions."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import flash, redirect, render_template, url_for

from screening.accounts.guards import current_actor, current_scope
from screening.clock import today
from screening.enrollments import actions
from screening.enrollments.forms import typed_texts
from screening.enrollments.presenters import (
    ConflictPresenter,
    EnrollmentPresenter,
    Recorded,
    present_conflict,
    rows_of,
    state_texts,
)
from screening.enrollments.queries import find_last_change, get_enrollment, list_assessments
from screening.enrollments.views.blueprint import Answer
from screening.participants.presenters import PersonPresenter
from screening.participants.queries import list_registrations
from screening.protocol.errors import NewerChangeError, NotAllowedNowError
from screening.protocol.wording import Problem
from screening.web.forms import ScreeningForm
from screening.web.refusals import refusals_shown

Rows = list[tuple[str, str, str]]


@dataclass(frozen=True)
class Task:
    """What a valid form does and what is said then; how the page looks, and what it compares.

    `show` gets the newer version where there is one; `compare` gives its rows.
    """

    run: Callable[[], object]
    message: str
    show: Callable[[ConflictPresenter | None], str]
    compare: Callable[[], Rows]


def perform(enrollment_id: int, form: ScreeningForm, task: Task) -> Answer:
    """Run a valid form; else show it again, a newer version beside what is typed."""
    public_id = get_enrollment(current_scope(), enrollment_id).participant.public_id
    conflict = None
    if form.validate_on_submit():
        try:
            with refusals_shown(form):
                task.run()
                flash(task.message, "success")
                return redirect(url_for("participants.show_participant", public_id=public_id), 303)
        except NewerChangeError:
            form["version"].data = str(get_enrollment(current_scope(), enrollment_id).version)
            conflict = present_conflict(task.compare(), find_last_change(enrollment_id))
        except NotAllowedNowError as error:
            form.show([Problem("", error.sentence)])
            return task.show(None), 409
    page = task.show(conflict)
    return page if conflict is None else (page, 409)


def perform_simple(
    enrollment_id: int, form: ScreeningForm, template: str, run: Callable[[], object], message: str
) -> Answer:
    """Perform a task whose form holds what the enrollment itself records."""

    def show(conflict: ConflictPresenter | None) -> str:
        return show_page(template, enrollment_id, form=form, conflict=conflict)

    def compare() -> Rows:
        enrollment = get_enrollment(current_scope(), enrollment_id)
        return rows_of(state_texts(enrollment), typed_texts(form))

    return perform(enrollment_id, form, Task(run, message, show, compare))


def show_page(template: str, enrollment_id: int, **page: Any) -> str:
    """Write down who looks at the enrollment, then show a page about it."""
    enrollment = actions.open_record(enrollment_id, by=current_actor())
    person = enrollment.participant
    recorded = Recorded(enrollment, list_assessments([enrollment_id]).get(enrollment_id, ()))
    return render_template(
        template,
        person=PersonPresenter(person, list_registrations(current_scope(), person.id), today()),
        enrollment=EnrollmentPresenter(recorded, today()),
        **page,
    )
