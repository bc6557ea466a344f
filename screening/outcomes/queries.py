"""Reads of cancers within the viewer's sites."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from screening.database.engine import db
from screening.outcomes.models import Cancer
from screening.participants.models import Registration
from screening.protocol.errors import NotFoundError
from screening.protocol.wording import N_
from screening.security.actor import Scope


def get_cancer(scope: Scope, public_id: str) -> Cancer:
    """Return one cancer of a person at the viewer's sites; voided ones too."""
    query = (
        select(Cancer)
        .where(Cancer.public_id == public_id)
        .options(joinedload(Cancer.participant), joinedload(Cancer.attributed_exam))
    )
    if scope.site_ids is not None:
        known = select(Registration.participant_id).where(
            Registration.site_id.in_(scope.site_ids), Registration.voided_at.is_(None)
        )
        query = query.where(Cancer.participant_id.in_(known))
    cancer = db.session.scalar(query)
    if cancer is None:
        raise NotFoundError(N_("There is no such cancer at your sites"))
    return cancer


def list_cancers(participant_id: int) -> Sequence[Cancer]:
    """List a person's confirmed cancers in time order."""
    return db.session.scalars(
        select(Cancer)
        .where(Cancer.participant_id == participant_id, Cancer.voided_at.is_(None))
        .order_by(Cancer.diagnosed_on)
        .options(joinedload(Cancer.attributed_exam))
    ).all()
