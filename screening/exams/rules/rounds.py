"""Which exams make one round of screening, and what the round now waits for; pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from screening.enrollments.rules import EpisodeStatus, Outcome, RecallStatus
from screening.exams.rules.due import due_after
from screening.exams.rules.states import (
    EXAMINED,
    EXPECTED,
    SCREENING_PURPOSES,
    ExamStatus,
    Purpose,
)
from screening.protocol.program import Program
from screening.protocol.schedule import DueDates, Interval

FIRST_EXAM = "first_exam"
TECHNICAL_REPEAT = "technical_repeat"
# What is asked for where the window is not the category's own, so that its words do not fit.
NEXT_ROUND = "next_round"
FOLLOW_UP = "follow_up"
ROUTINE_OUTCOMES = (Outcome.NEGATIVE, Outcome.BENIGN, Outcome.LOST, Outcome.DECLINED)


class RoundExam(NamedTuple):
    """What the arrangement looks at in one exam; `day` is performed, else scheduled."""

    id: int
    day: date
    purpose: Purpose
    status: ExamStatus
    modality: str
    episode_id: int | None = None
    system: str | None = None
    category: str | None = None
    is_positive: bool | None = None
    interval: str | None = None

    @property
    def is_done(self) -> bool:
        """The person was examined, adequately or not."""
        return self.status in EXAMINED

    @property
    def is_screening(self) -> bool:
        """The exam is the round's own, not one that its result asked for."""
        return self.purpose in SCREENING_PURPOSES

    def is_beside(self, other: "RoundExam") -> bool:
        """Both screened the person in one round, each by its own modality."""
        is_same_round = self.episode_id is not None and self.episode_id == other.episode_id
        is_screening = self.is_screening and other.is_screening
        return is_same_round and is_screening and self.modality != other.modality


class Round(NamedTuple):
    """One round: number 1 is prevalent; 0 holds exams before any screening exam."""

    number: int
    exams: tuple[RoundExam, ...]

    @property
    def opened_on(self) -> date:
        """The day of the first exam."""
        return self.exams[0].day

    @property
    def status(self) -> EpisodeStatus:
        """How far the exams alone bring the round; review and closure come from its case."""
        done = [exam for exam in self.exams if exam.is_done]
        if not done:
            return EpisodeStatus.OPEN
        resulted = [exam for exam in done if exam.is_positive is not None]
        if not resulted:
            return EpisodeStatus.EXAMINED
        if any(exam.is_positive for exam in resulted):
            return EpisodeStatus.RESULTED
        return EpisodeStatus.CLEARED


class Wanted(NamedTuple):
    """A recall as it should stand: the exam that asked (None: the first), window and status."""

    exam_id: int | None
    purpose: Purpose
    action: str
    dates: DueDates
    status: RecallStatus
    closed_on: date | None = None


@dataclass
class _Open:
    number: int
    exams: list[RoundExam] = field(default_factory=list)


def arrange(exams: Iterable[RoundExam], program: Program) -> list[Round]:
    """Group one enrollment's exams into rounds, in time order.

    A baseline or annual exam opens a round, unless the open round still lacks an adequate one
    (technical repeat) or it is another modality within the pairing days. Other exams join the
    round that is open. After a gap longer than the protocol's the rounds start again at 1.
    """
    rounds: list[_Open] = []
    number = 0
    for exam in sorted(exams, key=lambda exam: (exam.day, exam.id)):
        if not rounds or (exam.is_screening and _opens_round(rounds[-1], exam, program)):
            if exam.is_screening:
                number = 1 if _is_after_gap(rounds, exam, program) else number + 1
            rounds.append(_Open(number))
        rounds[-1].exams.append(exam)
    return [Round(open_round.number, tuple(open_round.exams)) for open_round in rounds]


def _opens_round(current: _Open, exam: RoundExam, program: Program) -> bool:
    screening = [known for known in current.exams if known.is_screening]
    same = [known for known in screening if known.modality == exam.modality]
    if screening and not same:
        pairing = timedelta(days=program.schedule.pairing_days)
        return exam.day > current.exams[0].day + pairing
    return not same or any(known.status is ExamStatus.PERFORMED for known in same)


def _is_after_gap(rounds: list[_Open], exam: RoundExam, program: Program) -> bool:
    days = [known.day for earlier in rounds for known in earlier.exams if known.is_screening]
    gap = Interval(months=program.schedule.gap_months)
    return bool(days) and exam.day > gap.after(max(days))


