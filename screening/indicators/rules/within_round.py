"""What belongs to a screening exam of its round: exams beside it, work-up, the final result."""

from collections.abc import Sequence

from screening.indicators.rules.sources import (
    ExamSource,
    PersonSource,
    ProcedureSource,
    in_order,
)


class WithinRound:
    """A screening exam within the round of its person."""

    def __init__(self, person: PersonSource, exam: ExamSource) -> None:
        self._person, self._exam = person, exam
        self.beside = [
            each
            for each in person.exams
            if each.id != exam.id and each.is_counted and self._is_of_round(each)
        ]
        self.procedures: Sequence[ProcedureSource] = sorted(
            (
                done
                for done in person.procedures.get(exam.episode_id or 0, ())
                if done.performed_on >= exam.performed_on and not self._is_led_by_another(exam)
            ),
            key=lambda done: done.performed_on,
        )

    def owns(self, done: ProcedureSource) -> bool:
        """Tell whether a procedure counts for this exam alone: it led to it, or is the first."""
        led = [
            each.id
            for each in sorted((self._exam, *self.beside), key=in_order)
            if each.performed_on <= done.performed_on and not self._is_led_by_another(each)
        ]
        return self._exam.id == (done.exam_id if done.exam_id in led else led[0])

    def final(self) -> ExamSource | None:
        """Return the exam with the final result: this one, or the round's next that has one."""
        if self._exam.is_positive is not None:
            return self._exam
        if self._exam.known_on is None:
            return None
        later = (
            each
            for each in self._person.later_than(self._exam)
            if self._is_of_round(each) and each.is_positive is not None
        )
        return next(later, None)

    def repeats_a_failed_one(self) -> bool:
        """Tell whether an exam of this modality was technically inadequate before, in the round."""
        return any(
            earlier.is_inadequate and earlier.modality == self._exam.modality
            for earlier in self._person.earlier_than(self._exam)
            if earlier.is_screening and self._is_of_round(earlier)
        )

    def _is_of_round(self, other: ExamSource) -> bool:
        return self._exam.episode_id is not None and other.episode_id == self._exam.episode_id

    def _is_led_by_another(self, exam: ExamSource) -> bool:
        """Tell whether the work-up follows a positive exam of the round and not this negative."""
        is_negative = exam.is_positive is False
        return is_negative and any(each.is_positive for each in (self._exam, *self.beside))
