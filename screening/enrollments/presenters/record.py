"""An enrollment as its page and the person's page show it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from screening.accounts.guards import SiteOption
from screening.enrollments.models import Enrollment, Episode, Recall, RiskAssessment
from screening.enrollments.presenters.moves import MoveLink, present_moves
from screening.enrollments.presenters.recalls import RecallLine, present_recall
from screening.enrollments.presenters.verdicts import AssessmentLine, present_assessment
from screening.enrollments.rules import (
    EPISODE_LABELS,
    EXIT_LABELS,
    OUTCOME_LABELS,
    SOURCE_LABELS,
    STATUS_LABELS,
    EnrollmentStatus,
    ExitReason,
    Standing,
)
from screening.participants.presenters import present_sites
from screening.programs import get_program
from screening.web.filters import site_name
from screening.web.locale import between, say

Pairs = tuple[tuple[str, str], ...]

TONES = {
    EnrollmentStatus.ENROLLED: "good",
    EnrollmentStatus.ACTIVE: "good",
    EnrollmentStatus.ELIGIBLE: "watch",
    EnrollmentStatus.SUSPENDED: "watch",
}


@dataclass(frozen=True)
class Recorded:
    """What is recorded of one enrollment, each list newest first."""

    enrollment: Enrollment
    assessments: Sequence[RiskAssessment] = ()
    episodes: Sequence[Episode] = ()
    recalls: Sequence[Recall] = ()


@dataclass(frozen=True)
class RoundLine:
    """One round: its number, when it began, how it stands or ended."""

    title: str
    opened_on: str
    state: str


class EnrollmentPresenter:
    """One enrollment: where it stands, its dates, what may be done, what was asked and found."""

    def __init__(self, recorded: Recorded, day: date) -> None:
        enrollment = recorded.enrollment
        self.program = get_program(enrollment.program)
        self.id = enrollment.id
        self.code = enrollment.program
        self.title = say(self.program.name)
        self.status = say(STATUS_LABELS[enrollment.status])
        self.tone = TONES.get(enrollment.status, "plain")
        self.note = _note(enrollment)
        self.version = enrollment.version
        self.is_eligible = enrollment.status is EnrollmentStatus.ELIGIBLE
        self.is_left = enrollment.status is EnrollmentStatus.EXITED
        self.is_withdrawn = enrollment.exit_reason is ExitReason.WITHDREW
        self.was_enrolled = enrollment.enrolled_on is not None
        standing = Standing(
            enrollment.status, enrollment.exit_reason, enrollment.participant.died_on
        )
        self.moves: tuple[MoveLink, ...] = present_moves(enrollment.id, standing)
        self.recalls = tuple(
            present_recall(recall, self.program, day) for recall in recorded.recalls
        )
        self.rounds = tuple(_round_line(episode) for episode in recorded.episodes)
        self._enrollment = enrollment
        self._assessments = recorded.assessments

    @property
    def recall(self) -> RecallLine | None:
        """What the enrollment waits for."""
        return next((recall for recall in self.recalls if recall.is_waiting), None)

    @property
    def past_recalls(self) -> tuple[RecallLine, ...]:
        """What was asked for before."""
        return tuple(recall for recall in self.recalls if not recall.is_waiting)

    @property
    def newest(self) -> AssessmentLine | None:
        """The newest questionnaire."""
        newest = next(iter(self._assessments), None)
        return None if newest is None else present_assessment(self.program, newest)

    @property
    def assessments(self) -> tuple[AssessmentLine, ...]:
        """Every questionnaire, newest first."""
        return tuple(present_assessment(self.program, each) for each in self._assessments)

    @property
    def facts(self) -> Pairs:
        """Site, source and dates."""
        known = self._enrollment
        pairs = (
            (_("Site"), site_name(known.site)),
            (_("Source"), say(SOURCE_LABELS[known.source]) if known.source else ""),
            (_("Opened on"), _day(known.opened_on)),
            (_("Invited on"), _day(known.invited_on)),
            (_("Consent given on"), _day(known.consent_on)),
            (_("Enrolled on"), _day(known.enrolled_on)),
        )
        if known.exited_on is None:
            return pairs
        return (*pairs, (_("Left on"), _day(known.exited_on)))

    @property
    def summary(self) -> Pairs:
        """The lines of the block on the person's page."""
        known = self._enrollment
        newest = self.rounds[0] if self.rounds else None
        return (
            (_("Site"), site_name(known.site)),
            (_("Consent given on"), _day(known.consent_on)),
            (_("Enrolled on"), _day(known.enrolled_on)),
            (_("Rounds"), _round_text(newest) if newest else ""),
        )


def _round_text(line: RoundLine) -> str:
    return f"{line.title}{between(',')}{line.opened_on}{between(':')}{line.state}"


def _day(value: date | None) -> str:
    return value.isoformat() if value else ""


def _note(enrollment: Enrollment) -> str:
    """Return why and until when the calls rest, or why they ended."""
    if enrollment.status is EnrollmentStatus.SUSPENDED:
        until = _("until %(day)s", day=enrollment.hold_until)
        return between(":").join(filter(None, (until, enrollment.hold_reason)))
    if enrollment.exit_reason is not None:
        return f"{enrollment.exited_on}{between(':')}{say(EXIT_LABELS[enrollment.exit_reason])}"
    return ""


def _round_line(episode: Episode) -> RoundLine:
    number = episode.round_number
    title = _("Round %(number)s", number=number) if number else _("Before the first round")
    state = say(EPISODE_LABELS[episode.status])
    if episode.outcome is not None:
        state = f"{say(OUTCOME_LABELS[episode.outcome])} ({_day(episode.outcome_on)})"
    return RoundLine(str(title), episode.opened_on.isoformat(), state)


def present_form_data(enrollment: Enrollment) -> dict[str, object]:
    """Return what is recorded as the correction form shows it."""
    names = ("site_id", "invited_on", "consent_on", "enrolled_on", "exited_on")
    source = enrollment.source.value if enrollment.source else ""
    recorded = {name: getattr(enrollment, name) for name in names}
    return {**recorded, "source": source, "version": str(enrollment.version)}


def site_choices(own: Sequence[SiteOption], enrollment: Enrollment) -> list[tuple[int, str]]:
    """Return the user's sites as choices, and the recorded one, which may be another's."""
    choices = present_sites(own)
    if enrollment.site_id in {site.id for site in own}:
        return choices
    site = enrollment.site
    return [(site.id, f"{site.code} {site_name(site)}"), *choices]
