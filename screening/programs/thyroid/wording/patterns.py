"""Why a nodule has its category by EU-TIRADS, K-TIRADS or the ATA patterns, or none."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from screening.clinical.reasons import Reason
from screening.clinical.thyroid_descriptors import COLUMNS
from screening.programs.thyroid.wording.labels import CHOICES, label, shown
from screening.protocol.wording import N_, Sentence

NAMES: Mapping[str, str] = {
    "at_least_one_high_risk_feature": N_("At least one feature of high risk"),
    "pure_cyst": N_("Pure cyst"),
    "spongiform": N_("Spongiform"),
    "smooth_with_hypoechoic_tissue": N_("Smooth, with hypoechoic tissue"),
    "smooth_and_bright": N_("Smooth, isoechoic or hyperechoic"),
    "bright_spongiform": N_("Spongiform, isoechoic or hyperechoic"),
    "partially_cystic_with_comet_tail": N_("Partially cystic with a comet tail"),
    "entirely_calcified": N_("Entirely calcified"),
    "solid_hypoechoic_with_feature": N_("Solid and hypoechoic, with a suspicious feature"),
    "solid_hypoechoic": N_("Solid and hypoechoic, without a suspicious feature"),
    "partially_cystic_or_bright_with_feature": N_(
        "Partially cystic, or isoechoic or hyperechoic, with a suspicious feature"
    ),
    "partially_cystic_or_bright": N_(
        "Partially cystic, or isoechoic or hyperechoic, without a suspicious feature"
    ),
    "solid_hypoechoic_part_with_feature": N_(
        "Hypoechoic, solid or in its solid part, with a suspicious feature"
    ),
    "solid_hypoechoic_smooth": N_("Solid, hypoechoic and smooth"),
    "solid_bright": N_("Solid, isoechoic or hyperechoic, without a suspicious feature"),
    "partially_cystic_with_eccentric_solid_part": N_(
        "Partially cystic with a solid part that lies off center"
    ),
    "partially_cystic": N_("Partially cystic"),
}
TEXTS: Mapping[str, str] = {
    "pattern": N_("{pattern}: {category}"),
    "suspicious_feature": N_("Suspicious feature: {feature}"),
    "fits_no_pattern": N_("Fits no published pattern: {composition}, {echogenicity}, {margin}"),
    "no_size_asks_for_fna": N_("{category} asks for no FNA at any size"),
    "surveillance_or_fna_by_choice": N_("Active surveillance or FNA, by choice"),
    "observation_is_as_reasonable": N_("Observation without FNA is as reasonable"),
}
OF_SIZE = ("below_fna_size", "fna_size_reached")
FROM_ON = N_("{size} mm: {category} asks for FNA from {limit} mm on")
ABOVE = N_("{size} mm: {category} asks for FNA above {limit} mm")
SIZES: Mapping[str, str] = {"size_mm": "size", "limit_mm": "limit"}
WORDS: Mapping[str, str] = {
    code: text for column in COLUMNS for code, text in CHOICES[column].items()
}


def sentences_of(
    reasons: Iterable[Reason], categories: Mapping[str, str], *, is_limit_included: bool
) -> Sequence[Sentence]:
    """Return the reasons of a system in words; `categories` are what it calls each category."""
    of_size = dict.fromkeys(OF_SIZE, FROM_ON if is_limit_included else ABOVE)
    texts = {**TEXTS, **of_size}
    return tuple(Sentence(texts[reason.key], _values(reason, categories)) for reason in reasons)


def _values(reason: Reason, categories: Mapping[str, str]) -> dict[str, object]:
    return {
        SIZES.get(name, name): _value(name, str(value), categories)
        for name, value in reason.values.items()
    }


def _value(name: str, value: str, categories: Mapping[str, str]) -> str:
    if name in SIZES:
        return shown(Decimal(value))
    if name == "pattern":
        return NAMES[value]
    if name == "category":
        return categories[value]
    return WORDS[value] if name == "feature" else label(name, value)
