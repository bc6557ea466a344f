"""Work-up of a positive lung exam: procedures, complications, cancer codes and staging."""

from screening.programs.lung.staging import STAGING
from screening.protocol.fields import Choice
from screening.protocol.wording import N_
from screening.protocol.workup import ProcedureKind, Workup, resection, tissue_sampling

CT_AND_MRI = N_("CT and MRI")
NUCLEAR_MEDICINE = N_("Nuclear medicine")
PATHOLOGY = N_("Pathology")
ENDOSCOPY = N_("Endoscopy")
INTERVENTIONAL = N_("Interventional radiology")
ULTRASOUND = N_("Ultrasound")
THORACIC_SURGERY = N_("Thoracic surgery")
RADIOTHERAPY = N_("Radiotherapy")
ONCOLOGY = N_("Oncology")

PROCEDURES = (
    ProcedureKind("diagnostic_ct", N_("Diagnostic chest CT"), CT_AND_MRI),
    ProcedureKind("short_interval_ldct", N_("Short-interval low-dose CT"), CT_AND_MRI),
    ProcedureKind("pet_ct", N_("PET-CT"), NUCLEAR_MEDICINE),
    ProcedureKind("brain_mri", N_("Brain MRI"), CT_AND_MRI),
    ProcedureKind("sputum_cytology", N_("Sputum cytology"), PATHOLOGY),
    tissue_sampling("bronchoscopy", N_("Bronchoscopy"), ENDOSCOPY),
    tissue_sampling("navigational_bronchoscopy", N_("Navigational bronchoscopy"), ENDOSCOPY),
    tissue_sampling("ebus_tbna", N_("EBUS-guided needle aspiration"), ENDOSCOPY),
    tissue_sampling("ct_guided_biopsy", N_("CT-guided biopsy"), INTERVENTIONAL),
    tissue_sampling("us_guided_biopsy", N_("Ultrasound-guided biopsy"), ULTRASOUND),
    tissue_sampling("mediastinoscopy", N_("Mediastinoscopy"), THORACIC_SURGERY),
    tissue_sampling("thoracoscopy", N_("Diagnostic thoracoscopy"), THORACIC_SURGERY),
    resection("wedge_resection", N_("Wedge resection"), THORACIC_SURGERY),
    resection("segmentectomy", N_("Segmentectomy"), THORACIC_SURGERY),
    resection("lobectomy", N_("Lobectomy"), THORACIC_SURGERY),
    resection("pneumonectomy", N_("Pneumonectomy"), THORACIC_SURGERY),
    ProcedureKind("sbrt", N_("Stereotactic radiotherapy"), RADIOTHERAPY),
    ProcedureKind("radiotherapy", N_("Radiotherapy"), RADIOTHERAPY),
    ProcedureKind("ablation", N_("Ablation"), INTERVENTIONAL),
    ProcedureKind("systemic_therapy", N_("Systemic therapy"), ONCOLOGY),
    ProcedureKind("molecular_test", N_("Molecular test"), N_("Molecular pathology")),
    ProcedureKind("team_meeting", N_("Team meeting"), N_("All departments")),
    ProcedureKind("lung_function", N_("Lung function"), N_("Lung function laboratory")),
)
INVASIVE_DIAGNOSTIC = tuple(kind.code for kind in PROCEDURES if kind.is_invasive)

COMPLICATIONS = (
    Choice("none", N_("None")),
    Choice("pneumothorax", N_("Pneumothorax without drain")),
    Choice("pneumothorax_drain", N_("Pneumothorax with drain")),
    Choice("hemorrhage_minor", N_("Minor hemorrhage")),
    Choice("hemorrhage_major", N_("Major hemorrhage")),
    Choice("hemoptysis", N_("Coughing up blood")),
    Choice("infection", N_("Infection")),
    Choice("air_embolism", N_("Air embolism")),
    Choice("tumor_seeding", N_("Tumor seeding")),
    Choice("arrhythmia", N_("Arrhythmia")),
    Choice("prolonged_air_leak", N_("Prolonged air leak")),
    Choice("respiratory_failure", N_("Respiratory failure")),
    Choice("reoperation", N_("Reoperation")),
    Choice("death_30d", N_("Death within 30 days")),
    Choice("death_60d", N_("Death within 60 days")),
    Choice("other", N_("Other")),
)

TOPOGRAPHIES = (
    Choice("C34.0", N_("Main bronchus")),
    Choice("C34.1", N_("Upper lobe")),
    Choice("C34.2", N_("Middle lobe")),
    Choice("C34.3", N_("Lower lobe")),
    Choice("C34.8", N_("Overlapping lesion of the lung")),
    Choice("C34.9", N_("Lung, not stated where")),
)

# Atypical adenomatous hyperplasia (8250/0) is not a cancer and is left out on purpose.
MORPHOLOGIES = (
    Choice("8140/3", N_("Adenocarcinoma")),
    Choice("8250/2", N_("Adenocarcinoma in situ, non-mucinous")),
    Choice("8253/2", N_("Adenocarcinoma in situ, mucinous")),
    Choice("8140/2", N_("Adenocarcinoma in situ, not further stated")),
    Choice("8256/3", N_("Minimally invasive adenocarcinoma, non-mucinous")),
    Choice("8257/3", N_("Minimally invasive adenocarcinoma, mucinous")),
    Choice("8250/3", N_("Lepidic adenocarcinoma")),
    Choice("8070/3", N_("Squamous cell carcinoma")),
    Choice("8012/3", N_("Large cell carcinoma")),
    Choice("8041/3", N_("Small cell carcinoma")),
    Choice("8240/3", N_("Typical carcinoid")),
    Choice("8249/3", N_("Atypical carcinoid")),
    Choice("8046/3", N_("Non-small cell carcinoma, not further stated")),
)

WORKUP = Workup(
    procedures=PROCEDURES,
    complications=COMPLICATIONS,
    topographies=TOPOGRAPHIES,
    morphologies=MORPHOLOGIES,
    staging=STAGING,
)
