"""The thyroid program's published systems over the rows of a file, columns as in the vectors."""

from screening.clinical import (
    thyroid_nodes,
    thyroid_screening,
)
from screening.programs.thyroid.bulk.acr_ti_rads import ACR_TI_RADS
from screening.programs.thyroid.bulk.c_ti_rads import C_TI_RADS
from screening.programs.thyroid.bulk.growth import GROWTH
from screening.programs.thyroid.bulk.patterns import PATTERN_SYSTEMS
from screening.programs.thyroid.bulk.staging import STAGING
from screening.protocol.systems import BulkSystem

BULK_SYSTEMS = (
    ACR_TI_RADS,
    C_TI_RADS,
    GROWTH,
    *STAGING,
    *PATTERN_SYSTEMS,
    BulkSystem(
        "thyroid-nodes",
        "Lymph nodes of the neck on ultrasound",
        thyroid_nodes.INPUTS,
        thyroid_nodes.RESULTS,
        thyroid_nodes.evaluate_row,
    ),
    BulkSystem(
        "thyroid-screening",
        "Who should be screened for thyroid cancer, by body",
        thyroid_screening.INPUTS,
        thyroid_screening.RESULTS,
        thyroid_screening.evaluate_row,
    ),
)
