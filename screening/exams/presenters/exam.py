"""The page of one exam: everything that is recorded of it, and what may be done with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from flask_babel import gettext as _

from screening.exams.models import Categorization, Exam, Reading
from screening.exams.presenters.beside import BesideLine, of_finding, present_beside
from screening.exams.presenters.category import (
    CategoryPresenter,
    code_text,
    final_category,
    recommended_action,
)
from screening.exams.presenters.heads import status_tone, title_of
from screening.exams.presenters.naming import Lines, finding_name, named_problems, size_text
from screening.exams.presenters.round import Resulted, RoundPresenter, present_round
from screening.exams.presenters.words import Pairs, describe
from screening.exams.rules import EXPECTED, ExamStatus
from screening.exams.rules.allowed import (
    NEEDS_REASON,
    Standing,
    check_can_enter,
    check_can_rebook,
    is_allowed,
    moves_now,
)
from screening.exams.rules.entry import LESION, ExamEntry
from screening.exams.rules.labels import (
    MOVE_LABELS,
    PURPOSE_LABELS,
    READING_LABELS,
    RECOMMENDATION_LABELS,
    STATUS_LABELS,
)
from screening.exams.rules.states import Purpose
from screening.programs import get_program
from screening.protocol.category import Categorization as Computed
from screening.web.filters import site_name
from screening.web.locale import say, say_stored


@dataclass(frozen=True)
class ReadingLine:
    """One reading."""

    kind: str
    who: str
    at: datetime
    category: str
    reason: str
    comment: str


@dataclass(frozen=True)
class FindingRow:
    """One finding with everything that was recorded of it."""

    number: int
    lesion: str
    name: str
    size: str
    category: str
    beside: Lines
    more: Pairs


@dataclass(frozen=True)
class MoveButton:
    """A state that a press of a button brings; some ask why."""

    status: str
    label: str
    needs_reason: bool


@dataclass(frozen=True)
class Stored:
    """An exam with what was computed of it, then and today, and what other systems make of it.

    `of_round` are all exams of its round that have a result, itself among them, in time order.
    """

    exam: Exam
    entry: ExamEntry
    standing: Standing
    kept: Categorization | None
    today_computed: Computed | None
    beside: tuple[Computed, ...] = ()
    of_round: tuple[Resulted, ...] = ()


class ExamPresenter:
    """What the page of an exam shows."""

    def __init__(self, stored: Stored, today: date) -> None:
        exam, program = stored.exam, get_program(stored.exam.program)
        self._stored, self._exam, self._program = stored, exam, program
        self.public_id, self.version = exam.public_id, exam.version
        self.program, self.enrollment_id = say(program.name), exam.enrollment_id
        self.title = title_of(program, exam)
        self.status, self.tone = say(STATUS_LABELS[exam.status]), status_tone(exam.status)
        self.status_reason = exam.status_reason
        self.voided_at, self.void_reason = exam.voided_at, exam.void_reason
        self.final: CategoryPresenter | None = final_category(
            program, exam, self._management(), today
        )
        self.beside: tuple[BesideLine, ...] = present_beside(program, stored.beside)
        self.comment = exam.comment
        self._set_allowed(stored.standing)

    def _management(self) -> str:
        """Return what is asked for beyond the words of the category: by the reader or the rules."""
        exam, kept = self._exam, self._stored.kept
        system = self._program.system(exam.system) if exam.system else None
        asked = recommended_action(system, exam.recommendation) if system else ""
        return asked or (kept.management if self._is_of_rules() and kept else "")

    def _is_of_rules(self) -> bool:
        return self._exam.category == self._exam.computed_category

    def _set_allowed(self, standing: Standing) -> None:
        is_expected = standing.status in EXPECTED
        can_enter = is_allowed(check_can_enter, standing)
        self.can_log = is_expected and can_enter
        self.can_correct = not is_expected and can_enter
        self.can_rebook = is_allowed(check_can_rebook, standing)
        self.can_void = not standing.is_voided
        self.can_print = self.final is not None and not standing.is_voided
        self.moves = tuple(
            MoveButton(status.value, say(MOVE_LABELS[status]), status in NEEDS_REASON)
            for status in moves_now(standing)
        )

    @property
    def printing_keys(self) -> list[tuple[str, str]]:
        """The keys that lead to the participant's sheet."""
        if not self.can_print:
            return []
        return [("z", str(_("Result in Chinese"))), ("e", str(_("Result in English")))]

    @property
    def editing_keys(self) -> list[tuple[str, str]]:
        """The keys that lead to the pages which change the exam."""
        keys = (
            (self.can_log, "l", _("Log it")),
            (self.can_rebook, "b", _("Change the appointment")),
            (self.can_correct, "c", _("Correct")),
        )
        return [(key, str(label)) for is_offered, key, label in keys if is_offered]

    @property
    def facts(self) -> list[tuple[str, object]]:
        """When, where, why and by whom."""
        exam = self._exam
        asked = RECOMMENDATION_LABELS[exam.recommendation] if exam.recommendation else ""
        number = exam.episode.round_number if exam.episode else None
        return [
            (_("Accession number"), exam.accession_no),
            (_("Site"), site_name(exam.site)),
            (_("Purpose"), say(PURPOSE_LABELS[exam.purpose])),
            (_("Round"), number or ""),
            (_("Appointment"), exam.scheduled_on),
            (_("Date of the exam"), exam.performed_on),
            (_("Result on"), exam.resulted_on),
            (_("Read by"), exam.reader),
            (_("Machine"), exam.machine),
            (_("Recommendation"), say(asked)),
        ]  # fmt: skip

    @property
    def marks(self) -> Lines:
        """What the result asks for, in words."""
        exam = self._exam
        if exam.category is None:
            return ()
        positive = {True: _("Positive"), False: _("Negative"), None: _("Not yet complete")}
        asked = (
            (exam.asks_more_imaging, _("more imaging is asked for")),
            (exam.asks_tissue, _("tissue is asked for")),
        )
        return (positive[exam.is_positive], *(text for holds, text in asked if holds))

    @property
    def computed(self) -> str:
        """The computed category, for the line beside the reader's."""
        kept = self._stored.kept
        if kept is None or kept.category is None:
            return ""
        return code_text(kept.category, kept.modifiers)

    @property
    def is_overruled(self) -> bool:
        """The category that stands is not the computed one."""
        return bool(self.computed) and not self._is_of_rules()

    @property
    def reasons(self) -> Lines:
        """Why the rules gave their category, as stored."""
        kept = self._stored.kept
        return tuple(say_stored(reason) for reason in kept.reasons) if kept else ()

    @property
    def missing(self) -> Lines:
        """What the rules would need for a category."""
        computed = self._stored.today_computed
        if computed is None or self._exam.computed_category is not None:
            return ()
        return named_problems(computed.missing)

    @property
    def outdated(self) -> str:
        """The category that today's records give, where it is not the stored one."""
        computed = self._stored.today_computed
        now = computed.category if computed else None
        if now == self._exam.computed_category:
            return ""
        return now or str(_("no category"))

    @property
    def round(self) -> RoundPresenter | None:
        """What its round comes to, where several exams make it and it is one of them."""
        if self._exam.purpose is Purpose.FOLLOW_UP:
            return None
        return present_round(self._stored.of_round)

    @property
    def is_waiting(self) -> bool:
        """The exam was performed and has no result."""
        return self._exam.status is ExamStatus.PERFORMED and self._exam.category is None

    @property
    def findings(self) -> tuple[FindingRow, ...]:
        """The findings in their order."""
        kind = self._program.exam.finding
        categories = {
            each.finding_no: each.category for each in self._exam.findings if not each.voided_at
        }
        shown = (kind.kind_field, kind.location_field, kind.size_field, LESION)
        return tuple(
            FindingRow(
                number,
                str(payload.get(LESION) or ""),
                finding_name(kind, payload),
                size_text(kind, payload),
                categories.get(number) or "",
                of_finding(self._program, self._stored.beside, number - 1),
                describe(kind.fields, payload, besides=shown),
            )
            for number, payload in enumerate(self._stored.entry.findings, 1)
        )

    @property
    def technique(self) -> Pairs:
        """How the images were made."""
        return describe(self._program.exam.technique, self._stored.entry.details)

    @property
    def details(self) -> Pairs:
        """What was recorded of the exam as a whole."""
        return describe(self._program.exam.details, self._stored.entry.details)

    @property
    def readings(self) -> tuple[ReadingLine, ...]:
        """The readings in the order in which they were given."""
        return reading_lines(self._exam.readings)


def reading_lines(readings: Sequence[Reading]) -> tuple[ReadingLine, ...]:
    """Return readings as lines."""
    return tuple(
        ReadingLine(
            say(READING_LABELS[reading.kind]),
            reading.reader_name,
            reading.given_at,
            code_text(reading.category, reading.modifiers),
            reading.differs_because or "",
            reading.comment or "",
        )
        for reading in readings
    )
