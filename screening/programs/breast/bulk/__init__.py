"""The breast program's published systems over the rows of a file, columns as in the vector files.

What receptors mean has no system: there are no published rows for it.
"""

from screening.programs.breast.bulk.bi_rads import COMBINED, combined_under
from screening.programs.breast.bulk.high_risk import HIGH_RISK, high_risk_under
from screening.programs.breast.bulk.risk_models import BCSC, GAIL, bcsc_under
from screening.programs.breast.bulk.staging import STAGING, staging_under
from screening.protocol.readings import InForce
from screening.protocol.systems import BulkSystem

BULK_SYSTEMS = (GAIL, BCSC, COMBINED, HIGH_RISK, STAGING)


def bulk_systems_under(in_force: InForce) -> tuple[BulkSystem, ...]:
    """Return the systems where these readings are in force; no open question changes Gail."""
    changing = (bcsc_under, combined_under, high_risk_under, staging_under)
    return (GAIL, *(under(in_force) for under in changing))
