"""The thyroid program's published systems over the rows of a file, columns as in the vectors."""

from functools import partial

from screening.clinical import (
    ata_2015,
    eu_ti_rads,
    k_ti_rads,
    thyroid_nodes,
    thyroid_screening,
)
from screening.programs.thyroid.bulk.acr_ti_rads import ACR_TI_RADS
from screening.programs.thyroid.bulk.c_ti_rads import C_TI_RADS
from screening.programs.thyroid.bulk.growth import GROWTH
from screening.programs.thyroid.bulk.staging import STAGING
from screening.protocol.systems import BulkSystem


def _korean(edition: k_ti_rads.Edition, year: str) -> BulkSystem:
    return BulkSystem(
        edition.system,
        f"K-TIRADS {year}",
        k_ti_rads.INPUTS,
        k_ti_rads.RESULTS,
        partial(k_ti_rads.evaluate_row, edition=edition),
    )


BULK_SYSTEMS = (
    ACR_TI_RADS,
    C_TI_RADS,
    GROWTH,
    *STAGING,
    BulkSystem(
        eu_ti_rads.SYSTEM,
        "EU-TIRADS 2017",
        eu_ti_rads.INPUTS,
        eu_ti_rads.RESULTS,
        eu_ti_rads.evaluate_row,
    ),
    _korean(k_ti_rads.K2021, "2021"),
    _korean(k_ti_rads.K2016, "2016"),
    BulkSystem(
        ata_2015.SYSTEM,
        "ATA 2015: sonographic patterns",
        ata_2015.INPUTS,
        ata_2015.RESULTS,
        ata_2015.evaluate_row,
    ),
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
