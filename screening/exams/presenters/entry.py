"""The page that enters an exam: what it is called, what stands beside the form, where it leads."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _

from screening.enrollments.models import Enrollment, Recall
from screening.exams.models import Exam
from screening.exams.presenters.category import code_text
from screening.exams.presenters.lesions import (
    LesionChoices,
    PriorLine,
    lesion_choices,
    present_priors,
)
from screening.exams.presenters.words import choice_label
from screening.exams.rules import EXPECTED, SCREENING_PURPOSES, ExamStatus, ReadingKind
from screening.exams.rules.labels import PURPOSE_LABELS
from screening.exams.rules.proposals import ScreenedBefore
from screening.exams.rules.states import Purpose
from screening.programs import get_program
from screening.protocol.fields import Field, field_named
from screening.protocol.program import Program
from screening.web.locale import say


@dataclass(frozen=True)
class EntrySource:
    """What is known around an exam that is entered; `exam` is the one that is changed."""

    enrollment: Enrollment
    exam: Exam | None
    others: Sequence[Exam]
    recall: Recall | None
    booked: Exam | None
    is_booking: bool

    @property
    def program(self) -> Program:
        """The program of the enrollment."""
        return get_program(self.enrollment.program)

    @property
    def lesions(self) -> LesionChoices:
        """The lesions that a finding may be."""
        return lesion_choices(self.program, self.others)

    @property
    def screened(self) -> list[ScreenedBefore]:
        """The person's other screening exams that were done."""
        return [
            ScreenedBefore(other.performed_on, other.modality, other.purpose)
            for other in self.others
            if other.performed_on is not None
            and other.status is ExamStatus.PERFORMED
            and other.purpose in SCREENING_PURPOSES
        ]

    @property
    def is_read(self) -> bool:
        """A reader gave the exam a category."""
        return self.exam is not None and bool(self.exam.readings)

    @property
    def is_decided(self) -> bool:
        """The review of the case gave the exam its category."""
        if self.exam is None:
            return False
        return any(reading.kind is not ReadingKind.FIRST for reading in self.exam.readings)

    @property
    def asks_reason(self) -> bool:
        """A logged exam is corrected."""
        return self.exam is not None and self.exam.status not in EXPECTED

    @property
    def brings_result(self) -> bool:
        """A logged exam gets the result that it waits for."""
        return self.asks_reason and self.exam is not None and self.exam.category is None


@dataclass(frozen=True)
class Notice:
    """What to know before typing, with the page where it is done, if there is one."""

    text: str
    url: str = ""
    act: str = ""


class EntryPresenter:
    """What the page shows around the form."""

    def __init__(self, source: EntrySource) -> None:
        self._source = source
        program, exam = source.program, source.exam
        definition = program.exam
        self.program = say(program.name)
        self.is_booking = source.is_booking
        self.asks_reason = source.asks_reason
        self.title, self.save = self._titles()
        self.technique = codes_of(definition.technique)
        self.details = codes_of(definition.details)
        self.finding = codes_of(definition.finding.fields)
        self.kind_field = definition.finding.kind_field
        self.nothing_code = definition.finding.nothing_seen
        kinds = field_named(definition.finding.fields, definition.finding.kind_field)
        said = choice_label(kinds, self.nothing_code) if self.nothing_code else ""
        self.nothing = said or say(definition.nothing_label)
        self.nothing_details = json.dumps(dict(definition.nothing))
        self.is_first = source.lesions.is_first
        self.has_systems = len(program.systems) > 1
        self.has_modifiers = any(system.modifiers for system in program.systems)
        self.priors: tuple[PriorLine, ...] = present_priors(program, source.others)
        self.draft = f"exams:{exam.public_id if exam else source.enrollment.id}"
        if source.is_booking:
            self.draft += ":book"

    def _titles(self) -> tuple[str, str]:
        source = self._source
        if source.is_booking:
            if source.exam is None:
                return str(_("Book an exam")), str(_("Book"))
            return str(_("Change the appointment")), str(_("Save"))
        if source.brings_result:
            return str(_("Record result")), str(_("Save"))
        if source.asks_reason:
            return str(_("Correct the exam")), str(_("Save the correction"))
        return str(_("Log an exam")), str(_("Save"))

    @property
    def keys(self) -> list[tuple[str, str]]:
        """The keys of the page, beside those of every page."""
        if self.is_booking:
            return []
        nothing = [("Alt N", self.nothing)] if self.nothing else []
        return [("Alt A", str(_("Add a finding"))), *nothing]

    @property
    def live_url(self) -> str:
        """Where the form is sent while it is typed."""
        if self.is_booking:
            return ""
        exam = self._source.exam
        return url_for(
            "exams.show_category",
            enrollment_id=self._source.enrollment.id,
            exam=exam.public_id if exam else None,
        )

    @property
    def back_url(self) -> str:
        """Where the page leads without saving."""
        if self._source.exam is not None:
            return url_for("exams.show_exam", public_id=self._source.exam.public_id)
        person = self._source.enrollment.participant
        return url_for("participants.show_participant", public_id=person.public_id)

    @property
    def decided(self) -> str:
        """The category that the review of the case gave."""
        exam = self._source.exam
        if exam is None or exam.category is None or not self._source.is_decided:
            return ""
        return code_text(exam.category, exam.modifiers)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What the rounds wait for, and an appointment that this may be."""
        source, found = self._source, []
        booked = source.booked if source.exam is None else None
        if booked is not None:
            text = _("An exam is already booked for %(day)s.", day=booked.scheduled_on)
            url = url_for("exams.correct_exam", public_id=booked.public_id)
            found.append(Notice(str(text), url, str(_("Log that one"))))
        if source.exam is not None and not source.is_booking and not source.asks_reason:
            url = url_for("exams.show_exam", public_id=source.exam.public_id)
            text = _("Was the person not examined?")
            found.append(Notice(str(text), url, str(_("Record what happened instead"))))
        if source.recall is not None and not source.asks_reason:
            found.append(Notice(self._recall_text(source.recall)))
        return tuple(found)

    def _recall_text(self, recall: Recall) -> str:
        known = {purpose.value: label for purpose, label in PURPOSE_LABELS.items()}
        purpose = say(known[Purpose(recall.purpose)]) if recall.purpose in known else recall.purpose
        values = {"first": recall.earliest_on, "due": recall.due_on, "last": recall.latest_on}
        text = _(
            "Asked for: %(purpose)s, due on %(due)s (from %(first)s to %(last)s).",
            purpose=purpose,
            **values,
        )
        return str(text)


def codes_of(fields: Sequence[Field]) -> tuple[str, ...]:
    """Return the names of fields in the order of the page."""
    return tuple(field.code for field in fields)
