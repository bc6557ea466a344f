"""The program's own marks of a screening exam, each with the day from which it holds."""

from datetime import date
from decimal import Decimal
from functools import partial

from screening.clinical.bi_rads import Density
from screening.programs.breast.exam import MAMMOGRAPHY
from screening.programs.breast.markers import invasive_size_mm
from screening.programs.breast.schedule import SCHEDULE, SHORT, WINDOWS
from screening.programs.breast.staging import STAGE_II_AND_LATER
from screening.protocol.answers import number, word
from screening.protocol.facts import ExamFacts
from screening.protocol.marks import (
    diagnosed,
    done_in_window,
    first_step_due,
    first_step_taken,
    in_category,
    window_over,
)
from screening.protocol.measures import Mark
from screening.protocol.tumors import Tumor
from screening.protocol.wording import N_

PROBABLY_BENIGN = ("3",)
SUSPICIOUS = ("4", "4A", "4B", "4C", "5")
MINIMAL_UP_TO_MM = 10
SMALL_BELOW_MM = 15
STEP_DAYS = SCHEDULE.first_step_within_days


def _is_invasive(tumor: Tumor) -> bool:
    return tumor.is_invasive is True


def _is_in_situ(tumor: Tumor) -> bool:
    return tumor.is_invasive is False


def _has_known_behavior(tumor: Tumor) -> bool:
    return tumor.is_invasive is not None


def _has_known_extent(tumor: Tumor) -> bool:
    return _is_in_situ(tumor) or invasive_size_mm(tumor) is not None


def _is_minimal(tumor: Tumor) -> bool:
    return _is_in_situ(tumor) or _is_up_to(tumor, Decimal(MINIMAL_UP_TO_MM))


def _is_up_to(tumor: Tumor, limit: Decimal) -> bool:
    size_mm = invasive_size_mm(tumor)
    return size_mm is not None and size_mm <= limit


def _has_known_size(tumor: Tumor) -> bool:
    return invasive_size_mm(tumor) is not None


def _is_small(tumor: Tumor) -> bool:
    size_mm = invasive_size_mm(tumor)
    return size_mm is not None and size_mm < SMALL_BELOW_MM


def _are_nodes_free(tumor: Tumor) -> bool | None:
    """Tell whether no node has cancer: by the nodes that were counted, else by N."""
    positive = number(tumor.markers, "nodes_positive")
    if positive is not None:
        return positive == 0
    return None if tumor.n in (None, "", "NX") else str(tumor.n).startswith("N0")


def _has_known_nodes(tumor: Tumor) -> bool:
    return _is_invasive(tumor) and _are_nodes_free(tumor) is not None


def _is_node_negative(tumor: Tumor) -> bool:
    return _is_invasive(tumor) and _are_nodes_free(tumor) is True


def _is_stage_ii_or_later(tumor: Tumor) -> bool:
    return tumor.stage_group in STAGE_II_AND_LATER


OF_CANCERS = (
    ("invasive", N_("an invasive cancer"), _is_invasive),
    ("in_situ", N_("a cancer in situ"), _is_in_situ),
    ("known_behavior", N_("known to be invasive or in situ"), _has_known_behavior),
    ("known_extent", N_("in situ, or invasive of known size"), _has_known_extent),
    ("minimal", N_("in situ, or invasive of at most 10 mm"), _is_minimal),
    ("known_invasive_size", N_("invasive, and its size is known"), _has_known_size),
    (
        "invasive_up_to_10_mm",
        N_("invasive of at most 10 mm"),
        partial(_is_up_to, limit=Decimal(10)),
    ),
    ("invasive_below_15_mm", N_("invasive and smaller than 15 mm"), _is_small),
    ("known_nodes", N_("invasive, and its nodes are known"), _has_known_nodes),
    ("node_negative", N_("invasive, without cancer in nodes"), _is_node_negative),
    ("stage_ii_or_later", N_("the cancer's stage group is II or later"), _is_stage_ii_or_later),
)


def _density(facts: ExamFacts) -> Density | None:
    return word(Density, facts.details, "density")


def _density_recorded(facts: ExamFacts) -> date | None:
    is_mammography = facts.modality == MAMMOGRAPHY
    return facts.performed_on if is_mammography and _density(facts) is not None else None


def _dense(facts: ExamFacts) -> date | None:
    density = _density(facts)
    return facts.performed_on if density is not None and density.is_dense else None


OF_EXAMS = (
    Mark("category_3", N_("category 3"), partial(in_category, categories=PROBABLY_BENIGN)),
    Mark("category_4_5", N_("category 4 or 5"), partial(in_category, categories=SUSPICIOUS)),
    Mark(
        "category_3_due",
        N_("category 3, and the 6-month window is over"),
        partial(window_over, categories=PROBABLY_BENIGN, window=WINDOWS[SHORT]),
    ),
    Mark(
        "category_3_on_time",
        N_("an exam within the 6-month window"),
        partial(done_in_window, categories=PROBABLY_BENIGN, window=WINDOWS[SHORT]),
    ),
    Mark(
        "workup_due",
        N_("category 4 or 5, and 30 days have passed"),
        partial(first_step_due, categories=SUSPICIOUS, within_days=STEP_DAYS),
    ),
    Mark(
        "workup_started",
        N_("a first step of work-up within 30 days"),
        partial(first_step_taken, categories=SUSPICIOUS, within_days=STEP_DAYS),
    ),
    Mark("density_recorded", N_("mammography, and the density is recorded"), _density_recorded),
    Mark("dense", N_("heterogeneously or extremely dense"), _dense),
)

MARKS = (
    *OF_EXAMS,
    *(Mark(code, words, diagnosed(holds)) for code, words, holds in OF_CANCERS),
)
