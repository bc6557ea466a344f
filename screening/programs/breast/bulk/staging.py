"""TNM of breast cancer over rows: anatomic stage groups."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from screening.clinical import tnm_breast
from screening.programs.breast.pages.staging import PAGE
from screening.programs.breast.questions import stage_readings_of
from screening.programs.breast.staging import values
from screening.programs.breast.wording.models import stage_sentences
from screening.protocol.columns import pick, text
from screening.protocol.readings import InForce
from screening.protocol.systems import BulkSystem, Texts
from screening.protocol.wording import N_, Sentence

FIELDS = tuple(
    pick(
        letter,
        letter,
        {code: code for code in codes},
        N_("Clinical or pathologic; files may begin it with c or p"),
    )
    for letter, codes in zip(tnm_breast.INPUTS, values(tnm_breast.EDITION), strict=True)
)
OUTCOMES = (text("stage", N_("Stage group")),)


def explain(
    row: Texts, readings: tnm_breast.Readings = tnm_breast.PUBLISHED_DEFAULTS
) -> Sequence[Sentence]:
    """Return why a row has its stage group, or none."""
    return stage_sentences(tnm_breast.stage_of_row(row, readings).reasons)


STAGING = BulkSystem(
    tnm_breast.SYSTEM,
    N_("TNM, 8th edition: breast cancer, anatomic groups"),
    tnm_breast.INPUTS,
    tnm_breast.RESULTS,
    tnm_breast.evaluate_row,
    fields=FIELDS,
    outcomes=OUTCOMES,
    explain=explain,
    page=PAGE,
)


def staging_under(in_force: InForce) -> BulkSystem:
    """Return the system where these readings are in force."""
    readings = stage_readings_of(in_force)
    return replace(
        STAGING,
        evaluate=partial(tnm_breast.evaluate_row, readings=readings),
        explain=partial(explain, readings=readings),
    )
