"""The breast program's published systems over rows of a file, columns as in the vector files."""

from screening.clinical import bcsc, bi_rads, breast_high_risk, gail, tnm_breast
from screening.protocol.systems import BulkSystem

BULK_SYSTEMS = (
    BulkSystem(
        gail.SYSTEM,
        "Gail model (BCRAT): risk of invasive breast cancer",
        gail.INPUTS,
        gail.RESULTS,
        gail.evaluate_row,
        gail.ON_ERROR,
    ),
    BulkSystem(
        bcsc.SYSTEM,
        "BCSC v1.0: 5-year risk of invasive breast cancer",
        bcsc.INPUTS,
        bcsc.RESULTS,
        bcsc.evaluate_row,
    ),
    BulkSystem(
        bi_rads.SYSTEM,
        "BI-RADS: one assessment of both breasts and all modalities",
        bi_rads.INPUTS,
        bi_rads.RESULTS,
        bi_rads.evaluate_row,
    ),
    BulkSystem(
        breast_high_risk.SYSTEM,
        "High risk of breast cancer by the Chinese rules, MRI by ACS",
        breast_high_risk.INPUTS,
        breast_high_risk.RESULTS,
        breast_high_risk.evaluate_row,
    ),
    BulkSystem(
        tnm_breast.SYSTEM,
        "TNM, 8th edition: breast cancer, anatomic groups",
        tnm_breast.INPUTS,
        tnm_breast.RESULTS,
        tnm_breast.evaluate_row,
    ),
)
