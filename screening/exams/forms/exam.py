"""The whole page that enters an exam: the act, technique, details, and any number of findings."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from flask import request
from flask_babel import gettext
from wtforms import Field as FormField
from wtforms import SelectField, SelectMultipleField

from screening.exams.forms.act import ActForm, Offered, data_of
from screening.exams.forms.findings import TEMPLATE_KEY, FindingForm, finding_form
from screening.exams.rules import ExamStatus
from screening.exams.rules.blocks import MOST_FINDINGS, block_keys, place_of
from screening.exams.rules.entry import LESION, ExamEntry
from screening.protocol.fields import Field, Payload, Value
from screening.protocol.wording import Problem
from screening.web.forms import FormError, ScreeningForm, typed_text
from screening.web.locale import between
from screening.web.payload_forms import PayloadForm, payload_form, texts_of

ACT = "act"
SAVE, PREVIEW, ADD, NOTHING, REMOVE = "save", "preview", "add", "nothing", "remove-"
UNCOMPARED = ("csrf_token", "version", "reason")


class ExamForm:
    """The parts of one sent or shown form; each problem is put into the part that it names.

    `act` is the button that sent it: save, preview, add a finding, remove one, nothing seen.
    """

    def __init__(
        self, offered: Offered, entry: ExamEntry, version: int = 0, *, is_stored: bool = False
    ) -> None:
        """Read what was sent; `is_stored`: show the entry alone, whatever was sent."""
        self.offered = offered
        self.is_sent = request.method == "POST" and not is_stored
        self.act = request.form.get(ACT, SAVE) if self.is_sent else ""
        self._source: dict[str, Any] = {} if self.is_sent else {"formdata": None}
        self.exam = ActForm(offered, data=data_of(entry, version), **self._source)
        definition = offered.program.exam
        self.technique = self._fields("technique", definition.technique, entry.details)
        self.details = self._fields("details", definition.details, entry.details)
        self._make = finding_form(definition.finding)
        self.findings = self._sent() if self.is_sent else self._stored(entry.findings)
        self._change_blocks()
        self.template = self._block(TEMPLATE_KEY)

    def _fields(self, prefix: str, fields: Sequence[Field], stored: Payload) -> PayloadForm:
        codes = {field.code for field in fields}
        own = texts_of({code: value for code, value in stored.items() if code in codes})
        make = payload_form(fields)
        return make(prefix=f"{prefix}-", meta={"csrf": False}, data=own, **self._source)

    @property
    def is_saving(self) -> bool:
        """The person asked to save what was typed."""
        return self.is_sent and self.act == SAVE

    def _sent(self) -> list[FindingForm]:
        sent = [self._block(key, is_sent=True) for key in block_keys(request.form)]
        return [block for block in sent if self.act != f"{REMOVE}{block.key}"]

    def _stored(self, payloads: Sequence[Payload]) -> list[FindingForm]:
        return [self._block(key, texts_of(payload)) for key, payload in enumerate(payloads)]

    def _block(
        self, key: int | str, data: Mapping[str, object] | None = None, *, is_sent: bool = False
    ) -> FindingForm:
        formdata: dict[str, Any] = {} if is_sent else {"formdata": None}
        return self._make(key, self.offered.lesions, data=data, **formdata)

    def _change_blocks(self) -> None:
        """Do what a button asked, and always leave a place to type."""
        kind = self.offered.program.exam.finding
        next_key = max((int(block.key) for block in self.findings), default=-1) + 1
        if self.act == NOTHING:
            self._say_nothing()
            seen = {kind.kind_field: kind.nothing_seen} if kind.nothing_seen else None
            self.findings = [self._block(next_key, seen)]
        elif (self.act == ADD and len(self.findings) < MOST_FINDINGS) or not self.findings:
            self.findings.append(self._block(next_key, self._next_lesion()))
        for number, block in enumerate(self.findings, 1):
            block.number = number

    def _say_nothing(self) -> None:
        """Fill the details that say that the exam shows nothing."""
        for code, value in self.offered.program.exam.nothing.items():
            self.details[code].data = value
            self.details[code].raw_data = [value]

    def _next_lesion(self) -> dict[str, object]:
        """Propose a new number where no earlier exam has a lesion that this one could be."""
        if not self.offered.is_first:
            return {}
        taken = {str(block[LESION].data) for block in self.findings}
        free = (code for code, _label in self.offered.lesions if code not in taken)
        return {LESION: next(free, "")}

    def read(self) -> tuple[ExamEntry, list[Problem]]:
        """Return what was typed, and what of it could not be read."""
        details: dict[str, Value] = {}
        problems: list[Problem] = []
        for part in (self.technique, self.details):
            payload, unread = part.read()
            details |= payload
            problems += unread
        findings: list[Payload] = []
        for block in self._filled():
            payload, unread = block.read()
            problems += [
                Problem(f"findings-{len(findings)}-{each.field}", each.sentence) for each in unread
            ]
            findings.append(payload)
        return self.exam.entry(details, tuple(findings), self._status()), problems

    def _filled(self) -> list[FindingForm]:
        return [block for block in self.findings if not block.is_blank]

    def _status(self) -> ExamStatus:
        return self.offered.booked_as or self.exam.typed_status

    def is_valid(self) -> bool:
        """Check the shape of what was typed; problems across fields are found elsewhere."""
        return bool(self.exam.validate())

    def show(self, problems: Iterable[Problem]) -> bool:
        """Put each problem at its field; return whether anything stands in the way of saving.

        A field that already has an error keeps that one: the later ones follow from it.
        """
        filled = self._filled()
        blocked = False
        for problem in problems:
            part, name = self._place(problem.field, filled)
            if name in part and part[name].errors:
                continue
            blocked |= part.show([Problem(name, problem.sentence, problem.is_question)])
        return blocked

    def _place(self, field: str, filled: Sequence[FindingForm]) -> tuple[ScreeningForm, str]:
        place = place_of(field)
        if place is not None and place[0] < len(filled):
            return filled[place[0]], place[1]
        for part in (self.technique, self.details):
            if field in part:
                return part, field
        return self.exam, field

    @property
    def parts(self) -> tuple[ScreeningForm, ...]:
        """Every part in the order of the page."""
        return (self.exam, *self.findings, self.technique, self.details)

    def all_errors(self) -> list[FormError]:
        """Return every error, for the summary above the form."""
        return [error for part in self.parts for error in part.all_errors()]

    @property
    def questions(self) -> list[str]:
        """Return every question, for the summary above the form."""
        return [text for part in self.parts for text in part.questions.values()]

    @property
    def opens_technique(self) -> bool:
        """Something in the folded fields needs a look."""
        return bool(self.technique.all_errors() or self.technique.questions)

    @property
    def opens_reading(self) -> bool:
        """The reader's own view was given, or needs a look."""
        names = ("category", "modifiers", "recommendation", "differs_because")
        is_given = any(self.exam[name].data for name in names)
        return is_given or any(self.exam[name].errors for name in ("system", *names))

    def rows(self) -> dict[str, tuple[str, str]]:
        """Return the label and the answer of every field, to compare two versions."""
        found: dict[str, tuple[str, str]] = {}
        for part in (self.exam, self.technique, self.details):
            found |= {field.name: (label_of(field), shown_text(field)) for field in part}
        for block in self.findings:
            finding = gettext("Finding %(number)s", number=block.number)
            for field in block:
                name = f"{block.number}-{field.short_name}"
                found[name] = (f"{finding}{between(',')}{label_of(field)}", shown_text(field))
        return {name: row for name, row in found.items() if name not in UNCOMPARED}

    def renew(self, version: int) -> None:
        """Let the next save replace the newer version that was just shown."""
        self.exam.version.data = str(version)


def label_of(field: FormField) -> str:
    """Return the label of a control in the language of the page."""
    return str(field.label.text)


def shown_text(field: FormField) -> str:
    """Return what stands in a control as a person reads it."""
    if isinstance(field, SelectField | SelectMultipleField):
        return between(",").join(str(option.label.text) for option in field if option.checked)
    return typed_text(field)


def differing(
    saved: Mapping[str, tuple[str, str]], typed: Mapping[str, tuple[str, str]]
) -> list[tuple[str, str, str]]:
    """Return label, saved and typed answer of every field in which two versions differ."""
    nothing = ("", "")
    return [
        (saved.get(name, typed.get(name, nothing))[0], old, new)
        for name in dict.fromkeys([*saved, *typed])
        if (old := saved.get(name, nothing)[1]) != (new := typed.get(name, nothing)[1])
    ]
