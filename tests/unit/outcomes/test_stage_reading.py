"""The stage group of T, N and M by the lung program's published tables, while it is typed."""

import pytest

from screening.outcomes.rules import Tnm, read_stage
from screening.programs.lung.staging import STAGING


@pytest.mark.parametrize(
    ("tnm", "group"),
    [
        (Tnm("9", "T1c", "N2a", "M0"), "IIB"),
        (Tnm("8", "T1c", "N2", "M0"), "IIIA"),
        (Tnm("9", None, None, "M1a"), "IVA"),
        (Tnm("9", "T1c", "N0", None), None),
        (Tnm("9"), None),
    ],
)
def test_t_n_and_m_give_the_group_once_they_suffice(tnm, group):
    assert read_stage(STAGING, tnm).group == group


def test_what_is_missing_for_a_group_is_said_and_nothing_is_said_of_nothing():
    assert read_stage(STAGING, Tnm("9", "T1c", "N0", None)).note
    assert read_stage(STAGING, Tnm("9")).note == ""


def test_a_combination_without_a_group_says_why():
    reading = read_stage(STAGING, Tnm("9", "T1c", "NX", "M0"))

    assert reading.group is None
    assert "NX" in reading.note


def test_a_value_of_the_other_edition_names_those_that_are_right():
    (problem,) = read_stage(STAGING, Tnm("8", "T1c", "N2a", "M0")).problems

    assert problem.field == "n"
    assert problem.sentence.in_english() == (
        "“N2a” is no N of edition 8; choose one of: NX, N0, N1, N2, N3"
    )
