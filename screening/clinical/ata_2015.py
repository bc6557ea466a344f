"""The sonographic patterns of the ATA guideline of 2015, from the ACR descriptors, for display.

The first pattern of the table that fits gives the suspicion, and suspicion and largest diameter say
whether FNA is asked for: from the size on. Suspicious features are an irregular or lobulated margin
or one that grows beyond the thyroid, punctate foci, and a shape that is taller than wide. Rim
calcification counts only with soft tissue that breaks through it, which no descriptor records. Of a
partially cystic nodule it must be known whether its solid part lies off center.

Every descriptor must be known, and the size where the pattern has one. A nodule that fits none has
no suspicion, which is no error: a solid isoechoic nodule with a suspicious feature is one. The
result is shown beside that of the system of a site and never in its place. The guideline of 2025
covers differentiated cancer alone and replaces none of this.

Source: American Thyroid Association 2015, PMC4739132.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from screening.clinical import thyroid_patterns
from screening.clinical.inputs import Row, read_flag, required
from screening.clinical.reasons import InvalidInput, Reason
from screening.clinical.thyroid_descriptors import (
    NOT_SMOOTH,
    Composition,
    Described,
    Descriptors,
    Focus,
    Margin,
    Shape,
    completely,
)
from screening.clinical.thyroid_patterns import (
    Limit,
    Pattern,
    PatternResult,
    Seen,
    columns,
    explained,
    first_match,
    judge_size,
    read_inputs,
    unmatched,
)

SYSTEM = "ata-2015"
INPUTS = (*thyroid_patterns.INPUTS, "eccentric_solid_part")
RESULTS = thyroid_patterns.RESULTS
REASON_KEYS: Mapping[str, tuple[str, ...]] = {
    **thyroid_patterns.REASON_KEYS,
    "observation_is_as_reasonable": (),
}


class Suspicion(StrEnum):
    """A pattern, from least to most suspicious."""

    BENIGN = "benign"
    VERY_LOW = "very_low"
    LOW = "low"
    INTERMEDIATE = "intermediate"
    HIGH = "high"


@dataclass(frozen=True)
class SuspicionFacts:
    """What the guideline says of a pattern: risk of cancer in percent, and FNA size."""

    risk_percent: str
    fna: Limit | None = None


FACTS: Mapping[Suspicion, SuspicionFacts] = {
    Suspicion.BENIGN: SuspicionFacts("<1"),
    Suspicion.VERY_LOW: SuspicionFacts("<3", Limit(20, is_included=True)),
    Suspicion.LOW: SuspicionFacts("5-10", Limit(15, is_included=True)),
    Suspicion.INTERMEDIATE: SuspicionFacts("10-20", Limit(10, is_included=True)),
    Suspicion.HIGH: SuspicionFacts(">70-90", Limit(10, is_included=True)),
}


@dataclass(frozen=True)
class Surveillance:
    """What follows benign cytology: months to the next ultrasound, and whether FNA is repeated.

    `from_months` and `to_months` are None where the guideline names no such end.
    """

    from_months: int | None
    to_months: int | None
    repeats_fna: bool = False


BENIGN_BIOPSIES_THAT_END = 2
SURVEILLANCE: Mapping[Suspicion, Surveillance] = {
    Suspicion.HIGH: Surveillance(None, 12, repeats_fna=True),
    Suspicion.INTERMEDIATE: Surveillance(12, 24),
    Suspicion.LOW: Surveillance(12, 24),
    Suspicion.VERY_LOW: Surveillance(24, None),
}


def after_benign_cytology(suspicion: Suspicion, benign_biopsies: int) -> Surveillance | None:
    """Return what follows benign cytology; None where surveillance ends or none is named.

    Two benign biopsies end it. Source: ATA 2015 (section 6 of the clinical reference).
    """
    if benign_biopsies < 1:
        raise InvalidInput("benign_biopsies", benign_biopsies, "it is 1 or more")
    if benign_biopsies >= BENIGN_BIOPSIES_THAT_END:
        return None
    return SURVEILLANCE.get(suspicion)


def _has_solid_part(seen: Seen) -> bool:
    """Tell whether there is solid tissue besides the septa of a spongiform nodule."""
    has_tissue = seen.is_dark or seen.is_bright
    return seen.is_known and has_tissue and seen.nodule.composition is not Composition.SPONGIFORM


def _is_smooth(seen: Seen) -> bool:
    return not seen.features and seen.nodule.margin is Margin.SMOOTH


def _is_partially_cystic(seen: Seen) -> bool:
    return _has_solid_part(seen) and not seen.is_solid and seen.is_plain


PATTERNS = (
    Pattern("pure_cyst", Suspicion.BENIGN, lambda seen: seen.nodule.is_pure_cyst),
    Pattern(
        "solid_hypoechoic_part_with_feature",
        Suspicion.HIGH,
        lambda seen: _has_solid_part(seen) and seen.is_dark and bool(seen.features),
    ),
    Pattern(
        "solid_hypoechoic_smooth",
        Suspicion.INTERMEDIATE,
        lambda seen: seen.is_solid and seen.is_dark and _is_smooth(seen),
    ),
    Pattern(
        "solid_bright",
        Suspicion.LOW,
        lambda seen: seen.is_solid and seen.is_bright and seen.is_plain,
    ),
    Pattern(
        "spongiform",
        Suspicion.VERY_LOW,
        lambda seen: seen.nodule.composition is Composition.SPONGIFORM and seen.is_plain,
    ),
)
ECCENTRIC = Pattern(
    "partially_cystic_with_eccentric_solid_part", Suspicion.LOW, _is_partially_cystic
)
CENTRAL = Pattern("partially_cystic", Suspicion.VERY_LOW, _is_partially_cystic)


def assess_nodule(
    descriptors: Descriptors,
    max_size_mm: Decimal | None,
    *,
    eccentric_solid_part: bool | None = None,
) -> PatternResult:
    """Return pattern, risk and biopsy of a nodule; no pattern where it fits none.

    Whether the solid part of a partially cystic nodule is eccentric tells low from very low
    suspicion. Raises MissingInput or InvalidInput naming the column.
    """
    nodule = completely(descriptors)
    seen = Seen(nodule, tuple(_suspicious(nodule)))
    pattern = first_match(PATTERNS, seen) or _partially_cystic(seen, eccentric_solid_part)
    if pattern is None:
        return unmatched(nodule)
    facts = FACTS[Suspicion(pattern.category)]
    fna, of_size = judge_size(pattern.category, facts.fna, max_size_mm)
    is_left_open = pattern.category is Suspicion.VERY_LOW and fna
    notes = (Reason("observation_is_as_reasonable"),) if is_left_open else ()
    return PatternResult(
        category=pattern.category,
        risk_percent=facts.risk_percent,
        fna=fna,
        reasons=(*explained(pattern, seen), of_size, *notes),
    )


def evaluate_row(row: Row) -> dict[str, str]:
    """Return pattern, risk and biopsy of a row with the ACR descriptors and `max_size_mm`."""
    return columns(result_of_row(row))


def result_of_row(row: Row) -> PatternResult:
    """Return pattern, risk and biopsy of the nodule that a row describes."""
    descriptors, max_size_mm = read_inputs(row)
    eccentric = read_flag(row, "eccentric_solid_part")
    return assess_nodule(descriptors, max_size_mm, eccentric_solid_part=eccentric)


def _partially_cystic(seen: Seen, eccentric_solid_part: bool | None) -> Pattern | None:
    """Return the pattern of a nodule that is in part cystic, by where its solid part lies."""
    if not _is_partially_cystic(seen):
        return None
    is_eccentric = required("eccentric_solid_part", eccentric_solid_part)
    return ECCENTRIC if is_eccentric else CENTRAL


def _suspicious(nodule: Described) -> Iterator[str]:
    if nodule.margin in (*NOT_SMOOTH, Margin.EXTRATHYROIDAL_EXTENSION):
        yield nodule.margin
    if Focus.PUNCTATE in nodule.echogenic_foci:
        yield Focus.PUNCTATE
    if nodule.shape is Shape.TALLER_THAN_WIDE:
        yield nodule.shape
