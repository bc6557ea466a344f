"""From the payload of a finding to the nodule or node that the published systems assess."""

from decimal import Decimal

from screening.clinical.c_ti_rads import Nodule
from screening.clinical.thyroid_descriptors import (
    NO_FOCI,
    Composition,
    Descriptors,
    Echogenicity,
    Focus,
    Margin,
    Shape,
)
from screening.clinical.thyroid_growth import Axes
from screening.clinical.thyroid_implications import BothSets
from screening.clinical.thyroid_nodes import Flow, Node, NodeLevel
from screening.programs.thyroid.descriptions import AXES, KIND, NODE, NODULE, SIZE
from screening.protocol.answers import answer, number, word
from screening.protocol.fields import UNKNOWN, Payload

PLACES = (KIND, "lobe", "lesion_no", "comment")
OF_NODES_ALONE = (
    "node_level", "long_axis_mm", "short_axis_mm", "hilum_seen", "flow", "cystic_change",
    "hyperechoic_tissue",
)  # fmt: skip


def kind_of(finding: Payload) -> str | None:
    """Return what was seen; where that is blank, a description says that it is a nodule."""
    kind = finding.get(KIND)
    if isinstance(kind, str):
        return None if kind == UNKNOWN else kind
    known = {code for code, value in finding.items() if value is not None}
    if known & set(OF_NODES_ALONE):
        return NODE
    return NODULE if known - {*PLACES, "category"} else None


def size_of(finding: Payload) -> Decimal | None:
    """Return the typed largest diameter, else the largest of the axes that are known."""
    typed = number(finding, SIZE)
    return largest_axis(finding) if typed is None else typed


def largest_axis(finding: Payload) -> Decimal | None:
    """Return the largest of the axes that are known."""
    known = [value for code in AXES if (value := number(finding, code)) is not None]
    return max(known, default=None)


def axes_of(finding: Payload) -> Axes | None:
    """Return the three axes; None unless all of them are known."""
    known = [value for code in AXES if (value := number(finding, code)) is not None]
    return Axes(*known) if len(known) == len(AXES) else None


def sets_of(finding: Payload) -> BothSets:
    """Return a nodule in the words of both systems, as it was typed; *not known* is None."""
    return BothSets(
        descriptors=Descriptors(
            composition=word(Composition, finding, "composition"),
            echogenicity=word(Echogenicity, finding, "echogenicity"),
            shape=word(Shape, finding, "shape"),
            margin=word(Margin, finding, "margin"),
            echogenic_foci=_foci(finding),
        ),
        nodule=Nodule(
            nodule=True,
            proven_malignant=answer(finding, "proven_malignant"),
            solid=answer(finding, "solid"),
            marked_hypoechoic=answer(finding, "marked_hypoechoic"),
            microcalcification=answer(finding, "microcalcification"),
            margin_ill_defined_irregular_or_ete=answer(
                finding, "margin_ill_defined_irregular_or_ete"
            ),
            vertical=answer(finding, "vertical"),
            comet_tail=answer(finding, "comet_tail"),
            max_size_mm=size_of(finding),
        ),
    )


def node_of(finding: Payload) -> Node:
    """Return a lymph node as it was typed; *not known* is None."""
    return Node(
        level=word(NodeLevel, finding, "node_level"),
        long_axis_mm=number(finding, "long_axis_mm"),
        short_axis_mm=number(finding, "short_axis_mm"),
        hilum_seen=answer(finding, "hilum_seen"),
        flow=word(Flow, finding, "flow"),
        microcalcification=answer(finding, "microcalcification"),
        cystic_change=answer(finding, "cystic_change"),
        hyperechoic_tissue=answer(finding, "hyperechoic_tissue"),
    )


def _foci(finding: Payload) -> tuple[Focus, ...] | None:
    picked = finding.get("echogenic_foci")
    if not isinstance(picked, tuple) or not picked or UNKNOWN in picked:
        return None
    return tuple(Focus(item) for item in picked if item != NO_FOCI)
