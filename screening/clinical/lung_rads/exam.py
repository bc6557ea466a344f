"""The category of an exam: the finding that leads it, its modifier, and what follows."""

from collections.abc import Sequence
from dataclasses import dataclass

from screening.clinical.lung_rads.edition import Edition
from screening.clinical.lung_rads.nodule import NoduleResult
from screening.clinical.lung_rads.tables import (
    ORDER_IN_AN_EXAM,
    REFERRAL,
    THREE_MONTHS_OR_PET,
)
from screening.clinical.lung_rads.v2022 import V2022
from screening.clinical.lung_rads.vocabulary import Category
from screening.clinical.reasons import MissingInput, Reason

SIGNIFICANT_OTHER_FINDING = "S"


@dataclass(frozen=True, kw_only=True)
class ExamResult:
    """The Lung-RADS result of one exam; `leading_nodule` is an index into the nodules.

    `positive` is None for category 0, which is neither. `is_incomplete` and `open_requests` stay
    beside a nodule of 3 or higher that leads over a category 0. `management` is None only if a
    category 0 was handed in without its cause.
    """

    category: Category
    modifiers: tuple[str, ...]
    report_code: str
    interval_months: str | None
    management: str | None
    positive: bool | None
    is_incomplete: bool
    open_requests: tuple[str, ...]
    leading_nodule: int
    reasons: tuple[Reason, ...]


def categorize_exam(
    nodules: Sequence[NoduleResult | Category],
    s_findings: Sequence[str] = (),
    edition: Edition = V2022,
) -> ExamResult:
    """Return the result of an exam from its findings, or from bare categories of findings.

    Source: Lung-RADS (sections 5.9, 5.10, 5.12). An exam without nodules has the finding `none`.
    """
    if not nodules:
        raise MissingInput("finding")
    results = [as_result(nodule, edition) for nodule in nodules]
    index = max(range(len(results)), key=lambda position: _precedence(results[position]))
    lead = results[index]
    modifiers = (SIGNIFICANT_OTHER_FINDING,) if s_findings else ()
    incomplete = [result for result in results if result.category is Category.ZERO]
    return ExamResult(
        category=lead.category,
        modifiers=modifiers,
        report_code="".join((lead.category, *modifiers)),
        interval_months=lead.interval_months,
        management=lead.management,
        positive=edition.categories[lead.category].positive,
        is_incomplete=bool(incomplete),
        open_requests=_requests(incomplete),
        leading_nodule=index,
        reasons=_reasons(results, index, s_findings),
    )


def as_result(nodule: NoduleResult | Category, edition: Edition = V2022) -> NoduleResult:
    """Return a bare category with the plain management and interval of that category."""
    if isinstance(nodule, NoduleResult):
        return nodule
    facts = edition.categories[nodule]
    return NoduleResult(
        category=nodule,
        category_before_features=nodule,
        interval_months=facts.interval_months,
        management=facts.management,
        reasons=(),
        nodule=None,
    )


def _precedence(result: NoduleResult) -> tuple[int, bool, int]:
    """Return what makes a finding lead: its category, being described, the wider management."""
    has_interval = result.interval_months is not None
    management = 1
    if result.management == THREE_MONTHS_OR_PET:
        management = 2
    elif result.management == REFERRAL:
        management = 0
    elif result.category is Category.ZERO and has_interval:
        management = 2
    return (ORDER_IN_AN_EXAM.index(result.category), result.nodule is not None, management)


def _requests(incomplete: Sequence[NoduleResult]) -> tuple[str, ...]:
    texts = (result.management for result in incomplete)
    return tuple(dict.fromkeys(text for text in texts if text is not None))


def _reasons(
    results: Sequence[NoduleResult], index: int, s_findings: Sequence[str]
) -> tuple[Reason, ...]:
    lead = results[index]
    reasons = list(lead.reasons)
    if len(results) > 1:
        reasons.append(Reason("leading_nodule", {"category": lead.category, "nodule": index + 1}))
    reasons.extend(_incomplete_reasons(results, lead.category))
    if s_findings:
        values = {"s_findings": ";".join(s_findings)}
        reasons.append(Reason("significant_other_finding", values))
    return tuple(reasons)


def _incomplete_reasons(results: Sequence[NoduleResult], lead: Category) -> list[Reason]:
    numbers = [
        number for number, result in enumerate(results, 1) if result.category is Category.ZERO
    ]
    if not numbers or len(numbers) == len(results):
        return []
    key = "incomplete_beside_benign" if lead is Category.ZERO else "incomplete_stays_open"
    return [Reason(key, {"nodule": numbers[0]})]
