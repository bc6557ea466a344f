"""The decisions on a case: take, agree, override, close, reopen."""

from flask_babel import gettext as _

from screening.accounts.guards import current_actor, current_scope
from screening.cases import actions
from screening.cases.forms import (
    AgreeForm,
    CloseForm,
    DecisionForm,
    OverrideForm,
    ReopenForm,
    text_or_none,
)
from screening.cases.presenters import category_choices, modifier_choices
from screening.cases.queries import get_case
from screening.cases.views.blueprint import Answer, blueprint
from screening.cases.views.record import Attempt, decide, show_attempt
from screening.clock import now
from screening.security.access import requires
from screening.security.permissions import Permission


@blueprint.post("/cases/<string:public_id>/take")
@requires(Permission.CASE_DECIDE)
def take_case(public_id: str) -> Answer:
    """Become the owner of a case."""
    case, form = get_case(current_scope(), public_id), DecisionForm(prefix="take")

    def act() -> None:
        version, by = form.version.number, current_actor()
        actions.take_case(case, expected_version=version, by=by, at=now())

    return decide(public_id, Attempt("take", form, _("Take"), _("The case is yours"), act))


@blueprint.post("/cases/<string:public_id>/agree")
@requires(Permission.CASE_DECIDE)
def agree(public_id: str) -> Answer:
    """Agree with the category."""
    case, form = get_case(current_scope(), public_id), AgreeForm(prefix="agree")

    def act() -> None:
        actions.agree(
            case,
            comment=text_or_none(form.comment.data),
            expected_version=form.version.number,
            by=current_actor(),
            at=now(),
        )

    done = _("Agreed. The case is in work-up")
    return decide(public_id, Attempt("agree", form, _("Agree"), done, act))


@blueprint.post("/cases/<string:public_id>/override")
@requires(Permission.CASE_DECIDE)
def override(public_id: str) -> Answer:
    """Change the category."""
    case = get_case(current_scope(), public_id)
    form = OverrideForm(category_choices(case), modifier_choices(case), prefix="override")

    def act() -> None:
        version, by = form.version.number, current_actor()
        actions.override(case, form.view, expected_version=version, by=by, at=now())

    done = _("The category is changed")
    return decide(public_id, Attempt("override", form, _("Change the category"), done, act))


@blueprint.post("/cases/<string:public_id>/close")
@requires(Permission.CASE_DECIDE)
def close_case(public_id: str) -> Answer:
    """Close a case with its outcome, once what is unlikely is confirmed."""
    case, form = get_case(current_scope(), public_id), CloseForm(prefix="close")
    if form.validate_on_submit():
        problems = actions.review_closure(case, form.closure, at=now())
        if case.version == form.version.number and form.show(problems):
            return show_attempt(public_id, "close", form)

    def act() -> None:
        version, by = form.version.number, current_actor()
        actions.close_case(case, form.closure, expected_version=version, by=by, at=now())

    done = _("The case is closed")
    return decide(public_id, Attempt("close", form, _("Close"), done, act))


@blueprint.post("/cases/<string:public_id>/reopen")
@requires(Permission.CASE_DECIDE)
def reopen_case(public_id: str) -> Answer:
    """Open a closed case again."""
    case, form = get_case(current_scope(), public_id), ReopenForm(prefix="reopen")

    def act() -> None:
        actions.reopen_case(
            case,
            reason=form.reason.data or "",
            expected_version=form.version.number,
            by=current_actor(),
            at=now(),
        )

    done = _("The case is open again and yours")
    return decide(public_id, Attempt("reopen", form, _("Reopen"), done, act))
