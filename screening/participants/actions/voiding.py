"""Voiding a person registered by mistake."""

from collections.abc import Callable, Sequence
from datetime import datetime

from flask import Flask, current_app
from sqlalchemy import select

from screening.audit.actions import record
from screening.database.engine import db
from screening.database.transactions import touch_participants, transaction
from screening.participants.actions.identity import lock_version, subject_of
from screening.participants.models import Participant, Registration
from screening.protocol.errors import NotAllowedNowError, RefusedInputError
from screening.protocol.wording import N_, Sentence
from screening.security.actor import Actor

EXTENSION = "person_ties"
LONGEST_REASON = 500

Tie = Callable[[int], Sentence | None]


def bind_ties(app: Flask, ties: Sequence[Tie]) -> None:
    """Wire the slices above that say why a person cannot be voided."""
    app.extensions[EXTENSION] = tuple(ties)


def void_participant(
    public_id: str, *, reason: str, expected_version: int, by: Actor, at: datetime
) -> None:
    """Void a person registered by mistake; whoever takes part in anything stays."""
    reason = reason.strip()
    if not reason or len(reason) > LONGEST_REASON:
        raise RefusedInputError(
            "reason",
            N_("Enter the reason in at most {count} characters"),
            {"count": LONGEST_REASON},
        )
    with transaction():
        person = lock_version(by, public_id, expected_version)
        _refuse_tied(person.id)
        person.voided_at = at
        person.void_reason = reason
        own = select(Registration).where(
            Registration.participant_id == person.id, Registration.voided_at.is_(None)
        )
        for registration in db.session.scalars(own):
            registration.voided_at = at
            registration.void_reason = reason
        record("participants:record:void", subject_of(person), by=by, at=at, reason=reason)
        touch_participants({person.id})


def _refuse_tied(participant_id: int) -> None:
    merged = select(Participant.id).where(Participant.merged_into_id == participant_id).limit(1)
    if db.session.scalar(merged) is not None:
        raise NotAllowedNowError(N_("Another record is merged into this one: undo that first"))
    ties: tuple[Tie, ...] = current_app.extensions[EXTENSION]
    for tie in ties:
        sentence = tie(participant_id)
        if sentence is not None:
            raise NotAllowedNowError(sentence.text, sentence.values)
