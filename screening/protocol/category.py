"""Categories of an exam: what each means, and what a system makes of an exam's findings."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from screening.protocol.fields import Payload
from screening.protocol.wording import Problem, Sentence


@dataclass(frozen=True)
class Category:
    """One published category. `is_positive` None: neither (the exam is not yet complete).

    `interval` keys the program's schedule windows; blank: no repeat exam is due, work-up is.
    `severity` orders categories, so that the highest wins. `plain` tells the participant what the
    category means, without medical words. `ended_by` names the purposes of a later exam of the
    round that ends its review by being negative; None: any, nothing: tissue or a person's decision.
    """

    code: str
    label: str
    action: str
    interval: str
    severity: int
    is_positive: bool | None
    asks_more_imaging: bool = False
    asks_tissue: bool = False
    plain: str = ""
    ended_by: tuple[str, ...] | None = None

    def is_ended_by(self, purpose: str) -> bool:
        """Tell whether a later negative exam of this purpose answers the category."""
        return self.ended_by is None or purpose in self.ended_by


class PriorExam(NamedTuple):
    """An earlier exam of the same enrollment, for change over time; findings as stored payloads."""

    performed_on: date
    category: str | None
    findings: tuple[Payload, ...]


class ExamRecord(NamedTuple):
    """Everything that a category system looks at."""

    performed_on: date
    purpose: str
    modality: str
    details: Payload
    findings: tuple[Payload, ...]
    priors: tuple[PriorExam, ...] = ()


@dataclass(frozen=True)
class Categorization:
    """What a system says of an exam: category, modifiers, marks, and why.

    `category` None means that no category can be given; `missing` then names the inputs.
    `finding_categories` follows the order of the findings (None: not categorized), and so does
    `finding_tissue`: whether tissue is asked for of each (None: the system does not say).
    """

    system: str
    version: str
    category: str | None
    modifiers: tuple[str, ...]
    interval: str
    is_positive: bool | None
    asks_more_imaging: bool
    asks_tissue: bool
    management: str
    reasons: tuple[Sentence, ...]
    finding_categories: tuple[str | None, ...] = ()
    missing: tuple[Problem, ...] = ()
    finding_tissue: tuple[bool | None, ...] = ()

    def of_finding(self, index: int) -> tuple[str | None, bool | None]:
        """Return the category of one finding, and whether tissue is asked for of it."""
        categories, tissue = self.finding_categories, self.finding_tissue
        return (
            categories[index] if index < len(categories) else None,
            tissue[index] if index < len(tissue) else None,
        )


@dataclass(frozen=True)
class ReadExam:
    """An exam of a round with the category that stands for it: the reader's, or the computed."""

    record: ExamRecord
    category: str


@dataclass(frozen=True)
class CategorySystem:
    """A published reporting system in one edition.

    `windows_asked` is filled where what is asked for decides whether an exam is positive, not its
    category: the window of each recommendation of a reader, blank where work-up is next. `reads`
    names the details of an exam that give a category without any finding. `combine` gives one
    assessment of everything that a round showed, where several modalities screen together.
    """

    code: str
    title: str
    edition: str
    modalities: tuple[str, ...]
    categories: tuple[Category, ...]
    modifiers: tuple[str, ...]
    categorize: Callable[[ExamRecord], Categorization]
    source: str = ""
    windows_asked: Mapping[str, str] = field(default_factory=dict)
    reads: tuple[str, ...] = ()
    combine: Callable[[Sequence[ReadExam]], Categorization] | None = None

    def can_judge(self, record: ExamRecord) -> bool:
        """Tell whether anything is recorded of an exam that a category could follow from."""
        given = (record.details.get(code) for code in self.reads)
        return bool(record.findings) or any(value is not None for value in given)

    def category(self, code: str) -> Category:
        """Return the category with this code; KeyError names an unknown one."""
        return self._categories[code]

    @cached_property
    def _categories(self) -> Mapping[str, Category]:
        return {category.code: category for category in self.categories}
