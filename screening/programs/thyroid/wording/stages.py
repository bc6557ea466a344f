"""Why a thyroid cancer has its stage group, or none."""

from collections.abc import Iterable, Mapping, Sequence

from screening.clinical.reasons import Reason
from screening.programs.thyroid.staging import NOTES
from screening.protocol.wording import N_, Sentence

AGE_GROUPS: Mapping[str, str] = {
    "<55": N_("Below 55 years"),
    ">=55": N_("55 years and older"),
}
TEXTS: Mapping[str, str] = {
    **NOTES,
    "listed": N_("{T} {N} {M} stands in the stage table"),
    "same_group_for_every_letter": N_("{T} {N} {M}: the group is the same whatever the letter"),
    "metastasis_decides": N_("{M} decides, whatever T and N are"),
    "young_without_metastasis": N_("{age_group}, {M}: the group is the same whatever T and N are"),
}
WHATEVER_N = N_("{T} {M}: the group is the same whatever N is")


def sentences_of(reasons: Iterable[Reason]) -> Sequence[Sentence]:
    """Return the reasons of a stage group in words."""
    return tuple(_sentence(reason) for reason in reasons)


def _sentence(reason: Reason) -> Sentence:
    values: dict[str, object] = dict(reason.values)
    if "age_group" in values:
        values["age_group"] = AGE_GROUPS[str(values["age_group"])]
    return Sentence(WHATEVER_N if values.get("N") == "" else TEXTS[reason.key], values)
