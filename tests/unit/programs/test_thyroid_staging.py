"""How the thyroid program stages its cancers: by morphology, by age, and why there is no group."""

import pytest

from screening.clinical.tnm_thyroid import differentiated
from screening.outcomes.rules import read_stage
from screening.programs.thyroid.staging import (
    ANAPLASTIC,
    DIFFERENTIATED,
    GROUPS,
    MEDULLARY,
    STAGING,
)
from screening.programs.thyroid.workup import MORPHOLOGIES
from screening.protocol.workup import Tnm

PAPILLARY, MEDULLARY_CANCER, ANAPLASTIC_CANCER = "8260/3", "8345/3", "8021/3"


def stage(t, n, m, morphology=PAPILLARY, ages=(60, 60)):
    return STAGING.stage(Tnm("8", t, n, m, morphology, ages))


@pytest.mark.parametrize(
    ("age", "letters", "group"),
    [
        (54, ("T4b", "N1b", "M0"), "I"),
        (54, ("T1a", "N0a", "M1"), "II"),
        (55, ("T2", "N0a", "M0"), "I"),
        (55, ("T1a", "N1a", "M0"), "II"),
        (55, ("T3b", "N0a", "M0"), "II"),
        (55, ("T4a", "N0a", "M0"), "III"),
        (55, ("T4b", "N0a", "M0"), "IVA"),
        (55, ("T1a", "N0a", "M1"), "IVB"),
    ],
)
def test_a_differentiated_cancer_is_staged_by_the_age_at_diagnosis(age, letters, group):
    assert stage(*letters, ages=(age, age)).group == group


def test_an_age_that_may_be_either_leaves_open_only_what_depends_on_it():
    assert stage("T1a", "N1a", "M0", ages=(54, 55)).group is None
    assert "age at diagnosis" in stage("T1a", "N1a", "M0", ages=(54, 55)).note
    assert stage("T1a", "N0a", "M0", ages=(54, 55)).group == "I"
    assert "age at diagnosis" in stage("T1a", "N0a", "M0", ages=None).note


@pytest.mark.parametrize(
    ("morphology", "letters", "group"),
    [
        (MEDULLARY_CANCER, ("T1a", "N0a", "M0"), "I"),
        (MEDULLARY_CANCER, ("T2", "N1a", "M0"), "III"),
        (MEDULLARY_CANCER, ("T3a", "N1b", "M0"), "IVA"),
        (ANAPLASTIC_CANCER, ("T1a", "N0a", "M0"), "IVA"),
        (ANAPLASTIC_CANCER, ("T2", "N1a", "M0"), "IVB"),
        (ANAPLASTIC_CANCER, ("T2", "N0a", "M1"), "IVC"),
    ],
)
def test_medullary_and_anaplastic_cancers_have_tables_of_their_own(morphology, letters, group):
    assert stage(*letters, morphology=morphology, ages=(40, 40)).group == group


def test_what_was_recalled_says_so():
    assert "to be confirmed" in stage("T4a", "N0a", "M0", MEDULLARY_CANCER).note


@pytest.mark.parametrize(("morphology", "words"), [(None, "Enter the morphology"),
                                                   ("8070/3", "no stage table")])  # fmt: skip
def test_without_a_table_a_note_says_why(morphology, words):
    assert words in stage("T1a", "N0a", "M0", morphology=morphology).note


def test_a_letter_on_which_the_group_depends_is_asked_for():
    assert "letter" in stage("T4", "N0a", "M0").note


def test_every_morphology_that_is_offered_has_a_table():
    staged = {*DIFFERENTIATED, *MEDULLARY, *ANAPLASTIC}

    assert {choice.code for choice in MORPHOLOGIES} <= staged
    assert len(staged) == len(DIFFERENTIATED) + len(MEDULLARY) + len(ANAPLASTIC)


def test_every_group_of_every_table_can_be_recorded():
    groups = {
        stage(t, n, m, morphology, (age, age)).group
        for morphology in (PAPILLARY, MEDULLARY_CANCER, ANAPLASTIC_CANCER)
        for age in (40, 60)
        for t in STAGING.values("8")[0]
        for n in STAGING.values("8")[1]
        for m in STAGING.values("8")[2]
    }

    assert groups - {None} <= set(GROUPS)
    assert set(differentiated.YOUNGER_GROUPS.values()) <= groups


def test_the_stage_is_read_while_it_is_typed():
    assert read_stage(STAGING, Tnm("8", "T1a", "N0a", "M0", PAPILLARY, (40, 40))).group == "I"
    assert read_stage(STAGING, Tnm("8", "T1a", None, None, PAPILLARY, (60, 60))).note
