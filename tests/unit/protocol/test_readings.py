"""Open questions: which reading is in force, and how the version of a result names it."""

from dataclasses import replace

import pytest

from screening.protocol.fields import YES_NO, Choice
from screening.protocol.readings import LONGEST_VERSION, InForce, Question, Standing
from tests.factories.programs import make_program

LIMIT = Question("limit", "At the limit?", Standing.DISPUTED, YES_NO, "yes", "Source", ("rules",))
GONE = Question(
    "gone", "Gone?", Standing.OPTION, (Choice("1", "1"), Choice("2", "2")), "2", "", ("sys",)
)
QUESTIONS = (LIMIT, GONE)


def test_a_question_that_nobody_answered_has_its_default():
    in_force = InForce(QUESTIONS, {"gone": "1"})

    assert in_force["limit"] == "yes"
    assert in_force.is_yes("limit")
    assert in_force["gone"] == "1"
    assert in_force.changed == (GONE,)


def test_choosing_the_default_changes_nothing():
    assert InForce(QUESTIONS, {"limit": "yes", "gone": "2"}).changed == ()


def test_an_unknown_question_has_no_reading():
    with pytest.raises(KeyError):
        InForce(QUESTIONS, {})["nobody_asks_this"]


def test_a_version_names_the_changed_readings_of_its_own_rule_set():
    in_force = InForce(QUESTIONS, {"limit": "no", "gone": "1"})

    assert in_force.version("2021", "rules") == "2021; limit=no"
    assert in_force.version("v2022", "sys") == "v2022; gone=1"
    assert in_force.version("8", "tnm") == "8"


def test_a_version_that_would_be_too_long_has_a_fingerprint_of_the_readings():
    long = tuple(replace(LIMIT, code=f"a_question_with_a_long_name_{n}") for n in range(3))
    some, all_of_them = (
        InForce(long, {each.code: "no" for each in chosen}).version("2021", "rules")
        for chosen in (long[:2], long)
    )

    assert some.startswith("2021; readings ")
    assert len(some) <= LONGEST_VERSION
    assert some != all_of_them


def test_a_program_without_questions_stays_as_it_is():
    program = make_program()

    assert program.under({}) is program
    assert program.in_force.changed == ()
