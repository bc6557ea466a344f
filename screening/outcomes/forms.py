"""The forms of cancers: record, correct, void; and T, N and M while they are typed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from flask_babel import lazy_gettext as _
from wtforms import DateField, DecimalField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from screening.outcomes.rules import (
    BASIS_LABELS,
    MODE_LABELS,
    SIDE_LABELS,
    Basis,
    CancerEntry,
    DetectionMode,
    Tnm,
)
from screening.participants.rules import ages_on
from screening.protocol.fields import Choice
from screening.protocol.workup import Staging, Workup
from screening.web.forms import ScreeningForm, VersionField
from screening.web.locale import say
from screening.web.payload_forms import PayloadForm, payload_form

REASON_LENGTH = 500
LETTERS = ("t", "n", "m")

Choices = Sequence[tuple[str, str]]


def _text(text: str | None) -> str | None:
    return (text or "").strip() or None


def _code(text: str | None) -> str | None:
    """Return a code as it is written in the lists; it may be followed by its label."""
    words = (text or "").split()
    return words[0].upper() if words else None


def _basis_choices() -> list[tuple[str, str]]:
    return [("", ""), *((basis.value, say(label)) for basis, label in BASIS_LABELS.items())]


def _mode_choices() -> list[tuple[str, str]]:
    labels = [(mode.value, say(label)) for mode, label in MODE_LABELS.items()]
    return [("", str(_("By the rule"))), *labels]


def _letter_choices(staging: Staging, place: int) -> list[tuple[str, str, dict[str, str]]]:
    """Return the values of T, N or M; those of one edition are shown for that edition."""
    editions: dict[str, list[str]] = {}
    for edition in staging.editions:
        for value in staging.values(edition)[place]:
            editions.setdefault(value, []).append(edition)
    return [("", "", {}), *(_letter(value, of, staging) for value, of in editions.items())]


def _letter(value: str, editions: list[str], staging: Staging) -> tuple[str, str, dict[str, str]]:
    if len(editions) == len(staging.editions):
        return value, value, {}
    return value, value, {"data-shown-when": f"edition={' '.join(editions)}"}


class SizeField(DecimalField):
    """A size in mm."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Read the number; say how to write it where it is none."""
        try:
            super().process_formdata(list(valuelist))
        except ValueError as error:
            raise ValueError(_("Enter the size as a number, like 12.5")) from error
        if self.data is not None and not self.data.is_finite():
            raise ValueError(_("Enter the size as a number, like 12.5"))


