"""The sentence for every reason that C-TIRADS gives, each with the number of its finding."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from screening.clinical.c_ti_rads import Circumstance, Nodule, NoduleResult
from screening.clinical.reasons import Reason
from screening.programs.thyroid.wording.labels import ANSWERS, shown
from screening.protocol.wording import N_, Sentence

SCORE = N_(
    "Finding {number}: solid {solid}, markedly hypoechoic {marked_hypoechoic}, microcalcification "
    "{microcalcification}, margin {margin}, vertical {vertical}, comet tail {comet_tail}; "
    "score {score}: {category}"
)
# Said by the line of the score, which holds them all.
IN_SCORE = ("feature_counts", "no_suspicious_feature", "category_of_score")

TEXTS: Mapping[str, str] = {
    "no_nodule": N_("No nodule: 1"),
    "proven_malignant": N_("Finding {number}: proven malignant: 6"),
    "no_size_asks_for_fna": N_("Finding {number}: {category} asks for no FNA at any size"),
    "below_fna_size": N_("Finding {number}: {size} mm < {limit} mm, no FNA at {category}"),
    "fna_size_reached": N_("Finding {number}: {size} mm >= {limit} mm, FNA at {category}"),
    "fna_may_be_considered": N_("Finding {number}: FNA may be considered: {circumstance}"),
}
READINGS: Mapping[str, str] = {
    "highest_focus_counts": N_(
        "Finding {number}: the sources leave open whether a comet tail beside microcalcification "
        "is subtracted; that it is not is read as {choice}"
    ),
    "threshold_inclusive": N_(
        "Finding {number}: the sources leave open whether exactly this size reaches the limit; "
        "read as {choice}"
    ),
    "fna_of_category_3_from_20_mm": N_(
        "Finding {number}: no source at hand prints an FNA size for category 3; used as {choice}"
    ),
    "small_nodule_circumstances": N_(
        "Finding {number}: what speaks for FNA below 10 mm was recalled and not read; used as "
        "{choice}"
    ),
}
SIZES: Mapping[str, str] = {"size_mm": "size", "limit_mm": "limit"}
CIRCUMSTANCES: Mapping[Circumstance, str] = {
    Circumstance.MANY_FOCI: N_("several foci"),
    Circumstance.NEAR_CAPSULE: N_("close to the capsule"),
    Circumstance.NEAR_TRACHEA: N_("close to the trachea"),
    Circumstance.NEAR_RECURRENT_NERVE: N_("close to the recurrent nerve"),
    Circumstance.SUSPICIOUS_NODE: N_("a suspicious lymph node"),
    Circumstance.RAISED_CALCITONIN: N_("raised calcitonin"),
    Circumstance.FAMILY_HISTORY: N_("thyroid cancer in the family"),
    Circumstance.BEFORE_ABLATION_OR_SURGERY: N_("before ablation or surgery"),
}


def nodule_sentences(number: int, nodule: Nodule, result: NoduleResult) -> Iterator[Sentence]:
    """Yield why a nodule has its category and what its size asks for."""
    if result.score is not None and not nodule.proven_malignant:
        yield Sentence(
            SCORE,
            {
                "number": number,
                "solid": ANSWERS[nodule.solid],
                "marked_hypoechoic": ANSWERS[nodule.marked_hypoechoic],
                "microcalcification": ANSWERS[nodule.microcalcification],
                "margin": ANSWERS[nodule.margin_ill_defined_irregular_or_ete],
                "vertical": ANSWERS[nodule.vertical],
                "comet_tail": ANSWERS[nodule.comet_tail],
                "score": result.score.value,
                "category": result.category.value,
            },
        )
    yield from sentences_of(number, result.reasons)


def sentences_of(number: int, reasons: Sequence[Reason]) -> Iterator[Sentence]:
    """Yield the reasons about one finding in words; `number` counts from 1."""
    for reason in reasons:
        if reason.key not in IN_SCORE:
            yield Sentence(_text(reason), {"number": number, **_values(reason)})


def _text(reason: Reason) -> str:
    if reason.key == "disputed_reading":
        return READINGS[str(reason.values["reading"])]
    return TEXTS[reason.key]


def _values(reason: Reason) -> dict[str, object]:
    return {SIZES.get(name, name): _value(name, value) for name, value in reason.values.items()}


def _value(name: str, value: object) -> object:
    if name in SIZES:
        return shown(Decimal(str(value)))
    if name == "circumstance":
        return CIRCUMSTANCES[Circumstance(str(value))]
    return ANSWERS[value == "yes"] if name == "choice" else str(value)
