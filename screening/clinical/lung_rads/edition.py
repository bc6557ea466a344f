"""What one edition of Lung-RADS is made of: its rows, its categories, its management."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from screening.clinical.lung_rads.nodule import Nodule, Verdict
from screening.clinical.lung_rads.tables import CategoryFacts
from screening.clinical.lung_rads.vocabulary import Category, Finding, Readings, Status


@dataclass(frozen=True, kw_only=True)
class Edition:
    """One edition; what is shared by all of them is the order of the steps.

    `incomplete` gives text and interval of category 0, `not_classified` why a finding has no row,
    and `special_work_up` the text for a 4B that is managed in another way than the others.
    """

    system: str
    rows: Mapping[Finding, Callable[[Nodule, Status, Readings], Verdict]]
    incomplete: Mapping[Finding, tuple[str, str | None]]
    not_classified: Mapping[Finding, str]
    categories: Mapping[Category, CategoryFacts]
    special_work_up: Callable[[Nodule], str | None]
