"""From what the nodules and nodes of an exam ask for to the result of the whole exam."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from screening.programs.thyroid.category.seen import Seen, SeenNodule
from screening.programs.thyroid.category.steps import Step
from screening.programs.thyroid.exam import FOLLOW_UP_MONTHS
from screening.programs.thyroid.schedule import ROUTINE_MONTHS
from screening.programs.thyroid.wording import notes
from screening.protocol.category import Categorization, ExamRecord
from screening.protocol.wording import N_, Problem, Sentence

ROUTINE = str(ROUTINE_MONTHS)
FNA = N_("FNA under ultrasound")
NODE = N_("FNA of the lymph node, with thyroglobulin in the washout")
FNA_AND_NODE = N_("FNA of nodule and lymph node, with thyroglobulin in the washout of the node")
TREATMENT = N_("Proven malignant: treatment or active surveillance by the team")
FOLLOW_UP = N_("Follow-up ultrasound")
NOTHING = N_("No FNA and no follow-up; the next exam at the routine interval")


@dataclass(frozen=True)
class Asking:
    """One nodule with its category in a system, and what it asks for."""

    nodule: SeenNodule
    category: str
    step: Step
    is_proven: bool = False
    is_measured: bool = True


@dataclass(frozen=True)
class System:
    """A system as the results name it."""

    code: str
    version: str


def decided(
    system: System, category: str, seen: Seen, asking: Sequence[Asking], record: ExamRecord
) -> Categorization:
    """Return the result of an exam whose category is known; its reasons are still to be said."""
    asks_fna = any(each.step.asks_tissue for each in asking)
    asks_tissue = asks_fna or bool(seen.suspicious_nodes)
    is_proven = any(each.is_proven for each in asking)
    is_positive = asks_tissue or is_proven
    months = _months(asking, record)
    return Categorization(
        system=system.code,
        version=system.version,
        category=category,
        modifiers=(),
        interval="" if is_positive else str(months or ROUTINE_MONTHS),
        is_positive=is_positive,
        asks_more_imaging=False,
        asks_tissue=asks_tissue,
        management=_management(
            asks_fna=asks_fna,
            asks_node=bool(seen.suspicious_nodes),
            is_proven=is_proven,
            is_followed=months is not None,
        ),
        reasons=(),
        finding_categories=by_finding(seen, {each.nodule.index: each.category for each in asking}),
        finding_tissue=_tissue(seen, asking),
    )


def by_finding(seen: Seen, categories: Mapping[int, str]) -> tuple[str | None, ...]:
    """Return the categories in the order of the findings; nodes and blanks have none."""
    return tuple(categories.get(index) for index in range(seen.count))


def _tissue(seen: Seen, asking: Sequence[Asking]) -> tuple[bool | None, ...]:
    """Return of which findings tissue is asked for; of a nodule without a size nobody can say."""
    nodules = {each.nodule.index: each.step.asks_tissue for each in asking if each.is_measured}
    nodes = {node.index: node.is_suspicious for node in seen.nodes if node.result is not None}
    found = {**nodules, **nodes}
    return tuple(found.get(index) for index in range(seen.count))


def _months(asking: Sequence[Asking], record: ExamRecord) -> int | None:
    """Return the months to the next scan: the reader's, else the soonest that a nodule asks for."""
    given = record.details.get(FOLLOW_UP_MONTHS)
    if isinstance(given, int):
        return given
    return min((each.step.months for each in asking if each.step.months), default=None)


def _management(*, asks_fna: bool, asks_node: bool, is_proven: bool, is_followed: bool) -> str:
    if asks_fna and asks_node:
        return FNA_AND_NODE
    if asks_fna or asks_node:
        return FNA if asks_fna else NODE
    if is_proven:
        return TREATMENT
    return FOLLOW_UP if is_followed else NOTHING


def with_reasons(
    result: Categorization, seen: Seen, reasons: Sequence[Sentence], record: ExamRecord
) -> Categorization:
    """Return a result with why it is so: nodules first, then nodes, then what the reader set."""
    said = [*reasons]
    for node in seen.nodes:
        if node.result is not None:
            said.extend(notes.node_read(node.index + 1, node.result))
        elif node.problem is not None:
            field = node.problem.field.rsplit("-", 1)[-1]
            said.append(notes.node_open(node.index + 1, field))
    given = record.details.get(FOLLOW_UP_MONTHS)
    if isinstance(given, int) and not result.is_positive:
        said.append(notes.by_reader(given))
    return replace(result, reasons=tuple(said))


def undecided(
    system: System,
    missing: Sequence[Problem],
    of_findings: tuple[str | None, ...],
    reasons: Sequence[Sentence] = (),
) -> Categorization:
    """Return that no category can be given, and what is missing for one, or why there is none."""
    return Categorization(
        system=system.code,
        version=system.version,
        category=None,
        modifiers=(),
        interval="",
        is_positive=None,
        asks_more_imaging=False,
        asks_tissue=False,
        management="",
        reasons=tuple(reasons),
        finding_categories=of_findings,
        missing=tuple(missing),
    )
