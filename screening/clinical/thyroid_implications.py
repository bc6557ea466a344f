"""What the ACR description of a thyroid nodule implies for C-TIRADS, and the other way round.

Source: the definitions in sections 2 and 3 of the clinical reference: very hypoechoic and markedly
hypoechoic are both darker than the strap muscle, vertical is taller than wide; punctate foci are
microcalcification in PMC8446497, figure 4. What they do not settle stays open: a lobulated margin,
a small comet tail, and what a nodule is made of that is not solid.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from screening.clinical.c_ti_rads import Nodule
from screening.clinical.inputs import Value
from screening.clinical.reasons import Reason
from screening.clinical.thyroid_descriptors import (
    COLUMNS,
    MM_PER_CM,
    Composition,
    Descriptors,
    Echogenicity,
    Focus,
    Margin,
    Shape,
)

# For a feature of C-TIRADS: the column of the ACR set, and the answers that its words imply.
OF_WORDS: Mapping[str, tuple[str, Mapping[str, bool]]] = {
    "solid": (
        "composition",
        {
            Composition.SOLID: True,
            Composition.MIXED: False,
            Composition.SPONGIFORM: False,
            Composition.CYSTIC: False,
        },
    ),
    "marked_hypoechoic": (
        "echogenicity",
        {
            Echogenicity.VERY_HYPOECHOIC: True,
            Echogenicity.HYPOECHOIC: False,
            Echogenicity.ISOECHOIC: False,
            Echogenicity.HYPERECHOIC: False,
            Echogenicity.ANECHOIC: False,
        },
    ),
    "margin_ill_defined_irregular_or_ete": (
        "margin",
        {
            Margin.ILL_DEFINED: True,
            Margin.IRREGULAR: True,
            Margin.EXTRATHYROIDAL_EXTENSION: True,
            Margin.SMOOTH: False,
        },
    ),
    "vertical": ("shape", {Shape.TALLER_THAN_WIDE: True, Shape.WIDER_THAN_TALL: False}),
}

SHAPES: Mapping[bool | None, Shape] = {
    True: Shape.TALLER_THAN_WIDE,
    False: Shape.WIDER_THAN_TALL,
}

# The column of the other set that a filled column follows from.
FOLLOWS_FROM: Mapping[str, str] = {
    **{feature: column for feature, (column, _) in OF_WORDS.items()},
    "microcalcification": "echogenic_foci",
    "comet_tail": "echogenic_foci",
    "composition": "solid",
    "echogenicity": "marked_hypoechoic",
    "shape": "vertical",
    "max_size_mm": "max_size_cm",
    "max_size_cm": "max_size_mm",
}
ANSWERS: Mapping[bool, str] = {True: "yes", False: "no"}

REASON_KEYS: Mapping[str, tuple[str, ...]] = {
    "implied": ("column", "value", "by"),
    "sets_disagree": ("column", "value", "by"),
}


@dataclass(frozen=True, kw_only=True)
class BothSets:
    """A nodule in the words of both systems, its size in both units; None is not known."""

    descriptors: Descriptors
    nodule: Nodule
    max_size_cm: Decimal | None = None


@dataclass(frozen=True)
class Filled:
    """Both sets with what each implies for the other, what was filled in, and contradictions.

    Where the sets disagree, both answers stand as they were given.
    """

    sets: BothSets
    implied: tuple[Reason, ...]
    disagreements: tuple[Reason, ...]


def fill_in(sets: BothSets) -> Filled:
    """Return both sets, each blank filled that the other set settles.

    Where the C-TIRADS set says that there is no nodule, nothing is filled in.
    """
    disagreements = tuple(_disagreements(sets))
    if sets.nodule.nodule is False:
        return Filled(sets, (), disagreements)
    filled = BothSets(
        descriptors=_descriptors(sets),
        nodule=_nodule(sets),
        max_size_cm=_first(sets.max_size_cm, _in_cm(sets.nodule.max_size_mm)),
    )
    return Filled(filled, tuple(_implied(sets, filled)), disagreements)


def implied_features(descriptors: Descriptors) -> dict[str, bool]:
    """Return the answers to features of C-TIRADS that ACR descriptors settle."""
    found: dict[str, bool] = {}
    for feature, (column, answers) in OF_WORDS.items():
        word = getattr(descriptors, column)
        if word in answers:
            found[feature] = answers[word]
    foci = descriptors.echogenic_foci
    if foci is not None:
        found["microcalcification"] = Focus.PUNCTATE in foci
        if not foci or Focus.LARGE_COMET_TAIL in foci:
            found["comet_tail"] = bool(foci)
    return found


def _nodule(sets: BothSets) -> Nodule:
    known, implied = sets.nodule, implied_features(sets.descriptors)
    margin = "margin_ill_defined_irregular_or_ete"
    return Nodule(
        nodule=known.nodule,
        proven_malignant=known.proven_malignant,
        solid=_first(known.solid, implied.get("solid")),
        marked_hypoechoic=_first(known.marked_hypoechoic, implied.get("marked_hypoechoic")),
        microcalcification=_first(known.microcalcification, implied.get("microcalcification")),
        margin_ill_defined_irregular_or_ete=_first(
            known.margin_ill_defined_irregular_or_ete, implied.get(margin)
        ),
        vertical=_first(known.vertical, implied.get("vertical")),
        comet_tail=_first(known.comet_tail, implied.get("comet_tail")),
        max_size_mm=_first(known.max_size_mm, _in_mm(sets.max_size_cm)),
    )


def _descriptors(sets: BothSets) -> Descriptors:
    """Return the words that a feature settles: a no tells only the shape."""
    known, nodule = sets.descriptors, sets.nodule
    solid = Composition.SOLID if nodule.solid else None
    dark = Echogenicity.VERY_HYPOECHOIC if nodule.marked_hypoechoic else None
    return Descriptors(
        composition=_first(known.composition, solid),
        echogenicity=_first(known.echogenicity, dark),
        shape=_first(known.shape, SHAPES.get(nodule.vertical)),
        margin=known.margin,
        echogenic_foci=known.echogenic_foci,
    )


def _implied(before: BothSets, after: BothSets) -> Iterator[Reason]:
    known = _columns(before)
    for column, value in _columns(after).items():
        if column not in known:
            values = {"column": column, "value": value, "by": FOLLOWS_FROM[column]}
            yield Reason("implied", values)


def _disagreements(sets: BothSets) -> Iterator[Reason]:
    described = [column for column in COLUMNS if getattr(sets.descriptors, column) is not None]
    if sets.nodule.nodule is False and described:
        yield _disagreement("nodule", "no", described[0])
    for feature, answer in implied_features(sets.descriptors).items():
        given = getattr(sets.nodule, feature)
        if given is not None and given is not answer:
            yield _disagreement(feature, ANSWERS[given], FOLLOWS_FROM[feature])
    size_mm, implied_mm = sets.nodule.max_size_mm, _in_mm(sets.max_size_cm)
    if size_mm is not None and implied_mm is not None and size_mm != implied_mm:
        yield _disagreement("max_size_mm", size_mm, "max_size_cm")


def _disagreement(column: str, value: str | Decimal, by: str) -> Reason:
    return Reason("sets_disagree", {"column": column, "value": value, "by": by})


def _columns(sets: BothSets) -> dict[str, str | Decimal]:
    """Return the known columns of both sets that one of them may fill for the other."""
    found: dict[str, str | Decimal] = {}
    for column in FOLLOWS_FROM:
        holder = sets.descriptors if column in COLUMNS else sets.nodule
        value = sets.max_size_cm if column == "max_size_cm" else getattr(holder, column)
        if value is not None:
            found[column] = ANSWERS[value] if isinstance(value, bool) else value
    return found


def _first(known: Value | None, implied: Value | None) -> Value | None:
    return implied if known is None else known


def _in_mm(size_cm: Decimal | None) -> Decimal | None:
    return None if size_cm is None else size_cm * MM_PER_CM


def _in_cm(size_mm: Decimal | None) -> Decimal | None:
    return None if size_mm is None else size_mm / MM_PER_CM
