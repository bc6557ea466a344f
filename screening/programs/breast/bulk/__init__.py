"""The breast program's published systems over the rows of a file, columns as in the vector files.

What receptors mean has no system: there are no published rows for it.
"""

from screening.programs.breast.bulk.bi_rads import COMBINED
from screening.programs.breast.bulk.high_risk import HIGH_RISK
from screening.programs.breast.bulk.risk_models import RISK_MODELS
from screening.programs.breast.bulk.staging import STAGING

BULK_SYSTEMS = (*RISK_MODELS, COMBINED, HIGH_RISK, STAGING)
