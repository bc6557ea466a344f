"""The lung program's published systems over the rows of a file, columns as in the vector files."""

from screening.programs.lung.bulk.eligibility import ELIGIBILITY, eligibility_under
from screening.programs.lung.bulk.lung_rads import EDITIONS, editions_under
from screening.programs.lung.bulk.nodules import NODULE_MODELS
from screening.programs.lung.bulk.persons import PERSON_MODELS
from screening.programs.lung.bulk.protocols import MANAGEMENT
from screening.programs.lung.bulk.staging import STAGING
from screening.protocol.readings import InForce
from screening.protocol.systems import BulkSystem

# What no open question changes.
SETTLED = (*STAGING, *PERSON_MODELS, *NODULE_MODELS, *MANAGEMENT)
BULK_SYSTEMS = (*EDITIONS, ELIGIBILITY, *SETTLED)


def bulk_systems_under(in_force: InForce) -> tuple[BulkSystem, ...]:
    """Return the systems where these readings are in force."""
    return (*editions_under(in_force), eligibility_under(in_force), *SETTLED)
