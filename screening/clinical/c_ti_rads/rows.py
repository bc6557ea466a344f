"""One nodule as a row of text columns, named as in the published vector file.

Source: section 15 of the clinical reference.
"""

from collections.abc import Mapping

from screening.clinical.c_ti_rads.nodule import NoduleResult, assess_nodule
from screening.clinical.c_ti_rads.tables import FEATURES
from screening.clinical.c_ti_rads.vocabulary import PUBLISHED_DEFAULTS, Nodule, Readings
from screening.clinical.inputs import Row, read_flag, read_number
from screening.clinical.reasons import in_words

INPUTS = ("nodule", "proven_malignant", *FEATURES, "max_size_mm")
RESULTS = (
    "score",
    "category",
    "score_plain_sum",
    "category_plain_sum",
    "risk_pct",
    "fna_if_threshold_inclusive",
    "fna_if_threshold_exclusive",
    "reasons",
)
ANSWERS: Mapping[bool | None, str] = {True: "yes", False: "no", None: "n/a"}


def evaluate_row(row: Row, readings: Readings = PUBLISHED_DEFAULTS) -> dict[str, str]:
    """Return the result columns of a row; blank where there is no value."""
    return _columns(assess_nodule(read_nodule(row), readings))


def read_nodule(row: Row) -> Nodule:
    """Return the nodule that a row describes; a blank is not known."""
    return Nodule(
        nodule=read_flag(row, "nodule"),
        proven_malignant=read_flag(row, "proven_malignant"),
        solid=read_flag(row, "solid"),
        marked_hypoechoic=read_flag(row, "marked_hypoechoic"),
        microcalcification=read_flag(row, "microcalcification"),
        margin_ill_defined_irregular_or_ete=read_flag(row, "margin_ill_defined_irregular_or_ete"),
        vertical=read_flag(row, "vertical"),
        comet_tail=read_flag(row, "comet_tail"),
        max_size_mm=read_number(row, "max_size_mm"),
    )


def _columns(result: NoduleResult) -> dict[str, str]:
    scored = result.score
    plain_sum = None if scored is None else scored.plain_sum
    return {
        "score": "" if scored is None else str(scored.value),
        "category": result.category.value,
        "score_plain_sum": "" if plain_sum is None else str(plain_sum),
        "category_plain_sum": result.category_plain_sum or "",
        "risk_pct": result.risk_percent,
        "fna_if_threshold_inclusive": ANSWERS[result.fna_if_threshold_inclusive],
        "fna_if_threshold_exclusive": ANSWERS[result.fna_if_threshold_exclusive],
        "reasons": in_words(result.reasons),
    }
