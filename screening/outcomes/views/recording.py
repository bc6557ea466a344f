"""Recording a cancer of an enrolled person, from a case or not; the stage while it is typed."""

from flask import render_template, request, url_for
from flask_babel import gettext as _

from screening.accounts.guards import current_actor, current_scope
from screening.clock import now
from screening.enrollments.actions import open_record
from screening.enrollments.queries import get_enrollment
from screening.exams.queries import get_exam
from screening.outcomes import actions
from screening.outcomes.forms import CancerForm, cancer_form
from screening.outcomes.presenters import present_stage
from screening.outcomes.views.blueprint import Answer, blueprint
from screening.outcomes.views.pages import Choices, case_url, read_choices, show_found_out
from screening.participants.views.pages import present_person
from screening.programs import get_program
from screening.protocol.errors import NotFoundError
from screening.security.access import requires
from screening.security.permissions import Permission
from screening.web.locale import say
from screening.web.refusals import refusals_shown


@blueprint.route("/enrollments/<int:enrollment_id>/cancers/new", methods=["GET", "POST"])
@requires(Permission.CANCER_EDIT)
def add_cancer(enrollment_id: int) -> Answer:
    """Record a cancer."""
    enrollment = get_enrollment(current_scope(), enrollment_id)
    choices = read_choices(enrollment.participant_id, enrollment.program)
    form = _new_form(choices)
    if form.validate_on_submit():
        with refusals_shown(form):
            entry = form.entry(choices.exam_ids)
            whose = actions.Whose(enrollment.participant, enrollment.program)
            if not form.show(actions.review_cancer(whose, entry, at=now())):
                cancer = actions.record_cancer(whose, entry, by=current_actor(), at=now())
                return show_found_out(cancer.public_id, _("The cancer is recorded"))
    return _show_new(enrollment_id, form, choices)


def _new_form(choices: Choices) -> CancerForm:
    asked = request.args.get("exam", "")
    return cancer_form(CancerForm, choices.workup)(
        choices.workup,
        choices.exams,
        data={
            "exam": asked if asked in choices.exam_ids else "",
            "basis": "histology",
            "edition": choices.workup.staging.default_edition,
        },
    )


def _show_new(enrollment_id: int, form: CancerForm, choices: Choices) -> str:
    enrollment = open_record(enrollment_id, by=current_actor())
    person_id = enrollment.participant.public_id
    return render_template(
        "outcomes/add_cancer.html",
        form=form,
        choices=choices,
        program=say(get_program(enrollment.program).name),
        enrollment_id=enrollment_id,
        stage=present_stage(
            choices.workup,
            form.tnm_of(enrollment.participant.born_from, enrollment.participant.born_to),
            form.read()[0],
        ),
        back=_back_url(person_id),
        person=present_person(person_id),
    )


def _back_url(person_id: str) -> str:
    """Return the case of the exam in the address, else the person."""
    try:
        exam = get_exam(current_scope(), request.args.get("exam", ""))
    except NotFoundError:
        exam = None
    found = case_url(exam.episode_id) if exam else None
    return found or url_for("participants.show_participant", public_id=person_id)


@blueprint.post("/enrollments/<int:enrollment_id>/stage")
@requires(Permission.CANCER_EDIT)
def show_stage(enrollment_id: int) -> Answer:
    """Return the stage group of what is typed."""
    enrollment = get_enrollment(current_scope(), enrollment_id)
    workup = get_program(enrollment.program).workup
    form = cancer_form(CancerForm, workup)(workup, ())
    stage = present_stage(
        workup,
        form.tnm_of(enrollment.participant.born_from, enrollment.participant.born_to),
        form.read()[0],
    )
    return render_template("outcomes/_stage.html", stage=stage)