class StageForm(ScreeningForm):
    """T, N and M with their edition."""

    edition = SelectField(_("TNM edition"), validate_choice=False)
    t = SelectField("T", validate_choice=False)
    n = SelectField("N", validate_choice=False)
    m = SelectField("M", validate_choice=False)

    def __init__(self, workup: Workup, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        staging = workup.staging
        self.edition.choices = [(edition, edition) for edition in staging.editions]
        for place, name in enumerate(LETTERS):
            self[name].choices = _letter_choices(staging, place)

    @property
    def tnm(self) -> Tnm:
        """Return what is typed so far."""
        return Tnm(
            _text(self.edition.data), _text(self.t.data), _text(self.n.data), _text(self.m.data)
        )


class CancerForm(StageForm, PayloadForm):
    """One confirmed primary; the program's markers are added by `cancer_form`."""

    exam = SelectField(_("Exam that it came from"), default="")
    diagnosed_on = DateField(_("Diagnosed on"), [InputRequired(_("Enter the date of diagnosis"))])
    basis = SelectField(_("Basis of diagnosis"), choices=_basis_choices, default="")
    topography = StringField(_("Topography (ICD-O-3)"))
    morphology = StringField(_("Morphology (ICD-O-3)"))
    laterality = SelectField(_("Side"), default="")
    size_mm = SizeField(_("Size"), [Optional()], places=None, render_kw={"data-unit": "mm"})
    stage_group = SelectField(
        _("Stage group"),
        description=_("Only where T, N and M do not give it"),
        validate_choice=False,
    )
    treated_on = DateField(_("First treatment on"), [Optional()])
    treatment = StringField(_("First treatment"), [Length(max=200)])
    detection_mode = SelectField(_("Detection mode"), choices=_mode_choices, default="")
    mode_override_reason = TextAreaField(
        _("Why it is not that of the rule"),
        [Length(max=REASON_LENGTH)],
        render_kw={"rows": 2, "data-when": f"detection_mode={' '.join(DetectionMode)}"},
    )

    def __init__(self, workup: Workup, exams: Choices, side: str = "", **kwargs: Any) -> None:
        super().__init__(workup, **kwargs)
        self.topography.description = _like(workup.topographies)
        self.morphology.description = _like(workup.morphologies)
        self.exam.choices = [("", str(_("Not known, or none"))), *exams]
        sides = {
            "": str(_("Not known")),
            **{code: say(label) for code, label in SIDE_LABELS.items()},
        }
        self.laterality.choices = list(
            {**sides, **({side: side} if side not in sides else {})}.items()
        )
        self.stage_group.choices = [
            ("", ""),
            *((each, say(each)) for each in workup.staging.groups),
        ]

    def tnm_of(self, born_from: date | None, born_to: date | None) -> Tnm:
        """Return what is typed so far with everything else that a stage group may depend on."""
        day = self.diagnosed_on.data
        ages = ages_on(born_from, born_to, day) if day else None
        return replace(self.tnm, morphology=_code(self.morphology.data), ages=ages)

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the fields, the program's markers among them."""
        is_valid = bool(super().validate(extra_validators))
        return not self.show(self.read()[1]) and is_valid

    def entry(self, exam_ids: Mapping[str, int]) -> CancerEntry:
        """Return the cancer of a form that was found valid; `exam_ids`: numbers of the choices."""
        basis, mode = self.basis.data, self.detection_mode.data
        return CancerEntry(
            diagnosed_on=_given(self.diagnosed_on.data),
            basis=Basis(basis) if basis else None,
            topography=_code(self.topography.data),
            morphology=_code(self.morphology.data),
            laterality=_text(self.laterality.data),
            size_mm=self.size_mm.data,
            edition=self.tnm.edition,
            t=self.tnm.t,
            n=self.tnm.n,
            m=self.tnm.m,
            stage_group=_text(self.stage_group.data),
            exam_id=exam_ids.get(self.exam.data or ""),
            detection_mode=DetectionMode(mode) if mode else None,
            mode_override_reason=_text(self.mode_override_reason.data) if mode else None,
            treated_on=self.treated_on.data,
            treatment=_text(self.treatment.data),
            markers=self.read()[0],
        )


def _like(codes: Sequence[Choice]) -> str:
    return str(_("From the list, or another code like %(code)s", code=codes[0].code))


def _given(day: date | None) -> date:
    if day is None:
        raise ValueError("read the date only after the form was found valid")
    return day


FormOfCancer = TypeVar("FormOfCancer", bound=CancerForm)


def cancer_form(base: type[FormOfCancer], workup: Workup) -> type[FormOfCancer]:
    """Return the form class of a program's cancers, with its markers."""
    return type(base.__name__, (payload_form(workup.markers.fields), base), {})


class CorrectCancerForm(CancerForm):
    """A corrected cancer; what was recorded is replaced only with a reason."""

    version = VersionField()
    reason = TextAreaField(
        _("Reason for the correction"),
        [Length(max=REASON_LENGTH)],
        description=_(
            "Needed where something recorded is changed; not to add a stage or treatment"
        ),
        render_kw={"rows": 2},
    )


class VoidForm(ScreeningForm):
    """Why a cancer is taken out of lists and figures."""

    version = VersionField()
    reason = TextAreaField(
        _("Reason"),
        [InputRequired(_("Enter the reason")), Length(max=REASON_LENGTH)],
        render_kw={"rows": 2},
    )
