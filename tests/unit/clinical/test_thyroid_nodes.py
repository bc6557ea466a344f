"""Cervical lymph nodes against the printed table, and for every input."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.clinical.reasons import InvalidInput, MissingInput
from screening.clinical.thyroid_nodes import (
    INPUTS,
    REASON_KEYS,
    RESULTS,
    Flow,
    Node,
    NodeLevel,
    NodeReading,
    evaluate_row,
    read_node,
)
from tests.refusals import refused_column

NORMAL = {
    "node_level": "II",
    "long_axis_mm": "16",
    "short_axis_mm": "6",
    "hilum_seen": "yes",
    "flow": "central",
    "microcalcification": "no",
    "cystic_change": "no",
    "hyperechoic_tissue": "no",
}
NO_HILUM = {**NORMAL, "hilum_seen": "no"}


@pytest.mark.parametrize(
    ("row", "reading"),
    [
        (NORMAL, "normal"),
        (NO_HILUM, "unclassified"),
        ({**NORMAL, "short_axis_mm": "9"}, "unclassified"),
        ({**NORMAL, "flow": "none"}, "unclassified"),
        # Round: the long axis is less than twice the short one.
        ({**NO_HILUM, "short_axis_mm": "8.1"}, "indeterminate"),
        (
            {**NO_HILUM, "node_level": "V", "long_axis_mm": "7.9", "short_axis_mm": "4"},
            "indeterminate",
        ),
        (
            {**NO_HILUM, "node_level": "V", "long_axis_mm": "8", "short_axis_mm": "4"},
            "unclassified",
        ),
        # Large: 8 mm in level II, 5 mm in III, IV and VI.
        ({**NO_HILUM, "long_axis_mm": "20", "short_axis_mm": "8"}, "indeterminate"),
        ({**NO_HILUM, "long_axis_mm": "20", "short_axis_mm": "7.9"}, "unclassified"),
        ({**NO_HILUM, "node_level": "III", "short_axis_mm": "5"}, "indeterminate"),
        ({**NO_HILUM, "node_level": "III", "short_axis_mm": "4.9"}, "unclassified"),
        ({**NO_HILUM, "node_level": "IV", "short_axis_mm": "5"}, "indeterminate"),
        ({**NO_HILUM, "node_level": "VI", "short_axis_mm": "5"}, "indeterminate"),
        ({**NO_HILUM, "node_level": "VII", "short_axis_mm": "8"}, "unclassified"),
        ({**NORMAL, "microcalcification": "yes"}, "suspicious"),
        ({**NORMAL, "cystic_change": "yes"}, "suspicious"),
        ({**NORMAL, "hyperechoic_tissue": "yes"}, "suspicious"),
        ({**NORMAL, "flow": "peripheral"}, "suspicious"),
        ({**NORMAL, "flow": "chaotic"}, "suspicious"),
    ],
)
def test_each_row_of_the_table_has_its_reading(row: dict[str, str], reading: str) -> None:
    results = evaluate_row(row)

    assert tuple(results) == RESULTS
    assert results["reading"] == reading


@pytest.mark.parametrize(
    ("row", "action"),
    [
        (NORMAL, ""),
        ({**NO_HILUM, "node_level": "III"}, "follow-up or FNA"),
        ({**NORMAL, "cystic_change": "yes"}, "FNA with thyroglobulin in the washout"),
    ],
)
def test_each_reading_has_its_action(row: dict[str, str], action: str) -> None:
    assert evaluate_row(row)["action"] == action


def test_one_suspicious_feature_decides_and_overrides_the_size_of_a_nodule() -> None:
    result = read_node(Node(microcalcification=True))

    assert result.reading is NodeReading.SUSPICIOUS
    assert result.overrides_nodule_size
    assert not read_node(
        Node(
            long_axis_mm=Decimal(16),
            short_axis_mm=Decimal(6),
            hilum_seen=True,
            flow=Flow.CENTRAL,
            microcalcification=False,
            cystic_change=False,
            hyperechoic_tissue=False,
        )
    ).overrides_nodule_size


@pytest.mark.parametrize("column", INPUTS)
def test_a_blank_on_which_the_reading_depends_is_named(column: str) -> None:
    with pytest.raises(MissingInput) as refused:
        evaluate_row({**NO_HILUM, column: ""})

    assert refused.value.column == column


@pytest.mark.parametrize(
    ("column", "value", "allowed"),
    [
        ("node_level", "2", "it is one of I, II, III, IV, V, VI, VII"),
        ("flow", "mixed", "it is one of central, peripheral, chaotic, none"),
        ("short_axis_mm", "17", "it is at most the long axis of 16"),
        ("short_axis_mm", "0", "it lies between 0.5 and 150"),
        ("long_axis_mm", "1600", "it lies between 0.5 and 150"),
        ("long_axis_mm", "long", "it is a number with a decimal point"),
        ("hilum_seen", "maybe", "it is yes, no, 1, 0 or blank"),
    ],
)
def test_a_wrong_cell_is_refused_with_what_is_allowed(
    column: str, value: str, allowed: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        evaluate_row({**NORMAL, column: value})

    assert str(refused.value) == f"{column} is {value}; {allowed}"


ANSWERS = st.none() | st.booleans()
SIZES = st.none() | st.integers(-5, 1600).map(lambda tenths: Decimal(tenths) / 10)
NODES = st.builds(
    Node,
    level=st.none() | st.sampled_from(NodeLevel),
    long_axis_mm=SIZES | st.just(Decimal("NaN")),
    short_axis_mm=SIZES,
    hilum_seen=ANSWERS,
    flow=st.none() | st.sampled_from(Flow),
    microcalcification=ANSWERS,
    cystic_change=ANSWERS,
    hyperechoic_tissue=ANSWERS,
)


@given(node=NODES)
def test_every_node_has_an_explained_reading_or_names_the_input_at_fault(node: Node) -> None:
    column = refused_column(read_node, node)
    if column is not None:
        assert column in INPUTS
        return
    result = read_node(node)

    assert result.reasons
    for reason in result.reasons:
        assert set(reason.values) == set(REASON_KEYS[reason.key])


@given(
    level=st.sampled_from(NodeLevel),
    long_axis=st.integers(200, 1500),
    shorts=st.tuples(st.integers(5, 200), st.integers(5, 200)).map(sorted),
)
def test_a_thicker_node_without_hilum_is_never_less_suspicious(
    level: NodeLevel, long_axis: int, shorts: list[int]
) -> None:
    thinner, thicker = (
        read_node(
            Node(
                level=level,
                long_axis_mm=Decimal(long_axis) / 10,
                short_axis_mm=Decimal(short) / 10,
                hilum_seen=False,
                flow=Flow.CENTRAL,
                microcalcification=False,
                cystic_change=False,
                hyperechoic_tissue=False,
            )
        ).reading
        for short in shorts
    )

    assert thicker is NodeReading.INDETERMINATE or thinner is thicker
