"""What is recorded of a breast exam beside its findings: technique, density, category a breast."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from screening.clinical.bi_rads import ORDER, Category
from screening.programs.breast.findings import BI_RADS, FINDING
from screening.programs.breast.questionnaire.history import DENSITY
from screening.protocol.answers import word
from screening.protocol.category import ExamRecord
from screening.protocol.fields import NOT_KNOWN, Choice, Field, FieldType, Limits
from screening.protocol.program import ExamDefinition
from screening.protocol.wording import N_, Problem, Sentence

MAMMOGRAPHY, ULTRASOUND, MRI = "mammography", "ultrasound", "mri"
MODALITIES = (
    Choice(MAMMOGRAPHY, N_("Mammography")),
    Choice(ULTRASOUND, N_("Breast ultrasound")),
    Choice(MRI, N_("Breast MRI")),
)
BIRADS_OF_SIDE = {"L": "birads_left", "R": "birads_right"}
# A breast that is absent, or that this exam left out.
NOT_EXAMINED = "NA"
TECHNIQUES = {
    "ffdm": MAMMOGRAPHY,
    "tomosynthesis": MAMMOGRAPHY,
    "contrast_mammography": MAMMOGRAPHY,
    "handheld": ULTRASOUND,
    "automated": ULTRASOUND,
    "full_mri": MRI,
    "abbreviated_mri": MRI,
}

TECHNIQUE = (
    Field(
        "technique",
        N_("Technique"),
        FieldType.CHOICE,
        choices=(
            Choice("ffdm", N_("Digital mammography")),
            Choice("tomosynthesis", N_("Tomosynthesis")),
            Choice("contrast_mammography", N_("Contrast-enhanced mammography")),
            Choice("handheld", N_("Handheld ultrasound")),
            Choice("automated", N_("Automated ultrasound")),
            Choice("full_mri", N_("Full MRI")),
            Choice("abbreviated_mri", N_("Abbreviated MRI")),
            NOT_KNOWN,
        ),
    ),
    Field(
        "mean_glandular_dose_mgy",
        N_("Mean glandular dose, per view"),
        FieldType.DECIMAL,
        unit="mGy",
        limits=Limits(Decimal(0), Decimal(20), None, Decimal(3), minimum_is_open=True),
        decimals=2,
    ),
    Field(
        "compressed_thickness_mm",
        N_("Thickness of the compressed breast"),
        FieldType.DECIMAL,
        unit="mm",
        limits=Limits.between("5", "200", "15", "110"),
    ),
    Field(
        "cycle_day",
        N_("Day of the cycle"),
        FieldType.INTEGER,
        hint=N_("Before menopause MRI is best read from day 7 to 14"),
        limits=Limits.between("1", "60", None, "40"),
    ),
)


def _category(code: str, label: str) -> Field:
    return Field(
        code,
        label,
        FieldType.CHOICE,
        hint=N_("Blank: the highest of its findings"),
        choices=(*BI_RADS, Choice(NOT_EXAMINED, N_("Absent, or not examined"), ("n/a",))),
    )


DETAILS = (
    _category("birads_left", N_("BI-RADS of the left breast")),
    _category("birads_right", N_("BI-RADS of the right breast")),
    Field(
        "density",
        N_("Breast density"),
        FieldType.CHOICE,
        hint=N_("If the breasts differ, that of the denser one"),
        choices=DENSITY,
    ),
    Field("implants", N_("Implants"), FieldType.YES_NO),
    Field("prior_compared", N_("Compared with earlier images"), FieldType.YES_NO),
)


def check_exam(record: ExamRecord) -> Iterable[Problem]:
    """Find what technique, categories and findings of one exam cannot be, or hardly are."""
    technique = record.details.get("technique")
    made_by = TECHNIQUES.get(str(technique))
    if made_by is not None and made_by != record.modality:
        message = N_("This technique does not belong to the modality; correct one of the two")
        yield Problem("technique", Sentence(message))
    yield from _check_sides(record)
    yield from _check_missing(record)


def _check_sides(record: ExamRecord) -> Iterator[Problem]:
    """Hold each breast's category against those of its findings."""
    for side, field in BIRADS_OF_SIDE.items():
        found = [finding for finding in record.findings if finding.get("side") == side]
        if found and record.details.get(field) == NOT_EXAMINED:
            message = N_("A finding is recorded in this breast, so that it was examined")
            yield Problem(field, Sentence(message))
        stated = word(Category, record.details, field)
        worst = max(_categories(found), key=ORDER.index, default=None)
        if stated and worst and ORDER.index(worst) > ORDER.index(stated):
            message = N_(
                "A finding of this breast is {worst}, the breast {stated}; the worse counts"
            )
            values = {"worst": worst.value, "stated": stated.value}
            yield Problem(field, Sentence(message, values), is_question=True)


def _categories(findings: Iterable[object]) -> list[Category]:
    found = (word(Category, finding, "birads") for finding in findings if isinstance(finding, dict))
    return [category for category in found if category is not None]


def _check_missing(record: ExamRecord) -> Iterator[Problem]:
    """Ask for the other breast where one has a category of its own."""
    left, right = (record.details.get(field) for field in BIRADS_OF_SIDE.values())
    if (left is None) is (right is None):
        return
    field, side = ("birads_left", "L") if left is None else ("birads_right", "R")
    if not any(finding.get("side") == side for finding in record.findings):
        message = N_("This breast has no category; enter it, or confirm that there is none")
        yield Problem(field, Sentence(message), is_question=True)


EXAM = ExamDefinition(
    modalities=MODALITIES,
    technique=TECHNIQUE,
    details=DETAILS,
    finding=FINDING,
    checks=check_exam,
    nothing_label=N_("Both breasts negative"),
    nothing={"birads_left": "1", "birads_right": "1"},
)
