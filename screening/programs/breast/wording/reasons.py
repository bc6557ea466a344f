"""The sentence for every reason that BI-RADS gives."""

from collections.abc import Mapping, Sequence

from screening.clinical.reasons import Reason
from screening.programs.breast.wording.labels import BREASTS, MODALITIES
from screening.protocol.wording import N_, Sentence

TEXTS: Mapping[str, str] = {
    "assessed": N_("{side}, {modality}: {category}"),
    "breast_absent": N_("{side}: absent, or not examined"),
    "breast_not_assessed": N_("{side}: no category was given"),
    "work_up_replaced_zero": N_("{side}: the work-up gave {category}, which replaces the 0"),
    "work_up_replaced_nothing": N_(
        "{side}: the work-up gave {category}, and there is no 0 that it could replace"
    ),
    "probably_benign_without_work_up": N_(
        "{side}: a 3 on mammography should follow a complete work-up"
    ),
    "leading_breast": N_("{side} leads: {category}"),
    "order_unverified": N_(
        "{category} goes before {over} by an order that is recalled; to be confirmed by the site"
    ),
}
READINGS: Mapping[str, tuple[str, str]] = {
    "parallel_imaging_closes_zero": (
        N_("House rule: a final category by other imaging of the same round closes a 0"),
        N_("House rule: other imaging of the same round does not close a 0"),
    ),
    "ultrasound_and_mri_count_in_audit": (
        N_("Ultrasound and MRI count as mammography does"),
        N_("Mammography alone counts"),
    ),
}
# Said of a round, and of no use beside one exam.
OF_A_ROUND = ("leading_breast", "disputed_reading", "probably_benign_without_work_up")


def sentences_of(reasons: Sequence[Reason], *, is_one_exam: bool = False) -> tuple[Sentence, ...]:
    """Return reasons in words; of one exam, only what can be said of it alone."""
    shown = (reason for reason in reasons if not (is_one_exam and reason.key in OF_A_ROUND))
    return tuple(_sentence(reason) for reason in shown)


def _sentence(reason: Reason) -> Sentence:
    if reason.key == "disputed_reading":
        is_in_force = reason.values["choice"] == "yes"
        in_force, not_in_force = READINGS[str(reason.values["reading"])]
        return Sentence(in_force if is_in_force else not_in_force)
    values = {name: _value(name, str(value)) for name, value in reason.values.items()}
    return Sentence(TEXTS[reason.key], values)


def _value(name: str, value: str) -> str:
    known = {"side": BREASTS, "modality": MODALITIES}.get(name, {})
    return known.get(value, value)
