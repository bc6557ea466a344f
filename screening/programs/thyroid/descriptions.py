"""The fields of a finding: place and size, the words of both systems, lymph nodes, cytology."""

from decimal import Decimal

from screening.programs.thyroid.questionnaire import NO_SPELLINGS, YES_SPELLINGS
from screening.protocol.fields import NOT_KNOWN, Choice, Field, FieldType, Limits, ShownWhen
from screening.protocol.wording import N_

KIND, SIZE = "nodule", "max_size_mm"
NODULE, NODE, NOTHING = "yes", "lymph_node", "no"
AXES = ("length_mm", "width_mm", "depth_mm")

OF_NODULE = ShownWhen(KIND, (NODULE,))
OF_NODE = ShownWhen(KIND, (NODE,))
OF_BOTH = ShownWhen(KIND, (NODULE, NODE))
AXIS = Limits.between("0.5", "100", "2", "60")
FOLLOWS = N_("Blank: follows from the description above")


def _yes_no(code: str, label: str, hint: str = FOLLOWS, shown: ShownWhen = OF_NODULE) -> Field:
    return Field(code, label, FieldType.YES_NO, hint=hint, shown_when=shown)


def _axis(code: str, label: str) -> Field:
    return Field(code, label, FieldType.DECIMAL, "mm", limits=AXIS, shown_when=OF_NODULE)


def _word(code: str, label: str, *choices: Choice, hint: str = "") -> Field:
    """Return a descriptor of the ACR lexicon; *undetermined* is one of its own words."""
    return Field(
        code,
        label,
        FieldType.CHOICE,
        hint=hint,
        choices=(*choices, NOT_KNOWN),
        shown_when=OF_NODULE,
    )


UNDETERMINED = Choice("undetermined", N_("Cannot be determined"))

PLACE = (
    Field(
        KIND,
        N_("Finding"),
        FieldType.CHOICE,
        choices=(
            Choice(NODULE, N_("Thyroid nodule"), YES_SPELLINGS),
            Choice(NODE, N_("Lymph node of the neck")),
            Choice(NOTHING, N_("No nodule"), NO_SPELLINGS),
            NOT_KNOWN,
        ),
        is_required=True,
    ),
    Field(
        "lobe",
        N_("Lobe or side"),
        FieldType.CHOICE,
        choices=(
            Choice("R", N_("Right side")),
            Choice("L", N_("Left side")),
            Choice("isthmus", N_("Isthmus")),
            NOT_KNOWN,
        ),
        shown_when=OF_BOTH,
    ),
    Field(
        "pole",
        N_("Pole"),
        FieldType.CHOICE,
        choices=(
            Choice("upper", N_("Upper")),
            Choice("middle", N_("Middle")),
            Choice("lower", N_("Lower")),
            NOT_KNOWN,
        ),
        shown_when=OF_NODULE,
    ),
)

SIZES = (
    _axis("length_mm", N_("Length")),
    _axis("width_mm", N_("Width")),
    _axis("depth_mm", N_("Depth")),
    Field(
        SIZE,
        N_("Largest diameter"),
        FieldType.DECIMAL,
        "mm",
        hint=N_("Blank: the largest of the three axes"),
        limits=Limits.between("2", "100", "3", "60"),
        shown_when=OF_NODULE,
        other_units={"max_size_cm": Decimal(10)},
    ),
)

ACR = (
    _word(
        "composition",
        N_("Composition"),
        Choice("cystic", N_("Cystic or almost completely cystic")),
        Choice("spongiform", N_("Spongiform")),
        Choice("mixed", N_("Mixed cystic and solid")),
        Choice("solid", N_("Solid or almost completely solid")),
        Choice("undetermined_calcification", N_("Hidden by calcification")),
        UNDETERMINED,
    ),
    _word(
        "echogenicity",
        N_("Echogenicity"),
        Choice("anechoic", N_("Anechoic")),
        Choice("hyperechoic", N_("Hyperechoic")),
        Choice("isoechoic", N_("Isoechoic")),
        Choice("hypoechoic", N_("Hypoechoic")),
        Choice("very_hypoechoic", N_("Very hypoechoic")),
        UNDETERMINED,
        hint=N_("Of the solid part; very: darker than the strap muscle"),
    ),
    _word(
        "shape",
        N_("Shape"),
        Choice("wider_than_tall", N_("Wider than tall")),
        Choice("taller_than_wide", N_("Taller than wide")),
        hint=N_("On the transverse image"),
    ),
    _word(
        "margin",
        N_("Margin"),
        Choice("smooth", N_("Smooth")),
        Choice("ill_defined", N_("Ill-defined")),
        Choice("lobulated", N_("Lobulated")),
        Choice("irregular", N_("Irregular")),
        Choice("extrathyroidal_extension", N_("Extrathyroidal extension")),
        UNDETERMINED,
    ),
    Field(
        "echogenic_foci",
        N_("Echogenic foci"),
        FieldType.CHOICES,
        hint=N_("All that apply; a large comet tail is V-shaped, above 1 mm, in a cystic part"),
        choices=(
            Choice("none", N_("None")),
            Choice("large_comet_tail", N_("Large comet tail")),
            Choice("macrocalcification", N_("Macrocalcification")),
            Choice("peripheral_calcification", N_("Peripheral (rim) calcification")),
            Choice("punctate", N_("Punctate echogenic foci")),
            NOT_KNOWN,
        ),
        shown_when=OF_NODULE,
    ),
)

