"""Files about what follows a positive exam: procedures, cancers, outcomes."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from screening.enrollments.rules import Outcome
from screening.exchange.tabular.columns import Column, Kind
from screening.exchange.tabular.shared_columns import (
    ACCESSION_NO,
    COMMENT,
    LONGEST_ACCESSION,
    PROGRAM,
    REGISTRATION_NO,
    REGISTRATION_SITE,
    SITE,
    choice_column,
    date_column,
    required,
    text_column,
)
from screening.outcomes.rules import SIDE_LABELS, Basis, DetectionMode
from screening.protocol.fields import Choice, Field, FieldType, Limits
from screening.protocol.program import Program
from screening.protocol.wording import N_
from screening.protocol.workup import ProcedureResult


def procedure_kinds(program: Program) -> Sequence[str]:
    """List the codes of a program's work-up procedures."""
    return [kind.code for kind in program.workup.procedures]


def complications(program: Program) -> Sequence[str]:
    """List the codes of a program's complications."""
    return [choice.code for choice in program.workup.complications]


def editions(program: Program) -> Sequence[str]:
    """List the editions of TNM by which a program stages."""
    return program.workup.staging.editions


def procedure_fields(program: Program) -> Sequence[Field]:
    """List what a program records of its procedures beside the result."""
    return program.workup.details.fields


def marker_fields(program: Program) -> Sequence[Field]:
    """List what a program records of its cancers beside codes and stage."""
    return program.workup.markers.fields


OTHER_SIDES: Mapping[str, tuple[str, ...]] = {
    "R": ("right", "右", "右侧"),
    "L": ("left", "左", "左侧"),
    "B": ("both", "bilateral", "双", "双侧"),
    "M": ("middle", "midline", "median", "isthmus", "中线"),
}
LATERALITY = Field(
    "laterality",
    N_("Laterality"),
    FieldType.CHOICE,
    choices=tuple(Choice(code, label, OTHER_SIDES[code]) for code, label in SIDE_LABELS.items()),
    unknowns=(
        "unknown",
        "Unknown",
        "U",
        "不详",
        "na",
        "NA",
        "n/a",
        "N/A",
        "not_paired",
        "unpaired",
    ),
)

PROCEDURES = Kind(
    "procedures",
    N_("Procedures"),
    (
        ACCESSION_NO,
        required(Column(Field("kind", N_("Procedure"), FieldType.TEXT), 40, procedure_kinds)),
        required(date_column("performed_on", N_("Performed on"))),
        choice_column("result", N_("Result"), ProcedureResult),
        Column(Field("complication", N_("Complication"), FieldType.TEXT), 40, complications),
        text_column("department", N_("Department"), 120),
        COMMENT,
        SITE,
    ),
    {"accession_no": "HQ-A000001", "performed_on": "2024-03-20", "result": "benign"},
    procedure_fields,
)

CANCERS = Kind(
    "cancers",
    N_("Cancers"),
    (
        REGISTRATION_NO,
        required(PROGRAM),
        required(date_column("diagnosed_on", N_("Diagnosed on"))),
        choice_column("basis", N_("Basis of diagnosis"), Basis),
        text_column("topography", N_("Topography (ICD-O-3)"), 10),
        text_column("morphology", N_("Morphology (ICD-O-3)"), 10),
        Column(LATERALITY),
        Column(
            Field(
                "size_mm",
                N_("Size"),
                FieldType.DECIMAL,
                unit="mm",
                limits=Limits(Decimal(0), Decimal(500), minimum_is_open=True),
            )
        ),
        Column(Field("edition", N_("TNM edition"), FieldType.TEXT), 10, editions),
        text_column("t", "T", 10),
        text_column("n", "N", 10),
        text_column("m", "M", 10),
        text_column("stage_group", N_("Stage group"), 30),
        text_column("accession_no", N_("Accession number"), LONGEST_ACCESSION),
        choice_column("detection_mode", N_("Detection mode"), DetectionMode),
        date_column("treated_on", N_("Treated on")),
        text_column("treatment", N_("Treatment"), 200),
        SITE,
        REGISTRATION_SITE,
    ),
    {"registration_no": "HQ-2024-00001", "diagnosed_on": "2024-04-02", "basis": "histology"},
    marker_fields,
)

OUTCOMES = Kind(
    "outcomes",
    N_("Outcomes"),
    (
        ACCESSION_NO,
        required(choice_column("outcome", N_("Outcome"), Outcome)),
        required(date_column("decided_on", N_("Decided on"))),
        text_column("comment", N_("Comment"), 2_000),
        SITE,
    ),
    {"accession_no": "HQ-A000001", "outcome": "benign", "decided_on": "2024-05-02"},
)
