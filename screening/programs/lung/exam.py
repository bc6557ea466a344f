"""What is recorded of a lung screening CT beside its findings: technique and details."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from screening.programs.lung.findings import FINDING, PRIOR_CATEGORIES
from screening.protocol.category import ExamRecord
from screening.protocol.fields import NOT_KNOWN, Choice, Field, FieldType, Limits, ShownWhen
from screening.protocol.program import ExamDefinition
from screening.protocol.wording import N_, Problem, Sentence

MODALITIES = (Choice("ldct", N_("Low-dose CT")), Choice("ct", N_("CT at full dose")))


def _above_zero(maximum: str, unlikely_above: str) -> Limits:
    return Limits(
        minimum=Decimal(0),
        maximum=Decimal(maximum),
        unlikely_above=Decimal(unlikely_above),
        minimum_is_open=True,
    )


TECHNIQUE = (
    Field(
        "ctdi_vol_mgy",
        N_("CTDIvol"),
        FieldType.DECIMAL,
        unit="mGy",
        limits=_above_zero("100", "6"),
        decimals=2,
    ),
    Field(
        "dlp_mgy_cm",
        N_("Dose-length product"),
        FieldType.DECIMAL,
        unit="mGy·cm",
        limits=_above_zero("4000", "150"),
    ),
    Field(
        "slice_thickness_mm",
        N_("Slice thickness"),
        FieldType.DECIMAL,
        unit="mm",
        limits=_above_zero("10", "2.5"),
        decimals=2,
    ),
    Field(
        "kvp",
        N_("Tube voltage"),
        FieldType.INTEGER,
        unit="kVp",
        limits=Limits.between("70", "150", "80", "140"),
    ),
    Field("mas", N_("Tube charge"), FieldType.DECIMAL, "mAs", limits=Limits.between("1", "1000")),
    Field("pitch", N_("Pitch"), FieldType.DECIMAL, limits=Limits.between("0.2", "4"), decimals=2),
    Field(
        "scan_length_mm",
        N_("Scan length"),
        FieldType.DECIMAL,
        unit="mm",
        limits=Limits.between("50", "600"),
    ),
    Field("reconstruction", N_("Reconstruction"), FieldType.TEXT),
    Field("contrast", N_("Contrast given"), FieldType.YES_NO),
)

S_FINDINGS = (
    Choice("coronary_calcification", N_("Coronary calcification")),
    Choice("emphysema_severe", N_("Severe emphysema")),
    Choice("emphysema", N_("Emphysema")),
    Choice("interstitial_lung_abnormality", N_("Interstitial lung abnormality")),
    Choice("bronchiectasis", N_("Bronchiectasis")),
    Choice("consolidation", N_("Consolidation")),
    Choice("pleural_effusion", N_("Pleural effusion")),
    Choice("pleural_plaque", N_("Pleural plaque")),
    Choice("mediastinal_mass", N_("Mediastinal mass")),
    Choice("lymph_nodes_enlarged", N_("Enlarged lymph nodes")),
    Choice("thyroid_nodule", N_("Thyroid nodule")),
    Choice("thyroid_mass", N_("Thyroid mass")),
    Choice("aortic_aneurysm", N_("Aortic aneurysm")),
    Choice("aortic_valve_calcification", N_("Aortic valve calcification")),
    Choice("pulmonary_artery_enlarged", N_("Enlarged pulmonary artery")),
    Choice("pericardial_effusion", N_("Pericardial effusion")),
    Choice("breast_mass", N_("Breast mass")),
    Choice("adrenal_nodule", N_("Adrenal nodule")),
    Choice("liver_lesion", N_("Liver lesion")),
    Choice("kidney_lesion", N_("Kidney lesion")),
    Choice("bone_lesion", N_("Bone lesion")),
    Choice("compression_fracture", N_("Compression fracture")),
    Choice("esophageal_abnormality", N_("Esophageal abnormality")),
    Choice("other", N_("Other")),
)
GRADES = (
    Choice("none", N_("None")),
    Choice("mild", N_("Mild")),
    Choice("moderate", N_("Moderate")),
    Choice("severe", N_("Severe")),
    NOT_KNOWN,
)

DETAILS = (
    Field(
        "image_quality",
        N_("Image quality"),
        FieldType.CHOICE,
        choices=(
            Choice("adequate", N_("Adequate")),
            Choice("limited", N_("Limited")),
            Choice("not_diagnostic", N_("Not diagnostic")),
            NOT_KNOWN,
        ),
    ),
    Field(
        "prior_available",
        N_("Earlier CT at hand"),
        FieldType.CHOICE,
        choices=(
            Choice("yes", N_("Yes")),
            Choice("no", N_("No")),
            Choice("being_located", N_("Being located")),
            NOT_KNOWN,
        ),
    ),
    Field(
        "prior_ct_on",
        N_("Date of the earlier CT"),
        FieldType.DATE,
        shown_when=ShownWhen("prior_available", ("yes", "being_located")),
    ),
    Field(
        "prior_category",
        N_("Category on the earlier CT"),
        FieldType.CHOICE,
        hint=N_("Only for an earlier CT that is not recorded here"),
        choices=(*PRIOR_CATEGORIES, NOT_KNOWN),
    ),
    Field(
        "nodule_count",
        N_("Non-calcified nodules, in total"),
        FieldType.INTEGER,
        limits=Limits.between("0", "200", None, "20"),
    ),
    Field("emphysema", N_("Emphysema"), FieldType.CHOICE, choices=GRADES),
    Field(
        "s_finding",
        N_("Other significant findings (modifier S)"),
        FieldType.CHOICES,
        choices=S_FINDINGS,
    ),
    Field(
        "coronary_calcification_grade",
        N_("Coronary calcification"),
        FieldType.CHOICE,
        choices=GRADES,
        shown_when=ShownWhen("s_finding", ("coronary_calcification",)),
    ),
)

THICKEST_SLICE_FOR_VOLUMES_MM = Decimal("1.25")


def check_exam(record: ExamRecord) -> Iterable[Problem]:
    """Find what technique, details and findings of one exam cannot be, or hardly are, together."""
    prior_on, day = record.details.get("prior_ct_on"), record.performed_on
    if isinstance(prior_on, date) and prior_on > day:
        message = N_("The earlier CT ({prior}) is after this exam ({day})")
        yield Problem("prior_ct_on", Sentence(message, {"prior": prior_on, "day": day}))
    if record.modality == "ldct" and record.details.get("contrast") == "yes":
        message = N_("A low-dose CT is done without contrast; confirm it or correct it")
        yield Problem("contrast", Sentence(message), is_question=True)
    slice_mm = record.details.get("slice_thickness_mm")
    has_volume = any(finding.get("volume_mm3") is not None for finding in record.findings)
    is_thick = isinstance(slice_mm, Decimal) and slice_mm > THICKEST_SLICE_FOR_VOLUMES_MM
    if has_volume and is_thick:
        message = N_("Volumes need slices of at most {limit} mm; confirm {slice} mm")
        values = {"limit": THICKEST_SLICE_FOR_VOLUMES_MM, "slice": slice_mm}
        yield Problem("slice_thickness_mm", Sentence(message, values), is_question=True)


EXAM = ExamDefinition(
    modalities=MODALITIES,
    technique=TECHNIQUE,
    details=DETAILS,
    finding=FINDING,
    checks=check_exam,
)