CHINESE = (
    _yes_no("solid", N_("Solid")),
    _yes_no("marked_hypoechoic", N_("Markedly hypoechoic")),
    _yes_no("microcalcification", N_("Microcalcification"), shown=OF_BOTH),
    _yes_no(
        "margin_ill_defined_irregular_or_ete",
        N_("Margin ill-defined, irregular, or extension beyond the thyroid"),
    ),
    _yes_no("vertical", N_("Vertical")),
    _yes_no("comet_tail", N_("Comet-tail artifact")),
)

CYTOLOGY = (
    Field(
        "prior_cytology",
        N_("Cytology of this nodule so far (Bethesda)"),
        FieldType.CHOICE,
        choices=(
            Choice("none", N_("No FNA so far")),
            Choice("I", N_("I, nondiagnostic")),
            Choice("II", N_("II, benign")),
            Choice("III", N_("III, atypia of undetermined significance")),
            Choice("IV", N_("IV, follicular neoplasm")),
            Choice("V", N_("V, suspicious for malignancy")),
            Choice("VI", N_("VI, malignant")),
            NOT_KNOWN,
        ),
        shown_when=OF_NODULE,
    ),
    _yes_no("proven_malignant", N_("Proven malignant by biopsy"), hint=""),
    _yes_no(
        "eccentric_solid_part",
        N_("Solid part lies off center"),
        hint=N_("For the ATA pattern of a mixed nodule alone"),
    ),
)

NODES = (
    Field(
        "node_level",
        N_("Level of the node"),
        FieldType.CHOICE,
        choices=tuple(Choice(level, level) for level in ("I", "II", "III", "IV", "V", "VI", "VII")),
        shown_when=OF_NODE,
    ),
    Field(
        "long_axis_mm",
        N_("Long axis"),
        FieldType.DECIMAL,
        "mm",
        limits=Limits.between("0.5", "150", None, "60"),
        shown_when=OF_NODE,
    ),
    Field(
        "short_axis_mm",
        N_("Short axis"),
        FieldType.DECIMAL,
        "mm",
        limits=Limits.between("0.5", "150", None, "40"),
        shown_when=OF_NODE,
    ),
    _yes_no("hilum_seen", N_("Hilum seen"), hint="", shown=OF_NODE),
    Field(
        "flow",
        N_("Flow"),
        FieldType.CHOICE,
        choices=(
            Choice("central", N_("Central")),
            Choice("peripheral", N_("Peripheral")),
            Choice("chaotic", N_("Chaotic")),
            Choice("none", N_("None")),
            NOT_KNOWN,
        ),
        shown_when=OF_NODE,
    ),
    _yes_no("cystic_change", N_("Cystic change"), hint="", shown=OF_NODE),
    _yes_no("hyperechoic_tissue", N_("Hyperechoic tissue, like thyroid"), hint="", shown=OF_NODE),
)

KEPT = (
    Field(
        "lesion_no",
        N_("Lesion number"),
        FieldType.INTEGER,
        hint=N_("The same number on every exam of one lesion"),
        limits=Limits.between("1", "999"),
        shown_when=OF_BOTH,
    ),
    Field("comment", N_("Comment"), FieldType.TEXT),
)

FIELDS = (*PLACE, *SIZES, *ACR, *CHINESE, *CYTOLOGY, *NODES, *KEPT)
LABELS = {field.code: field.label for field in FIELDS}
