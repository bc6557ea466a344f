"""Measures as data, the marks that they count, and the measures that every program shares."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from screening.protocol.facts import ExamFacts
from screening.protocol.wording import N_


class Counted(StrEnum):
    """What a tally counts: distinct persons, screening exams, cancers, or work-up procedures."""

    PERSONS = "persons"
    EXAMS = "exams"
    CANCERS = "cancers"
    PROCEDURES = "procedures"


@dataclass(frozen=True)
class Tally:
    """A count over the screening facts in which every one of these marks holds."""

    of: Counted
    marks: tuple[str, ...]


@dataclass(frozen=True)
class Measure:
    """A rate with its numerator and denominator; `definition` is the sentence the page shows.

    `method` is the code of its interval: `wilson` for shares, `garwood_exact` for rare counts.
    """

    code: str
    title: str
    definition: str
    numerator: Tally
    denominator: Tally
    source: str = ""
    method: str = "wilson"


@dataclass(frozen=True)
class Mark:
    """A program's own mark of a screening exam; `since` gives the day from which it holds.

    None: it does not hold. A mark that is known to come (a window that ends) may lie in the
    future, so that the same stored day answers for every day of report.
    """

    code: str
    definition: str
    since: Callable[[ExamFacts], date | None]


GENERAL_MARKS = {
    "screened": N_("performed, technically adequate exam of a screening purpose"),
    "with_result": N_("screened, and its category is final"),
    "positive": N_("with result, and positive by the program's threshold"),
    "negative": N_("with result, and not positive"),
    "more_imaging": N_("with result, and more imaging was asked for"),
    "tissue_asked": N_("with result, and tissue sampling was asked for"),
    "technical_repeat": N_("screened, and the exam had to be repeated for a technical reason"),
    "beside_cancer": N_("a cancer belongs to another modality of the same round"),
    "complete": N_(
        "with result, outcome recorded or follow-up window over, and not beside the exam of the "
        "round that a cancer belongs to"
    ),
    "pending": N_("screened, without outcome, and the follow-up window is still open"),
    "followed": N_("screened, and outcome recorded or follow-up window over"),
    "lost": N_("positive, and without outcome past the protocol's days"),
    "screen_detected": N_("a cancer that the positive exam's round found"),
    "undecided": N_("pending and not negative, and no cancer was found so far"),
    "may_be_detected": N_("screen-detected or undecided"),
    "interval_cancer": N_("a cancer after the negative exam, before the next screening was due"),
    "cancer_in_window": N_(
        "a cancer within the follow-up window after the exam, or found by its round"
    ),
    "true_positive": N_("complete and positive, with cancer in the window"),
    "false_positive": N_("complete and positive, without cancer in the window"),
    "true_negative": N_("complete and negative, without cancer in the window"),
    "false_negative": N_("complete and negative, with cancer in the window"),
    "without_cancer": N_("complete, without cancer in the window"),
    "negative_complete": N_("negative, and outcome recorded or follow-up window over"),
    "biopsied": N_("tissue was taken in the work-up of the positive exam"),
    "biopsied_benign": N_("tissue was taken in the work-up, and no cancer was found"),
    "resected": N_("a resection was done in the work-up of the positive exam"),
    "resected_benign": N_("a resection in the work-up was benign"),
    "due_next_round": N_("negative, the window of the next round is over, and still eligible"),
    "returned": N_("examined again within the window of the next round"),
    "awaits_result": N_("screened, and no result was reported yet"),
    "awaits_diagnosis": N_("positive and undecided"),
    "diagnosed_or_awaited": N_("screen-detected, or positive and undecided"),
    "awaits_treatment": N_("the cancer was not treated yet"),
    "known_stage": N_("the cancer's stage group is known"),
    "unknown_stage": N_("screen-detected, and the cancer's stage group is not known"),
    "early_stage": N_("the cancer's stage group is one of the program's early stages"),
    "stage_i": N_("the cancer's stage group is stage I"),
}


def persons(*marks: str) -> Tally:
    """Count distinct persons."""
    return Tally(Counted.PERSONS, marks)


def exams(*marks: str) -> Tally:
    """Count screening exams."""
    return Tally(Counted.EXAMS, marks)


def cancers(*marks: str) -> Tally:
    """Count cancers."""
    return Tally(Counted.CANCERS, marks)


def procedures(*marks: str) -> Tally:
    """Count work-up procedures; the program's own marks are those of the one procedure."""
    return Tally(Counted.PROCEDURES, marks)


