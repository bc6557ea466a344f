"""Women at high risk of breast cancer by the published rule sets, and what each is offered.

The rule of the national guideline of 2021 (`cn2021`) calls a woman at high risk who meets any item
A, any item B, or two or more items C of the table below; the program then begins for her at 40,
else at 45. The rule of the China Anti-Cancer Association (`caca`) needs any one of its items. What
the American Cancer Society says of MRI beside mammography (`acs_mri`) is that of the first of its
criteria that applies; its lifetime risk is that of a family-history model, and Gail's does not
count.

What is not known fires no rule and never stands for a no: the verdict columns of a file then say
no, and the reasons name what could change the verdict. Before the age of 55 no menopause is needed
to say that it was not late, and a breast that was dense only before 45 does not count. A blank
`chest_rt_age` is no radiotherapy. Where another reading of a disputed text would change a verdict,
the reasons say so. Answers that are impossible or contradict each other are refused.

The percentages of models are typed: the 5-year risk by Gail, and the lifetime risk with the model
and version that printed it. The reasons say where the Gail model is not meant for the woman.

Source: `cn2021`: Chin J Oncol 2021;43:357, whose text was not seen: its items are recalled, to be
confirmed by the site. `caca`: hand-outs of the association, a secondary source. `acs_mri`: CA
Cancer J Clin 2007;57:75.
"""

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
