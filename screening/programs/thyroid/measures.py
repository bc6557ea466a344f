"""The measures of the thyroid program: the general ones, and what screening does beside finding."""

from screening.protocol.measures import GENERAL_MEASURES, Measure, cancers, persons, procedures
from screening.protocol.wording import N_

FOUND = "screen_detected"

OWN_MEASURES = (
    Measure(
        "nodule_rate",
        N_("Nodules seen"),
        N_("Persons with any nodule, of persons screened; not a result in itself."),
        persons("screened", "nodule"),
        persons("screened"),
        source=N_("Chinese check-ups: 20-48 %"),
    ),
    Measure(
        "fna_rate",
        N_("FNA rate"),
        N_("Persons with FNA in work-up, of persons screened."),
        persons("screened", "fna"),
        persons("screened"),
    ),
    Measure(
        "fna_below_threshold_share",
        N_("FNA below the size"),
        N_("FNAs of nodules that the system in use does not send to FNA, of all FNAs."),
        procedures("fna", "fna_below_threshold"),
        procedures("fna"),
        source=N_("The first sign of drift"),
    ),
    Measure(
        "nondiagnostic_share",
        N_("Nondiagnostic FNA"),
        N_("FNAs with Bethesda I, of all FNAs."),
        procedures("fna", "nondiagnostic_fna"),
        procedures("fna"),
    ),
    Measure(
        "fna_yield",
        N_("Cancer after FNA"),
        N_("Persons with a screen-detected cancer, of persons with FNA in work-up."),
        persons("fna", FOUND),
        persons("fna"),
    ),
    Measure(
        "surgery_rate",
        N_("Surgery rate"),
        N_("Persons with lobectomy or thyroidectomy in work-up, of persons screened."),
        persons("screened", "operated"),
        persons("screened"),
    ),
    Measure(
        "microcarcinoma_share",
        N_("Cancers of 10 mm or less"),
        N_("Screen-detected cancers of 10 mm or less, of those of known size."),
        cancers(FOUND, "size_known", "up_to_10_mm"),
        cancers(FOUND, "size_known"),
    ),
    Measure(
        "microcarcinoma_5mm_share",
        N_("Cancers of 5 mm or less"),
        N_("Screen-detected cancers of 5 mm or less, of those of known size."),
        cancers(FOUND, "size_known", "up_to_5_mm"),
        cancers(FOUND, "size_known"),
    ),
    Measure(
        "unknown_size_share",
        N_("Cancers of unknown size"),
        N_("Screen-detected cancers without a size, of all screen-detected cancers."),
        cancers(FOUND, "size_unknown"),
        cancers(FOUND),
    ),
    Measure(
        "low_risk_share",
        N_("Low-risk cancers"),
        N_("Screen-detected cancers T1a N0 M0, of those with known T, N and M."),
        cancers(FOUND, "tnm_known", "low_risk"),
        cancers(FOUND, "tnm_known"),
    ),
    Measure(
        "node_positive_share",
        N_("Cancers with positive nodes"),
        N_("Screen-detected cancers N1, of those whose nodes were assessed."),
        cancers(FOUND, "nodes_known", "node_positive"),
        cancers(FOUND, "nodes_known"),
    ),
    Measure(
        "active_surveillance_share",
        N_("Active surveillance of low-risk cancers"),
        N_("Low-risk screen-detected cancers under active surveillance, of all of them."),
        cancers(FOUND, "low_risk", "under_surveillance"),
        cancers(FOUND, "low_risk"),
    ),
    Measure(
        "total_thyroidectomy_t1a_share",
        N_("Total thyroidectomy in T1a"),
        N_("Screen-detected T1a cancers with total thyroidectomy, of those operated."),
        cancers(FOUND, "operated_t1a", "total_in_t1a"),
        cancers(FOUND, "operated_t1a"),
    ),
    Measure(
        "hypoparathyroidism_share",
        N_("Permanent hypoparathyroidism"),
        N_("Persons with hypoparathyroidism for more than 6 months, of persons operated."),
        persons("operated", "permanent_hypoparathyroidism"),
        persons("operated"),
        source=N_("Definitions vary widely: compare only within one"),
    ),
    Measure(
        "nerve_palsy_share",
        N_("Permanent recurrent nerve palsy"),
        N_("Persons with a permanent recurrent nerve palsy, of persons operated."),
        persons("operated", "permanent_palsy"),
        persons("operated"),
    ),
)

MEASURES = (*GENERAL_MEASURES, *OWN_MEASURES)
