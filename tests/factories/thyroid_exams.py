"""Ultrasounds of the neck for the thyroid program, made from the texts that a form would send."""

from datetime import date

from screening.programs.thyroid import PROGRAM
from screening.programs.thyroid.category.systems import ACR_TI_RADS, C_TI_RADS
from screening.programs.thyroid.findings import FINDING
from screening.protocol.category import Categorization, CategorySystem, ExamRecord, PriorExam
from screening.protocol.fields import Payload
from screening.protocol.payload import read_payload

DAY = date(2024, 3, 5)
# 4 points, TR4; one point by C-TIRADS, 4A.
SOLID_HYPOECHOIC = {
    "nodule": "yes", "composition": "solid", "echogenicity": "hypoechoic",
    "shape": "wider_than_tall", "margin": "smooth", "echogenic_foci": "none",
}  # fmt: skip


def finding(**texts: str) -> Payload:
    """Return the payload of a finding with these answers alone."""
    payload, problems = read_payload(FINDING.fields, texts)
    if problems:
        raise ValueError([problem.sentence.in_english() for problem in problems])
    return payload


def nodule(size_mm: str, **changes: str) -> Payload:
    """Return a solid hypoechoic nodule of this size; a blank takes an answer away."""
    return finding(**{**SOLID_HYPOECHOIC, "max_size_mm": size_mm, **changes})


def measured(axes: str, **changes: str) -> Payload:
    """Return a solid hypoechoic nodule with three axes such as 12x9x8, lesion 1."""
    names = ("length_mm", "width_mm", "depth_mm")
    sizes = dict(zip(names, axes.split("x"), strict=True))
    return finding(**{**SOLID_HYPOECHOIC, **sizes, "lesion_no": "1", **changes})


def earlier(day: str, *findings: Payload, category: str | None = None) -> PriorExam:
    """Return an earlier exam; its findings have the category of the exam."""
    own = tuple({**payload, "category": category} for payload in findings)
    return PriorExam(date.fromisoformat(day), category, own)


def judged(
    *findings: Payload,
    system: CategorySystem = ACR_TI_RADS,
    details: Payload | None = None,
    priors: tuple[PriorExam, ...] = (),
    on: date = DAY,
) -> Categorization:
    """Return what a system makes of an exam; ACR TI-RADS unless told otherwise."""
    record = ExamRecord(on, "baseline", "ultrasound", details or {}, findings, priors)
    return system.categorize(record)


def chinese(*findings: Payload, details: Payload | None = None) -> Categorization:
    """Return what C-TIRADS makes of an exam."""
    return judged(*findings, system=C_TI_RADS, details=details)


def beside(code: str, *findings: Payload) -> Categorization:
    """Return what a system that is only shown makes of an exam."""
    system = next(each for each in PROGRAM.also_shown if each.code == code)
    return judged(*findings, system=system)


def words(result: Categorization) -> list[str]:
    """Return the reasons in English."""
    return [reason.in_english() for reason in result.reasons]


def asked(result: Categorization) -> list[str]:
    """Return the fields of what is missing."""
    return [problem.field for problem in result.missing]
