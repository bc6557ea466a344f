"""The NCI's BCRAT (modified Gail model 2): the risk of invasive breast cancer in five years.

Each answer falls into a category of the tables below; one that is not known adds nothing to the
relative risk and is named. The relative risk is exp(sum of coefficient x category) times the factor
of atypical hyperplasia, with one more term for biopsies from the age of 50 on. In each year of age
the hazard of cancer is h1 = incidence x relative risk x (1 - attributable risk), that of death from
anything else h2. A year of which w is covered adds h1 / (h1 + h2) x S x (1 - exp(-(h1 + h2) x w)),
where S is the probability of being free of both until then. The average woman of the same age and
race has h1 = incidence; White and Other women are compared with the rates of 1992-96.

The projection ends at `projection_age`: five years on where it is blank, and never after 90, where
the lifetime risk ends. `ge_1_67_pct_5y` is met from 1.67 % on and is blank unless the projection is
one of exactly five years. 99 stands for not known, and 98 years at the first birth for no birth.

There is no result below 20 or from 90 years on, for a projection age that is not above the age, for
a race outside 1 to 11, for an answer on atypical hyperplasia without a biopsy, for a menarche of 0
or above the age, and for a first birth before menarche or above the age; of Black women the last is
not checked, as in the published package.

The model is not for women who had breast cancer, DCIS or LCIS, with a known BRCA variant or a
hereditary syndrome, or after chest radiotherapy. The national tool takes ages from 35; its upper
limit of 85 is recalled, to be confirmed by the site; other ages are computed and noted. All rates
are those of the United States, and the lifetime risk is not to be used to decide on MRI.

Source: CRAN package BCRA 2.1.2. Gail et al. 1989 and Costantino et al. 1999 (White), Gail et al.
2007 (Black), Matsuno et al. 2011 (Asian), Banegas et al. 2017 (Hispanic). The published rows were
computed by that package under R 4.2.2. The cut of 1.67 % is that of the Chinese rule for high risk;
as the label of preventive drugs in the United States it is not verified.
"""

from screening.clinical.gail.risk import HIGH_RISK_PERCENT, REASON_KEYS, GailRisk, gail_risk
from screening.clinical.gail.rows import (
    INPUTS,
    ON_ERROR,
    RESULTS,
    SYSTEM,
    evaluate_row,
    read_woman,
    risk_of_row,
)
from screening.clinical.gail.woman import Race, Span, Woman

__all__ = [
    "HIGH_RISK_PERCENT",
    "INPUTS",
    "ON_ERROR",
    "REASON_KEYS",
    "RESULTS",
    "SYSTEM",
    "GailRisk",
    "Race",
    "Span",
    "Woman",
    "evaluate_row",
    "gail_risk",
    "read_woman",
    "risk_of_row",
]
