"""TNM of thyroid cancer, 8th edition: T, and the stage groups of each kind of cancer."""

from screening.clinical.tnm_thyroid import differentiated, medullary_anaplastic
from screening.clinical.tnm_thyroid.letters import (
    EDITION,
    M_VALUES,
    N_VALUES,
    REASON_KEYS,
    RESULTS,
    T_VALUES,
    UNKNOWN,
    Stage,
)
from screening.clinical.tnm_thyroid.medullary_anaplastic import Histology
from screening.clinical.tnm_thyroid.tumor import Extension, tumor_category

__all__ = [
    "EDITION",
    "M_VALUES",
    "N_VALUES",
    "REASON_KEYS",
    "RESULTS",
    "T_VALUES",
    "UNKNOWN",
    "Extension",
    "Histology",
    "Stage",
    "differentiated",
    "medullary_anaplastic",
    "tumor_category",
]
