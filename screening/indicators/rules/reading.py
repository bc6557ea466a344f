"""What a program's own marks are shown of an exam: typed answers, procedures, later exams."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from screening.indicators.rules.sources import (
    AssessmentSource,
    CancerSource,
    ExamSource,
    PersonSource,
    ProcedureSource,
)
from screening.outcomes.rules import DetectionMode
from screening.protocol.eligibility import Verdict
from screening.protocol.facts import DoneProcedure, ExamFacts, LaterExam, SourceExam
from screening.protocol.fields import Field, Payload
from screening.protocol.measures import Counted
from screening.protocol.payload import from_json
from screening.protocol.program import Program
from screening.protocol.tumors import Tumor
from screening.protocol.workup import ProcedureKind


@dataclass(frozen=True)
class TypedAnswers:
    """An assessment as the program's marks look at it."""

    id: int
    payload: Payload
    verdict: Verdict | None


@dataclass(frozen=True)
class ProcedureKinds:
    """Codes of procedures by what they count for."""

    tissue: frozenset[str]
    resection: frozenset[str]
    invasive: frozenset[str]


class ProgramReader:
    """A program's definition made ready to build many facts."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._answers: dict[int, TypedAnswers] = {}

    @cached_property
    def kinds(self) -> ProcedureKinds:
        """The codes of procedures by what they count for."""

        def codes(chosen: Iterable[ProcedureKind]) -> frozenset[str]:
            return frozenset(kind.code for kind in chosen)

        known = self.program.workup.procedures
        return ProcedureKinds(
            codes(kind for kind in known if kind.is_tissue),
            codes(kind for kind in known if kind.is_resection),
            codes(kind for kind in known if kind.is_invasive),
        )

    @cached_property
    def counts_procedures(self) -> bool:
        """Whether a measure of the program counts procedures."""
        return any(
            Counted.PROCEDURES in (measure.numerator.of, measure.denominator.of)
            for measure in self.program.measures
        )

    @cached_property
    def exam_fields(self) -> tuple[Field, ...]:
        """The fields of an exam's technique and details."""
        return (*self.program.exam.technique, *self.program.exam.details)

    def tumor(self, cancer: CancerSource) -> Tumor:
        """Return a cancer as the program's marks look at it."""
        return Tumor(
            diagnosed_on=cancer.diagnosed_on,
            is_screen_detected=cancer.mode is DetectionMode.SCREEN_DETECTED,
            morphology=cancer.morphology,
            size_mm=cancer.size_mm,
            t=cancer.t,
            n=cancer.n,
            m=cancer.m,
            stage_group=cancer.stage_group,
            markers=from_json(self.program.workup.markers.fields, cancer.markers),
        )

    def answers(self, assessment: AssessmentSource) -> TypedAnswers:
        """Return the typed answers of an assessment with what follows from them."""
        found = self._answers.get(assessment.id)
        if found is None:
            questionnaire = self.program.questionnaire
            typed = from_json(questionnaire.fields, assessment.answers)
            payload = {**typed, **questionnaire.compute(typed)}
            verdict = Verdict(assessment.verdict) if assessment.verdict else None
            found = self._answers[assessment.id] = TypedAnswers(assessment.id, payload, verdict)
        return found


def exam_facts(
    person: PersonSource,
    exam: ExamSource,
    procedures: Sequence[ProcedureSource],
    reader: ProgramReader,
) -> ExamFacts:
    """Return everything known of a screening exam, as the program's marks look at it."""
    now, before = _assessed(person, exam, reader), _assessed_before(person, exam, reader)
    cancers = person.attributed(exam.id)
    return ExamFacts(
        performed_on=exam.performed_on,
        resulted_on=exam.known_on,
        category=exam.category,
        modifiers=tuple(part for part in exam.modifiers.split(";") if part),
        details=from_json(reader.exam_fields, exam.details),
        answers=now.payload if now else {},
        verdict=now.verdict if now else None,
        round_number=exam.round_number or 1,
        earlier_answers=before.payload if before and before is not now else None,
        later_exams=tuple(
            LaterExam(each.performed_on, each.purpose.value, each.modality)
            for each in person.later_than(exam)
        ),
        procedures=tuple(done_procedure(person, done, reader) for done in procedures),
        cancer_on=cancers[0].diagnosed_on if cancers else None,
        died_on=exam.died_on,
        tumors=tuple(map(reader.tumor, cancers)),
        modality=exam.modality,
        findings=tuple(person.findings.get(exam.id, ())),
    )


def done_procedure(
    person: PersonSource, done: ProcedureSource, reader: ProgramReader
) -> DoneProcedure:
    """Return a procedure as the program's marks look at it, with the exam that led to it."""
    exam = person.exam(done.exam_id)
    seen = tuple(person.findings.get(done.exam_id, ()))
    return DoneProcedure(
        done.kind,
        done.performed_on,
        done.result,
        done.complication,
        from_json(reader.program.workup.details.fields, done.details),
        SourceExam(exam.category, seen) if exam else None,
    )


def _assessed(person: PersonSource, exam: ExamSource, reader: ProgramReader) -> TypedAnswers | None:
    """Return the answers in force on the day of an exam."""
    known = person.assessments.get(exam.enrollment_id, ())
    in_force = [each for each in known if each.assessed_on <= exam.performed_on]
    return reader.answers(in_force[-1]) if in_force else None


def _assessed_before(
    person: PersonSource, exam: ExamSource, reader: ProgramReader
) -> TypedAnswers | None:
    """Return the answers that were in force at the screening exam of the round before."""
    earlier = [
        each
        for each in person.earlier_than(exam)
        if each.is_counted and each.episode_id != exam.episode_id
    ]
    return _assessed(person, earlier[-1], reader) if earlier else None
