"""The forms of enrollments: start, questionnaire, consent, pause, leaving, return, corrections."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import Field as FormField
from wtforms import SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from screening.clock import today
from screening.enrollments.actions import Consent, Corrected, Filled, Leaving, Pause, Return
from screening.enrollments.rules import EXIT_LABELS, LEFT_BY_HAND, SOURCE_LABELS, ExitReason, Source
from screening.protocol.fields import Field, Payload
from screening.protocol.payload import check_past
from screening.protocol.questionnaire import Questionnaire, with_person
from screening.protocol.wording import N_, Problem, Sentence
from screening.web.fields import DayField
from screening.web.forms import ScreeningForm, VersionField
from screening.web.locale import say
from screening.web.payload_forms import PayloadForm, payload_form

DAYS_OF_A_YEAR = 366
UNSEEN = ("version", "csrf_token")

Choices = Sequence[tuple[Any, str]]
Ages = Callable[[date], int | None]


def source_choices() -> list[tuple[str, str]]:
    """Return the choices of source in the language of the page."""
    known = [(source.value, say(label)) for source, label in SOURCE_LABELS.items()]
    return [("", str(_("Not known"))), *known]


def exit_choices() -> list[tuple[str, str]]:
    """Return why someone leaves by a person's word; a blank asks to choose."""
    return [("", ""), *((reason.value, say(EXIT_LABELS[reason])) for reason in LEFT_BY_HAND)]


def _source(code: str | None) -> Source | None:
    return Source(code) if code in set(Source) else None


