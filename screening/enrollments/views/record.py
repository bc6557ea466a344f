"""The page of an enrollment, the rules of a program, and the block on the person's page."""

from flask import abort, render_template

from screening.accounts.guards import current_actor, current_scope
from screening.clock import today
from screening.enrollments import actions
from screening.enrollments.presenters import (
    EnrollmentPresenter,
    ProgramsPanel,
    Recorded,
    open_programs,
    present_rules,
)
from screening.enrollments.queries import (
    list_assessments,
    list_enrollments,
    list_episodes,
    list_recalls,
)
from screening.enrollments.views.blueprint import Answer, blueprint
from screening.enrollments.views.starting import start_form
from screening.participants.presenters import PersonPresenter
from screening.participants.queries import list_registrations, list_summaries
from screening.programs import all_programs
from screening.protocol.wording import N_, Sentence
from screening.security.access import can, requires
from screening.security.actor import Scope
from screening.security.permissions import Permission

PANEL = "enrollments/_panel.html"


@blueprint.get("/enrollments/<int:enrollment_id>")
@requires(Permission.PARTICIPANT_VIEW)
def show_enrollment(enrollment_id: int) -> Answer:
    """Show everything recorded of an enrollment."""
    enrollment = actions.open_record(enrollment_id, by=current_actor())
    person = enrollment.participant
    recorded = Recorded(
        enrollment,
        list_assessments([enrollment_id]).get(enrollment_id, ()),
        list_episodes([enrollment_id]).get(enrollment_id, ()),
        list_recalls([enrollment_id]).get(enrollment_id, ()),
    )
    return render_template(
        "enrollments/show_enrollment.html",
        person=PersonPresenter(person, list_registrations(current_scope(), person.id), today()),
        enrollment=EnrollmentPresenter(recorded, today()),
    )


@blueprint.get("/programs/<string:code>/eligibility")
@requires(Permission.PARTICIPANT_VIEW)
def show_rules(code: str) -> str:
    """Show the eligibility rules of a program in words."""
    program = next((each for each in all_programs() if each.code == code), None)
    if program is None:
        abort(404)
    return render_template("enrollments/show_rules.html", rules=present_rules(program))


def panel(participant_id: int, scope: Scope) -> tuple[str, ProgramsPanel] | None:
    """Return the programs of a person for the page of the person."""
    person = list_summaries(scope, [participant_id]).get(participant_id)
    if person is None:
        return None
    enrollments = list_enrollments(participant_id)
    numbers = [enrollment.id for enrollment in enrollments]
    assessments, episodes = list_assessments(numbers), list_episodes(numbers)
    recalls = list_recalls(numbers)
    blocks = [
        EnrollmentPresenter(
            Recorded(
                each,
                assessments.get(each.id, ()),
                episodes.get(each.id, ()),
                recalls.get(each.id, ()),
            ),
            today(),
        )
        for each in enrollments
    ]
    programs = open_programs([each.program for each in enrollments])
    may_start = can(Permission.ENROLLMENT_EDIT) and person.died_on is None and bool(programs)
    form = start_form(programs) if may_start else None
    return PANEL, ProgramsPanel(person.public_id, blocks, form)


def tie(participant_id: int) -> Sentence | None:
    """Say why a person who is in a program cannot be voided."""
    enrollments = list_enrollments(participant_id)
    if not enrollments:
        return None
    text = N_("This person is in a program: void that enrollment first")
    return Sentence(text)
