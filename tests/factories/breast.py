"""Women and breast exams as entered, judged and categorized by the program's own definitions."""

from collections.abc import Sequence
from datetime import date

from screening.clinical.bi_rads import ORDER, Category
from screening.programs.breast.category import DEFAULT_SYSTEM, SYSTEMS
from screening.programs.breast.eligibility import RULE_SETS
from screening.programs.breast.exam import EXAM
from screening.programs.breast.findings import FINDING
from screening.programs.breast.questionnaire import QUESTIONNAIRE
from screening.protocol.category import Categorization, ExamRecord, ReadExam
from screening.protocol.eligibility import Candidate, Eligibility
from screening.protocol.fields import Field, Payload
from screening.protocol.payload import read_payload

DAY = date(2025, 1, 15)
BIRADS = next(system for system in SYSTEMS if system.code == DEFAULT_SYSTEM)

# Nobody of the family ill, everything answered, nothing of a risk.
BASELINE = {
    "fdr_breast": "0", "fdr_ovarian": "0", "sdr_breast_lt50": "0", "sdr_ovarian_lt50": "0",
    "own_brca": "no", "fdr_brca": "no", "tested_brca_negative": "no", "menarche": "14",
    "biopsy_or_benign_surgery": "no", "atypia": "no", "lcis": "no", "personal_breast_cancer": "no",
    "hrt_combined_months": "0", "hrt_estrogen_months": "0", "breastfeeding_months": "12",
    "live_births": "1", "age_first_live_birth": "25", "abortions": "0", "density": "b",
    "density_age": "50", "syndrome": "none", "gail5_pct": "1.0", "lifetime_risk_pct": "10",
    "lifetime_risk_model": "tyrer_cuzick 8.0b",
}  # fmt: skip


def answers_of(**texts: str) -> Payload:
    """Return the answers of the baseline woman with some changed."""
    return read(QUESTIONNAIRE.fields, {**BASELINE, **texts})


def judged(code: str, age_years: int | None = 50, sex: str = "F", /, **texts: str) -> Eligibility:
    """Return the verdict of a rule set on the baseline woman with some answers changed."""
    rule_set = next(each for each in RULE_SETS if each.code == code)
    return rule_set.judge(Candidate(answers_of(**texts), age_years, sex, DAY))


def finding(**texts: str) -> Payload:
    """Return a finding as typed."""
    return read(FINDING.fields, texts)


def record(
    *findings: Payload, modality: str = "mammography", purpose: str = "baseline", **details: str
) -> ExamRecord:
    """Return an exam with these findings and details."""
    typed = read((*EXAM.technique, *EXAM.details), details)
    return ExamRecord(DAY, purpose, modality, typed, findings)


def categorize(*findings: Payload, modality: str = "mammography", **details: str) -> Categorization:
    """Return the result of a baseline exam."""
    return BIRADS.categorize(record(*findings, modality=modality, **details))


def read_exam(exam: ExamRecord, category: str | None = None) -> ReadExam:
    """Return an exam with the category that stands: its own, unless a reader gave another."""
    found = category or BIRADS.categorize(exam).category
    assert found is not None
    return ReadExam(exam, found)


def combine(exams: Sequence[ReadExam]) -> Categorization:
    """Return the one assessment of a round."""
    assert BIRADS.combine is not None
    return BIRADS.combine(exams)


def worst(codes: Sequence[str]) -> str:
    """Return the most worrisome category."""
    return max((Category(code) for code in codes), key=ORDER.index).value


def read(fields: Sequence[Field], texts: dict[str, str]) -> Payload:
    """Return texts as a payload; all of them can be read."""
    payload, problems = read_payload(fields, texts)
    assert problems == []
    return payload


def words(sentences) -> list[str]:
    """Return sentences in English."""
    return [sentence.in_english() for sentence in sentences]
