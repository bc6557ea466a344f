"""The recorded rows that facts are made of, as the rules look at them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from screening.enrollments.rules import ExitReason, Outcome, Source
from screening.exams.rules import EXAMINED, SCREENING_PURPOSES, ExamStatus, Purpose
from screening.outcomes.rules import DetectionMode
from screening.participants.rules import Sex
from screening.protocol.facts import SeenFinding
from screening.protocol.workup import ProcedureResult

NOT_ELIGIBLE_ANY_MORE = (
    ExitReason.DIAGNOSED,
    ExitReason.AGED_OUT,
    ExitReason.MOVED,
    ExitReason.DIED,
)


class ExamSource(NamedTuple):
    """One exam that was done, with its enrollment, person and round; not voided."""

    id: int
    enrollment_id: int
    episode_id: int | None
    participant_id: int
    program: str
    site_id: int
    modality: str
    purpose: Purpose
    status: ExamStatus
    performed_on: date
    resulted_on: date | None
    details: Mapping[str, object]
    category: str | None
    modifiers: str
    is_positive: bool | None
    asks_more_imaging: bool | None
    asks_tissue: bool | None
    system: str | None
    interval: str | None
    reader: str | None
    machine: str | None
    source: Source | None
    exited_on: date | None
    exit_reason: ExitReason | None
    sex: Sex
    born_from: date | None
    born_to: date | None
    district: str | None
    died_on: date | None
    round_number: int | None
    outcome: Outcome | None
    outcome_on: date | None

    @property
    def is_counted(self) -> bool:
        """The exam is in the denominators: performed, adequate, of a screening purpose."""
        return self.status is ExamStatus.PERFORMED and self.is_screening

    @property
    def is_screening(self) -> bool:
        """The exam is the round's own, not one that its result asked for."""
        return self.purpose in SCREENING_PURPOSES

    @property
    def is_inadequate(self) -> bool:
        """The exam was begun and has to be repeated."""
        return self.status in EXAMINED and self.status is not ExamStatus.PERFORMED

    @property
    def known_on(self) -> date | None:
        """The day of the result; a category without a day was known on the day of the exam."""
        if self.category is None and self.is_positive is None:
            return None
        return self.resulted_on or self.performed_on

    @property
    def not_eligible_on(self) -> date | None:
        """The day from which the person is not due any more, other than by a choice."""
        return self.exited_on if self.exit_reason in NOT_ELIGIBLE_ANY_MORE else None


class AssessmentSource(NamedTuple):
    """One questionnaire of an enrollment, in the order of its date."""

    enrollment_id: int
    id: int
    assessed_on: date
    answers: Mapping[str, object]
    verdict: str


class ProcedureSource(NamedTuple):
    """One work-up act of a round; `exam_id` is the exam that led to it."""

    id: int
    exam_id: int
    episode_id: int
    kind: str
    performed_on: date
    result: ProcedureResult | None
    complication: str | None
    details: Mapping[str, object]


class CancerSource(NamedTuple):
    """One confirmed primary of the person in the program."""

    id: int
    diagnosed_on: date
    stage_group: str | None
    mode: DetectionMode
    exam_id: int | None
    treated_on: date | None
    morphology: str | None
    size_mm: Decimal | None
    t: str | None
    n: str | None
    m: str | None
    markers: Mapping[str, object]


@dataclass
class PersonSource:
    """Everything recorded of one person in one program; `participant_id` is the kept one."""

    participant_id: int
    exams: list[ExamSource] = field(default_factory=list)
    assessments: dict[int, list[AssessmentSource]] = field(
        default_factory=lambda: defaultdict(list)
    )
    procedures: dict[int, list[ProcedureSource]] = field(default_factory=lambda: defaultdict(list))
    findings: dict[int, list[SeenFinding]] = field(default_factory=lambda: defaultdict(list))
    cancers: list[CancerSource] = field(default_factory=list)
    _places: dict[int, int] = field(default_factory=dict)

    def put_in_order(self) -> None:
        """Sort exams and cancers by time; `later_than` and `earlier_than` rest on it."""
        self.exams.sort(key=in_order)
        self.cancers.sort(key=lambda cancer: (cancer.diagnosed_on, cancer.id))
        self._places = {exam.id: place for place, exam in enumerate(self.exams)}

    def later_than(self, exam: ExamSource) -> Sequence[ExamSource]:
        """Return the exams after this one."""
        return self.exams[self._places[exam.id] + 1 :]

    def earlier_than(self, exam: ExamSource) -> Sequence[ExamSource]:
        """Return the exams before this one."""
        return self.exams[: self._places[exam.id]]

    def exam(self, exam_id: int) -> ExamSource | None:
        """Return the exam with this number, if it counts among those that were done."""
        place = self._places.get(exam_id)
        return None if place is None else self.exams[place]

    def attributed(self, exam_id: int) -> Sequence[CancerSource]:
        """Return the cancers that belong to an exam, first diagnosed first."""
        return [cancer for cancer in self.cancers if cancer.exam_id == exam_id]


def in_order(exam: ExamSource) -> tuple[date, int]:
    """Return what sorts the exams of a person in time."""
    return exam.performed_on, exam.id
