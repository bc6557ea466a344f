"""Opening an exam, or the page that enters one for a person: each opening leaves an event."""

from screening.audit.actions import Subject, record_opening
from screening.enrollments.models import Enrollment
from screening.enrollments.queries import get_enrollment
from screening.exams.actions.events import subject_of
from screening.exams.models import Exam
from screening.exams.queries import get_exam
from screening.security.actor import Actor


def open_exam(public_id: str, *, by: Actor, page: str) -> Exam:
    """Return an exam of the actor's sites, once the opening of that page is written down."""
    record_opening(subject_of(get_exam(by.scope, public_id)), by=by, page=page)
    return get_exam(by.scope, public_id)


def open_enrollment(enrollment_id: int, *, by: Actor, page: str) -> Enrollment:
    """Return an enrollment of the actor's sites, once the opening of that page is written down."""
    known = get_enrollment(by.scope, enrollment_id)
    subject = Subject("enrollment", known.id, known.participant_id)
    record_opening(subject, by=by, page=page)
    return get_enrollment(by.scope, enrollment_id)
