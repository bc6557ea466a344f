"""The questionnaire of a program: filled in, judged while it is typed, corrected, voided."""

from flask import render_template, request
from flask_babel import gettext as _

from screening.accounts.guards import current_actor, current_scope
from screening.clock import now, today
from screening.enrollments import actions
from screening.enrollments.forms import AssessmentForm, CorrectAssessmentForm, VoidForm
from screening.enrollments.presenters import ConflictPresenter, present_assessment
from screening.enrollments.queries import get_assessment, list_assessments
from screening.enrollments.rules import check_can_assess
from screening.enrollments.views.blueprint import Answer, blueprint
from screening.enrollments.views.pages import Rows, Task, perform, show_page
from screening.enrollments.views.questions import Questions, pick_start
from screening.security.access import requires
from screening.security.permissions import Permission

ASSESSMENT = "/enrollments/<int:enrollment_id>/assessments/<int:assessment_id>"


@blueprint.route("/enrollments/<int:enrollment_id>/assessment", methods=["GET", "POST"])
@requires(Permission.ENROLLMENT_EDIT)
def assess(enrollment_id: int) -> Answer:
    """Fill in a questionnaire; an incomplete one is saved too, and continued by whoever comes."""
    questions = Questions(enrollment_id)
    check_can_assess(actions.standing_of(questions.enrollment))
    start = pick_start(questions, request.args.get("from", type=int))
    form = questions.form(AssessmentForm, today(), start.answers)

    def run() -> None:
        version, by = form.version.number, current_actor()
        actions.record_assessment(
            questions.enrollment, form.filled(), expected_version=version, by=by, at=now()
        )

    def show(conflict: ConflictPresenter | None) -> str:
        page, template = questions.page(form, start), "enrollments/assess.html"
        return show_page(template, enrollment_id, form=form, page=page, conflict=conflict)

    def compare() -> Rows:
        newest = list_assessments([enrollment_id]).get(enrollment_id, ())[:1]
        return questions.compare(form, newest[0].id) if newest else []

    return perform(enrollment_id, form, Task(run, _("The questionnaire is saved"), show, compare))


@blueprint.post("/enrollments/<int:enrollment_id>/verdict")
@requires(Permission.ENROLLMENT_EDIT)
def show_verdict(enrollment_id: int) -> str:
    """Return the verdict on what is typed so far."""
    questions = Questions(enrollment_id)
    live = questions.live(questions.form(AssessmentForm, today(), {}))
    return render_template("enrollments/_verdict.html", live=live)


@blueprint.route(f"{ASSESSMENT}/edit", methods=["GET", "POST"])
@requires(Permission.ENROLLMENT_EDIT)
def correct_assessment(enrollment_id: int, assessment_id: int) -> Answer:
    """Correct the answers of a questionnaire, or the day of asking."""
    questions = Questions(enrollment_id)
    assessment = get_assessment(current_scope(), enrollment_id, assessment_id)
    stored = questions.stored(assessment.answers)
    form = questions.form(CorrectAssessmentForm, assessment.assessed_on, stored)

    def run() -> None:
        actions.correct_assessment(
            assessment,
            form.filled(),
            reason=form["reason"].data or "",
            expected_version=form.version.number,
            by=current_actor(),
            at=now(),
        )

    def show(conflict: ConflictPresenter | None) -> str:
        page, template = questions.page(form), "enrollments/correct_assessment.html"
        return show_page(template, enrollment_id, form=form, page=page, conflict=conflict)

    def compare() -> Rows:
        return questions.compare(form, assessment_id)

    message = _("The questionnaire is corrected")
    return perform(enrollment_id, form, Task(run, message, show, compare))


@blueprint.route(f"{ASSESSMENT}/void", methods=["GET", "POST"])
@requires(Permission.ENROLLMENT_EDIT)
def void_assessment(enrollment_id: int, assessment_id: int) -> Answer:
    """Void a questionnaire filled in by mistake."""
    questions = Questions(enrollment_id)
    assessment = get_assessment(current_scope(), enrollment_id, assessment_id)
    form = VoidForm(data={"version": str(questions.enrollment.version)})

    def run() -> None:
        actions.void_assessment(
            assessment,
            reason=form.reason.data or "",
            expected_version=form.version.number,
            by=current_actor(),
            at=now(),
        )

    def show(conflict: ConflictPresenter | None) -> str:
        found = get_assessment(current_scope(), enrollment_id, assessment_id)
        line = present_assessment(questions.program, found)
        template = "enrollments/void_assessment.html"
        return show_page(template, enrollment_id, form=form, line=line, conflict=conflict)

    return perform(enrollment_id, form, Task(run, _("The questionnaire is voided"), show, list))
