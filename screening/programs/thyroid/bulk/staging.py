"""TNM of thyroid cancer, 8th edition, over rows: a system for each pair of tables."""

from collections.abc import Callable, Sequence
from functools import partial

from screening.clinical.tnm_thyroid import (
    M_VALUES,
    N_VALUES,
    RESULTS,
    T_VALUES,
    UNKNOWN,
    Stage,
    differentiated,
    medullary_anaplastic,
)
from screening.programs.thyroid.pages import staging as pages
from screening.programs.thyroid.staging import GROUPS
from screening.programs.thyroid.wording.stages import AGE_GROUPS, sentences_of
from screening.protocol.columns import pick
from screening.protocol.systems import BulkSystem, Texts
from screening.protocol.wording import N_, Sentence

LETTERS = tuple(
    pick(letter, letter, {code: code for code in codes})
    for letter, codes in (("T", T_VALUES), ("N", N_VALUES), ("M", M_VALUES))
)
OUTCOMES = (
    pick(
        "stage",
        N_("Stage group"),
        {**{group: group for group in GROUPS}, UNKNOWN: N_("Not known")},
    ),
)
AGE_GROUP = pick(
    "age_group", N_("Age at diagnosis"), dict(AGE_GROUPS), N_("Exactly 55 years are the older one")
)
HISTOLOGY = pick(
    "histology",
    N_("Kind of cancer"),
    {
        medullary_anaplastic.Histology.MEDULLARY: N_("Medullary"),
        medullary_anaplastic.Histology.ANAPLASTIC: N_("Anaplastic"),
    },
)


def explain(row: Texts, stage_of_row: Callable[[Texts], Stage]) -> Sequence[Sentence]:
    """Return why the cancer of a row has its stage group, or none."""
    return sentences_of(stage_of_row(row).reasons)


DIFFERENTIATED = BulkSystem(
    differentiated.SYSTEM,
    N_("TNM, 8th edition: differentiated thyroid cancer"),
    differentiated.INPUTS,
    RESULTS,
    differentiated.evaluate_row,
    fields=(AGE_GROUP, *LETTERS),
    outcomes=OUTCOMES,
    explain=partial(explain, stage_of_row=differentiated.stage_of_row),
    page=pages.DIFFERENTIATED_PAGE,
)
MEDULLARY_ANAPLASTIC = BulkSystem(
    medullary_anaplastic.SYSTEM,
    N_("TNM, 8th edition: medullary and anaplastic thyroid cancer"),
    medullary_anaplastic.INPUTS,
    RESULTS,
    medullary_anaplastic.evaluate_row,
    fields=(HISTOLOGY, *LETTERS),
    outcomes=OUTCOMES,
    explain=partial(explain, stage_of_row=medullary_anaplastic.stage_of_row),
    page=pages.MEDULLARY_ANAPLASTIC_PAGE,
)
STAGING = (DIFFERENTIATED, MEDULLARY_ANAPLASTIC)
