"""The structured record of one thing seen in a breast."""

from collections.abc import Iterable

from screening.clinical.bi_rads import Category
from screening.protocol.fields import (
    NOT_KNOWN,
    Choice,
    Field,
    FieldType,
    Limits,
    Payload,
    ShownWhen,
)
from screening.protocol.program import FindingKind
from screening.protocol.wording import N_, Problem, Sentence

BI_RADS = (
    Choice("0", N_("0: incomplete")),
    Choice("1", N_("1: negative")),
    Choice("2", N_("2: benign")),
    Choice("3", N_("3: probably benign")),
    Choice("4", N_("4: suspicious, not divided")),
    Choice("4A", N_("4A: low suspicion")),
    Choice("4B", N_("4B: moderate suspicion")),
    Choice("4C", N_("4C: high suspicion")),
    Choice("5", N_("5: highly suggestive of cancer")),
    Choice("6", N_("6: known cancer")),
)
MASS = ShownWhen("kind", ("mass",))
CALCIFICATION = ShownWhen("kind", ("calcification",))
NEGATIVE = Category.ONE

WHERE = (
    Field(
        "side",
        N_("Breast"),
        FieldType.CHOICE,
        choices=(
            Choice("L", N_("Left side"), aliases=("left",)),
            Choice("R", N_("Right side"), aliases=("right",)),
            NOT_KNOWN,
        ),
    ),
    Field(
        "kind",
        N_("Kind of finding"),
        FieldType.CHOICE,
        choices=(
            Choice("mass", N_("Mass")),
            Choice("calcification", N_("Calcifications"), aliases=("calcifications",)),
            Choice("asymmetry", N_("Asymmetry")),
            Choice("distortion", N_("Architectural distortion")),
            Choice("lymph_node", N_("Lymph node")),
            Choice("other", N_("Other")),
            NOT_KNOWN,
        ),
    ),
    Field(
        "clock",
        N_("Position on the clock"),
        FieldType.INTEGER,
        hint=N_("As seen from the front, 1 to 12"),
        limits=Limits.between("1", "12"),
    ),
    Field(
        "distance_from_nipple_mm",
        N_("Distance from the nipple"),
        FieldType.DECIMAL,
        unit="mm",
        limits=Limits.between("0", "300", None, "150"),
    ),
    Field(
        "size_mm",
        N_("Largest size"),
        FieldType.DECIMAL,
        unit="mm",
        limits=Limits.between("0.5", "300", "2", "100"),
    ),
)

LOOKS = (
    Field(
        "shape",
        N_("Shape"),
        FieldType.CHOICE,
        choices=(
            Choice("round", N_("Round in shape")),
            Choice("oval", N_("Oval")),
            Choice("lobular", N_("Lobular")),
            Choice("irregular", N_("Irregular")),
            NOT_KNOWN,
        ),
        shown_when=MASS,
    ),
    Field(
        "margin",
        N_("Margin"),
        FieldType.CHOICE,
        choices=(
            Choice("circumscribed", N_("Circumscribed")),
            Choice("microlobulated", N_("Microlobulated")),
            Choice("obscured", N_("Obscured")),
            Choice("indistinct", N_("Indistinct"), aliases=("ill_defined",)),
            Choice("spiculated", N_("Spiculated")),
            NOT_KNOWN,
        ),
        shown_when=MASS,
    ),
    Field(
        "mass_density",
        N_("Density of the mass"),
        FieldType.CHOICE,
        hint=N_("On mammography, beside as much breast tissue"),
        choices=(
            Choice("high", N_("High")),
            Choice("equal", N_("Equal"), aliases=("iso",)),
            Choice("low", N_("Low")),
            Choice("fat_containing", N_("Containing fat")),
            NOT_KNOWN,
        ),
        shown_when=MASS,
    ),
    Field(
        "calcification_distribution",
        N_("Distribution of the calcifications"),
        FieldType.CHOICE,
        choices=(
            Choice("diffuse", N_("Diffuse")),
            Choice("regional", N_("Regional")),
            Choice("grouped", N_("Grouped")),
            Choice("linear", N_("Linear")),
            Choice("segmental", N_("Segmental")),
            NOT_KNOWN,
        ),
        shown_when=CALCIFICATION,
    ),
)

JUDGMENT = (
    Field(
        "birads",
        N_("BI-RADS category of the finding"),
        FieldType.CHOICE,
        choices=BI_RADS,
    ),
    Field(
        "lesion_no",
        N_("Lesion number"),
        FieldType.INTEGER,
        hint=N_("The same number on every exam of one lesion, whatever the modality"),
        limits=Limits.between("1", "999"),
    ),
    Field("comment", N_("Comment"), FieldType.TEXT),
)


def check_finding(finding: Payload) -> Iterable[Problem]:
    """Ask back where a finding is said to be nothing, or to be in no breast."""
    if finding.get("side") is None:
        message = N_("Choose the breast, or confirm that it is not known")
        yield Problem("side", Sentence(message), is_question=True)
    if finding.get("birads") == NEGATIVE:
        message = N_("Category 1 means that nothing was found; confirm it, or give the finding a 2")
        yield Problem("birads", Sentence(message), is_question=True)


FINDING = FindingKind(
    code="breast_finding",
    label=N_("Finding of a breast"),
    fields=(*WHERE, *LOOKS, *JUDGMENT),
    kind_field="kind",
    size_field="size_mm",
    location_field="side",
    checks=check_finding,
)
