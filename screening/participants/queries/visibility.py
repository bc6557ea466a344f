"""Who may see a person: the users of a site that registered the person, or one merged into it."""

from sqlalchemy import ColumnElement, SQLColumnExpression, exists, or_, select, true
from sqlalchemy.orm import aliased

from screening.participants.models import Participant, Registration
from screening.security.actor import Scope


def is_known_to(scope: Scope, participant_id: SQLColumnExpression[int]) -> ColumnElement[bool]:
    """Return the condition that one of the viewer's sites knows the person."""
    if scope.site_ids is None:
        return true()
    merged = aliased(Participant)
    registered = select(Registration.id).where(
        Registration.site_id.in_(scope.site_ids), Registration.voided_at.is_(None)
    )
    return or_(
        exists(registered.where(Registration.participant_id == participant_id)),
        exists(
            registered.join(merged, merged.id == Registration.participant_id).where(
                merged.merged_into_id == participant_id
            )
        ),
    )
