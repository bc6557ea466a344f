"""The measures of the lung program: the general ones, and its own."""

from screening.protocol.measures import (
    GENERAL_MEASURES,
    ON_TIME_CATEGORY_3,
    Measure,
    cancers,
    exams,
    persons,
)
from screening.protocol.wording import N_

OWN_MEASURES = (
    ON_TIME_CATEGORY_3,
    Measure(
        "on_time_category_4a",
        N_("Category 4A followed up on time"),
        N_("Category 4A exams followed by CT, PET-CT or biopsy within the window, of those due."),
        exams("category_4a_due", "category_4a_on_time"),
        exams("category_4a_due"),
    ),
    Measure(
        "workup_started_4b_4x",
        N_("Work-up of 4B and 4X started in time"),
        N_("Category 4B and 4X exams with a first step within 30 days, of those due."),
        exams("workup_due", "workup_started"),
        exams("workup_due"),
    ),
    Measure(
        "s_finding_rate",
        N_("Significant incidental findings"),
        N_("Exams with modifier S, of exams with a result."),
        exams("with_result", "s_finding"),
        exams("with_result"),
        source=N_("ACR estimate: 10 %"),
    ),
    Measure(
        "category_0_share",
        N_("Category 0 share"),
        N_("Exams of category 0, of screening exams."),
        exams("screened", "category_0"),
        exams("screened"),
        source=N_("ACR estimate: 1 %"),
    ),
    Measure(
        "dose_within_limit_share",
        N_("Dose within the limit"),
        N_("Exams of CTDIvol 3.0 mGy or less, of those of standard-size adults with a dose."),
        exams("dose_recorded_standard_size", "dose_within_limit"),
        exams("dose_recorded_standard_size"),
        source=N_("CMS 2015: CTDIvol of 3.0 mGy or less at standard size"),
    ),
    Measure(
        "stage_0_ii_share",
        N_("Stage 0-II share"),
        N_("Screen-detected cancers of stage 0 to II, of those of known stage."),
        cancers("screen_detected", "known_stage", "stage_0_ii"),
        cancers("screen_detected", "known_stage"),
    ),
    Measure(
        "benign_invasive_procedure_share",
        N_("Invasive procedures for benign disease"),
        N_("Exams whose invasive work-up found benign disease, of those with invasive work-up."),
        exams("positive", "invasive_procedure", "invasive_benign"),
        exams("positive", "invasive_procedure"),
        source=N_("NELSON round 1: 27.2 %"),
    ),
    Measure(
        "appropriateness",
        N_("Appropriateness"),
        N_("Persons who met the rule set in force at the exam, of persons screened."),
        persons("screened", "was_eligible"),
        persons("screened"),
    ),
    Measure(
        "structured_report_rate",
        N_("Structured reports"),
        N_("Exams with a category in a coded field, of screening exams."),
        exams("screened", "has_category"),
        exams("screened"),
    ),
    Measure(
        "cessation_offer_rate",
        N_("Help with quitting offered"),
        N_("Smokers who were offered help with quitting, of smokers screened."),
        persons("screened", "smoker", "cessation_offered"),
        persons("screened", "smoker"),
    ),
    Measure(
        "quit_rate",
        N_("Quit rate"),
        N_("Persons who do not smoke any more, of smokers at the earlier round screened again."),
        persons("screened", "smoked_before", "quit_smoking"),
        persons("screened", "smoked_before"),
    ),
    Measure(
        "shared_decision_rate",
        N_("Shared decision before the first screen"),
        N_("First screens after a decision visit with a decision aid, of first screens."),
        exams("screened", "first_screen", "decision_shared"),
        exams("screened", "first_screen"),
    ),
)

MEASURES = (*GENERAL_MEASURES, *OWN_MEASURES)