class StartForm(ScreeningForm):
    """Into which program, at which site, from where."""

    program = SelectField(_("Program"))
    site_id = SelectField(_("Site"), coerce=int)
    source = SelectField(_("Source"), choices=source_choices, default="")
    invited_on = DayField(_("Invited on"), [Optional()])

    def __init__(self, programs: Choices, sites: Choices, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.program.choices, self.site_id.choices = list(programs), list(sites)

    @property
    def known_source(self) -> Source | None:
        """The source, None where it is not known."""
        return _source(self.source.data)


class AssessmentForm(PayloadForm):
    """The day of asking; the program's questions are added by `assessment_form`.

    `ages` gives the age that the birth date says for a day, None where it says none; `sex` is
    that of the record.
    """

    version = VersionField()
    assessed_on = DayField(_("Asked on"), [InputRequired(_("Enter the day of asking"))])

    def __init__(self, questionnaire: Questionnaire, ages: Ages, sex: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.questionnaire, self.ages, self.sex = questionnaire, ages, sex

    @property
    def age(self) -> int | None:
        """The age on the day of asking."""
        return self.ages(self.assessed_on.data) if self.assessed_on.data else None

    @property
    def answers(self) -> Payload:
        """What is answered so far, as far as it can be read."""
        return self.read()[0]

    def problems(self) -> list[Problem]:
        """Return what is impossible or unlikely; what is not yet answered may be saved so.

        What follows from the answers is checked like them. Answers are checked against the age of
        the birth date and the sex; these themselves are not.
        """
        answers, unread = self.read()
        known = {**answers, **self.questionnaire.derive(answers, self.age)}
        found = self.questionnaire.problems(with_person(known, self.age, self.sex))
        found += check_past(self.protocol_fields, answers, today())
        answered = (each for each in found if known.get(each.field) is not None)
        return [*unread, *self.needless(), *answered]

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the day, then every answer and what several of them say together."""
        is_valid = bool(super().validate(extra_validators))
        is_blocked = self.show([*self.problems(), *ask_if_old(self.assessed_on)])
        return is_valid and not is_blocked

    def filled(self) -> Filled:
        """Return the questionnaire of a form that was found valid."""
        return Filled(_day(self.assessed_on.data), self.answers)


class CorrectAssessmentForm(AssessmentForm):
    """Corrected answers, and why."""

    reason = TextAreaField(
        _("Reason for the correction"),
        [InputRequired(_("Enter the reason for the correction")), Length(max=500)],
    )


def assessment_form(base: type[AssessmentForm], fields: Sequence[Field]) -> type[AssessmentForm]:
    """Return the form class of a program's questions."""
    return type("QuestionnaireForm", (payload_form(fields), base), {})


class ConsentForm(ScreeningForm):
    """Consent to a program."""

    version = VersionField()
    consent_on = DayField(
        _("Consent given on"), [InputRequired(_("Enter the day on which the consent was given"))]
    )
    enrolled_on = DayField(
        _("Enrolled on"), [Optional()], description=_("Blank: the day of the consent")
    )
    exception_reason = TextAreaField(
        _("Why enrolled although the verdict is not “eligible”"), [Length(max=500)]
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the fields, then ask whether a consent long ago is meant."""
        is_valid = bool(super().validate(extra_validators))
        return is_valid and not self.show(ask_if_old(self.consent_on))

    def consent(self) -> Consent:
        """Return the consent of a form that was found valid."""
        given_on = _day(self.consent_on.data)
        enrolled_on = self.enrolled_on.data or given_on
        return Consent(given_on, enrolled_on, self.exception_reason.data)


class ExitForm(ScreeningForm):
    """Leaving a program."""

    version = VersionField()
    exit_reason = SelectField(
        _("Why"), [InputRequired(_("Choose why the person leaves"))], choices=exit_choices
    )
    exited_on = DayField(_("Left on"), [InputRequired(_("Enter the day of leaving"))])
    comment = TextAreaField(
        _("Comment"),
        [Length(max=500)],
        description=_("For “lost”: when and by which ways the person was sought"),
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the fields, then ask whether leaving long ago is meant."""
        is_valid = bool(super().validate(extra_validators))
        return is_valid and not self.show(ask_if_old(self.exited_on))

    def leaving(self) -> Leaving:
        """Return why and when, of a form that was found valid."""
        reason, day = ExitReason(self.exit_reason.data), _day(self.exited_on.data)
        return Leaving(reason, day, self.comment.data)


class PauseForm(ScreeningForm):
    """A pause of the calls."""

    version = VersionField()
    hold_until = DayField(
        _("Pause until"), [InputRequired(_("Enter the day on which the pause ends"))]
    )
    hold_reason = StringField(_("Reason"), [InputRequired(_("Enter the reason")), Length(max=500)])

    def pause(self) -> Pause:
        """Return the pause of a form that was found valid."""
        return Pause(_day(self.hold_until.data), self.hold_reason.data or "")

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the fields, then ask whether a pause of more than a year is meant."""
        if not super().validate(extra_validators):
            return False
        if (_day(self.hold_until.data) - today()).days <= DAYS_OF_A_YEAR:
            return True
        question = Sentence(N_("This pause is longer than a year; confirm it or correct it"))
        return not self.show([Problem("hold_until", question, is_question=True)])


class ReturnForm(ScreeningForm):
    """The end of a pause, or of an exit."""

    version = VersionField()
    consent_on = DayField(
        _("New consent given on"),
        [Optional()],
        description=_("Blank: the withdrawal was recorded by mistake"),
    )
    reason = StringField(_("Reason"), [Length(max=500)])

    def back(self) -> Return:
        """Return why the person is back."""
        return Return(self.reason.data, self.consent_on.data)


class CorrectForm(ScreeningForm):
    """What was recorded of an enrollment, corrected."""

    version = VersionField()
    site_id = SelectField(_("Site"), coerce=int)
    source = SelectField(_("Source"), choices=source_choices)
    invited_on = DayField(_("Invited on"), [Optional()])
    consent_on = DayField(_("Consent given on"), [Optional()])
    enrolled_on = DayField(
        _("Enrolled on"),
        [Optional()],
        description=_("Blank: the person was not enrolled; the consent is taken back"),
    )
    exited_on = DayField(_("Left on"), [Optional()])
    reason = TextAreaField(
        _("Reason for the correction"),
        [InputRequired(_("Enter the reason for the correction")), Length(max=500)],
    )

    def __init__(self, sites: Choices, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.site_id.choices = list(sites)

    def corrected(self) -> Corrected:
        """Return how the enrollment should stand."""
        return Corrected(
            site_id=self.site_id.data,
            source=_source(self.source.data),
            invited_on=self.invited_on.data,
            consent_on=self.consent_on.data if self.enrolled_on.data else None,
            enrolled_on=self.enrolled_on.data,
            exited_on=self.exited_on.data,
        )


class VoidForm(ScreeningForm):
    """Why a record was made by mistake."""

    version = VersionField()
    reason = TextAreaField(_("Reason"), [InputRequired(_("Enter the reason")), Length(max=500)])


def ask_if_old(field: DayField) -> list[Problem]:
    """Ask whether a day more than a year ago is meant: a wrong year is the commonest slip."""
    if field.data is None or (today() - field.data).days <= DAYS_OF_A_YEAR:
        return []
    question = Sentence(N_("This is more than a year ago; confirm it or correct it"))
    return [Problem(field.short_name, question, is_question=True)]


def _day(value: date | None) -> date:
    if value is None:
        raise ValueError("read the day only after the form was found valid")
    return value


def typed_texts(form: ScreeningForm) -> dict[str, tuple[str, str]]:
    """Return what is typed, by field: its label and its text."""
    return {
        field.short_name: (str(field.label.text), _typed_text(field))
        for field in form
        if field.short_name not in UNSEEN
    }


def _typed_text(field: FormField) -> str:
    labels = {str(code): str(label) for code, label in getattr(field, "choices", None) or ()}
    text = "" if field.data is None else str(field.data)
    return labels.get(text, text)
