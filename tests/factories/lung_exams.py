"""Lung exams as entered, categorized by the program's own system."""

from collections.abc import Sequence
from datetime import date

from screening.programs.lung.category import DEFAULT_SYSTEM, SYSTEMS
from screening.programs.lung.exam import EXAM
from screening.programs.lung.findings import FINDING
from screening.protocol.category import Categorization, ExamRecord, PriorExam
from screening.protocol.fields import Field, Payload
from screening.protocol.payload import read_payload

DAY = date(2025, 1, 15)
LUNG_RADS = next(system for system in SYSTEMS if system.code == DEFAULT_SYSTEM)


def finding(kind: str, **texts: str) -> Payload:
    """Return a finding as typed."""
    return _read(FINDING.fields, {"finding": kind, **texts})


def categorize(
    *findings: Payload, priors: Sequence[PriorExam] = (), purpose: str = "baseline", **details: str
) -> Categorization:
    """Return the result of an exam with these findings and details."""
    typed = _read(EXAM.details, details)
    record = ExamRecord(DAY, purpose, "ldct", typed, findings, tuple(priors))
    return LUNG_RADS.categorize(record)


def solid(size: str, lesion_no: str = "1", **texts: str) -> Payload:
    """Return a solid nodule of this mean diameter in mm; lesion 1 unless told otherwise."""
    return finding("solid", mean_diameter_mm=size, lesion_no=lesion_no, **texts)


def earlier(day: str, *findings: Payload, category: str | None = None) -> PriorExam:
    """Return an earlier exam; its findings have the category of the exam."""
    own = tuple({**payload, "category": category} for payload in findings)
    return PriorExam(date.fromisoformat(day), category, own)


def compared(
    findings: Payload | list[Payload], *priors: PriorExam, **details: str
) -> Categorization:
    """Return the result of an annual exam, or of another purpose, after earlier ones."""
    seen = findings if isinstance(findings, list) else [findings]
    return categorize(*seen, priors=priors, **{"purpose": "annual", **details})


def _read(fields: Sequence[Field], texts: dict[str, str]) -> Payload:
    payload, problems = read_payload(fields, texts)
    if problems:
        raise ValueError([problem.sentence.in_english() for problem in problems])
    return payload


def words(result: Categorization) -> list[str]:
    """Return the reasons in English."""
    return [reason.in_english() for reason in result.reasons]


def asked(result: Categorization) -> list[str]:
    """Return the fields of what is missing."""
    return [problem.field for problem in result.missing]
