"""The words of the ACR lexicon that describe a thyroid nodule, shared by the pattern systems.

Source: sections 2 and 15 of the clinical reference. Sizes are the largest diameter as measured.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from screening.clinical.inputs import Row, read_text, read_word, required
from screening.clinical.reasons import InvalidInput

COLUMNS = ("composition", "echogenicity", "shape", "margin", "echogenic_foci")
NO_FOCI = "none"

# House limits against slips of the unit (1.2 for 12 mm, 12 for 1.2 cm); no publication has any.
SMALLEST_MM = 2
LARGEST_MM = 100
MM_PER_CM = 10


class Composition(StrEnum):
    """What a nodule is made of; spongiform: more than half of it small cysts."""

    CYSTIC = "cystic"
    SPONGIFORM = "spongiform"
    MIXED = "mixed"
    SOLID = "solid"
    UNDETERMINED_CALCIFICATION = "undetermined_calcification"
    UNDETERMINED = "undetermined"


class Echogenicity(StrEnum):
    """How bright the solid part is; very hypoechoic is darker than the strap muscle."""

    ANECHOIC = "anechoic"
    HYPERECHOIC = "hyperechoic"
    ISOECHOIC = "isoechoic"
    HYPOECHOIC = "hypoechoic"
    VERY_HYPOECHOIC = "very_hypoechoic"
    UNDETERMINED = "undetermined"


class Shape(StrEnum):
    """The shape on the transverse image."""

    WIDER_THAN_TALL = "wider_than_tall"
    TALLER_THAN_WIDE = "taller_than_wide"


class Margin(StrEnum):
    """The border of the nodule."""

    SMOOTH = "smooth"
    ILL_DEFINED = "ill_defined"
    LOBULATED = "lobulated"
    IRREGULAR = "irregular"
    EXTRATHYROIDAL_EXTENSION = "extrathyroidal_extension"
    UNDETERMINED = "undetermined"


class Focus(StrEnum):
    """One kind of echogenic foci; a large comet tail is V-shaped, above 1 mm, in a cystic part."""

    LARGE_COMET_TAIL = "large_comet_tail"
    MACROCALCIFICATION = "macrocalcification"
    PERIPHERAL_CALCIFICATION = "peripheral_calcification"
    PUNCTATE = "punctate"


BRIGHT = (Echogenicity.HYPERECHOIC, Echogenicity.ISOECHOIC)
DARK = (Echogenicity.HYPOECHOIC, Echogenicity.VERY_HYPOECHOIC)
NOT_SMOOTH = (Margin.LOBULATED, Margin.IRREGULAR)


@dataclass(frozen=True, kw_only=True)
class Descriptors:
    """A nodule in the words of the lexicon; None is not known, no foci at all is an empty tuple."""

    composition: Composition | None = None
    echogenicity: Echogenicity | None = None
    shape: Shape | None = None
    margin: Margin | None = None
    echogenic_foci: tuple[Focus, ...] | None = None


@dataclass(frozen=True, kw_only=True)
class Described:
    """A nodule of which every descriptor is known."""

    composition: Composition
    echogenicity: Echogenicity
    shape: Shape
    margin: Margin
    echogenic_foci: tuple[Focus, ...]

    @property
    def is_pure_cyst(self) -> bool:
        """Whether the nodule is cystic and shows no solid part."""
        return self.composition is Composition.CYSTIC and self.echogenicity is Echogenicity.ANECHOIC


def check_solid_part(descriptors: Descriptors) -> None:
    """Refuse a mixed nodule that is anechoic: its solid part has an echogenicity (section 2)."""
    is_anechoic = descriptors.echogenicity is Echogenicity.ANECHOIC
    if descriptors.composition is Composition.MIXED and is_anechoic:
        of_tissue = ", ".join(word for word in Echogenicity if word is not Echogenicity.ANECHOIC)
        raise InvalidInput(
            "echogenicity",
            descriptors.echogenicity,
            "a mixed nodule has a solid part, whose echogenicity is one of {codes}",
            codes=of_tissue,
        )


def completely(descriptors: Descriptors) -> Described:
    """Return the descriptors of a possible nodule; MissingInput names the first not known."""
    check_solid_part(descriptors)
    return Described(
        composition=required("composition", descriptors.composition),
        echogenicity=required("echogenicity", descriptors.echogenicity),
        shape=required("shape", descriptors.shape),
        margin=required("margin", descriptors.margin),
        echogenic_foci=required("echogenic_foci", descriptors.echogenic_foci),
    )


def read_descriptors(row: Row) -> Descriptors:
    """Return the descriptors in the five columns of a row."""
    return Descriptors(
        composition=read_word(Composition, row, "composition"),
        echogenicity=read_word(Echogenicity, row, "echogenicity"),
        shape=read_word(Shape, row, "shape"),
        margin=read_word(Margin, row, "margin"),
        echogenic_foci=read_foci(row),
    )


def read_foci(row: Row) -> tuple[Focus, ...] | None:
    """Return the kinds of foci between semicolons, each once; None for a blank cell."""
    text = read_text(row, "echogenic_foci")
    items = [item.strip() for item in text.split(";") if item.strip()]
    if not items:
        return None
    if items == [NO_FOCI]:
        return ()
    if not set(items) <= set(Focus):
        raise InvalidInput(
            "echogenic_foci",
            text,
            "it is {word} alone, or some of {codes}, separated by semicolons",
            word=NO_FOCI,
            codes=", ".join(Focus),
        )
    return tuple(focus for focus in Focus if focus in items)


def size_in_mm(column: str, size_mm: Decimal | None) -> Decimal:
    """Return a required size in millimeters that a thyroid nodule can have."""
    size = required(column, size_mm)
    if not size.is_finite() or not SMALLEST_MM <= size <= LARGEST_MM:
        raise InvalidInput(
            column,
            size,
            "it lies between {lowest} and {highest} millimeters",
            lowest=SMALLEST_MM,
            highest=LARGEST_MM,
        )
    return size


def size_in_cm(column: str, size_cm: Decimal | None) -> Decimal:
    """Return a required size in centimeters that a thyroid nodule can have."""
    size = required(column, size_cm)
    smallest, largest = Decimal(SMALLEST_MM) / MM_PER_CM, Decimal(LARGEST_MM) / MM_PER_CM
    if not size.is_finite() or not smallest <= size <= largest:
        raise InvalidInput(
            column,
            size,
            "it lies between {lowest} and {highest} centimeters",
            lowest=smallest,
            highest=largest,
        )
    return size
