"""The program's own marks of a screening exam, each with the day from which it holds."""

from datetime import date
from decimal import Decimal
from functools import partial

from screening.programs.lung.schedule import SCHEDULE, WINDOWS
from screening.programs.lung.staging import STAGES_0_TO_II
from screening.programs.lung.workup import INVASIVE_DIAGNOSTIC, PROCEDURES
from screening.protocol.answers import number
from screening.protocol.eligibility import Verdict
from screening.protocol.facts import DoneProcedure, ExamFacts
from screening.protocol.marks import (
    done_in_window,
    first_done,
    first_step_due,
    first_step_taken,
    in_category,
    window_over,
)
from screening.protocol.measures import Mark
from screening.protocol.wording import N_
from screening.protocol.workup import ProcedureResult

DOSE_LIMIT_MGY = Decimal("3.0")
STANDARD_BMI = (Decimal("18.5"), Decimal(25))
IMAGING_KINDS = ("pet_ct", "diagnostic_ct", "short_interval_ldct")
TISSUE_KINDS = tuple(kind.code for kind in PROCEDURES if kind.is_tissue)
FIRST_ROUND = 1
AFTER_3, AFTER_4A, WORKUP = ("3",), ("4A",), ("4B", "4X")
STEP_DAYS = SCHEDULE.first_step_within_days


def _s_finding(facts: ExamFacts) -> date | None:
    return facts.resulted_on if "S" in facts.modifiers else None


def _has_category(facts: ExamFacts) -> date | None:
    return facts.resulted_on if facts.category is not None else None


def _dose_recorded(facts: ExamFacts) -> date | None:
    body_mass_index = number(facts.answers, "bmi")
    if body_mass_index is None or number(facts.details, "ctdi_vol_mgy") is None:
        return None
    lowest, highest = STANDARD_BMI
    return facts.performed_on if lowest <= body_mass_index <= highest else None


def _dose_within_limit(facts: ExamFacts) -> date | None:
    dose = number(facts.details, "ctdi_vol_mgy")
    return facts.performed_on if dose is not None and dose <= DOSE_LIMIT_MGY else None


def _stage_0_to_ii(facts: ExamFacts) -> date | None:
    is_early = any(tumor.stage_group in STAGES_0_TO_II for tumor in facts.tumors)
    return facts.performed_on if is_early else None


def _invasive(facts: ExamFacts) -> list[DoneProcedure]:
    return [done for done in facts.procedures if done.kind in INVASIVE_DIAGNOSTIC]


def _invasive_procedure(facts: ExamFacts) -> date | None:
    return first_done(_invasive(facts))


def _invasive_benign(facts: ExamFacts) -> date | None:
    if facts.cancer_on is not None:
        return None
    return first_done(done for done in _invasive(facts) if done.result == ProcedureResult.BENIGN)


def _was_eligible(facts: ExamFacts) -> date | None:
    return facts.performed_on if facts.verdict is Verdict.YES else None


def _smoker(facts: ExamFacts) -> date | None:
    return facts.performed_on if facts.answers.get("smoking_status") == "current" else None


def _cessation_offered(facts: ExamFacts) -> date | None:
    return facts.performed_on if facts.answers.get("cessation_offered") == "yes" else None


def _smoked_before(facts: ExamFacts) -> date | None:
    earlier = facts.earlier_answers or {}
    known_now = facts.answers.get("smoking_status") in ("current", "former")
    is_pair = earlier.get("smoking_status") == "current" and known_now
    return facts.performed_on if is_pair else None


def _quit(facts: ExamFacts) -> date | None:
    return facts.performed_on if facts.answers.get("smoking_status") == "former" else None


def _first_screen(facts: ExamFacts) -> date | None:
    return facts.performed_on if facts.round_number == FIRST_ROUND else None


def _decision_shared(facts: ExamFacts) -> date | None:
    visit_on = facts.answers.get("shared_decision_on")
    is_before = isinstance(visit_on, date) and visit_on <= facts.performed_on
    is_shared = is_before and facts.answers.get("decision_aid") == "yes"
    return facts.performed_on if is_shared else None


MARKS = (
    Mark(
        "category_3_due",
        N_("category 3, and the 6-month window is over"),
        partial(window_over, categories=AFTER_3, window=WINDOWS["6"]),
    ),
    Mark(
        "category_3_on_time",
        N_("an exam within the 6-month window"),
        partial(done_in_window, categories=AFTER_3, window=WINDOWS["6"]),
    ),
    Mark(
        "category_4a_due",
        N_("category 4A, and the 3-month window is over"),
        partial(window_over, categories=AFTER_4A, window=WINDOWS["3"]),
    ),
    Mark(
        "category_4a_on_time",
        N_("an exam, PET-CT or biopsy within the 3-month window"),
        partial(
            done_in_window,
            categories=AFTER_4A,
            window=WINDOWS["3"],
            kinds=(*IMAGING_KINDS, *TISSUE_KINDS),
        ),
    ),
    Mark(
        "workup_due",
        N_("category 4B or 4X, and 30 days have passed"),
        partial(first_step_due, categories=WORKUP, within_days=STEP_DAYS),
    ),
    Mark(
        "workup_started",
        N_("a first diagnostic step within 30 days"),
        partial(first_step_taken, categories=WORKUP, within_days=STEP_DAYS, counts_exams=True),
    ),
    Mark("s_finding", N_("modifier S"), _s_finding),
    Mark("category_0", N_("category 0"), partial(in_category, categories=("0",))),
    Mark("has_category", N_("a category in a coded field"), _has_category),
    Mark(
        "dose_recorded_standard_size",
        N_("CTDIvol recorded, body mass index 18.5 to 25"),
        _dose_recorded,
    ),
    Mark("dose_within_limit", N_("CTDIvol of 3.0 mGy or less"), _dose_within_limit),
    Mark("stage_0_ii", N_("the cancer's stage group is 0, I or II"), _stage_0_to_ii),
    Mark(
        "invasive_procedure",
        N_("a biopsy, bronchoscopy or diagnostic operation in the work-up"),
        _invasive_procedure,
    ),
    Mark(
        "invasive_benign",
        N_("an invasive procedure found benign disease, and no cancer was found"),
        _invasive_benign,
    ),
    Mark("was_eligible", N_("met the rule set in force at the exam"), _was_eligible),
    Mark("smoker", N_("smoked at the exam"), _smoker),
    Mark("cessation_offered", N_("help with quitting was offered"), _cessation_offered),
    Mark("smoked_before", N_("smoked at the earlier round; status now known"), _smoked_before),
    Mark("quit_smoking", N_("does not smoke any more"), _quit),
    Mark("first_screen", N_("first round"), _first_screen),
    Mark("decision_shared", N_("decision visit with an aid before the exam"), _decision_shared),
)
