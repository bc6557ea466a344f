"""The lung program's published systems over the rows of a file, columns as in the vector files."""

from screening.programs.lung.bulk.eligibility import ELIGIBILITY
from screening.programs.lung.bulk.lung_rads import EDITIONS
from screening.programs.lung.bulk.nodules import NODULE_MODELS
from screening.programs.lung.bulk.persons import PERSON_MODELS
from screening.programs.lung.bulk.protocols import MANAGEMENT
from screening.programs.lung.bulk.staging import STAGING

BULK_SYSTEMS = (
    *EDITIONS,
    ELIGIBILITY,
    *STAGING,
    *PERSON_MODELS,
    *NODULE_MODELS,
    *MANAGEMENT,
)
