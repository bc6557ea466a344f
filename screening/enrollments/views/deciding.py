"""Consent, pause, leaving and return."""

from flask_babel import gettext as _

from screening.accounts.guards import current_actor, current_scope
from screening.clock import now
from screening.enrollments import actions
from screening.enrollments.forms import ConsentForm, ExitForm, PauseForm, ReturnForm
from screening.enrollments.queries import get_enrollment
from screening.enrollments.rules import (
    check_can_enroll,
    check_can_exit,
    check_can_resume,
    check_can_suspend,
)
from screening.enrollments.views.blueprint import Answer, blueprint
from screening.enrollments.views.pages import perform_simple
from screening.security.access import requires
from screening.security.permissions import Permission


@blueprint.route("/enrollments/<int:enrollment_id>/consent", methods=["GET", "POST"])
@requires(Permission.ENROLLMENT_EDIT)
def enroll(enrollment_id: int) -> Answer:
    """Record the consent and enroll."""
    enrollment = get_enrollment(current_scope(), enrollment_id)
    form = ConsentForm(data={"version": str(enrollment.version)})
    if not form.is_submitted():
        check_can_enroll(actions.standing_of(enrollment))

    def run() -> None:
        version, by = form.version.number, current_actor()
        actions.enroll(enrollment, form.consent(), expected_version=version, by=by, at=now())

    message = _("The consent is recorded; the first exam can be booked")
    return perform_simple(enrollment_id, form, "enrollments/consent.html", run, message)


@blueprint.route("/enrollments/<int:enrollment_id>/exit", methods=["GET", "POST"])
@requires(Permission.ENROLLMENT_EDIT)
def exit_enrollment(enrollment_id: int) -> Answer:
    """Record that the person leaves the program."""
    enrollment = get_enrollment(current_scope(), enrollment_id)
    form = ExitForm(data={"version": str(enrollment.version)})
    if not form.is_submitted():
        check_can_exit(actions.standing_of(enrollment))

    def run() -> None:
        version, by = form.version.number, current_actor()
        actions.exit_enrollment(
            enrollment, form.leaving(), expected_version=version, by=by, at=now()
        )

    message = _("The person has left the program; the calls end")
    return perform_simple(enrollment_id, form, "enrollments/exit.html", run, message)


@blueprint.route("/enrollments/<int:enrollment_id>/suspend", methods=["GET", "POST"])
@requires(Permission.ENROLLMENT_EDIT)
def suspend(enrollment_id: int) -> Answer:
    """Pause the calls until a day."""
    enrollment = get_enrollment(current_scope(), enrollment_id)
    recorded = {"hold_until": enrollment.hold_until, "hold_reason": enrollment.hold_reason}
    form = PauseForm(data={**recorded, "version": str(enrollment.version)})
    if not form.is_submitted():
        check_can_suspend(actions.standing_of(enrollment))

    def run() -> None:
        version, by = form.version.number, current_actor()
        actions.suspend(enrollment, form.pause(), expected_version=version, by=by, at=now())

    message = _("The calls are paused")
    return perform_simple(enrollment_id, form, "enrollments/suspend.html", run, message)


@blueprint.route("/enrollments/<int:enrollment_id>/resume", methods=["GET", "POST"])
@requires(Permission.ENROLLMENT_EDIT)
def resume(enrollment_id: int) -> Answer:
    """End a pause, or take the person back into the program."""
    enrollment = get_enrollment(current_scope(), enrollment_id)
    form = ReturnForm(data={"version": str(enrollment.version)})
    if not form.is_submitted():
        check_can_resume(actions.standing_of(enrollment))

    def run() -> None:
        version, by = form.version.number, current_actor()
        actions.resume(enrollment, form.back(), expected_version=version, by=by, at=now())

    message = _("The program goes on; what was asked for waits again")
    return perform_simple(enrollment_id, form, "enrollments/resume.html", run, message)
