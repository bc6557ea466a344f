"""What pathology says of a breast cancer beside its code and stage: nodes, grade, receptors."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from screening.clinical.breast_receptors import (
    Grade,
    Her2Ihc,
    Her2Ish,
    er_status,
    her2_status,
    pr_status,
)
from screening.clinical.tnm_breast import t_from_size
from screening.protocol.answers import number, word
from screening.protocol.fields import NOT_KNOWN, Choice, Field, FieldType, Limits, Payload
from screening.protocol.tumors import Tumor
from screening.protocol.wording import N_, Problem, Sentence
from screening.protocol.workup import Markers

PERCENT = Limits.between("0", "100")
NODES = Limits.between("0", "80", None, "40")
SIZED = ("T1", "T2", "T3")
IN_SITU = "Tis"

FIELDS = (
    Field(
        "invasive_size_mm",
        N_("Size of the invasive part"),
        FieldType.DECIMAL,
        unit="mm",
        hint=N_("Where it differs from the size of the whole"),
        limits=Limits.between("0", "500", None, "100"),
    ),
    Field("nodes_examined", N_("Nodes examined"), FieldType.INTEGER, limits=NODES),
    Field("nodes_positive", N_("Nodes with cancer"), FieldType.INTEGER, limits=NODES),
    Field(
        "grade",
        N_("Histologic grade"),
        FieldType.CHOICE,
        choices=(*(Choice(each.value, each.value) for each in Grade), NOT_KNOWN),
    ),
    Field("er_percent", N_("Estrogen receptors"), FieldType.DECIMAL, unit="%", limits=PERCENT),
    Field("pr_percent", N_("Progesterone receptors"), FieldType.DECIMAL, unit="%", limits=PERCENT),
    Field(
        "her2_ihc",
        N_("HER2 by immunohistochemistry"),
        FieldType.CHOICE,
        choices=(*(Choice(each.value, each.value) for each in Her2Ihc), NOT_KNOWN),
    ),
    Field(
        "her2_ish",
        N_("HER2 by in situ hybridization"),
        FieldType.CHOICE,
        choices=(
            Choice(Her2Ish.AMPLIFIED.value, N_("Amplified")),
            Choice(Her2Ish.NOT_AMPLIFIED.value, N_("Not amplified")),
            NOT_KNOWN,
        ),
    ),
    Field("ki67_percent", "Ki-67", FieldType.DECIMAL, unit="%", limits=PERCENT),
)

STATUSES = {
    "negative": N_("negative"),
    "low_positive": N_("low positive"),
    "positive": N_("positive"),
    "equivocal": N_("equivocal: in situ hybridization decides"),
}


def say_markers(markers: Payload) -> Iterable[Sentence]:
    """Say what receptors mean by the guidelines."""
    estrogen, progesterone = number(markers, "er_percent"), number(markers, "pr_percent")
    if estrogen is not None:
        yield _status(N_("Estrogen receptors: {status}"), er_status(estrogen))
    if progesterone is not None:
        yield _status(N_("Progesterone receptors: {status}"), pr_status(progesterone))
    score = word(Her2Ihc, markers, "her2_ihc")
    if score is not None:
        status = her2_status(score, word(Her2Ish, markers, "her2_ish"))
        yield _status(N_("HER2: {status}"), status)


def _status(text: str, status: str) -> Sentence:
    return Sentence(text, {"status": STATUSES[status]})


def check_tumor(tumor: Tumor) -> Iterable[Problem]:
    """Find what morphology, sizes, nodes and TNM cannot be, or hardly are, together."""
    yield from _check_nodes(tumor)
    yield from _check_behavior(tumor)
    yield from _check_size(tumor)


def _check_nodes(tumor: Tumor) -> Iterator[Problem]:
    examined, positive = (
        number(tumor.markers, code) for code in ("nodes_examined", "nodes_positive")
    )
    if positive is None:
        return
    if examined is not None and positive > examined:
        message = N_("{positive} nodes with cancer are more than the {examined} examined")
        values = {"positive": positive, "examined": examined}
        yield Problem("nodes_positive", Sentence(message, values))
    if positive and (tumor.n or "").startswith("N0"):
        message = N_("Nodes with cancer are counted, and N is {n}; confirm it or correct one")
        yield Problem("nodes_positive", Sentence(message, {"n": tumor.n}), is_question=True)


def _check_behavior(tumor: Tumor) -> Iterator[Problem]:
    is_tis = (tumor.t or "").startswith(IN_SITU)
    if tumor.t and tumor.is_invasive is True and is_tis:
        message = N_("The morphology is invasive, and T is {t}; correct one of the two")
        yield Problem("t", Sentence(message, {"t": tumor.t}), is_question=True)
    if tumor.t and tumor.is_invasive is False and not is_tis and tumor.t not in ("TX", "T0"):
        message = N_("The morphology is in situ, and T is {t}; correct one of the two")
        yield Problem("t", Sentence(message, {"t": tumor.t}), is_question=True)


def _check_size(tumor: Tumor) -> Iterator[Problem]:
    invasive = number(tumor.markers, "invasive_size_mm")
    if invasive is not None and tumor.is_invasive is False and invasive > 0:
        message = N_("A cancer in situ has no invasive part; correct the size or the morphology")
        yield Problem("invasive_size_mm", Sentence(message), is_question=True)
    size_mm = invasive_size_mm(tumor)
    if size_mm is None or not (tumor.t or "").startswith(SIZED):
        return
    by_size = t_from_size(size_mm)
    if by_size[:2] != (tumor.t or "")[:2]:
        message = N_("{size} mm is {by_size}, and T is {t}; confirm it or correct one of the two")
        values = {"size": size_mm, "by_size": by_size, "t": tumor.t}
        yield Problem("t", Sentence(message, values), is_question=True)


def invasive_size_mm(tumor: Tumor) -> Decimal | None:
    """Return the size of an invasive cancer: that of its invasive part, else of the whole."""
    if tumor.is_invasive is not True:
        return None
    size_mm = number(tumor.markers, "invasive_size_mm")
    found = tumor.size_mm if size_mm is None else size_mm
    return found if found is not None and found > 0 else None


MARKERS = Markers(fields=FIELDS, say=say_markers, checks=check_tumor)
