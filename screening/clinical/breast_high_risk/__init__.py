"""Women at high risk of breast cancer by the published rule sets, and what each is offered."""

from screening.clinical.breast_high_risk.acs import AcsMri, MriJudgment, judge_mri
from screening.clinical.breast_high_risk.chinese_offers import CHINESE
from screening.clinical.breast_high_risk.entered import EnteredRisk, FamilyModel, read_model
from screening.clinical.breast_high_risk.notes import notes
from screening.clinical.breast_high_risk.offers import (
    Evidence,
    Exam,
    GroupOffers,
    Guideline,
    Offer,
    Offers,
    Strength,
    offers_by,
)
from screening.clinical.breast_high_risk.readings import (
    REFERENCE_DEFAULTS,
    CacaCuts,
    Cn2021Cuts,
    MenarcheCut,
    Readings,
)
from screening.clinical.breast_high_risk.reason_keys import REASON_KEYS
from screening.clinical.breast_high_risk.rows import (
    INPUTS,
    RESULTS,
    SYSTEM,
    evaluate_row,
    read_woman,
    start_years,
)
from screening.clinical.breast_high_risk.rule_sets import (
    RULE_SETS,
    Judgment,
    RuleSet,
    Verdict,
    judge,
)
from screening.clinical.breast_high_risk.western_offers import WESTERN
from screening.clinical.breast_high_risk.woman import Gene, Woman, check_woman

__all__ = [
    "CHINESE",
    "INPUTS",
    "REASON_KEYS",
    "REFERENCE_DEFAULTS",
    "RESULTS",
    "RULE_SETS",
    "SYSTEM",
    "WESTERN",
    "AcsMri",
    "CacaCuts",
    "Cn2021Cuts",
    "EnteredRisk",
    "Evidence",
    "Exam",
    "FamilyModel",
    "Gene",
    "GroupOffers",
    "Guideline",
    "Judgment",
    "MenarcheCut",
    "MriJudgment",
    "Offer",
    "Offers",
    "Readings",
    "RuleSet",
    "Strength",
    "Verdict",
    "Woman",
    "check_woman",
    "evaluate_row",
    "judge",
    "judge_mri",
    "notes",
    "offers_by",
    "read_model",
    "read_woman",
    "start_years",
]
