"""Mistakes in an enrollment: corrected, or the whole of it voided."""

from flask_babel import gettext as _
from flask_login import current_user

from screening.accounts.guards import current_actor, current_scope
from screening.clock import now
from screening.enrollments import actions
from screening.enrollments.forms import CorrectForm, VoidForm
from screening.enrollments.presenters import present_form_data, site_choices
from screening.enrollments.queries import get_enrollment
from screening.enrollments.views.blueprint import Answer, blueprint
from screening.enrollments.views.pages import perform_simple
from screening.security.access import requires
from screening.security.permissions import Permission


@blueprint.route("/enrollments/<int:enrollment_id>/edit", methods=["GET", "POST"])
@requires(Permission.ENROLLMENT_EDIT)
def correct_enrollment(enrollment_id: int) -> Answer:
    """Correct site, source and dates."""
    enrollment = get_enrollment(current_scope(), enrollment_id)
    sites = site_choices(current_user.sites, enrollment)
    form = CorrectForm(sites, data=present_form_data(enrollment))

    def run() -> None:
        actions.correct_enrollment(
            enrollment,
            form.corrected(),
            reason=form.reason.data or "",
            expected_version=form.version.number,
            by=current_actor(),
            at=now(),
        )

    message = _("The correction is saved")
    return perform_simple(enrollment_id, form, "enrollments/correct.html", run, message)


@blueprint.route("/enrollments/<int:enrollment_id>/void", methods=["GET", "POST"])
@requires(Permission.ENROLLMENT_EDIT)
def void_enrollment(enrollment_id: int) -> Answer:
    """Void an enrollment made by mistake."""
    enrollment = get_enrollment(current_scope(), enrollment_id)
    form = VoidForm(data={"version": str(enrollment.version)})

    def run() -> None:
        actions.void_enrollment(
            enrollment,
            reason=form.reason.data or "",
            expected_version=form.version.number,
            by=current_actor(),
            at=now(),
        )

    message = _("The enrollment is voided")
    return perform_simple(enrollment_id, form, "enrollments/void.html", run, message)
