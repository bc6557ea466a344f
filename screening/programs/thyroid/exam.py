"""What is recorded of an ultrasound of the neck beside its findings: technique and details."""

from collections.abc import Iterable

from screening.programs.thyroid.descriptions import NODULE
from screening.programs.thyroid.findings import FINDING
from screening.programs.thyroid.reading import kind_of
from screening.protocol.category import ExamRecord
from screening.protocol.fields import NOT_KNOWN, Choice, Field, FieldType, Limits
from screening.protocol.program import ExamDefinition
from screening.protocol.wording import N_, Problem, Sentence

MODALITIES = (Choice("ultrasound", N_("Ultrasound of the neck")),)

TECHNIQUE = (
    Field(
        "probe_mhz",
        N_("Frequency of the probe"),
        FieldType.DECIMAL,
        unit="MHz",
        limits=Limits.between("2", "40", "7", "24"),
    ),
    Field("doppler", N_("Color Doppler used"), FieldType.YES_NO),
    Field("elastography", N_("Elastography used"), FieldType.YES_NO),
)

NODULE_COUNT, FOLLOW_UP_MONTHS = "nodule_count", "follow_up_months"
LONGEST_FOLLOW_UP_MONTHS = 60

DETAILS = (
    Field(
        NODULE_COUNT,
        N_("Nodules, in total"),
        FieldType.INTEGER,
        hint=N_("0: none was seen"),
        limits=Limits.between("0", "99", None, "20"),
    ),
    Field(
        "gland",
        N_("Gland"),
        FieldType.CHOICE,
        choices=(
            Choice("normal", N_("Normal")),
            Choice("enlarged", N_("Enlarged")),
            Choice("heterogeneous", N_("Diffusely heterogeneous")),
            Choice("removed_in_part", N_("Removed in part")),
            Choice("removed", N_("Removed")),
            NOT_KNOWN,
        ),
    ),
    Field(
        "nodes_assessed",
        N_("Lymph nodes of the neck looked at"),
        FieldType.YES_NO,
        hint=N_("A suspicious node is entered as a finding"),
    ),
    Field(
        FOLLOW_UP_MONTHS,
        N_("Months to the next ultrasound, by the reader"),
        FieldType.INTEGER,
        unit=N_("months"),
        hint=N_("Blank: as the system asks"),
        limits=Limits.between("1", str(LONGEST_FOLLOW_UP_MONTHS)),
    ),
)


def check_exam(record: ExamRecord) -> Iterable[Problem]:
    """Find what details and findings of one exam cannot be together."""
    count = record.details.get(NODULE_COUNT)
    described = sum(kind_of(finding) == NODULE for finding in record.findings)
    if isinstance(count, int) and described > count:
        message = N_("{described} nodules are described, {count} were counted; correct one of them")
        yield Problem(NODULE_COUNT, Sentence(message, {"described": described, "count": count}))


EXAM = ExamDefinition(
    modalities=MODALITIES,
    technique=TECHNIQUE,
    details=DETAILS,
    finding=FINDING,
    checks=check_exam,
)
