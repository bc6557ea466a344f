"""The questions of every program: answerable, and without effect until a site answers one."""

import pytest

from screening.programs import published_programs
from screening.protocol.readings import LONGEST_VERSION

PROGRAMS = pytest.mark.parametrize(
    "program", published_programs(), ids=lambda program: program.code
)
QUESTIONS = pytest.mark.parametrize(
    ("program", "question"),
    [
        pytest.param(program, question, id=f"{program.code}-{question.code}")
        for program in published_programs()
        for question in program.questions
    ],
)


def judging(program):
    """Return everything of a program that judges, by its code."""
    return {
        each.code: each
        for each in (*program.rule_sets, *program.all_systems, *program.bulk_systems)
    }


@PROGRAMS
def test_without_a_choice_a_program_is_as_published(program):
    defaults = {question.code: question.default for question in program.questions}

    assert program.under({}) is program
    assert program.under(defaults) is program


@PROGRAMS
def test_questions_have_codes_of_their_own(program):
    codes = [question.code for question in program.questions]

    assert len(set(codes)) == len(codes)


@QUESTIONS
def test_a_question_offers_its_default_and_another_reading(program, question):
    assert question.default in question.codes
    assert len(set(question.codes)) == len(question.codes) >= 2
    assert question.asked
    assert question.source


@QUESTIONS
def test_a_question_names_rule_sets_and_systems_of_its_program(program, question):
    assert question.of
    assert set(question.of) <= judging(program).keys()


@QUESTIONS
def test_another_reading_keeps_what_the_program_offers(program, question):
    for option in question.codes:
        read = program.under({question.code: option})

        assert judging(read).keys() == judging(program).keys()
        assert read.in_force[question.code] == option
        assert read.definitions_version == program.definitions_version


@PROGRAMS
def test_however_much_is_read_otherwise_a_version_fits_its_column(program):
    others = {
        question.code: next(code for code in question.codes if code != question.default)
        for question in program.questions
    }
    read = program.under(others)

    for rule_set in read.rule_sets:
        assert len(rule_set.version) <= LONGEST_VERSION
