"""BI-RADS as a category system: its categories, and the result of an exam."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from screening.clinical.bi_rads import (
    EDITION,
    ORDER,
    REFERENCE_DEFAULTS,
    SYSTEM,
    Category,
    Readings,
    Side,
    assess_exam,
)
from screening.programs.breast.category.breasts import (
    MODALITIES,
    WORST,
    Look,
    breast_of,
    look_at,
    modality_of,
)
from screening.programs.breast.category.categories import CATEGORIES, result
from screening.programs.breast.category.combining import combine
from screening.programs.breast.questions import bi_rads_readings_of
from screening.programs.breast.wording import notes
from screening.programs.breast.wording.reasons import sentences_of
from screening.protocol import category as protocol
from screening.protocol.readings import InForce
from screening.protocol.wording import N_, Problem, Sentence

DEFAULT_SYSTEM = SYSTEM

NOTHING_STATED = N_("Enter a category for each breast, or one for a finding")
FINDING_OPEN = N_("Choose the category of this finding, or that of its breast")


def categorize(
    record: protocol.ExamRecord, readings: Readings = REFERENCE_DEFAULTS, version: str = EDITION
) -> protocol.Categorization:
    """Return the BI-RADS result of an exam; it never raises."""
    return replace(_categorize(record, readings), version=version)


def _categorize(record: protocol.ExamRecord, readings: Readings) -> protocol.Categorization:
    look = look_at(record)
    of_findings = tuple(_of_finding(finding.get("birads")) for finding in record.findings)
    missing = _missing(look)
    if missing or look.worst is None:
        return replace(result(None), finding_categories=of_findings, missing=missing)
    reasons = tuple(_reasons(record, look, look.worst, readings))
    return replace(result(look.worst, reasons), finding_categories=of_findings)


def _of_finding(code: object) -> str | None:
    return str(code) if code in list(Category) else None


def _missing(look: Look) -> tuple[Problem, ...]:
    """Name what is needed for a category: a finding without one could be the worst."""
    if look.worst is WORST:
        return ()
    if look.open_findings:
        return tuple(
            Problem(f"findings-{number - 1}-birads", Sentence(FINDING_OPEN))
            for number in look.open_findings
        )
    return () if look.has_category else (Problem("birads_left", Sentence(NOTHING_STATED)),)


def _reasons(
    record: protocol.ExamRecord, look: Look, worst: Category, readings: Readings
) -> Iterator[Sentence]:
    modality = modality_of(record.modality)
    left, right = (breast_of(look.breasts[side], modality) for side in (Side.LEFT, Side.RIGHT))
    if left.categories or right.categories:
        yield from sentences_of(assess_exam(left, right, readings).reasons, is_one_exam=True)
    for side, seen in look.breasts.items():
        if seen.led_by is not None and len(record.findings) > 1:
            yield notes.led_by_finding(seen.led_by, side.value)
    if look.unsided.category is not None:
        yield notes.side_not_known(look.unsided.category.value, str(look.unsided.led_by))
    sided = [seen.category for seen in look.breasts.values() if seen.category is not None]
    if worst not in sided and sided:
        yield notes.leads_without_side(worst.value)


def _severity(category: Category) -> int:
    return ORDER.index(category) + 1


BIRADS = protocol.CategorySystem(
    code=SYSTEM,
    title="BI-RADS",
    edition=EDITION,
    modalities=tuple(MODALITIES),
    categories=tuple(
        replace(CATEGORIES[category], severity=_severity(category)) for category in Category
    ),
    modifiers=(),
    categorize=categorize,
    source=N_(
        "American College of Radiology, BI-RADS Atlas 2013; the manual of 2025 keeps its categories"
    ),
    reads=("birads_left", "birads_right"),
    combine=combine,
)
SYSTEMS = (BIRADS,)


def systems_under(in_force: InForce) -> tuple[protocol.CategorySystem, ...]:
    """Return the system where these readings are in force."""
    readings, version = bi_rads_readings_of(in_force), in_force.version(EDITION, SYSTEM)
    return (
        replace(
            BIRADS,
            categorize=partial(categorize, readings=readings, version=version),
            combine=partial(combine, readings=readings, version=version),
        ),
    )
