"""What is recorded of a lung screening CT beside its findings: technique and details."""

from decimal import Decimal

from screening.programs.lung.findings import FINDING, PRIOR_CATEGORIES
from screening.protocol.fields import NOT_KNOWN, Choice, Field, FieldType, Limits, ShownWhen
from screening.protocol.program import ExamDefinition
from screening.protocol.wording import N_

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

EXAM = ExamDefinition(modalities=MODALITIES, technique=TECHNIQUE, details=DETAILS, finding=FINDING)
