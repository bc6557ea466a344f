"""The page of a case: everything about one person in one place, and the acts allowed now."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import current_app, flash, redirect, render_template, url_for
from flask_login import current_user

from screening.accounts.guards import current_actor, current_scope
from screening.cases import actions
from screening.cases.forms import (
    AgreeForm,
    CloseForm,
    DecisionForm,
    OverrideForm,
    ReopenForm,
)
from screening.cases.presenters import (
    CasePresenter,
    CasesPanel,
    ConflictPresenter,
    category_choices,
    modifier_choices,
    present_case_conflict,
    present_panel,
    present_story,
)
from screening.cases.queries import get_case, list_cases_of, list_procedures
from screening.cases.views.blueprint import Answer, blueprint
from screening.clock import today
from screening.exams import actions as exam_actions
from screening.exams.presenters import ExamPresenter, Stored
from screening.exams.queries import entry_of, find_categorization, get_exam, list_round
from screening.participants.views.pages import present_person
from screening.protocol.errors import NewerChangeError
from screening.security.access import requires
from screening.security.actor import Scope
from screening.security.permissions import Permission
from screening.web.forms import typed_text
from screening.web.refusals import refusals_shown

PANELS = "person_panels"
OWN_PANEL = "cases/_panel.html"


@dataclass(frozen=True)
class Attempt:
    """A decision that was sent: its name, its form, what it is called, what it does."""

    name: str
    form: DecisionForm
    title: str
    done: str
    act: Callable[[], None]


@blueprint.get("/cases/<string:public_id>")
@requires(Permission.CASE_VIEW)
def show_case(public_id: str) -> Answer:
    """Show a case."""
    return _show(public_id, {})


@blueprint.get("/cases/<string:public_id>/<any(take, agree, override, close, reopen):act>")
@requires(Permission.CASE_VIEW)
def come_back(public_id: str, act: str) -> Answer:
    """Lead back to the case from the address of a decision that was refused."""
    return redirect(url_for(".show_case", public_id=public_id), 303)


def decide(public_id: str, attempt: Attempt) -> Answer:
    """Take a decision; a refused one is shown with the case, nothing of it lost."""
    form = attempt.form
    if form.validate_on_submit():
        try:
            with refusals_shown(form):
                attempt.act()
                flash(attempt.done, "success")
                return redirect(url_for(".show_case", public_id=public_id), 303)
        except NewerChangeError:
            return _show_conflict(public_id, attempt), 409
    return _show(public_id, {attempt.name: form})


def show_attempt(public_id: str, name: str, form: DecisionForm) -> Answer:
    """Show a case with a decision that asks back."""
    return _show(public_id, {name: form})


def _show_conflict(public_id: str, attempt: Attempt) -> str:
    case = get_case(current_scope(), public_id)
    typed = [
        (field.short_name, str(field.label.text), typed_text(field))
        for field in attempt.form
        if field.short_name not in ("version", "csrf_token")
    ]
    attempt.form.version.data = str(case.version)
    conflict = present_case_conflict(case, attempt.title, typed)
    return _show(public_id, {attempt.name: attempt.form}, conflict)


def _show(
    public_id: str, sent: dict[str, DecisionForm], conflict: ConflictPresenter | None = None
) -> str:
    case = actions.open_case(public_id, by=current_actor())
    scope, exam = current_scope(), case.exam
    forms = _blank_forms(case.version, category_choices(case), modifier_choices(case))
    forms["override"]["modifiers"].data = exam.modifiers.split(";")
    return render_template(
        "cases/show_case.html",
        case=CasePresenter(case, today(), current_user.user_id),
        exam=ExamPresenter(_stored(exam.public_id), today()),
        story=present_story(case, list_procedures([case.episode_id])),
        person=present_person(exam.participant.public_id),
        forms=forms | sent,
        opened=tuple(sent),
        conflict=conflict,
        panels=_panels(exam.participant_id, scope),
    )


def _stored(exam_id: str) -> Stored:
    """Return the exam that flagged the case, with what is computed of it."""
    exam = get_exam(current_scope(), exam_id)
    return Stored(
        exam,
        entry_of(exam),
        exam_actions.standing_of(exam),
        find_categorization(exam.id),
        exam_actions.recompute(exam),
        exam_actions.recompute_beside(exam),
        tuple((each, entry_of(each)) for each in list_round(exam)),
    )


def _blank_forms(
    version: int, categories: list[tuple[str, str]], modifiers: list[tuple[str, str]]
) -> dict[str, DecisionForm]:
    values = {"formdata": None, "data": {"version": str(version)}}
    return {
        "take": DecisionForm(prefix="take", **values),
        "agree": AgreeForm(prefix="agree", **values),
        "override": OverrideForm(categories, modifiers, prefix="override", **values),
        "close": CloseForm(prefix="close", **values),
        "reopen": ReopenForm(prefix="reopen", **values),
    }


def _panels(participant_id: int, scope: Scope) -> list[tuple[str, object]]:
    """Return what the person's own page shows; this case is left out where it is the only one."""
    found = [panel(participant_id, scope) for panel in current_app.extensions[PANELS]]
    return [
        each
        for each in found
        if each is not None and not (each[0] == OWN_PANEL and _is_single(each[1]))
    ]


def _is_single(shown: object) -> bool:
    return isinstance(shown, CasesPanel) and len(shown.cases) == 1


def panel(participant_id: int, scope: Scope) -> tuple[str, CasesPanel] | None:
    """Return the cases of a person for the page of the person."""
    cases = list_cases_of(scope, participant_id)
    return (OWN_PANEL, present_panel(cases, today())) if cases else None
