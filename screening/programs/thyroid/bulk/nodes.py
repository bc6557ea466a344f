"""Lymph nodes of the neck over rows: a row is a node."""

from collections.abc import Sequence

from screening.clinical import thyroid_nodes
from screening.clinical.thyroid_nodes import ACTIONS, NodeReading
from screening.programs.thyroid.bulk.fields import of_finding
from screening.programs.thyroid.pages.nodes import PAGE
from screening.programs.thyroid.wording.nodes import sentences_of
from screening.protocol.columns import pick
from screening.protocol.systems import BulkSystem, Texts
from screening.protocol.wording import N_, Sentence

HINTS: Texts = {
    "node_level": N_("Matters without a hilum, unless the node is round"),
    "flow": N_("On color Doppler"),
}
OUTCOMES = (
    pick(
        "reading",
        N_("How the node is read"),
        {
            NodeReading.NORMAL: N_("Normal"),
            NodeReading.INDETERMINATE: N_("Indeterminate"),
            NodeReading.SUSPICIOUS: N_("Suspicious"),
            NodeReading.UNCLASSIFIED: N_("Fits no row of the table"),
        },
    ),
    pick(
        "action",
        N_("What it asks for"),
        {
            ACTIONS[NodeReading.INDETERMINATE]: N_("Follow-up or FNA"),
            ACTIONS[NodeReading.SUSPICIOUS]: N_(
                "FNA with thyroglobulin in the washout (calcitonin in medullary cancer), whatever "
                "the size of a nodule"
            ),
        },
    ),
)


def explain(row: Texts) -> Sequence[Sentence]:
    """Return why the node of a row is read as it is."""
    return sentences_of(thyroid_nodes.result_of_row(row).reasons)


NODES = BulkSystem(
    thyroid_nodes.SYSTEM,
    N_("Lymph nodes of the neck on ultrasound"),
    thyroid_nodes.INPUTS,
    thyroid_nodes.RESULTS,
    thyroid_nodes.evaluate_row,
    fields=tuple(of_finding(code, HINTS.get(code, "")) for code in thyroid_nodes.INPUTS),
    outcomes=OUTCOMES,
    explain=explain,
    page=PAGE,
)