GENERAL_MEASURES = (
    Measure(
        "detection_rate",
        N_("Cancer detection rate"),
        N_("Persons with a screen-detected cancer, of persons screened."),
        persons("screened", "screen_detected"),
        persons("screened"),
    ),
    Measure(
        "detection_rate_per_exam",
        N_("Cancer detection rate per exam"),
        N_("Screen-detected cancers, per screening exam."),
        cancers("screened", "screen_detected"),
        exams("screened"),
    ),
    Measure(
        "positive_rate",
        N_("Positive rate"),
        N_("Positive exams, of exams with a result."),
        exams("with_result", "positive"),
        exams("with_result"),
    ),
    Measure(
        "recall_rate",
        N_("Recall rate"),
        N_("Exams after which more imaging was asked for, of exams with a result."),
        exams("with_result", "more_imaging"),
        exams("with_result"),
    ),
    Measure(
        "technical_repeat_rate",
        N_("Technical repeat rate"),
        N_("Exams repeated for a technical reason, of screening exams."),
        exams("screened", "technical_repeat"),
        exams("screened"),
    ),
    Measure(
        "biopsy_rate",
        N_("Biopsy rate"),
        N_("Persons with a tissue procedure in work-up, of persons screened."),
        persons("screened", "biopsied"),
        persons("screened"),
    ),
    Measure(
        "benign_biopsy_rate",
        N_("Benign biopsy rate"),
        N_("Persons with a tissue procedure in work-up and no cancer, of persons screened."),
        persons("screened", "biopsied_benign"),
        persons("screened"),
    ),
    Measure(
        "ppv1",
        N_("PPV1: cancer after a positive exam"),
        N_("Positive exams with cancer within the window, of positive exams."),
        exams("positive", "cancer_in_window"),
        exams("positive"),
    ),
    Measure(
        "ppv2",
        N_("PPV2: cancer where biopsy was recommended"),
        N_("Exams with cancer within the window, of exams with biopsy recommended."),
        exams("tissue_asked", "cancer_in_window"),
        exams("tissue_asked"),
    ),
    Measure(
        "ppv3",
        N_("PPV3: cancer where biopsy was done"),
        N_("Exams with cancer within the window, of exams with biopsy done."),
        exams("biopsied", "cancer_in_window"),
        exams("biopsied"),
    ),
    Measure(
        "false_positive_rate",
        N_("False positive rate"),
        N_("Positive exams without cancer, of exams without cancer with complete follow-up."),
        exams("without_cancer", "false_positive"),
        exams("without_cancer"),
    ),
    Measure(
        "false_positive_share",
        N_("False positives among positives"),
        N_("Positive exams without cancer within the window, of positive exams."),
        exams("positive", "false_positive"),
        exams("positive"),
    ),
    Measure(
        "sensitivity",
        N_("Sensitivity"),
        N_("Positive exams, of exams with cancer within the window and complete follow-up."),
        exams("complete", "cancer_in_window", "true_positive"),
        exams("complete", "cancer_in_window"),
    ),
    Measure(
        "specificity",
        N_("Specificity"),
        N_("Negative exams, of exams without cancer within the window and complete follow-up."),
        exams("without_cancer", "true_negative"),
        exams("without_cancer"),
    ),
    Measure(
        "interval_cancer_rate",
        N_("Interval cancer rate"),
        N_("Interval cancers, per negative exam with complete follow-up."),
        cancers("negative_complete", "interval_cancer"),
        exams("negative_complete"),
        method="garwood_exact",
    ),
    Measure(
        "early_stage_share",
        N_("Early stage share"),
        N_("Screen-detected cancers of an early stage, of those of known stage."),
        cancers("screen_detected", "known_stage", "early_stage"),
        cancers("screen_detected", "known_stage"),
    ),
    Measure(
        "stage_i_share",
        N_("Stage I share"),
        N_("Screen-detected cancers of stage I, of those of known stage."),
        cancers("screen_detected", "known_stage", "stage_i"),
        cancers("screen_detected", "known_stage"),
    ),
    Measure(
        "benign_surgery_share",
        N_("Benign surgery share"),
        N_("Exams whose work-up led to a benign resection, of those with a resection."),
        exams("resected", "resected_benign"),
        exams("resected"),
    ),
    Measure(
        "adherence",
        N_("Adherence to the next round"),
        N_("Exams followed by the next round's within its window, of negative exams due for one."),
        exams("due_next_round", "returned"),
        exams("due_next_round"),
    ),
    Measure(
        "lost_to_follow_up_share",
        N_("Lost to follow-up"),
        N_("Positive exams without outcome past the protocol's days, of positive exams."),
        exams("positive", "lost"),
        exams("positive"),
    ),
)

# For programs whose category 3 asks for an exam after six months.
ON_TIME_CATEGORY_3 = Measure(
    "on_time_category_3",
    N_("Category 3 followed up on time"),
    N_("Category 3 exams followed by an exam within the 6-month window, of those due."),
    exams("category_3_due", "category_3_on_time"),
    exams("category_3_due"),
)
