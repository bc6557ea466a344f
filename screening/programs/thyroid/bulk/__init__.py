"""The thyroid program's published systems over the rows of a file, columns as in the vectors."""

from screening.programs.thyroid.bulk.acr_ti_rads import ACR_TI_RADS, acr_under
from screening.programs.thyroid.bulk.c_ti_rads import C_TI_RADS, chinese_under
from screening.programs.thyroid.bulk.cytology import BETHESDA
from screening.programs.thyroid.bulk.growth import GROWTH
from screening.programs.thyroid.bulk.nodes import NODES
from screening.programs.thyroid.bulk.patterns import PATTERN_SYSTEMS
from screening.programs.thyroid.bulk.persons import PERSONS
from screening.programs.thyroid.bulk.staging import STAGING
from screening.protocol.readings import InForce
from screening.protocol.systems import BulkSystem

# What no open question changes.
SETTLED = (GROWTH, *STAGING, *PATTERN_SYSTEMS, NODES, BETHESDA, PERSONS)
BULK_SYSTEMS = (ACR_TI_RADS, C_TI_RADS, *SETTLED)


def bulk_systems_under(in_force: InForce) -> tuple[BulkSystem, ...]:
    """Return the systems where these readings are in force."""
    return (acr_under(in_force), chinese_under(in_force), *SETTLED)
