"""The acts that an enrollment allows now, as links; each asks the rule that its action asks."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import url_for

from screening.enrollments.rules import (
    EnrollmentStatus,
    Standing,
    check_can_assess,
    check_can_enroll,
    check_can_exit,
    check_can_resume,
    check_can_suspend,
    is_allowed,
)
from screening.protocol.wording import N_
from screening.web.locale import say

EXAMINABLE = (EnrollmentStatus.ENROLLED, EnrollmentStatus.ACTIVE)


@dataclass(frozen=True)
class MoveLink:
    """One act: where it is done, what it is called, its key; the next step stands out."""

    url: str
    text: str
    key: str
    permission: str
    is_next: bool


@dataclass(frozen=True)
class _Move:
    endpoint: str
    text: str
    key: str
    check: Callable[[Standing], None]
    next_in: tuple[EnrollmentStatus, ...] = ()


MOVES = (
    _Move(
        "enrollments.assess",
        N_("Fill in the questionnaire"),
        "q",
        check_can_assess,
        (EnrollmentStatus.INVITED, EnrollmentStatus.ASSESSED),
    ),
    _Move(
        "enrollments.enroll",
        N_("Record the consent"),
        "c",
        check_can_enroll,
        (EnrollmentStatus.ELIGIBLE,),
    ),
    _Move(
        "enrollments.resume",
        N_("Resume"),
        "r",
        check_can_resume,
        (EnrollmentStatus.SUSPENDED,),
    ),
    _Move("enrollments.suspend", N_("Pause"), "u", check_can_suspend),
    _Move("enrollments.exit_enrollment", N_("Leave the program"), "x", check_can_exit),
)


def present_moves(enrollment_id: int, standing: Standing) -> tuple[MoveLink, ...]:
    """Return what may be done now, exams first."""
    own = tuple(
        MoveLink(
            url_for(move.endpoint, enrollment_id=enrollment_id),
            say(move.text),
            move.key,
            "enrollment:edit",
            standing.status in move.next_in,
        )
        for move in MOVES
        if is_allowed(move.check, standing)
    )
    return (*_exam_moves(enrollment_id, standing), *own)


def _exam_moves(enrollment_id: int, standing: Standing) -> tuple[MoveLink, ...]:
    if standing.status not in EXAMINABLE or standing.died_on is not None:
        return ()
    log = url_for("exams.add_exam", enrollment_id=enrollment_id)
    book = url_for("exams.add_exam", enrollment_id=enrollment_id, act="book")
    return (
        MoveLink(book, say(N_("Book an exam")), "b", "exam:edit", is_next=True),
        MoveLink(log, say(N_("Log an exam")), "l", "exam:edit", is_next=False),
    )
