"""What the systems that match a nodule with patterns share: a result, sizes, rows of text.

EU-TIRADS, K-TIRADS and the ATA patterns are shown beside the system of a site, never in its place
(section 1 of the clinical reference).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from screening.clinical.inputs import Row, read_number
from screening.clinical.reasons import Reason, ReasonValue, in_words
from screening.clinical.thyroid_descriptors import (
    BRIGHT,
    COLUMNS,
    DARK,
    Composition,
    Described,
    Descriptors,
    Margin,
    read_descriptors,
    size_in_mm,
)

INPUTS = (*COLUMNS, "max_size_mm")
RESULTS = ("category", "risk_pct", "fna", "reasons")
HIDDEN = (Composition.UNDETERMINED, Composition.UNDETERMINED_CALCIFICATION)
ANSWERS: Mapping[bool | None, str] = {True: "yes", False: "no", None: ""}


@dataclass(frozen=True)
class Limit:
    """The size from which, or above which, a pattern is biopsied."""

    mm: int
    is_included: bool

    def is_reached_by(self, size_mm: Decimal) -> bool:
        """Tell whether a nodule of that largest diameter is biopsied."""
        return size_mm > self.mm or (self.is_included and size_mm == self.mm)


@dataclass(frozen=True)
class Seen:
    """A described nodule with those of its features that a system calls suspicious."""

    nodule: Described
    features: tuple[str, ...]

    @property
    def is_plain(self) -> bool:
        """Whether it has none of the features, and no margin that could hide one."""
        return not self.features and self.nodule.margin is not Margin.UNDETERMINED

    @property
    def is_solid(self) -> bool:
        """Whether the composition is solid."""
        return self.nodule.composition is Composition.SOLID

    @property
    def is_dark(self) -> bool:
        """Whether the solid part is darker than the gland."""
        return self.nodule.echogenicity in DARK

    @property
    def is_bright(self) -> bool:
        """Whether the solid part is as bright as the gland or brighter."""
        return self.nodule.echogenicity in BRIGHT

    @property
    def is_known(self) -> bool:
        """Whether the composition could be determined."""
        return self.nodule.composition not in HIDDEN


@dataclass(frozen=True)
class Pattern:
    """One printed pattern and its category; of several that match, the first one counts."""

    name: str
    category: str
    matches: Callable[[Seen], bool]


@dataclass(frozen=True, kw_only=True)
class PatternResult:
    """The category of a nodule, None where it fits no pattern; then nothing else is said of it."""

    category: str | None
    risk_percent: str | None
    fna: bool | None
    reasons: tuple[Reason, ...]


def first_match(patterns: Sequence[Pattern], seen: Seen) -> Pattern | None:
    """Return the first pattern that a nodule matches."""
    return next((pattern for pattern in patterns if pattern.matches(seen)), None)


def explained(pattern: Pattern, seen: Seen) -> tuple[Reason, ...]:
    """Return the features of a nodule and the pattern that it matches, as reasons."""
    features = (Reason("suspicious_feature", {"feature": feature}) for feature in seen.features)
    matched = Reason("pattern", {"pattern": pattern.name, "category": pattern.category})
    return (*features, matched)


def unmatched(nodule: Described) -> PatternResult:
    """Return the result of a nodule that fits no pattern, with what was seen of it."""
    values = {
        "composition": nodule.composition,
        "echogenicity": nodule.echogenicity,
        "margin": nodule.margin,
    }
    reason = Reason("fits_no_pattern", values)
    return PatternResult(category=None, risk_percent=None, fna=None, reasons=(reason,))


def judge_size(
    category: str, limit: Limit | None, max_size_mm: Decimal | None
) -> tuple[bool, Reason]:
    """Return whether the size asks for biopsy, and why; a size is needed if there is a limit."""
    if max_size_mm is not None:
        size_in_mm("max_size_mm", max_size_mm)
    if limit is None:
        return False, Reason("no_size_asks_for_fna", {"category": category})
    size_mm = size_in_mm("max_size_mm", max_size_mm)
    reached = limit.is_reached_by(size_mm)
    values: dict[str, ReasonValue] = {
        "category": category,
        "size_mm": size_mm,
        "limit_mm": limit.mm,
    }
    return reached, Reason("fna_size_reached" if reached else "below_fna_size", values)


def read_inputs(row: Row) -> tuple[Descriptors, Decimal | None]:
    """Return the descriptors and the largest diameter in the columns of a row."""
    return read_descriptors(row), read_number(row, "max_size_mm")


def columns(result: PatternResult) -> dict[str, str]:
    """Return the result columns of a row; blank for a nodule that fits no pattern."""
    return {
        "category": result.category or "",
        "risk_pct": result.risk_percent or "",
        "fna": ANSWERS[result.fna],
        "reasons": in_words(result.reasons),
    }


REASON_KEYS: Mapping[str, tuple[str, ...]] = {
    "pattern": ("pattern", "category"),
    "suspicious_feature": ("feature",),
    "fits_no_pattern": ("composition", "echogenicity", "margin"),
    "no_size_asks_for_fna": ("category",),
    "below_fna_size": ("category", "size_mm", "limit_mm"),
    "fna_size_reached": ("category", "size_mm", "limit_mm"),
}
