"""Work-up of a positive thyroid exam: procedures, complications, cancer codes and staging."""

from screening.programs.thyroid.cytology import DETAILS
from screening.programs.thyroid.staging import STAGING
from screening.programs.thyroid.tumors import MARKERS
from screening.protocol.fields import Choice
from screening.protocol.wording import N_
from screening.protocol.workup import ProcedureKind, Workup, resection, tissue_sampling

ULTRASOUND = N_("Ultrasound")
SURGERY = N_("Head and neck surgery")
PATHOLOGY = N_("Pathology")
NUCLEAR_MEDICINE = N_("Nuclear medicine")

PROCEDURES = (
    tissue_sampling("fna", N_("Fine-needle aspiration (FNA)"), ULTRASOUND),
    tissue_sampling("core_biopsy", N_("Core biopsy"), ULTRASOUND),
    tissue_sampling("node_biopsy", N_("Biopsy of a lymph node"), ULTRASOUND),
    resection("lobectomy", N_("Thyroid lobectomy"), SURGERY),
    resection("thyroidectomy", N_("Total or near-total thyroidectomy"), SURGERY),
    ProcedureKind("diagnostic_ultrasound", N_("Diagnostic ultrasound"), ULTRASOUND),
    ProcedureKind("molecular_test", N_("Molecular test"), PATHOLOGY),
    ProcedureKind("calcitonin", N_("Calcitonin measured"), N_("Laboratory")),
    ProcedureKind("scintigraphy", N_("Thyroid scintigraphy"), NUCLEAR_MEDICINE),
    ProcedureKind("ablation", N_("Ablation of a nodule"), ULTRASOUND, is_invasive=True),
    ProcedureKind("radioiodine", N_("Radioiodine"), NUCLEAR_MEDICINE),
    ProcedureKind("team_meeting", N_("Team meeting"), N_("All departments")),
)

PERMANENT_HYPOPARATHYROIDISM = "hypoparathyroidism_permanent"
PERMANENT_PALSY = "nerve_palsy_permanent"

COMPLICATIONS = (
    Choice("none", N_("None")),
    Choice("hematoma", N_("Hematoma")),
    Choice("bleeding_reoperation", N_("Bleeding with reoperation")),
    Choice("infection", N_("Infection")),
    Choice("hypoparathyroidism_transient", N_("Hypoparathyroidism for up to 6 months")),
    Choice(PERMANENT_HYPOPARATHYROIDISM, N_("Hypoparathyroidism for more than 6 months")),
    Choice("nerve_palsy_transient", N_("Recurrent nerve palsy, transient")),
    Choice(PERMANENT_PALSY, N_("Recurrent nerve palsy, permanent")),
    Choice("chyle_leak", N_("Chyle leak")),
    Choice("death_30d", N_("Death within 30 days")),
    Choice("other", N_("Other")),
)

TOPOGRAPHIES = (
    Choice("C73.9", N_("Thyroid gland")),
    Choice("C73", N_("Thyroid gland, without subsite")),
)

# A noninvasive follicular neoplasm with papillary-like nuclei (NIFTP, 8349/1) is not a cancer and
# is left out on purpose.
MORPHOLOGIES = (
    Choice("8260/3", N_("Papillary carcinoma")),
    Choice("8340/3", N_("Papillary carcinoma, follicular variant")),
    Choice("8341/3", N_("Papillary microcarcinoma")),
    Choice("8344/3", N_("Papillary carcinoma, tall cell")),
    Choice("8330/3", N_("Follicular carcinoma")),
    Choice("8335/3", N_("Follicular carcinoma, minimally invasive")),
    Choice("8290/3", N_("Oncocytic carcinoma")),
    Choice("8337/3", N_("Poorly differentiated carcinoma")),
    Choice("8345/3", N_("Medullary carcinoma with amyloid stroma")),
    Choice("8510/3", N_("Medullary carcinoma, not further stated")),
    Choice("8021/3", N_("Anaplastic carcinoma")),
    Choice("8020/3", N_("Undifferentiated carcinoma")),
)

WORKUP = Workup(
    procedures=PROCEDURES,
    complications=COMPLICATIONS,
    topographies=TOPOGRAPHIES,
    morphologies=MORPHOLOGIES,
    staging=STAGING,
    markers=MARKERS,
    details=DETAILS,
)
