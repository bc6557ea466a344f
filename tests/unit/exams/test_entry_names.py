"""Names of blocks in a sent form, accession numbers, and what a new exam is proposed to be."""

from datetime import date

import pytest

from screening.exams.rules import ExamStatus, Purpose
from screening.exams.rules.blocks import MOST_FINDINGS, block_keys, place_of
from screening.exams.rules.entry import ExamEntry
from screening.exams.rules.numbers import accession_prefix, next_accession_no, tidy_accession_no
from screening.exams.rules.proposals import as_logged, proposed_appointment, proposed_purpose
from screening.protocol.errors import RefusedInputError

TODAY = date(2024, 3, 5)


def test_blocks_are_found_by_their_names_and_keep_their_numbers():
    names = [
        "accession_no",
        "findings-3-size",
        "findings-0-size",
        "findings-3-kind",
        "findings-x-a",
    ]

    assert block_keys(names) == [0, 3]


def test_a_form_cannot_ask_for_blocks_without_end():
    assert len(block_keys(f"findings-{number}-size" for number in range(500))) == MOST_FINDINGS


@pytest.mark.parametrize("name", ["findings--1-size", "findings-12345-size", "findings-1-", "x"])
def test_other_names_are_no_blocks(name):
    assert block_keys([name]) == []


def test_a_problem_names_its_finding_or_the_exam():
    assert place_of("findings-2-long_mm") == (2, "long_mm")
    assert place_of("performed_on") is None
    assert place_of("findings") is None


def test_an_accession_number_is_tidied_and_a_blank_asks_for_the_next_one():
    assert tidy_accession_no("  \uff23\uff34\uff11\uff12 ") == "CT12"
    assert tidy_accession_no(None) == tidy_accession_no("   ") == ""


@pytest.mark.parametrize("text", ["a" * 65, "a\nb"])
def test_an_impossible_accession_number_is_refused_at_its_field(text):
    with pytest.raises(RefusedInputError) as refused:
        tidy_accession_no(text)

    assert refused.value.field == "accession_no"


def test_a_site_counts_its_own_exams_year_by_year():
    prefix = accession_prefix("HQ", TODAY)

    assert next_accession_no(prefix, []) == "HQ-E2024-00001"
    assert next_accession_no(prefix, ["HQ-E2024-00009", "HQ-E2024-x", "7"]) == "HQ-E2024-00010"


def test_the_purpose_is_what_the_recall_asks_for_else_the_next_in_the_row():
    assert proposed_purpose("follow_up", has_exams=True) is Purpose.FOLLOW_UP
    assert proposed_purpose(None, has_exams=False) is Purpose.BASELINE
    assert proposed_purpose(None, has_exams=True) is Purpose.ANNUAL


def test_an_appointment_is_proposed_on_the_due_day_while_it_lies_ahead():
    assert proposed_appointment(date(2024, 3, 6), TODAY) == date(2024, 3, 6)
    assert proposed_appointment(TODAY, TODAY) is None
    assert proposed_appointment(None, TODAY) is None


@pytest.mark.parametrize(
    ("booked_for", "proposed"),
    [(date(2024, 3, 1), date(2024, 3, 1)), (date(2024, 3, 9), TODAY), (None, TODAY)],
)
def test_a_booked_exam_is_proposed_as_done_on_its_day_but_never_in_the_future(booked_for, proposed):
    booked = ExamEntry("A", 1, "scan", Purpose.ANNUAL, ExamStatus.SCHEDULED, None, booked_for)

    logged = as_logged(booked, TODAY)

    assert (logged.status, logged.performed_on) == (ExamStatus.PERFORMED, proposed)


def test_a_logged_exam_is_shown_as_it_was_entered():
    done = ExamEntry("A", 1, "scan", Purpose.ANNUAL, ExamStatus.PARTIAL, date(2024, 1, 1))

    assert as_logged(done, TODAY) == done
