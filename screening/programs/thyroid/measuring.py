"""What the measurements of a finding imply, and which answers are impossible or unlikely."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from screening.clinical.thyroid_implications import fill_in
from screening.programs.thyroid.descriptions import (
    KIND,
    LABELS,
    NODE,
    NODULE,
    NOTHING,
    SIZE,
)
from screening.programs.thyroid.questionnaire import check_exclusive
from screening.programs.thyroid.reading import (
    PLACES,
    kind_of,
    largest_axis,
    sets_of,
    size_of,
)
from screening.protocol.answers import number
from screening.protocol.fields import Payload, Value
from screening.protocol.wording import N_, Problem, Sentence

TENTH = Decimal("0.1")
# What may stand beside “no nodule”: nothing that describes one.
DENIALS = (None, "no", "unknown", ("none",))


def compute_finding(finding: Payload) -> Payload:
    """Return what was seen and how large it is, where it was not typed but follows."""
    kind = kind_of(finding)
    size = size_of(finding) if kind == NODULE else None
    computed: dict[str, Value | None] = {KIND: kind, SIZE: size}
    return {
        code: value
        for code, value in computed.items()
        if value is not None and finding.get(code) is None
    }


def check_finding(finding: Payload) -> Iterable[Problem]:
    """Find impossible answers, which are refused, and unlikely ones, which are asked."""
    yield from check_exclusive(finding, "echogenic_foci")
    yield from CHECKS.get(kind_of(finding) or "", _check_none)(finding)


def _check_none(finding: Payload) -> Iterator[Problem]:
    yield from ()


def _check_nothing(finding: Payload) -> Iterator[Problem]:
    for code, value in finding.items():
        if code not in PLACES and value not in DENIALS:
            message = N_("There is no nodule here to describe or measure; correct one of the two")
            yield Problem(code, Sentence(message))


def _check_nodule(finding: Payload) -> Iterator[Problem]:
    if finding.get("composition") == "mixed" and finding.get("echogenicity") == "anechoic":
        message = N_("The solid part of a mixed nodule has an echogenicity: choose it")
        yield Problem("echogenicity", Sentence(message))
    yield from _check_sizes(finding)
    yield from _check_shape(finding)
    yield from _check_sets(finding)


def _check_sizes(finding: Payload) -> Iterator[Problem]:
    typed, axis = number(finding, SIZE), largest_axis(finding)
    if typed is not None and axis is not None and abs(typed - axis) > TENTH:
        message = N_("The largest axis is {axis} mm, {typed} mm was typed; which is right?")
        yield Problem(SIZE, Sentence(message, {"axis": axis, "typed": typed}), is_question=True)


def _check_shape(finding: Payload) -> Iterator[Problem]:
    width, depth = number(finding, "width_mm"), number(finding, "depth_mm")
    shape = finding.get("shape")
    if width is None or depth is None or width == depth or shape in (None, "unknown"):
        return
    if (shape == "taller_than_wide") != (depth > width):
        message = N_("Width {width} mm and depth {depth} mm say otherwise; which is right?")
        values = {"width": width, "depth": depth}
        yield Problem("shape", Sentence(message, values), is_question=True)


def _check_sets(finding: Payload) -> Iterator[Problem]:
    """Ask where the two descriptions of one nodule contradict each other."""
    for reason in fill_in(sets_of(finding)).disagreements:
        message = N_("“{field}” says otherwise; confirm this or correct one of the two")
        values = {"field": LABELS[str(reason.values["by"])]}
        yield Problem(str(reason.values["column"]), Sentence(message, values), is_question=True)


def _check_node(finding: Payload) -> Iterator[Problem]:
    long_mm, short_mm = number(finding, "long_axis_mm"), number(finding, "short_axis_mm")
    if long_mm is not None and short_mm is not None and short_mm > long_mm:
        message = N_("The short axis ({short} mm) is longer than the long axis ({long} mm)")
        yield Problem("short_axis_mm", Sentence(message, {"short": short_mm, "long": long_mm}))


CHECKS = {NODULE: _check_nodule, NODE: _check_node, NOTHING: _check_nothing}
