"""What stands beside a cancer while it is typed: choices, the stage group, recorded values."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from flask_babel import gettext as _

from screening.exams.models import Exam
from screening.outcomes.models import Cancer
from screening.outcomes.presenters.conflicts import saved_entry
from screening.outcomes.rules import Tnm, read_stage
from screening.programs import get_program
from screening.protocol.fields import Choice, Payload
from screening.protocol.payload import from_json
from screening.protocol.workup import Workup
from screening.web.filters import day
from screening.web.locale import between, say
from screening.web.payload_forms import texts_of


@dataclass(frozen=True)
class CodeChoice:
    """A code of the lists that a field proposes."""

    code: str
    label: str


@dataclass(frozen=True)
class StagePresenter:
    """What T, N and M come to, and what the markers mean."""

    group: str
    text: str
    note: str
    problems: tuple[str, ...]
    said: tuple[str, ...]


def code_choices(choices: Sequence[Choice]) -> tuple[CodeChoice, ...]:
    """Return the codes of a list with their labels."""
    return tuple(CodeChoice(choice.code, say(choice.label)) for choice in choices)


def exam_choices(exams: Sequence[Exam]) -> list[tuple[str, str]]:
    """Return the exams from which a cancer may have come."""
    return [
        (
            exam.public_id,
            f"{day(exam.performed_on)}{between(',')}{exam.category or _('no category')}",
        )
        for exam in exams
    ]


def present_stage(workup: Workup, tnm: Tnm, markers: Payload) -> StagePresenter:
    """Return the stage group of what is typed, and where there is none, why."""
    reading = read_stage(workup.staging, tnm)
    letters = " ".join(value for value in (tnm.t, tnm.n, tnm.m) if value)
    text = ""
    if reading.group:
        text = _("%(letters)s, edition %(edition)s", letters=letters, edition=tnm.edition)
    return StagePresenter(
        say(reading.group),
        str(text),
        say(reading.note),
        tuple(say(problem.sentence) for problem in reading.problems),
        tuple(say(sentence) for sentence in workup.markers.meaning(markers)),
    )


def present_form_data(cancer: Cancer) -> dict[str, object]:
    """Return a cancer as its form shows it; a stage group that T, N and M give is not repeated."""
    workup = get_program(cancer.program).workup
    staging = workup.staging
    person = cancer.participant
    tnm = saved_entry(cancer).tnm_of(person.born_from, person.born_to)
    computed = read_stage(staging, tnm).group
    is_typed = cancer.stage_group != computed
    is_overridden = bool(cancer.mode_override_reason)
    return {
        **texts_of(from_json(workup.markers.fields, cancer.markers)),
        "exam": cancer.exam.public_id if cancer.exam else "",
        "diagnosed_on": cancer.diagnosed_on,
        "basis": cancer.basis.value if cancer.basis else "",
        "topography": cancer.topography or "",
        "morphology": cancer.morphology or "",
        "laterality": cancer.laterality or "",
        "size_mm": None if cancer.size_mm is None else Decimal(f"{float(cancer.size_mm):g}"),
        "edition": cancer.edition or staging.default_edition,
        "t": cancer.t or "",
        "n": cancer.n or "",
        "m": cancer.m or "",
        "stage_group": (cancer.stage_group or "") if is_typed else "",
        "treated_on": cancer.treated_on,
        "treatment": cancer.treatment or "",
        "detection_mode": cancer.detection_mode.value if is_overridden else "",
        "mode_override_reason": cancer.mode_override_reason or "",
        "version": str(cancer.version),
    }
