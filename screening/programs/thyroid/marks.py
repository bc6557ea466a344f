"""The program's own marks of a screening exam, a cancer or a procedure, each with its day."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from screening.programs.thyroid.cytology import BETHESDA, FNA, NONDIAGNOSTIC, is_below_threshold
from screening.programs.thyroid.descriptions import NODULE
from screening.programs.thyroid.exam import NODULE_COUNT
from screening.programs.thyroid.tumors import MANAGEMENT, OPERATIONS, SURVEILLANCE, TOTAL
from screening.programs.thyroid.workup import (
    PERMANENT_HYPOPARATHYROIDISM,
    PERMANENT_PALSY,
    PROCEDURES,
)
from screening.protocol.facts import DoneProcedure, ExamFacts
from screening.protocol.marks import diagnosed, first_done
from screening.protocol.measures import Mark
from screening.protocol.tumors import Tumor
from screening.protocol.wording import N_
from screening.protocol.workup import ProcedureResult

MICRO_UP_TO_MM = Decimal(10)
TINY_UP_TO_MM = Decimal(5)
RESECTIONS = tuple(kind.code for kind in PROCEDURES if kind.is_resection)
TOTAL_RESECTION = "thyroidectomy"
# Categories that only an exam with a nodule has. TR1 says nothing of it: ACR TI-RADS has no level
# for an exam without one.
WITH_NODULE = ("TR2", "TR3", "TR4", "TR5", "2", "3", "4A", "4B", "4C", "5", "6")
N0 = ("N0", "N0a", "N0b")


def _nodule(facts: ExamFacts) -> date | None:
    """Return the day of an exam that shows a nodule: by its findings, its count or its category."""
    count = facts.details.get(NODULE_COUNT)
    is_described = any(finding.kind == NODULE for finding in facts.findings)
    is_counted = isinstance(count, int) and count > 0
    is_named = not facts.findings and count is None and facts.category in WITH_NODULE
    return facts.performed_on if is_described or is_counted or is_named else None


def _fna(facts: ExamFacts) -> date | None:
    return first_done(done for done in facts.procedures if done.kind == FNA)


def _fna_below_threshold(facts: ExamFacts) -> date | None:
    return first_done(done for done in facts.procedures if is_below_threshold(done))


def _nondiagnostic_fna(facts: ExamFacts) -> date | None:
    return first_done(done for done in facts.procedures if _is_nondiagnostic(done))


def _is_nondiagnostic(done: DoneProcedure) -> bool:
    category = done.details.get(BETHESDA)
    if done.kind != FNA or category is not None:
        return done.kind == FNA and category == NONDIAGNOSTIC
    return done.result == ProcedureResult.NON_DIAGNOSTIC


def _operated(facts: ExamFacts) -> date | None:
    return first_done(done for done in facts.procedures if done.kind in RESECTIONS)


def _with_complication(code: str) -> Callable[[ExamFacts], date | None]:
    def since(facts: ExamFacts) -> date | None:
        return first_done(
            done
            for done in facts.procedures
            if done.kind in RESECTIONS and done.complication == code
        )

    return since


def _is_sized(tumor: Tumor) -> bool:
    return tumor.size_mm is not None


def _is_unsized(tumor: Tumor) -> bool:
    return tumor.size_mm is None


def _is_up_to(limit_mm: Decimal) -> Callable[[Tumor], bool]:
    return lambda tumor: tumor.size_mm is not None and tumor.size_mm <= limit_mm


def _is_staged(tumor: Tumor) -> bool:
    return bool(tumor.t and tumor.n and tumor.m)


def _is_t1a(tumor: Tumor) -> bool:
    return tumor.t == "T1a"


def _is_low_risk(tumor: Tumor) -> bool:
    return _is_t1a(tumor) and tumor.n in N0 and tumor.m == "M0"


def _has_nodes_known(tumor: Tumor) -> bool:
    return bool(tumor.n) and tumor.n != "NX"


def _has_positive_nodes(tumor: Tumor) -> bool:
    return bool(tumor.n) and str(tumor.n).startswith("N1")


def _is_surveilled(tumor: Tumor) -> bool:
    return tumor.markers.get(MANAGEMENT) == SURVEILLANCE


def _operated_t1a(facts: ExamFacts) -> date | None:
    return _resected(facts, OPERATIONS, RESECTIONS)


def _total_in_t1a(facts: ExamFacts) -> date | None:
    return _resected(facts, (TOTAL,), (TOTAL_RESECTION,))


def _resected(
    facts: ExamFacts, managements: tuple[str, ...], kinds: tuple[str, ...]
) -> date | None:
    """Return the diagnosis of a T1a that was operated so, as recorded of it or of its work-up."""
    was_done = any(done.kind in kinds for done in facts.procedures)
    days = (
        tumor.diagnosed_on
        for tumor in facts.tumors
        if _is_t1a(tumor) and (tumor.markers.get(MANAGEMENT) in managements or was_done)
    )
    return min(days, default=None)


MARKS = (
    Mark("nodule", N_("a nodule was recorded, or a category that only a nodule has"), _nodule),
    Mark("fna", N_("FNA in the work-up"), _fna),
    Mark(
        "fna_below_threshold",
        N_("FNA of a nodule of which the system in use asks for none"),
        _fna_below_threshold,
    ),
    Mark("nondiagnostic_fna", N_("FNA with a nondiagnostic cytology"), _nondiagnostic_fna),
    Mark("operated", N_("lobectomy or thyroidectomy in the work-up"), _operated),
    Mark(
        "permanent_hypoparathyroidism",
        N_("hypoparathyroidism for more than 6 months after the operation"),
        _with_complication(PERMANENT_HYPOPARATHYROIDISM),
    ),
    Mark(
        "permanent_palsy",
        N_("permanent recurrent nerve palsy after the operation"),
        _with_complication(PERMANENT_PALSY),
    ),
    Mark("size_known", N_("the size of the cancer is known"), diagnosed(_is_sized)),
    Mark("size_unknown", N_("the size of the cancer is not known"), diagnosed(_is_unsized)),
    Mark("up_to_10_mm", N_("the cancer is 10 mm or less"), diagnosed(_is_up_to(MICRO_UP_TO_MM))),
    Mark("up_to_5_mm", N_("the cancer is 5 mm or less"), diagnosed(_is_up_to(TINY_UP_TO_MM))),
    Mark("tnm_known", N_("T, N and M of the cancer are known"), diagnosed(_is_staged)),
    Mark("low_risk", N_("the cancer is T1a N0 M0"), diagnosed(_is_staged, _is_low_risk)),
    Mark("nodes_known", N_("the nodes of the cancer were assessed"), diagnosed(_has_nodes_known)),
    Mark("node_positive", N_("the cancer is N1"), diagnosed(_has_positive_nodes)),
    Mark(
        "under_surveillance",
        N_("the first management of the cancer is active surveillance"),
        diagnosed(_is_surveilled),
    ),
    Mark("operated_t1a", N_("the cancer is T1a and was operated"), _operated_t1a),
    Mark("total_in_t1a", N_("the cancer is T1a and the whole thyroid was removed"), _total_in_t1a),
)
