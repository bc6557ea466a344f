"""Who should be screened for thyroid cancer, by each body that has said so, side by side.

Source: section 9 of the clinical reference. The lay Chinese sheets contradict the Chinese
guideline of 2023, and say so here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from screening.clinical.reasons import Reason
from screening.clinical.thyroid_screening.person import Person, check_person
from screening.clinical.thyroid_screening.risks import Finding, Risk, look_for


class Position(StrEnum):
    """What a body says of a person; outside the recommendation is never a refusal."""

    SCREEN = "screen"
    SHARED_DECISION = "shared_decision"
    SURVEILLANCE = "surveillance"
    CLINICAL_REFERRAL = "clinical_referral"
    OUTSIDE_RECOMMENDATION = "outside_recommendation"
    DO_NOT_SCREEN = "do_not_screen"
    INSUFFICIENT_EVIDENCE = "insufficient_evidence"
    NOT_ADDRESSED = "not_addressed"
    INSUFFICIENT_DATA = "insufficient_data"


@dataclass(frozen=True)
class Step:
    """One question of a body: any of these risks gives the position."""

    risks: tuple[Risk, ...]
    position: Position


@dataclass(frozen=True)
class Body:
    """A body: its questions in their order, and what it says of everybody else."""

    code: str
    edition: str
    steps: tuple[Step, ...]
    otherwise: Position


@dataclass(frozen=True, kw_only=True)
class Judgment:
    """The position of a body on a person, the columns that could change it, and why."""

    body: str
    edition: str
    position: Position
    missing: tuple[str, ...]
    reasons: tuple[Reason, ...]


BODIES: Mapping[str, Body] = {
    body.code: body
    for body in (
        # The list of the questionnaire; symptoms are a clinical referral and no screening.
        Body(
            "high_risk",
            "list of the questionnaire",
            (
                Step((Risk.SYMPTOMS,), Position.CLINICAL_REFERRAL),
                Step(
                    (
                        Risk.IRRADIATION,
                        Risk.RELATIVE,
                        Risk.SYNDROME,
                        Risk.PRIOR_CANCER,
                        Risk.CALCITONIN,
                    ),
                    Position.SCREEN,
                ),
            ),
            Position.OUTSIDE_RECOMMENDATION,
        ),
        # Grade D for adults without symptoms; the others are not what it is about.
        Body(
            "uspstf2017",
            "2017",
            (
                Step(
                    (
                        Risk.UNDER_18,
                        Risk.SYMPTOMS,
                        Risk.IRRADIATION,
                        Risk.SYNDROME,
                        Risk.RELATIVE,
                    ),
                    Position.NOT_ADDRESSED,
                ),
            ),
            Position.DO_NOT_SCREEN,
        ),
        Body(
            "korea2015",
            "2015",
            (Step((Risk.SYMPTOMS,), Position.NOT_ADDRESSED),),
            Position.INSUFFICIENT_EVIDENCE,
        ),
        # Seven societies, second edition, recommendation 2: weak, low quality.
        Body(
            "china2023",
            "2023",
            (
                Step(
                    (
                        Risk.EARLY_OR_TOTAL_IRRADIATION,
                        Risk.RELATIVE,
                        Risk.SYNDROME,
                        Risk.FAMILY_SYNDROME,
                    ),
                    Position.SCREEN,
                ),
            ),
            Position.DO_NOT_SCREEN,
        ),
        Body(
            "ighg2018",
            "2018",
            (Step((Risk.EXPOSED_SURVIVOR,), Position.SHARED_DECISION),),
            Position.NOT_ADDRESSED,
        ),
        # RET test, calcitonin and neck ultrasound; early thyroidectomy by codon.
        Body(
            "men2",
            "ATA 2009, as the NCI prints it",
            (Step((Risk.MEN2,), Position.SURVEILLANCE),),
            Position.NOT_ADDRESSED,
        ),
    )
}

# Lay sheets: neck exam every 2 to 3 years from 20, then every year with ultrasound from 30.
LAY_BODY = "china_lay"
LAY_EXAM_FROM_YEARS = 20
LAY_ULTRASOUND_FROM_YEARS = 30

REASON_KEYS: Mapping[str, tuple[str, ...]] = {
    "risk_present": ("risk",),
    "no_risk_present": (),
    "input_missing": ("input",),
    "ultrasound_every_year": ("from_years",),
    "neck_exam_every_2_to_3_years": ("from_years",),
    "younger_than_the_sheets": ("from_years",),
    "contradicts_the_guideline": ("guideline",),
}


def judge(code: str, person: Person) -> Judgment:
    """Return the position of a body on a person, and why.

    The questions go in their order: a risk that is present decides, whatever else of its question
    is not known; without one, an answer that is missing leaves the position open. Raises
    InvalidInput for an impossible answer.
    """
    check_person(person)
    if code == LAY_BODY:
        return _lay(person)
    body = BODIES[code]
    for step in body.steps:
        found = {risk: look_for(risk, person) for risk in step.risks}
        present = [risk for risk, finding in found.items() if finding.present]
        if present:
            reasons = tuple(Reason("risk_present", {"risk": risk}) for risk in present)
            return _judgment(body.code, body.edition, step.position, reasons)
        missing = _missing(found.values())
        if missing:
            return _open(body.code, body.edition, missing)
    return _judgment(body.code, body.edition, body.otherwise, (Reason("no_risk_present"),))


def judge_all(person: Person) -> tuple[Judgment, ...]:
    """Return the positions of all bodies on a person."""
    return tuple(judge(code, person) for code in (*BODIES, LAY_BODY))


def _missing(findings: Iterable[Finding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(column for finding in findings for column in finding.missing))


def _judgment(code: str, edition: str, position: Position, reasons: tuple[Reason, ...]) -> Judgment:
    return Judgment(body=code, edition=edition, position=position, missing=(), reasons=reasons)


def _open(code: str, edition: str, missing: tuple[str, ...]) -> Judgment:
    return Judgment(
        body=code,
        edition=edition,
        position=Position.INSUFFICIENT_DATA,
        missing=missing,
        reasons=tuple(Reason("input_missing", {"input": column}) for column in missing),
    )


def _lay(person: Person) -> Judgment:
    """Return what the lay sheets say of everybody, with the guideline that they contradict."""
    edition, age = "undated", person.age_years
    if age is None:
        return _open(LAY_BODY, edition, ("age",))
    contradicts = Reason("contradicts_the_guideline", {"guideline": "china2023"})
    if age >= LAY_ULTRASOUND_FROM_YEARS:
        said = Reason("ultrasound_every_year", {"from_years": LAY_ULTRASOUND_FROM_YEARS})
        return _judgment(LAY_BODY, edition, Position.SCREEN, (said, contradicts))
    if age >= LAY_EXAM_FROM_YEARS:
        said = Reason("neck_exam_every_2_to_3_years", {"from_years": LAY_EXAM_FROM_YEARS})
        return _judgment(LAY_BODY, edition, Position.SCREEN, (said, contradicts))
    younger = Reason("younger_than_the_sheets", {"from_years": LAY_EXAM_FROM_YEARS})
    return _judgment(LAY_BODY, edition, Position.NOT_ADDRESSED, (younger,))
