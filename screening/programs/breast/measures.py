"""The measures of the breast program: the general ones, and its own."""

from screening.protocol.measures import (
    GENERAL_MEASURES,
    ON_TIME_CATEGORY_3,
    Measure,
    cancers,
    exams,
    persons,
)
from screening.protocol.wording import N_

OF_CANCERS = (
    Measure(
        "invasive_detection_rate",
        N_("Invasive cancer detection rate"),
        N_("Persons with an invasive screen-detected cancer, of persons screened."),
        persons("screened", "screen_detected", "invasive"),
        persons("screened"),
    ),
    Measure(
        "in_situ_share",
        N_("In situ share"),
        N_("In situ cancers, of screen-detected cancers of known behavior."),
        cancers("screen_detected", "known_behavior", "in_situ"),
        cancers("screen_detected", "known_behavior"),
        source=N_("European guidelines, 4th edition: invasive share of 80 to 90 %"),
    ),
    Measure(
        "invasive_share",
        N_("Invasive share"),
        N_("Invasive cancers, of screen-detected cancers of known behavior."),
        cancers("screen_detected", "known_behavior", "invasive"),
        cancers("screen_detected", "known_behavior"),
        source=N_("European guidelines, 4th edition: 80 to 90 %"),
    ),
    Measure(
        "minimal_cancer_share",
        N_("Minimal cancer share"),
        N_(
            "In situ cancers and invasive ones of at most 10 mm, of screen-detected cancers in "
            "situ or of known size."
        ),
        cancers("screen_detected", "known_extent", "minimal"),
        cancers("screen_detected", "known_extent"),
        source=N_("BCSC 2017: 57.7 %"),
    ),
    Measure(
        "node_negative_share",
        N_("Node-negative share"),
        N_("Invasive cancers without cancer in nodes, of screen-detected ones of known nodes."),
        cancers("screen_detected", "known_nodes", "node_negative"),
        cancers("screen_detected", "known_nodes"),
        source=N_("BCSC 2017: 79.4 %"),
    ),
    Measure(
        "invasive_up_to_10_mm_share",
        N_("Invasive cancers of at most 10 mm"),
        N_("Invasive cancers of at most 10 mm, of screen-detected invasive ones of known size."),
        cancers("screen_detected", "known_invasive_size", "invasive_up_to_10_mm"),
        cancers("screen_detected", "known_invasive_size"),
        source=N_("European guidelines, 4th edition, desired: at least 25 %"),
    ),
    Measure(
        "invasive_below_15_mm_share",
        N_("Invasive cancers smaller than 15 mm"),
        N_("Invasive cancers smaller than 15 mm, of screen-detected ones of known size."),
        cancers("screen_detected", "known_invasive_size", "invasive_below_15_mm"),
        cancers("screen_detected", "known_invasive_size"),
        source=N_("European guidelines, 4th edition: 50 %"),
    ),
    Measure(
        "stage_ii_plus_share",
        N_("Stage II and later"),
        N_("Screen-detected cancers of stage II or later, of those of known stage."),
        cancers("screen_detected", "known_stage", "stage_ii_or_later"),
        cancers("screen_detected", "known_stage"),
        source=N_("European guidelines, 4th edition, desired: below 30 %"),
    ),
)

OF_EXAMS = (
    Measure(
        "exam_sensitivity",
        N_("Sensitivity of each exam"),
        N_(
            "Positive exams, of exams with a cancer within the window, whichever modality of the "
            "round found it, once follow-up is complete."
        ),
        exams("with_result", "followed", "cancer_in_window", "positive"),
        exams("with_result", "followed", "cancer_in_window"),
    ),
    Measure(
        "false_negative_rate",
        N_("False negative rate"),
        N_("Negative exams with a cancer within the window, of exams with complete follow-up."),
        exams("complete", "false_negative"),
        exams("complete"),
        source=N_("BCSC 2017: 0.8 per 1,000"),
        method="garwood_exact",
    ),
    Measure(
        "category_3_share",
        N_("Category 3 share"),
        N_("Exams of category 3, of exams with a result."),
        exams("with_result", "category_3"),
        exams("with_result"),
    ),
    Measure(
        "category_4_5_share",
        N_("Category 4 and 5 share"),
        N_("Exams of category 4 or 5, of exams with a result."),
        exams("with_result", "category_4_5"),
        exams("with_result"),
    ),
    ON_TIME_CATEGORY_3,
    Measure(
        "workup_started_4_5",
        N_("Work-up of 4 and 5 started in time"),
        N_("Category 4 and 5 exams with a first step within 30 days, of those due."),
        exams("workup_due", "workup_started"),
        exams("workup_due"),
    ),
    Measure(
        "dense_share",
        N_("Dense breasts"),
        N_("Mammograms of dense breasts, of mammograms with a density."),
        exams("density_recorded", "dense"),
        exams("density_recorded"),
    ),
)

MEASURES = (*GENERAL_MEASURES, *OF_CANCERS, *OF_EXAMS)