def wanted_recalls(
    exams: Sequence[RoundExam],
    outcomes: dict[int, Outcome | None],
    enrolled_on: date | None,
    program: Program,
) -> list[Wanted]:
    """List the recalls that follow from one enrollment's exams (in time order) and outcomes.

    `outcomes`: outcome of the exam's episode by exam. Every exam's recommendation is kept; it is
    met by the next exam, booked while an appointment waits, else open. Of several modalities in
    one round the most severe category decides: its recommendation supersedes the others.
    """
    done = [exam for exam in exams if exam.is_done]
    booked = any(exam.status in EXPECTED for exam in exams)
    wanted = [_first_recall(enrolled_on, program)] if enrolled_on else []
    for exam in done:
        asked = _asked_by(exam, outcomes.get(exam.id), program)
        if asked is None:
            continue
        lead = _lead(exam, done, program)
        if lead is not exam:
            asked = _standing(asked, RecallStatus.SUPERSEDED, lead.day)
        wanted.append(asked)
    return [_with_status(recall, done, program, is_booked=booked) for recall in wanted]


def _lead(exam: RoundExam, done: Sequence[RoundExam], program: Program) -> RoundExam:
    """Return the exam of the same screening that decides: the most severe, of equals the last.

    One that has to be repeated for a technical reason goes before all others until it was.
    """
    found = [each for each in done if each is exam or each.is_beside(exam)]
    repeats = [each for each in found if _is_to_be_repeated(each, done)]
    if repeats or exam.category is None:
        return repeats[-1] if repeats else exam
    judged = [each for each in found if each.category is not None and each.system is not None]
    return max(reversed(judged), key=lambda each: _severity(each, program), default=exam)


def _is_to_be_repeated(exam: RoundExam, done: Sequence[RoundExam]) -> bool:
    if exam.status is ExamStatus.PERFORMED or exam.category is not None:
        return False
    later = done[done.index(exam) + 1 :]
    return not any(
        each.episode_id == exam.episode_id and each.modality == exam.modality for each in later
    )


def _severity(exam: RoundExam, program: Program) -> int:
    return program.system(str(exam.system)).category(str(exam.category)).severity


def _first_recall(enrolled_on: date, program: Program) -> Wanted:
    due = enrolled_on + timedelta(days=program.schedule.first_exam_within_days)
    dates = DueDates(enrolled_on, due, due, FIRST_EXAM)
    return Wanted(None, Purpose.BASELINE, FIRST_EXAM, dates, RecallStatus.OPEN)


def _asked_by(exam: RoundExam, outcome: Outcome | None, program: Program) -> Wanted | None:
    if exam.status is not ExamStatus.PERFORMED and exam.category is None:
        due = exam.day + timedelta(days=program.schedule.repeat_within_days)
        dates = DueDates(exam.day, due, due, TECHNICAL_REPEAT)
        return Wanted(exam.id, exam.purpose, TECHNICAL_REPEAT, dates, RecallStatus.OPEN)
    if exam.category is None or exam.system is None:
        return None
    if outcome in (Outcome.CANCER, Outcome.DIED):
        return None
    category = program.system(exam.system).category(exam.category)
    schedule, interval = program.schedule, exam.interval
    if outcome in ROUTINE_OUTCOMES and exam.is_positive:
        interval = schedule.after_positive or schedule.routine
    asked = due_after(program, exam.system, category, interval, exam.day)
    if asked is None:
        return None
    is_own = interval is None or interval == category.interval
    opens_round = schedule.opens_round(category.interval if interval is None else interval)
    purpose = Purpose.ANNUAL if opens_round else Purpose.FOLLOW_UP
    action = category.action if is_own else (NEXT_ROUND if opens_round else FOLLOW_UP)
    return Wanted(exam.id, purpose, action, asked, RecallStatus.OPEN)


def _with_status(
    recall: Wanted, done: Sequence[RoundExam], program: Program, *, is_booked: bool
) -> Wanted:
    if recall.status is RecallStatus.SUPERSEDED:
        return recall
    met_by = _met_by(recall, done, program)
    if met_by is not None:
        return _standing(recall, RecallStatus.MET, met_by.day)
    return _standing(recall, RecallStatus.BOOKED) if is_booked else recall


def _standing(recall: Wanted, status: RecallStatus, closed_on: date | None = None) -> Wanted:
    return Wanted(recall.exam_id, recall.purpose, recall.action, recall.dates, status, closed_on)


def _met_by(recall: Wanted, done: Sequence[RoundExam], program: Program) -> RoundExam | None:
    """Return the exam that came next after the one that asked; the first recall has none.

    Another modality of the same screening does not meet what the one that asked led to, nor does
    one whose own recommendation gave way to that of an exam before: nothing would follow from it.
    """
    if recall.exam_id is None:
        return done[0] if done else None
    place = next(i for i, exam in enumerate(done) if exam.id == recall.exam_id)
    earlier = {exam.id for exam in done[: place + 1]}
    later = (exam for exam in done[place + 1 :] if not exam.is_beside(done[place]))
    return next((each for each in later if _lead(each, done, program).id not in earlier), None)
