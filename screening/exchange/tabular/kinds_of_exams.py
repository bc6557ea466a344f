"""Files about exams: the exams themselves, and what was seen in them."""

from collections.abc import Sequence
from decimal import Decimal

from screening.exams.rules import ExamStatus, Purpose, Recommendation
from screening.exchange.tabular.columns import Column, Kind
from screening.exchange.tabular.shared_columns import (
    ACCESSION_NO,
    COMMENT,
    PROGRAM,
    REGISTRATION_NO,
    REGISTRATION_SITE,
    SITE,
    choice_column,
    date_column,
    required,
    text_column,
)
from screening.protocol.fields import Field, FieldType, Limits
from screening.protocol.program import Program
from screening.protocol.wording import N_

MOST_FINDINGS = 999


def modalities(program: Program) -> Sequence[str]:
    """List the codes of a program's modalities."""
    return [choice.code for choice in program.exam.modalities]


def systems(program: Program) -> Sequence[str]:
    """List the codes of a program's category systems."""
    return [system.code for system in program.systems]


def categories(program: Program) -> Sequence[str]:
    """List the codes of all categories of a program's systems."""
    codes = (category.code for system in program.systems for category in system.categories)
    return list(dict.fromkeys(codes))


def exam_fields(program: Program) -> Sequence[Field]:
    """List what a program records of an exam beside its findings."""
    return (*program.exam.technique, *program.exam.details)


def finding_fields(program: Program) -> Sequence[Field]:
    """List what a program records of a finding; details of the exam may stand beside it."""
    own = program.exam.finding.fields
    names = {field.code for field in own}
    return (*own, *(field for field in program.exam.details if field.code not in names))


EXAMS = Kind(
    "exams",
    N_("Exams"),
    (
        ACCESSION_NO,
        REGISTRATION_NO,
        required(PROGRAM),
        required(SITE),
        required(Column(Field("modality", N_("Modality"), FieldType.TEXT), 40, modalities)),
        required(choice_column("purpose", N_("Purpose"), Purpose)),
        required(date_column("performed_on", N_("Performed on"))),
        choice_column("status", N_("Status"), ExamStatus),
        Column(Field("system", N_("Category system"), FieldType.TEXT), 40, systems),
        Column(Field("category", N_("Category"), FieldType.TEXT), 10, categories),
        text_column("modifiers", N_("Modifiers"), 40),
        choice_column("recommendation", N_("Recommendation"), Recommendation),
        text_column("reader", N_("Reader"), 120),
        text_column("machine", N_("Machine"), 120),
        date_column("resulted_on", N_("Result on")),
        COMMENT,
        REGISTRATION_SITE,
    ),
    {
        "accession_no": "HQ-A000001",
        "registration_no": "HQ-2024-00001",
        "site": "HQ",
        "purpose": "baseline",
        "performed_on": "2024-03-05",
        "status": "performed",
    },
    exam_fields,
)

FINDINGS = Kind(
    "findings",
    N_("Findings"),
    (
        ACCESSION_NO,
        Column(
            Field(
                "finding_no",
                N_("Finding number"),
                FieldType.INTEGER,
                limits=Limits(Decimal(1), Decimal(MOST_FINDINGS)),
                is_required=True,
            )
        ),
        SITE,
    ),
    {"accession_no": "HQ-A000001", "finding_no": "1"},
    finding_fields,
)
