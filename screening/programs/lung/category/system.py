"""Lung-RADS v2022 as a category system: its categories, and the result of an exam."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from screening.clinical.lung_rads import (
    SYSTEM,
    Category,
    ExamResult,
    NoduleResult,
    Readings,
    categorize_exam,
    tables,
)
from screening.clinical.reasons import Reason
from screening.programs.lung.category.assessing import Assessed, assess
from screening.programs.lung.category.nodules import items
from screening.programs.lung.category.questions import SOURCE, readings_of
from screening.programs.lung.category.unknowns import READINGS
from screening.programs.lung.wording import notes
from screening.programs.lung.wording.plain import PLAIN
from screening.programs.lung.wording.problems import NOTHING_ENTERED
from screening.programs.lung.wording.reasons import sentences_of
from screening.protocol import category as protocol
from screening.protocol.readings import InForce
from screening.protocol.wording import N_, Problem, Sentence

DEFAULT_SYSTEM = SYSTEM
VERSION = "v2022"

ANNUAL = N_("12-month screening LDCT")
WORK_UP = N_("Diagnostic chest CT, PET/CT (if solid >= 8 mm), tissue sampling and/or referral")
PRIOR_CT = N_("Obtain prior chest CT for comparison")

# What the published tables ask for, as the page says it.
MANAGEMENT: Mapping[str, str] = {
    tables.ANNUAL: ANNUAL,
    tables.SIX_MONTHS: N_("6-month LDCT"),
    tables.THREE_MONTHS: N_("3-month LDCT"),
    tables.THREE_MONTHS_OR_PET: N_(
        "3-month LDCT; PET/CT may be considered (solid nodule or component >= 8 mm)"
    ),
    tables.WORK_UP: WORK_UP,
    tables.REFERRAL: N_("Referral for further clinical evaluation"),
    "obtain prior chest CT for comparison": PRIOR_CT,
    "additional LDCT imaging": N_("Additional LDCT imaging"),
    "1-3 month LDCT": N_("1-3 month LDCT"),
}

CATEGORIES = (
    protocol.Category(
        "0",
        N_("Incomplete"),
        N_("More images, an earlier CT for comparison, or LDCT in 1-3 months"),
        "",
        3,
        is_positive=None,
        asks_more_imaging=True,
        plain=PLAIN["0"],
    ),
    protocol.Category("1", N_("Negative"), ANNUAL, "12", 1, is_positive=False, plain=PLAIN["1"]),
    protocol.Category("2", N_("Benign"), ANNUAL, "12", 2, is_positive=False, plain=PLAIN["2"]),
    protocol.Category(
        "3", N_("Probably benign"), N_("6-month LDCT"), "6", 4, is_positive=True, plain=PLAIN["3"]
    ),
    protocol.Category(
        "4A", N_("Suspicious"), N_("3-month LDCT"), "3", 5, is_positive=True, plain=PLAIN["4A"]
    ),
    protocol.Category(
        "4B",
        N_("Very suspicious"),
        WORK_UP,
        "",
        6,
        is_positive=True,
        asks_more_imaging=True,
        asks_tissue=True,
        plain=PLAIN["4B"],
    ),
    protocol.Category(
        "4X",
        N_("Very suspicious, with further suspicious features"),
        WORK_UP,
        "",
        7,
        is_positive=True,
        asks_more_imaging=True,
        asks_tissue=True,
        plain=PLAIN["4X"],
    ),
)
WORKED_UP = (Category.FOUR_B, Category.FOUR_X)


def categorize(
    record: protocol.ExamRecord, readings: Readings = READINGS, version: str = VERSION
) -> protocol.Categorization:
    """Return the Lung-RADS result of an exam; it never raises."""
    return replace(_categorize(record, readings), version=version)


def _categorize(record: protocol.ExamRecord, readings: Readings) -> protocol.Categorization:
    if not record.findings:
        return _undecided((Problem("findings", Sentence(NOTHING_ENTERED)),), ())
    assessed = [assess(payload, record, readings) for payload in record.findings]
    numbers = [number for number, each in enumerate(assessed) if each.result is not None]
    results = [each.result for each in assessed if each.result is not None]
    of_findings = tuple(each.result.category.value if each.result else None for each in assessed)
    if not results:
        return _undecided(_problems(assessed), of_findings)
    exam = categorize_exam(results, items(record.details, "s_finding"))
    if len(results) == len(assessed):
        said = _said(exam, results, assessed[exam.leading_nodule], exam.reasons)
        return _decided(exam, said, of_findings)
    if not _decides_alone(exam, assessed):
        return _undecided(_problems(assessed), of_findings)
    lead = assessed[numbers[exam.leading_nodule]]
    said = _said(exam, results, lead, _renumbered(exam.reasons, numbers))
    return _decided(exam, said + _without_result(exam, assessed), of_findings)


def _problems(assessed: Sequence[Assessed]) -> tuple[Problem, ...]:
    """Name the problems as the form of the exam names its findings, the first one 0."""
    return tuple(
        replace(each.problem, field=f"findings-{number}-{each.problem.field}")
        for number, each in enumerate(assessed)
        if each.problem is not None
    )


def _decides_alone(exam: ExamResult, assessed: Sequence[Assessed]) -> bool:
    """Tell whether no finding that still needs an input could lead the exam instead."""
    rank = tables.ORDER_IN_AN_EXAM.index
    return all(
        rank(each.highest) <= rank(exam.category) for each in assessed if each.problem is not None
    )


def _renumbered(reasons: Sequence[Reason], numbers: Sequence[int]) -> tuple[Reason, ...]:
    """Count the findings of the exam where Lung-RADS counted those that have a result."""
    return tuple(
        Reason(
            reason.key, {**reason.values, "nodule": numbers[int(reason.values["nodule"]) - 1] + 1}
        )
        if "nodule" in reason.values
        else reason
        for reason in reasons
    )


def _said(
    exam: ExamResult, results: Sequence[NoduleResult], lead: Assessed, reasons: Sequence[Reason]
) -> tuple[Sentence, ...]:
    category = results[exam.leading_nodule].category_before_features
    return lead.notes + sentences_of(reasons, category.value)


def _without_result(exam: ExamResult, assessed: Sequence[Assessed]) -> tuple[Sentence, ...]:
    return tuple(
        notes.decides_alone(number, each.problem.field, each.highest.value, exam.category.value)
        for number, each in enumerate(assessed, 1)
        if each.problem is not None
    )


def _decided(
    exam: ExamResult, reasons: tuple[Sentence, ...], of_findings: tuple[str | None, ...]
) -> protocol.Categorization:
    is_worked_up = exam.category in WORKED_UP
    asks_imaging = is_worked_up and exam.management != tables.REFERRAL
    asked = {MANAGEMENT[request] for request in exam.open_requests} - {PRIOR_CT}
    return protocol.Categorization(
        system=SYSTEM,
        version=VERSION,
        category=exam.category.value,
        modifiers=exam.modifiers,
        interval=exam.interval_months or "",
        is_positive=exam.positive,
        asks_more_imaging=asks_imaging or bool(asked),
        asks_tissue=is_worked_up,
        management=MANAGEMENT[exam.management] if exam.management else "",
        reasons=reasons,
        finding_categories=of_findings,
    )


def _undecided(
    missing: tuple[Problem, ...], of_findings: tuple[str | None, ...]
) -> protocol.Categorization:
    return protocol.Categorization(
        system=SYSTEM,
        version=VERSION,
        category=None,
        modifiers=(),
        interval="",
        is_positive=None,
        asks_more_imaging=False,
        asks_tissue=False,
        management="",
        reasons=(),
        finding_categories=of_findings,
        missing=missing,
    )


LUNG_RADS = protocol.CategorySystem(
    code=SYSTEM,
    title="Lung-RADS",
    edition=VERSION,
    modalities=("ldct", "ct"),
    categories=CATEGORIES,
    modifiers=("S",),
    categorize=categorize,
    source=SOURCE,
)
SYSTEMS = (LUNG_RADS,)


def systems_under(in_force: InForce) -> tuple[protocol.CategorySystem, ...]:
    """Return the systems where these readings are in force."""
    readings, version = readings_of(in_force, READINGS), in_force.version(VERSION, SYSTEM)
    judged = partial(categorize, readings=readings, version=version)
    return (replace(LUNG_RADS, categorize=judged),)
