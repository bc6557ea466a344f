"""Work-up of a positive breast exam: procedures, complications, cancer codes and staging."""

from screening.programs.breast.markers import MARKERS
from screening.programs.breast.staging import STAGING
from screening.protocol.fields import Choice
from screening.protocol.wording import N_
from screening.protocol.workup import ProcedureKind, Workup, resection, tissue_sampling

BREAST_IMAGING = N_("Breast imaging")
BREAST_SURGERY = N_("Breast surgery")

PROCEDURES = (
    ProcedureKind("diagnostic_mammography", N_("Diagnostic mammography"), BREAST_IMAGING),
    ProcedureKind("targeted_ultrasound", N_("Targeted ultrasound"), BREAST_IMAGING),
    ProcedureKind("diagnostic_mri", N_("Diagnostic MRI"), BREAST_IMAGING),
    tissue_sampling("core_biopsy", N_("Core biopsy"), BREAST_IMAGING),
    tissue_sampling("vacuum_biopsy", N_("Vacuum-assisted biopsy"), BREAST_IMAGING),
    tissue_sampling("fna", N_("Fine-needle aspiration"), BREAST_IMAGING),
    resection("surgical_biopsy", N_("Surgical biopsy"), BREAST_SURGERY),
    resection("lumpectomy", N_("Lumpectomy"), BREAST_SURGERY),
    resection("mastectomy", N_("Mastectomy"), BREAST_SURGERY),
    tissue_sampling("sentinel_node_biopsy", N_("Sentinel node biopsy"), BREAST_SURGERY),
    tissue_sampling("axillary_dissection", N_("Axillary dissection"), BREAST_SURGERY),
    ProcedureKind("radiotherapy", N_("Radiotherapy"), N_("Radiotherapy")),
    ProcedureKind("systemic_therapy", N_("Systemic therapy"), N_("Oncology")),
    ProcedureKind("genetic_counseling", N_("Genetic counseling"), N_("Genetics")),
    ProcedureKind("team_meeting", N_("Team meeting"), N_("All departments")),
)

COMPLICATIONS = (
    Choice("none", N_("None")),
    Choice("hematoma", N_("Hematoma")),
    Choice("bleeding", N_("Bleeding that needed treatment")),
    Choice("infection", N_("Infection")),
    Choice("pneumothorax", N_("Pneumothorax")),
    Choice("vasovagal", N_("Fainting")),
    Choice("seroma", N_("Seroma")),
    Choice("lymphedema", N_("Lymphedema")),
    Choice("wound_healing", N_("Wound healing disorder")),
    Choice("reoperation", N_("Reoperation")),
    Choice("other", N_("Other")),
)

TOPOGRAPHIES = (
    Choice("C50.0", N_("Nipple")),
    Choice("C50.1", N_("Central portion of the breast")),
    Choice("C50.2", N_("Upper-inner quadrant")),
    Choice("C50.3", N_("Lower-inner quadrant")),
    Choice("C50.4", N_("Upper-outer quadrant")),
    Choice("C50.5", N_("Lower-outer quadrant")),
    Choice("C50.6", N_("Axillary tail of the breast")),
    Choice("C50.8", N_("Overlapping lesion of the breast")),
    Choice("C50.9", N_("Breast, not stated where")),
)

# LCIS (8520/2) is a marker of risk and not a cancer of this program; it is left out on purpose.
MORPHOLOGIES = (
    Choice("8500/3", N_("Invasive carcinoma of no special type (ductal)")),
    Choice("8500/2", N_("Ductal carcinoma in situ (DCIS)")),
    Choice("8520/3", N_("Invasive lobular carcinoma")),
    Choice("8522/3", N_("Invasive ductal and lobular carcinoma")),
    Choice("8211/3", N_("Tubular carcinoma")),
    Choice("8201/3", N_("Cribriform carcinoma")),
    Choice("8480/3", N_("Mucinous carcinoma")),
    Choice("8507/3", N_("Invasive micropapillary carcinoma")),
    Choice("8503/2", N_("Papillary carcinoma in situ")),
    Choice("8504/2", N_("Encapsulated papillary carcinoma")),
    Choice("8575/3", N_("Metaplastic carcinoma")),
    Choice("8530/3", N_("Inflammatory carcinoma")),
    Choice("8540/3", N_("Paget disease of the nipple")),
    Choice("8010/3", N_("Carcinoma, not further stated")),
)

WORKUP = Workup(
    procedures=PROCEDURES,
    complications=COMPLICATIONS,
    topographies=TOPOGRAPHIES,
    morphologies=MORPHOLOGIES,
    staging=STAGING,
    markers=MARKERS,
)
