"""An exam's findings sorted out: nodules with what each system needs of them, nodes, nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from screening.clinical.reasons import InvalidInput, MissingInput, Reason
from screening.clinical.thyroid_implications import BothSets, fill_in
from screening.clinical.thyroid_nodes import NodeResult, read_node
from screening.programs.thyroid.descriptions import KIND, NODE, NODULE, NOTHING
from screening.programs.thyroid.exam import NODULE_COUNT
from screening.programs.thyroid.reading import kind_of, node_of, sets_of
from screening.programs.thyroid.wording.problems import (
    NOTHING_ENTERED,
    impossible_input,
    missing_input,
)
from screening.protocol.category import ExamRecord
from screening.protocol.fields import Payload
from screening.protocol.wording import Problem, Sentence


@dataclass(frozen=True)
class SeenNodule:
    """One nodule: its place among the findings, what was typed, and both sets filled in."""

    index: int
    payload: Payload
    sets: BothSets
    implied: tuple[Reason, ...]


@dataclass(frozen=True)
class SeenNode:
    """One lymph node with its reading, or what is still needed for one."""

    index: int
    result: NodeResult | None
    problem: Problem | None = None

    @property
    def is_suspicious(self) -> bool:
        """Whether tissue is asked for, whatever the size of any nodule."""
        return self.result is not None and self.result.overrides_nodule_size


@dataclass(frozen=True)
class Seen:
    """What an exam shows; `unknown` are findings of which not even the kind is known."""

    count: int
    nodules: tuple[SeenNodule, ...]
    nodes: tuple[SeenNode, ...]
    unknown: tuple[Problem, ...] = ()

    @property
    def suspicious_nodes(self) -> tuple[SeenNode, ...]:
        """The nodes that ask for tissue."""
        return tuple(node for node in self.nodes if node.is_suspicious)


def look(record: ExamRecord) -> Seen:
    """Return what the findings of an exam show.

    An exam without any finding shows no nodule where none was counted.
    """
    findings = record.findings
    kinds = [kind_of(finding) for finding in findings]
    unknown = [
        problem_at(index, Problem(KIND, missing_input(KIND)))
        for index, kind in enumerate(kinds)
        if kind not in (NODULE, NODE, NOTHING)
    ]
    if not findings and record.details.get(NODULE_COUNT) != 0:
        unknown.append(Problem("findings", Sentence(NOTHING_ENTERED)))
    return Seen(
        len(findings),
        tuple(_nodule(index, findings) for index, kind in enumerate(kinds) if kind == NODULE),
        tuple(_node(index, findings) for index, kind in enumerate(kinds) if kind == NODE),
        tuple(unknown),
    )


def _nodule(index: int, findings: Sequence[Payload]) -> SeenNodule:
    filled = fill_in(sets_of(findings[index]))
    return SeenNodule(index, findings[index], filled.sets, filled.implied)


def _node(index: int, findings: Sequence[Payload]) -> SeenNode:
    try:
        return SeenNode(index, read_node(node_of(findings[index])))
    except (MissingInput, InvalidInput) as error:
        return SeenNode(index, None, problem_of(index, error))


def problem_of(index: int, error: MissingInput | InvalidInput) -> Problem:
    """Return what an input that is missing or impossible asks for, at its field in the form."""
    column = FIELDS.get(error.column, error.column)
    if isinstance(error, MissingInput):
        return problem_at(index, Problem(column, missing_input(column)))
    return problem_at(index, Problem(column, impossible_input(error)))


# What systems call otherwise than the form does.
FIELDS: Mapping[str, str] = {"max_size_cm": "max_size_mm"}


def problem_at(index: int, problem: Problem) -> Problem:
    """Name a problem as the form of the exam names its findings, the first one 0."""
    return Problem(f"findings-{index}-{problem.field}", problem.sentence, problem.is_question)
