"""What a result rests on beside the tables: earlier exams, cytology, nodes, what is not known."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from screening.clinical.reasons import Reason
from screening.clinical.thyroid_descriptors import COLUMNS
from screening.clinical.thyroid_growth import Growth
from screening.clinical.thyroid_nodes import NodeReading, NodeResult
from screening.programs.thyroid.wording.labels import label, name_of, shown
from screening.protocol.wording import N_, Sentence

NO_NODULE = N_("No nodule was seen")
NO_LEVEL_WITHOUT_NODULE = N_(
    "ACR TI-RADS has no level for an exam without a nodule; it is filed as TR1 (house rule)"
)
IMPLIED_FOR_CHINESE = N_(
    "Finding {number}: C-TIRADS answers that were left blank follow from the ACR description"
)
IMPLIED_FOR_ACR = N_(
    "Finding {number}: ACR words that were left blank follow from the C-TIRADS answers"
)
NODES: Mapping[NodeReading, str] = {
    NodeReading.NORMAL: N_("Finding {number}: the lymph node looks normal"),
    NodeReading.INDETERMINATE: N_(
        "Finding {number}: indeterminate lymph node; follow it, or FNA (short axis {short} mm)"
    ),
    NodeReading.SUSPICIOUS: N_(
        "Finding {number}: suspicious lymph node ({feature}): FNA with washout, whatever the size "
        "of a nodule"
    ),
    NodeReading.UNCLASSIFIED: N_("Finding {number}: the lymph node fits no row of the table"),
}
FEATURES: Mapping[str, str] = {
    "microcalcification": N_("microcalcification"),
    "cystic_change": N_("cystic change"),
    "hyperechoic_tissue": N_("hyperechoic tissue"),
    "peripheral_flow": N_("peripheral flow"),
    "chaotic_flow": N_("chaotic flow"),
}
CYTOLOGY: Mapping[str, str] = {
    "II": N_("Finding {number}: benign cytology before; ultrasound in 12 to 24 months (ATA 2015)"),
    "III": N_("Finding {number}: cytology {cytology} before is not settled: repeat or operate"),
    "VI": N_("Finding {number}: malignant cytology before: treatment"),
}
GROWN = N_(
    "Finding {number}, since {date}: volume {percent} %, {dimensions} of 3 diameters up: growth"
)
NOT_GROWN = N_(
    "Finding {number}, since {date}: volume {percent} %, {dimensions} of 3 diameters up: no growth"
)
HOUSE_FOLLOW_UP = N_(
    "Finding {number}: {category} below its FNA size; the next ultrasound in {months} months is a "
    "house setting, as no source at hand prints one"
)

NO_PATTERN = N_("Finding {number}: fits no published pattern")


def implied(number: int, reasons: Iterable[Reason], *, for_acr: bool) -> Iterator[Sentence]:
    """Say that one set of answers was filled in from the other."""
    columns = [str(reason.values["column"]) for reason in reasons]
    mine = [column for column in columns if (column in COLUMNS) is for_acr]
    if any(not column.startswith("max_size") for column in mine):
        yield Sentence(IMPLIED_FOR_ACR if for_acr else IMPLIED_FOR_CHINESE, {"number": number})


def node_read(number: int, result: NodeResult) -> Iterator[Sentence]:
    """Say what a lymph node is read as: one sentence for each suspicious feature."""
    for reason in result.reasons:
        values: dict[str, object] = {"number": number}
        if "feature" in reason.values:
            values["feature"] = FEATURES[str(reason.values["feature"])]
        if "short_axis_mm" in reason.values:
            values["short"] = str(reason.values["short_axis_mm"])
        yield Sentence(NODES[result.reading], values)


def node_open(number: int, field: str) -> Sentence:
    """Say that a lymph node cannot be read without an input."""
    text = N_("Finding {number}: the lymph node cannot be read without “{field}”")
    return Sentence(text, {"number": number, "field": name_of(field)})


def cytology(number: int, category: str) -> Sentence:
    """Say what the cytology of a nodule so far means for it."""
    text = CYTOLOGY.get(category, CYTOLOGY["III"])
    return Sentence(text, {"number": number, "cytology": label("cytology", category)})


def growth(number: int, found: Growth, since: date) -> Sentence:
    """Say whether a nodule grew by the rule of ACR."""
    values = {
        "number": number,
        "date": since,
        "percent": shown(found.volume_change_percent),
        "dimensions": found.dimensions_up,
    }
    return Sentence(GROWN if found.is_significant_acr else NOT_GROWN, values)


def not_compared(number: int) -> Sentence:
    """Say that growth cannot be judged."""
    text = N_("Finding {number}: measure three axes on both scans to tell whether it grew")
    return Sentence(text, {"number": number})


def size_unknown(number: int, category: str) -> Sentence:
    """Say that a nodule was not measured, so that its category alone decides."""
    text = N_("Finding {number}: not measured, so that {category} alone says what is asked for")
    return Sentence(text, {"number": number, "category": category})


def decides_alone(number: int, field: str, category: str) -> Sentence:
    """Say that a finding which is not fully known cannot raise the category of the exam."""
    text = N_(
        "Finding {number} has no category without “{field}”; the exam is {category} with FNA "
        "either way"
    )
    return Sentence(text, {"number": number, "field": name_of(field), "category": category})


def house_follow_up(number: int, category: str, months: int) -> Sentence:
    """Say that the time to the next ultrasound is the house's own."""
    values = {"number": number, "category": category, "months": months}
    return Sentence(HOUSE_FOLLOW_UP, values)


def by_reader(months: int) -> Sentence:
    """Say that the reader set the time to the next ultrasound."""
    return Sentence(N_("Next ultrasound in {months} months, by the reader"), {"months": months})


def no_pattern(number: int) -> Sentence:
    """Say that a system has no category for a nodule, which is no gap of the answers."""
    return Sentence(NO_PATTERN, {"number": number})
