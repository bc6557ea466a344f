"""What an ultrasound of a cervical lymph node says: normal, indeterminate or suspicious.

The readings are asked in the order of the table, and the first that fits counts: one suspicious
feature decides, whatever else is not known. Otherwise every feature, the hilum and both axes must
be known, and the level of a node without a hilum that is not round. What fits no row is told so. A
suspicious node overrides every size threshold of a nodule; in medullary cancer the washout is
tested for calcitonin.

An axis below 0.5 mm or above 150 mm is taken for a slip of the unit or of the decimal point.

Source: El-Kaissi & Wall, chapter abstract; that ETA 2013 has the same structure is recalled.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from screening.clinical.inputs import Row, read_flag, read_number, read_word, required, within
from screening.clinical.reasons import InvalidInput, Reason, ReasonValue, in_words

SYSTEM = "thyroid-nodes"
INPUTS = (
    "node_level",
    "long_axis_mm",
    "short_axis_mm",
    "hilum_seen",
    "flow",
    "microcalcification",
    "cystic_change",
    "hyperechoic_tissue",
)
RESULTS = ("reading", "action", "reasons")

ROUND_BELOW_RATIO = 2
SHORTEST_MM = Decimal("0.5")
LONGEST_MM = 150


class NodeLevel(StrEnum):
    """The level of the neck in which a node lies."""

    I = "I"  # noqa: E741 - the published name of the level
    II = "II"
    III = "III"
    IV = "IV"
    V = "V"
    VI = "VI"
    VII = "VII"


class Flow(StrEnum):
    """Where color Doppler shows flow."""

    CENTRAL = "central"
    PERIPHERAL = "peripheral"
    CHAOTIC = "chaotic"
    NONE = "none"


class NodeReading(StrEnum):
    """What a node is read as; unclassified: it fits no row of the table."""

    NORMAL = "normal"
    INDETERMINATE = "indeterminate"
    SUSPICIOUS = "suspicious"
    UNCLASSIFIED = "unclassified"


@dataclass(frozen=True, kw_only=True)
class Node:
    """A lymph node as measured; None is not known."""

    level: NodeLevel | None = None
    long_axis_mm: Decimal | None = None
    short_axis_mm: Decimal | None = None
    hilum_seen: bool | None = None
    flow: Flow | None = None
    microcalcification: bool | None = None
    cystic_change: bool | None = None
    hyperechoic_tissue: bool | None = None


@dataclass(frozen=True)
class NodeResult:
    """The reading of a node, what it asks for, and why."""

    reading: NodeReading
    reasons: tuple[Reason, ...]

    @property
    def action(self) -> str:
        """What the table asks for; blank where it asks for nothing."""
        return ACTIONS[self.reading]

    @property
    def overrides_nodule_size(self) -> bool:
        """Whether tissue is asked for whatever the size of a nodule."""
        return self.reading is NodeReading.SUSPICIOUS


# In medullary cancer the washout is tested for calcitonin.
ACTIONS: Mapping[NodeReading, str] = {
    NodeReading.NORMAL: "",
    NodeReading.INDETERMINATE: "follow-up or FNA",
    NodeReading.SUSPICIOUS: "FNA with thyroglobulin in the washout",
    NodeReading.UNCLASSIFIED: "",
}

# From these short axes on a node without hilum is indeterminate; other levels have no limit.
SHORT_AXIS_FROM_MM: Mapping[NodeLevel, int] = {
    NodeLevel.II: 8,
    NodeLevel.III: 5,
    NodeLevel.IV: 5,
    NodeLevel.VI: 5,
}
SUSPICIOUS_FLOW = (Flow.PERIPHERAL, Flow.CHAOTIC)

REASON_KEYS: Mapping[str, tuple[str, ...]] = {
    "suspicious_feature": ("feature",),
    "no_hilum_and_round": ("long_axis_mm", "short_axis_mm"),
    "no_hilum_and_large": ("node_level", "short_axis_mm", "limit_mm"),
    "oval_with_hilum_and_central_flow": (),
    "fits_no_row": (),
}


def read_node(node: Node) -> NodeResult:
    """Return the reading of a node: the most suspicious row of the table that it fits.

    One suspicious feature decides, whatever is not known. Raises MissingInput for what the reading
    depends on, and InvalidInput for an impossible measure.
    """
    _check_axes(node)
    suspicious = tuple(_suspicious(node))
    if suspicious:
        return NodeResult(NodeReading.SUSPICIOUS, suspicious)
    for column in ("microcalcification", "cystic_change", "hyperechoic_tissue", "flow"):
        required(column, getattr(node, column))
    hilum_seen = required("hilum_seen", node.hilum_seen)
    long_mm = required("long_axis_mm", node.long_axis_mm)
    short_mm = required("short_axis_mm", node.short_axis_mm)
    is_round = long_mm < ROUND_BELOW_RATIO * short_mm
    if not hilum_seen:
        enlarged = tuple(_enlarged(node, long_mm, short_mm, is_round=is_round))
        if enlarged:
            return NodeResult(NodeReading.INDETERMINATE, enlarged)
    elif not is_round and node.flow is Flow.CENTRAL:
        return NodeResult(NodeReading.NORMAL, (Reason("oval_with_hilum_and_central_flow"),))
    return NodeResult(NodeReading.UNCLASSIFIED, (Reason("fits_no_row"),))


def evaluate_row(row: Row) -> dict[str, str]:
    """Return reading and action of a row."""
    result = result_of_row(row)
    return {
        "reading": result.reading.value,
        "action": result.action,
        "reasons": in_words(result.reasons),
    }


def result_of_row(row: Row) -> NodeResult:
    """Return the reading of the node that a row describes."""
    node = Node(
        level=read_word(NodeLevel, row, "node_level"),
        long_axis_mm=read_number(row, "long_axis_mm"),
        short_axis_mm=read_number(row, "short_axis_mm"),
        hilum_seen=read_flag(row, "hilum_seen"),
        flow=read_word(Flow, row, "flow"),
        microcalcification=read_flag(row, "microcalcification"),
        cystic_change=read_flag(row, "cystic_change"),
        hyperechoic_tissue=read_flag(row, "hyperechoic_tissue"),
    )
    return read_node(node)


def _check_axes(node: Node) -> None:
    long_mm, short_mm = node.long_axis_mm, node.short_axis_mm
    for column, value in (("long_axis_mm", long_mm), ("short_axis_mm", short_mm)):
        if value is not None:
            within(column, value, SHORTEST_MM, LONGEST_MM)
    if long_mm is not None and short_mm is not None and short_mm > long_mm:
        raise InvalidInput(
            "short_axis_mm", short_mm, "it is at most the long axis of {long}", long=long_mm
        )


def _suspicious(node: Node) -> Iterator[Reason]:
    for feature in ("microcalcification", "cystic_change", "hyperechoic_tissue"):
        if getattr(node, feature):
            yield Reason("suspicious_feature", {"feature": feature})
    if node.flow in SUSPICIOUS_FLOW:
        yield Reason("suspicious_feature", {"feature": f"{node.flow}_flow"})


def _enlarged(
    node: Node, long_mm: Decimal, short_mm: Decimal, *, is_round: bool
) -> Iterator[Reason]:
    """Return why a node without hilum is indeterminate; its level matters unless it is round."""
    if is_round:
        yield Reason("no_hilum_and_round", {"long_axis_mm": long_mm, "short_axis_mm": short_mm})
        return
    level = required("node_level", node.level)
    limit_mm = SHORT_AXIS_FROM_MM.get(level)
    if limit_mm is not None and short_mm >= limit_mm:
        values: dict[str, ReasonValue] = {
            "node_level": level,
            "short_axis_mm": short_mm,
            "limit_mm": limit_mm,
        }
        yield Reason("no_hilum_and_large", values)
