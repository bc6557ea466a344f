"""Who may see a person: the users of a site that registered the person, or one merged into it."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, SQLColumnExpression, exists, or_, select, true
from sqlalchemy.orm import aliased

from screening.participants.models import Participant, Registration
from screening.security.actor import Scope


def is_known_to(scope: Scope, participant_id: SQLColumnExpression[int]) -> ColumnElement[bool]:
    """Return the condition that one of the viewer's sites knows the person."""
    if scope.site_ids is None:
        return true()
    merged = aliased(Participant)
    return or_(
        _is_registered(scope.site_ids, participant_id),
        exists(
            select(merged.id).where(
                merged.merged_into_id == participant_id, _is_registered(scope.site_ids, merged.id)
            )
        ),
    )


def _is_registered(
    site_ids: Collection[int], participant_id: SQLColumnExpression[int]
) -> ColumnElement[bool]:
    # The sum keeps SQLite from reading all registrations of a site to answer for one person.
    own = select(Registration.id).where(
        Registration.participant_id == participant_id,
        (Registration.site_id + 0).in_(site_ids),
        Registration.voided_at.is_(None),
    )
    return exists(own)
