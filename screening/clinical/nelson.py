"""NELSON class of a nodule on a first exam, by volume; shown beside Lung-RADS, never mixed in.

A solid nodule with benign features is class 1. Any other gets a class from each of its measures by
the table below, and the highest counts: below its limits class 2, between them class 3, above the
upper one class 4. Classes 1 and 2 are negative, 3 is indeterminate and asks for a CT after 3
months, 4 is positive. A measure that is not known is named, unless another one already gives
class 4.

Source: the nodule table of Cochrane CD013829, whose "500 to 500" mm3 is read as 50 to 500.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum, StrEnum

from screening.clinical.inputs import Row, read_flag, read_number, read_word, required, within
from screening.clinical.nodule_growth import NelsonClass
from screening.clinical.reasons import MissingInput, Reason, ReasonValue, in_words

SYSTEM = "nelson"
INPUTS = (
    "nodule_type",
    "benign_features",
    "volume_mm3",
    "smallest_diameter_mm",
    "mean_diameter_mm",
    "solid_part_volume_mm3",
)
RESULTS = ("nodule_class", "verdict", "repeat_ct_months", "reasons")


class NoduleType(StrEnum):
    """The four columns of the table."""

    SOLID = "solid"
    PLEURAL_BASED = "pleural_based"
    PART_SOLID = "part_solid"
    NON_SOLID = "non_solid"


class NoduleClass(IntEnum):
    """The class that decides what follows."""

    BENIGN = 1
    SMALL = 2
    INDETERMINATE = 3
    POSITIVE = 4


@dataclass(frozen=True)
class Limits:
    """Class 3 begins with `from_`, class 4 above `up_to`; without one there is no class 4."""

    measure: str
    from_: int
    up_to: int | None


TABLE: Mapping[NoduleType, tuple[Limits, ...]] = {
    NoduleType.SOLID: (Limits("volume_mm3", 50, 500),),
    NoduleType.PLEURAL_BASED: (Limits("smallest_diameter_mm", 5, 10),),
    NoduleType.PART_SOLID: (
        Limits("mean_diameter_mm", 8, None),
        Limits("solid_part_volume_mm3", 50, 500),
    ),
    NoduleType.NON_SOLID: (Limits("mean_diameter_mm", 8, None),),
}

VERDICTS: Mapping[NoduleClass, NelsonClass] = {
    NoduleClass.BENIGN: NelsonClass.NEGATIVE,
    NoduleClass.SMALL: NelsonClass.NEGATIVE,
    NoduleClass.INDETERMINATE: NelsonClass.INDETERMINATE,
    NoduleClass.POSITIVE: NelsonClass.POSITIVE,
}
REPEAT_CT_MONTHS = 3
LARGEST = 4_000_000


@dataclass(frozen=True, kw_only=True)
class NelsonNodule:
    """A nodule as the protocol measures it; None is not known.

    `mean_diameter_mm` is that of the non-solid part of a part-solid nodule.
    """

    nodule_type: NoduleType | None
    benign_features: bool | None = None
    volume_mm3: Decimal | None = None
    smallest_diameter_mm: Decimal | None = None
    mean_diameter_mm: Decimal | None = None
    solid_part_volume_mm3: Decimal | None = None


@dataclass(frozen=True)
class NelsonResult:
    """The class, what it means for the screen, when CT is repeated, and the measures behind it."""

    nodule_class: NoduleClass
    verdict: NelsonClass
    repeat_ct_months: int | None
    reasons: tuple[Reason, ...]


def nelson_class(nodule: NelsonNodule) -> NelsonResult:
    """Return the class of a nodule: the highest that one of its measures gives."""
    nodule_type = required("nodule_type", nodule.nodule_type)
    if nodule.benign_features and nodule_type is NoduleType.SOLID:
        return _result(NoduleClass.BENIGN, (Reason("benign_features"),))
    graded = {limits.measure: _grade(nodule, limits) for limits in TABLE[nodule_type]}
    known = [grade for grade in graded.values() if grade is not None]
    classes = [nodule_class for nodule_class, _ in known]
    missing = [measure for measure, grade in graded.items() if grade is None]
    if missing and NoduleClass.POSITIVE not in classes:
        raise MissingInput(missing[0])
    return _result(max(classes), tuple(reason for _, reason in known))


def class_of_row(row: Row) -> NelsonResult:
    """Return the class of the nodule that a row describes."""
    return nelson_class(
        NelsonNodule(
            nodule_type=read_word(NoduleType, row, "nodule_type"),
            benign_features=read_flag(row, "benign_features"),
            volume_mm3=read_number(row, "volume_mm3"),
            smallest_diameter_mm=read_number(row, "smallest_diameter_mm"),
            mean_diameter_mm=read_number(row, "mean_diameter_mm"),
            solid_part_volume_mm3=read_number(row, "solid_part_volume_mm3"),
        )
    )


def evaluate_row(row: Row) -> dict[str, str]:
    """Return the result columns of a row: class, verdict, months to the repeat CT."""
    result = class_of_row(row)
    return {
        "nodule_class": str(result.nodule_class.value),
        "verdict": result.verdict.value,
        "repeat_ct_months": str(result.repeat_ct_months or ""),
        "reasons": in_words(result.reasons),
    }


def _grade(nodule: NelsonNodule, limits: Limits) -> tuple[NoduleClass, Reason] | None:
    value: Decimal | None = getattr(nodule, limits.measure)
    if value is None:
        return None
    within(limits.measure, value, 0, LARGEST)
    values: dict[str, ReasonValue] = {
        limits.measure: value,
        "from": limits.from_,
        "up_to": limits.up_to or "no limit",
    }
    if value < limits.from_:
        return NoduleClass.SMALL, Reason("smaller_than_class_3", values)
    if limits.up_to is None or value <= limits.up_to:
        return NoduleClass.INDETERMINATE, Reason("within_class_3", values)
    return NoduleClass.POSITIVE, Reason("larger_than_class_3", values)


def _result(nodule_class: NoduleClass, reasons: tuple[Reason, ...]) -> NelsonResult:
    repeats = nodule_class is NoduleClass.INDETERMINATE
    months = REPEAT_CT_MONTHS if repeats else None
    return NelsonResult(nodule_class, VERDICTS[nodule_class], months, reasons)
