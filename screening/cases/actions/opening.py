"""Opening a case or a procedure: who looks is written down before anything is shown."""

from screening.audit.actions import Subject, record_opening
from screening.cases.models import Case, Procedure
from screening.cases.queries import get_case, get_procedure
from screening.security.actor import Actor


def open_case(public_id: str, *, by: Actor) -> Case:
    """Return a case of the actor's sites, once its opening is written down."""
    case = get_case(by.scope, public_id)
    subject = Subject("case", case.id, case.exam.participant_id)
    record_opening(subject, by=by, page="cases:case:open")
    return get_case(by.scope, public_id)


def open_procedure(procedure_id: int, *, by: Actor) -> Procedure:
    """Return a procedure of the actor's sites, once its opening is written down."""
    procedure = get_procedure(by.scope, procedure_id)
    subject = Subject("procedure", procedure.id, procedure.exam.participant_id)
    record_opening(subject, by=by, page="cases:procedure:open")
    return get_procedure(by.scope, procedure_id)
