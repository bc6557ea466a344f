"""What a cytology implies, in words: its risks, and what usually follows."""

from collections.abc import Iterable, Mapping, Sequence

from screening.clinical.reasons import Reason
from screening.protocol.wording import N_, Sentence

TEXTS: Mapping[str, str] = {
    "risk_of_adults": N_(
        "{category} in adults: mean risk of cancer {mean} %, from {lowest} to {highest} %"
    ),
    "risk_of_children": N_("{category} in children: mean risk of cancer {mean} %"),
    "risk_of_2018": N_(
        "In the edition of 2018 {lowest} to {highest} %, noninvasive follicular neoplasms (NIFTP) "
        "counted as cancer"
    ),
}
MANAGEMENT: Mapping[str, str] = {
    "repeat FNA under ultrasound": N_("Repeat FNA under ultrasound"),
    "clinical and ultrasound follow-up": N_("Clinical and ultrasound follow-up"),
    "repeat FNA": N_("Repeat FNA"),
    "molecular test": N_("Molecular test"),
    "diagnostic lobectomy": N_("Diagnostic lobectomy"),
    "surveillance": N_("Surveillance"),
    "lobectomy": N_("Thyroid lobectomy"),
    "near-total thyroidectomy": N_("Near-total thyroidectomy"),
}


def sentences_of(reasons: Iterable[Reason]) -> Sequence[Sentence]:
    """Return the reasons of a risk in words."""
    return tuple(Sentence(TEXTS[reason.key], dict(reason.values)) for reason in reasons)
