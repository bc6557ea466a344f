"""Opening an enrollment's page leaves an event before anything of it is read."""

from screening.audit.actions import Subject, record_opening
from screening.enrollments.models import Enrollment
from screening.enrollments.queries import OPENING, get_enrollment
from screening.security.actor import Actor


def open_record(enrollment_id: int, *, by: Actor) -> Enrollment:
    """Return an enrollment of the actor's sites, once its opening is written down."""
    enrollment = get_enrollment(by.scope, enrollment_id)
    subject = Subject("enrollment", enrollment.id, enrollment.participant_id)
    record_opening(subject, by=by, page=OPENING)
    return get_enrollment(by.scope, enrollment_id)
