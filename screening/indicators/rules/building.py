"""Makes the facts of one person in one program from the recorded exams and what followed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property, lru_cache

from screening.indicators.rules.dimensions import OF_TIME
from screening.indicators.rules.packing import pack_marks, settle_marks
from screening.indicators.rules.periods import period_of
from screening.indicators.rules.reading import ProgramReader, done_procedure, exam_facts
from screening.indicators.rules.sources import (
    CancerSource,
    ExamSource,
    PersonSource,
    ProcedureSource,
)
from screening.indicators.rules.within_round import WithinRound
from screening.outcomes.rules import DetectionMode
from screening.participants.rules import ages_on
from screening.protocol.facts import ExamFacts
from screening.protocol.schedule import Interval
from screening.protocol.workup import ProcedureResult

PREVALENT, INCIDENT = "prevalent", "incident"
BAND_YEARS = 5

FactValues = dict[str, object]

NO_WORKUP: FactValues = dict.fromkeys(
    ("first_step_on", "biopsied_on", "invasive_on", "resected_on", "benign_resected_on")
)
NO_DIAGNOSES: FactValues = dict.fromkeys(
    (
        "diagnosed_on",
        "interval_diagnosed_on",
        "known_stage_on",
        "early_stage_on",
        "stage_i_on",
        "round_cancer_on",
    )
)


@dataclass
class Facts:
    """The rows of screening exams, and of the cancers and procedures that belong to them."""

    exams: list[FactValues] = field(default_factory=list)
    cancers: list[FactValues] = field(default_factory=list)
    procedures: list[FactValues] = field(default_factory=list)

    def add(self, more: "Facts") -> None:
        """Add the rows of someone else."""
        self.exams += more.exams
        self.cancers += more.cancers
        self.procedures += more.procedures


def build_facts(person: PersonSource, reader: ProgramReader) -> Facts:
    """Return the rows of one person in one program."""
    person.put_in_order()
    facts = Facts()
    for exam in person.exams:
        if exam.is_counted:
            look = _Look(person, exam, reader)
            facts.exams.append(look.values())
            facts.cancers.extend(look.cancer_values())
            facts.procedures.extend(look.procedure_values())
    return facts


class _Look:
    """One screening exam seen within everything recorded of its person."""

    def __init__(self, person: PersonSource, exam: ExamSource, reader: ProgramReader) -> None:
        self.person, self.exam, self.reader = person, exam, reader
        self.program = reader.program
        self.cancers = person.attributed(exam.id)
        self.round = WithinRound(person, exam)
        self.procedures = self.round.procedures

    def values(self) -> FactValues:
        """Return the row of the exam."""
        exam = self.exam
        return {
            "exam_id": exam.id,
            "episode_id": exam.episode_id,
            "enrollment_id": exam.enrollment_id,
            "participant_id": self.person.participant_id,
            "program": exam.program,
            "definitions": self.program.definitions_version,
            **self._groups(),
            **self._result(),
            **self._follow_up(),
            **self._workup(),
            **self._next_round(),
            **self._diagnoses(),
            **self._own_marks(),
        }

    def cancer_values(self) -> list[FactValues]:
        """Return the rows of the cancers that belong to the exam."""
        return [
            {
                "cancer_id": cancer.id,
                "exam_id": self.exam.id,
                "program": self.exam.program,
                "diagnosed_on": cancer.diagnosed_on,
                "treated_on": cancer.treated_on,
                "died_on": self.exam.died_on,
                "mode": cancer.mode,
                "is_stage_known": self._is_staged(cancer),
                "is_early_stage": self._is_early(cancer),
                "is_stage_i": self._is_stage_i(cancer),
                "program_marks": pack_marks(self._mark_days(cancer)),
            }
            for cancer in self.cancers
        ]

    def procedure_values(self) -> list[FactValues]:
        """Return the rows of the procedures that belong to the exam, where they are counted."""
        if not self.reader.counts_procedures:
            return []
        return [
            {
                "procedure_id": done.id,
                "exam_id": self.exam.id,
                "program": self.exam.program,
                "performed_on": done.performed_on,
                "program_marks": pack_marks(self._days_of_procedure(done)),
            }
            for done in self.procedures
            if self.round.owns(done)
        ]

    def _days_of_procedure(self, done: ProcedureSource) -> list[date | None]:
        only = (done_procedure(self.person, done, self.reader),)
        facts = self._facts._replace(procedures=only)
        return [mark.since(facts) for mark in self.program.marks]

    def _groups(self) -> FactValues:
        exam, day = self.exam, self.exam.performed_on
        ages = ages_on(exam.born_from, exam.born_to, day)
        number = exam.round_number or 1
        return {
            "site_id": exam.site_id,
            "modality": exam.modality,
            "reader": exam.reader,
            "machine": exam.machine,
            "sex": exam.sex,
            "age_years": ages[0] if ages and ages[0] == ages[1] else None,
            "age_group": age_group(ages),
            "district": exam.district,
            "source": exam.source,
            "round_number": number,
            "round": PREVALENT if number == 1 else INCIDENT,
            "category": exam.category,
            "modifiers": exam.modifiers,
            **_periods(day.year, day.month),
        }

    def _result(self) -> FactValues:
        exam, known_on = self.exam, self.exam.known_on
        final = self.round.final()
        return {
            "examined_on": exam.performed_on,
            "resulted_on": known_on,
            "result_days": (known_on - exam.performed_on).days if known_on else None,
            "resolved_on": final.known_on if final else None,
            "is_positive": final.is_positive if final else None,
            "asks_more_imaging": bool(exam.asks_more_imaging),
            "asks_tissue": bool(exam.asks_tissue),
            "is_technical_repeat": self.round.repeats_a_failed_one(),
        }

    def _follow_up(self) -> FactValues:
        exam, schedule = self.exam, self.program.schedule
        window_ends_on = exam.performed_on + timedelta(days=schedule.window_days)
        outcome_on = exam.outcome_on if exam.outcome is not None else None
        return {
            "outcome": exam.outcome,
            "outcome_on": outcome_on,
            "window_ends_on": window_ends_on,
            "complete_on": min(outcome_on or window_ends_on, window_ends_on),
            "lost_from_on": exam.performed_on + timedelta(days=schedule.lost_after_days),
        }

    def _workup(self) -> FactValues:
        if not self.procedures:
            return NO_WORKUP
        kinds = self.reader.kinds
        resections = [done for done in self.procedures if done.kind in kinds.resection]
        return {
            "first_step_on": _first(self.procedures),
            "biopsied_on": _first(done for done in self.procedures if done.kind in kinds.tissue),
            "invasive_on": _first(done for done in self.procedures if done.kind in kinds.invasive),
            "resected_on": _first(resections),
            "benign_resected_on": _first(
                done for done in resections if done.result is ProcedureResult.BENIGN
            ),
        }

    def _next_round(self) -> FactValues:
        exam = self.exam
        diagnosed = [cancer.diagnosed_on for cancer in self.person.cancers[:1]]
        left = [day for day in (exam.died_on, exam.not_eligible_on, *diagnosed) if day is not None]
        due_from, due_to = self._return_window()
        return {
            "next_screen_on": next(
                (
                    each.performed_on
                    for each in self.person.later_than(exam)
                    if each.is_counted and each.episode_id != exam.episode_id
                ),
                None,
            ),
            "due_from_on": due_from.after(exam.performed_on),
            "due_to_on": due_to.after(exam.performed_on),
            "died_on": exam.died_on,
            "left_on": min(left, default=None),
        }

    def _return_window(self) -> tuple[Interval, Interval]:
        """Return within which time the next round is due: the exam's own window, or the routine."""
        schedule, key = self.program.schedule, self._window()
        if key == schedule.routine or not schedule.opens_round(key):
            return schedule.adherence_from, schedule.adherence_to
        window = schedule.windows[key]
        return window.earliest, window.latest

    def _window(self) -> str:
        """Return the key of the window of a negative exam: its own, or its category's."""
        exam = self.exam
        if exam.is_positive is not False or exam.system is None or exam.category is None:
            return ""
        own = self.program.system(exam.system).category(exam.category).interval
        return own if exam.interval is None else exam.interval

    def _diagnoses(self) -> FactValues:
        if not self.person.cancers:
            return NO_DIAGNOSES
        found = [each for each in self.cancers if each.mode is DetectionMode.SCREEN_DETECTED]
        missed = [each for each in self.cancers if each.mode is DetectionMode.INTERVAL]
        return {
            "diagnosed_on": _first_diagnosis(found),
            "interval_diagnosed_on": _first_diagnosis(missed),
            "known_stage_on": _first_diagnosis(each for each in found if self._is_staged(each)),
            "early_stage_on": _first_diagnosis(each for each in found if self._is_early(each)),
            "stage_i_on": _first_diagnosis(each for each in found if self._is_stage_i(each)),
            "round_cancer_on": _first_diagnosis(
                cancer for each in self.round.beside for cancer in self.person.attributed(each.id)
            ),
        }

    def _is_staged(self, cancer: CancerSource) -> bool:
        return bool(cancer.stage_group)

    def _is_early(self, cancer: CancerSource) -> bool:
        return cancer.stage_group in self.program.workup.staging.early_groups

    def _is_stage_i(self, cancer: CancerSource) -> bool:
        return cancer.stage_group in self.program.workup.staging.stage_i_groups

    def _own_marks(self) -> FactValues:
        days = self._mark_days()
        bits, settled_on = settle_marks(days, self.exam.performed_on)
        return {
            "program_marks": pack_marks(days),
            "settled_marks": bits,
            "settled_on": settled_on,
        }

    def _mark_days(self, cancer: CancerSource | None = None) -> list[date | None]:
        """Return the days of the program's marks, of the exam or of one of its cancers."""
        if not self.program.marks:
            return []
        facts = self._facts
        if cancer is not None:
            facts = facts._replace(tumors=(self.reader.tumor(cancer),))
        return [mark.since(facts) for mark in self.program.marks]

    @cached_property
    def _facts(self) -> ExamFacts:
        return exam_facts(self.person, self.exam, self.procedures, self.reader)


@lru_cache(maxsize=4_096)
def _periods(year: int, month: int) -> FactValues:
    return {each.value: period_of(each, year, month) for each in OF_TIME}


def age_group(ages: tuple[int, int] | None) -> str | None:
    """Return the five-year band of the least and greatest age; None where two bands are possible.

    A birthday belongs to the band that it opens: 55 is in 55-59.
    """
    if ages is None or ages[0] // BAND_YEARS != ages[1] // BAND_YEARS:
        return None
    first = ages[0] // BAND_YEARS * BAND_YEARS
    return f"{first}-{first + BAND_YEARS - 1}"


def _first(procedures: Iterable[ProcedureSource]) -> date | None:
    return min((done.performed_on for done in procedures), default=None)


def _first_diagnosis(cancers: Iterable[CancerSource]) -> date | None:
    return min((cancer.diagnosed_on for cancer in cancers), default=None)
