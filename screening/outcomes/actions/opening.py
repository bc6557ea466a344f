"""Opening a cancer: who looks is written down before anything is shown."""

from screening.audit.actions import Subject, record_opening
from screening.outcomes.models import Cancer
from screening.outcomes.queries import get_cancer
from screening.security.actor import Actor


def open_cancer(public_id: str, *, by: Actor) -> Cancer:
    """Return a cancer of the actor's sites, once its opening is written down."""
    cancer = get_cancer(by.scope, public_id)
    subject = Subject("cancer", cancer.id, cancer.participant_id)
    record_opening(subject, by=by, page="outcomes:cancer:open")
    return get_cancer(by.scope, public_id)
