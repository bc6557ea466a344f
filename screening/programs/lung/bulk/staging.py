"""TNM of lung cancer over rows, an edition a system."""

from collections.abc import Sequence
from functools import partial

from screening.clinical import tnm_lung
from screening.programs.lung.pages.staging import PAGES
from screening.programs.lung.wording.models import stage_sentences
from screening.protocol.columns import flag, pick, text
from screening.protocol.fields import Field
from screening.protocol.systems import BulkSystem, Texts
from screening.protocol.wording import N_, Sentence


def _fields(edition: str) -> tuple[Field, ...]:
    offered = zip(("T", "N", "M"), tnm_lung.values(edition), strict=True)
    return (
        pick("edition", N_("Edition"), {edition: edition}, N_("Blank: this one")),
        *(pick(letter, letter, {code: code for code in codes}) for letter, codes in offered),
    )


OUTCOMES = (
    text("stage_group", N_("Stage group")),
    flag("defined", N_("There is a group"), N_("No: the edition lists none for this combination")),
)


def explain(row: Texts, edition: str) -> Sequence[Sentence]:
    """Return why a row has its stage group, or none."""
    return stage_sentences(tnm_lung.stage_of_row(row, edition))


def _system(edition: str, title: str) -> BulkSystem:
    return BulkSystem(
        f"tnm-lung-{edition}",
        title,
        tnm_lung.INPUTS,
        tnm_lung.RESULTS,
        partial(tnm_lung.evaluate_row, edition=edition),
        tnm_lung.ON_ERROR,
        fields=_fields(edition),
        outcomes=OUTCOMES,
        explain=partial(explain, edition=edition),
        page=PAGES[edition],
    )


STAGING = (
    _system("9", N_("TNM, 9th edition: lung cancer")),
    _system("8", N_("TNM, 8th edition: lung cancer")),
)
