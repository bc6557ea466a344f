"""How the lung program stages its cancers: early groups, and notes where there is no group."""

from itertools import product

from screening.clinical import tnm_lung
from screening.programs.lung.staging import STAGES_0_TO_II, STAGING
from screening.protocol.workup import Tnm


def test_the_ninth_edition_is_the_one_offered_first() -> None:
    assert STAGING.editions == ("9", "8")
    assert STAGING.default_edition == "9"


def test_early_is_stage_0_and_i() -> None:
    published = [group for group in tnm_lung.GROUPS if group in STAGING.early_groups]

    assert published == ["0", "IA1", "IA2", "IA3", "IB"]
    assert "0" not in STAGING.stage_i_groups


def test_stages_0_to_ii_add_the_second() -> None:
    published = [group for group in tnm_lung.GROUPS if group in STAGES_0_TO_II]

    assert published == ["0", "IA1", "IA2", "IA3", "IB", "IIA", "IIB"]


def test_every_published_group_can_be_recorded_once() -> None:
    assert set(tnm_lung.GROUPS) <= set(STAGING.groups)
    assert len(STAGING.groups) == len(set(STAGING.groups))


def test_where_there_is_no_group_a_note_says_why() -> None:
    for edition in STAGING.editions:
        for t, n, m in product(*STAGING.values(edition)):
            stage = STAGING.stage(Tnm(edition, t, n, m))
            assert stage.group or stage.note


def test_a_listed_group_needs_no_note() -> None:
    stage = STAGING.stage(Tnm("9", "T1c", "N2a", "M0"))

    assert (stage.edition, stage.group, stage.note) == ("9", "IIB", "")
