"""Tables and cases of the page of the lymph nodes of the neck."""

from screening.clinical.thyroid_nodes import (
    ACTIONS,
    ROUND_BELOW_RATIO,
    SHORT_AXIS_FROM_MM,
    NodeReading,
)
from screening.protocol.systems import Case, SystemPage, Table, Texts

OVAL: Texts = {
    "node_level": "II",
    "long_axis_mm": "16",
    "short_axis_mm": "6",
    "hilum_seen": "yes",
    "flow": "central",
    "microcalcification": "no",
    "cystic_change": "no",
    "hyperechoic_tissue": "no",
}
NO_HILUM: Texts = {"hilum_seen": "no"}
FEATURES = {
    NodeReading.SUSPICIOUS: (
        "any of: microcalcification, cystic change, hyperechoic tissue, peripheral or chaotic flow"
    ),
    NodeReading.INDETERMINATE: (
        "no hilum, and round (long axis less than "
        f"{ROUND_BELOW_RATIO} times the short one) or large"
    ),
    NodeReading.NORMAL: "oval, hilum seen, central flow",
    NodeReading.UNCLASSIFIED: "anything else",
}


def _large(level: str, short_mm: str) -> Case:
    inputs = {**NO_HILUM, "node_level": level, "long_axis_mm": "20", "short_axis_mm": short_mm}
    return Case(f"no hilum, level {level}, short axis {short_mm} mm", inputs)


PAGE = SystemPage(
    "screening.clinical.thyroid_nodes",
    tests=("test_thyroid_nodes.py", "test_thyroid_bulk.py", "test_thyroid_bulk_words.py"),
    tables=(
        Table(
            "Readings; the first that fits counts",
            ("reading", "features", "action"),
            tuple(
                (reading.value, features, ACTIONS[reading])
                for reading, features in FEATURES.items()
            ),
        ),
        Table(
            "Large without a hilum; other levels have no limit",
            ("level", "short axis"),
            tuple((level.value, f">= {limit} mm") for level, limit in SHORT_AXIS_FROM_MM.items()),
        ),
    ),
    cases=(
        Case("oval, hilum seen, central flow", {}),
        Case("cystic change", {"cystic_change": "yes"}),
        Case("chaotic flow", {"flow": "chaotic"}),
        Case("microcalcification, nothing else known",
             {**dict.fromkeys(OVAL, ""), "microcalcification": "yes"}),
        Case("no hilum, the long axis less than twice the short one",
             {**NO_HILUM, "node_level": "V", "long_axis_mm": "7.9", "short_axis_mm": "4"}),
        Case("no hilum, exactly twice",
             {**NO_HILUM, "node_level": "V", "long_axis_mm": "8", "short_axis_mm": "4"}),
        *(_large(level, short) for level, short in (
            ("II", "7.9"), ("II", "8"), ("III", "4.9"), ("III", "5"), ("VI", "5"), ("VII", "8"),
        )),
        Case("hilum seen, but round", {"short_axis_mm": "9"}),
        Case("hilum seen, no flow", {"flow": "none"}),
        Case("hilum not known", {"hilum_seen": ""}),
        Case("flow not known", {"flow": ""}),
        Case("short axis longer than the long one", {"short_axis_mm": "17"}),
        Case("a slip of the decimal point", {"long_axis_mm": "1600"}),
        Case("text in a number", {"long_axis_mm": "16 mm"}),
        Case("an Arabic number for the level", {"node_level": "2"}),
    ),
    common=OVAL,
)  # fmt: skip
