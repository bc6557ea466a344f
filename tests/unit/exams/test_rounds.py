"""Which exams make one round, and which recall follows from them."""

from dataclasses import replace
from datetime import date

import pytest

from screening.enrollments.rules import EpisodeStatus, Outcome, RecallStatus
from screening.exams.rules import ExamStatus, Purpose
from screening.exams.rules.rounds import RoundExam, arrange, wanted_recalls
from screening.protocol.category import Category
from screening.protocol.schedule import Interval, Window
from tests.factories.programs import make_program, make_schedule

PROGRAM = make_program()


def exam(number: int, day: date, purpose: Purpose, category: str | None = "N", **changes: object):
    values = {
        "id": number,
        "day": day,
        "purpose": purpose,
        "status": ExamStatus.PERFORMED,
        "modality": "scan",
        "system": "sys" if category else None,
        "category": category,
        "is_positive": None if category is None else category != "N",
    }
    return RoundExam(**{**values, **changes})


def numbers(rounds):
    return [(each.number, [known.id for known in each.exams]) for each in rounds]


def test_each_screening_exam_opens_a_round_and_a_short_interval_exam_joins_the_one_that_asked():
    exams = [
        exam(1, date(2024, 1, 10), Purpose.BASELINE, "S"),
        exam(2, date(2024, 7, 12), Purpose.FOLLOW_UP),
        exam(3, date(2025, 1, 15), Purpose.ANNUAL),
    ]

    assert numbers(arrange(exams, PROGRAM)) == [(1, [1, 2]), (2, [3])]


def test_the_order_of_entry_does_not_matter():
    exams = [
        exam(9, date(2024, 1, 10), Purpose.BASELINE),
        exam(2, date(2025, 1, 15), Purpose.ANNUAL),
    ]

    assert numbers(arrange(reversed(exams), PROGRAM)) == [(1, [9]), (2, [2])]


def test_a_technical_repeat_stays_in_its_round():
    exams = [
        exam(
            1, date(2024, 1, 10), Purpose.BASELINE, None, status=ExamStatus.TECHNICALLY_INADEQUATE
        ),
        exam(2, date(2024, 1, 20), Purpose.BASELINE),
    ]

    assert numbers(arrange(exams, PROGRAM)) == [(1, [1, 2])]


def test_after_a_gap_longer_than_two_intervals_the_round_is_prevalent_again():
    exams = [
        exam(1, date(2020, 1, 10), Purpose.BASELINE),
        exam(2, date(2021, 1, 12), Purpose.ANNUAL),
        exam(3, date(2023, 1, 12), Purpose.ANNUAL),
        exam(4, date(2025, 1, 13), Purpose.ANNUAL),
    ]

    assert [each.number for each in arrange(exams, PROGRAM)] == [1, 2, 3, 1]


def test_another_modality_joins_the_round_within_the_pairing_days_only():
    program = make_program(schedule=make_schedule(pairing_days=60))
    exams = [
        exam(1, date(2024, 1, 10), Purpose.BASELINE),
        exam(2, date(2024, 3, 10), Purpose.BASELINE, modality="other"),
        exam(3, date(2024, 3, 11), Purpose.ANNUAL, modality="third"),
    ]

    assert numbers(arrange(exams, program)) == [(1, [1, 2]), (2, [3])]


def test_a_follow_up_without_any_screening_exam_is_no_screening_round():
    exams = [
        exam(1, date(2024, 1, 10), Purpose.FOLLOW_UP),
        exam(2, date(2024, 6, 10), Purpose.BASELINE),
    ]

    assert numbers(arrange(exams, PROGRAM)) == [(0, [1]), (1, [2])]


def test_a_round_says_how_far_its_exams_bring_it():
    booked = exam(1, date(2024, 1, 10), Purpose.BASELINE, None, status=ExamStatus.SCHEDULED)
    unread = exam(1, date(2024, 1, 10), Purpose.BASELINE, None)
    negative = exam(1, date(2024, 1, 10), Purpose.BASELINE, "N")
    positive = exam(1, date(2024, 1, 10), Purpose.BASELINE, "T")

    statuses = [arrange([each], PROGRAM)[0].status for each in (booked, unread, negative, positive)]

    assert statuses == [
        EpisodeStatus.OPEN,
        EpisodeStatus.EXAMINED,
        EpisodeStatus.CLEARED,
        EpisodeStatus.RESULTED,
    ]


def recalls(exams, outcomes=None, enrolled_on=date(2024, 1, 1)):
    return wanted_recalls(exams, outcomes or {}, enrolled_on, PROGRAM)


def test_who_is_enrolled_waits_for_the_first_exam():
    (first,) = recalls([])

    assert first.status is RecallStatus.OPEN
    assert first.dates.due_on == date(2024, 1, 31)


def test_a_negative_exam_asks_for_the_next_one_in_twelve_months():
    _, annual = recalls([exam(1, date(2024, 2, 29), Purpose.BASELINE)])

    assert annual.purpose is Purpose.ANNUAL
    assert annual.dates.due_on == date(2025, 2, 28)
    assert annual.dates.earliest_on == date(2025, 1, 29)
    assert annual.status is RecallStatus.OPEN


def test_the_end_of_a_month_follows_the_shorter_month():
    _, short = recalls([exam(1, date(2024, 8, 31), Purpose.BASELINE, "S")])

    assert short.purpose is Purpose.FOLLOW_UP
    assert short.dates.due_on == date(2025, 2, 28)


def test_the_next_exam_meets_the_recall_and_only_the_last_one_waits():
    exams = [
        exam(1, date(2024, 1, 10), Purpose.BASELINE, "S"),
        exam(2, date(2024, 7, 12), Purpose.FOLLOW_UP),
    ]

    first, short, annual = recalls(exams)

    assert (first.status, first.closed_on) == (RecallStatus.MET, date(2024, 1, 10))
    assert (short.status, short.closed_on) == (RecallStatus.MET, date(2024, 7, 12))
    assert annual.status is RecallStatus.OPEN


def test_an_appointment_books_the_recall():
    exams = [
        exam(1, date(2024, 1, 10), Purpose.BASELINE),
        exam(2, date(2025, 1, 9), Purpose.ANNUAL, None, status=ExamStatus.SCHEDULED),
    ]

    assert recalls(exams)[-1].status is RecallStatus.BOOKED


def test_work_up_now_asks_for_no_exam_until_the_round_ends_without_cancer():
    positive = exam(1, date(2024, 1, 10), Purpose.BASELINE, "T")

    assert len(recalls([positive])) == 1
    assert recalls([positive], {1: Outcome.BENIGN})[-1].dates.due_on == date(2025, 1, 10)
    assert len(recalls([positive], {1: Outcome.CANCER})) == 1


def test_an_inadequate_exam_is_repeated_within_the_protocols_days():
    inadequate = exam(
        1, date(2024, 1, 10), Purpose.BASELINE, None, status=ExamStatus.TECHNICALLY_INADEQUATE
    )

    assert recalls([inadequate])[-1].dates.due_on == date(2024, 2, 9)


INCOMPLETE = Category("0", "Incomplete", "More images", "", 0, None)
WITH_INCOMPLETE = make_program(
    systems=(replace(PROGRAM.systems[0], categories=(*PROGRAM.systems[0].categories, INCOMPLETE)),)
)


def test_an_incomplete_exam_leaves_its_round_waiting_and_asks_for_its_completion():
    day = date(2024, 1, 10)
    first = exam(1, day, Purpose.BASELINE, "0", is_positive=None)

    [opened] = arrange([first], WITH_INCOMPLETE)
    [recall] = wanted_recalls([first], {}, None, WITH_INCOMPLETE)

    assert opened.status is EpisodeStatus.EXAMINED
    assert (recall.status, recall.purpose) == (RecallStatus.OPEN, Purpose.FOLLOW_UP)
    assert (recall.action, recall.dates.due_on) == ("More images", date(2024, 2, 9))


def test_a_later_exam_completes_an_incomplete_one():
    exams = [
        exam(1, date(2024, 1, 10), Purpose.BASELINE, "0", is_positive=None),
        exam(2, date(2024, 2, 1), Purpose.FOLLOW_UP),
    ]

    [opened] = arrange(exams, WITH_INCOMPLETE)
    of_first, of_second = wanted_recalls(exams, {}, None, WITH_INCOMPLETE)

    assert opened.status is EpisodeStatus.CLEARED
    assert of_first.status is RecallStatus.MET
    assert of_second.purpose is Purpose.ANNUAL


def test_the_interval_of_the_finding_that_led_goes_before_that_of_the_category():
    done = exam(1, date(2024, 1, 10), Purpose.BASELINE, "N", interval="6")

    [recall] = wanted_recalls([done], {}, None, PROGRAM)

    assert (recall.purpose, recall.dates.due_on) == (Purpose.FOLLOW_UP, date(2024, 7, 10))


YEARLY_OR_LATER = make_program(
    schedule=make_schedule(
        interval_months=36,
        windows={
            months: Window(Interval(int(months) - 1), Interval(int(months)), Interval(int(months)))
            for months in ("6", "12", "36")
        },
        round_from_months=12,
        after_positive="12",
    )
)


@pytest.mark.parametrize(
    ("interval", "purpose"),
    [("6", Purpose.FOLLOW_UP), ("12", Purpose.ANNUAL), ("36", Purpose.ANNUAL)],
)
def test_a_repeat_exam_after_the_protocols_months_is_a_round_of_its_own(interval, purpose):
    done = exam(1, date(2024, 1, 10), Purpose.BASELINE, "N", interval=interval)

    [recall] = wanted_recalls([done], {}, None, YEARLY_OR_LATER)

    assert recall.purpose is purpose


def test_a_positive_exam_without_cancer_is_followed_after_the_protocols_time():
    positive = exam(1, date(2024, 1, 10), Purpose.BASELINE, "T")

    [recall] = wanted_recalls([positive], {1: Outcome.BENIGN}, None, YEARLY_OR_LATER)

    assert (recall.purpose, recall.dates.due_on) == (Purpose.ANNUAL, date(2025, 1, 10))


PAIRED = make_program(schedule=make_schedule(pairing_days=90))


def pair(first: str | None, second: str | None, **of_first: object):
    """Return two modalities of one screening, the second five days after the first."""
    return [
        exam(1, date(2024, 1, 10), Purpose.BASELINE, first, episode_id=7, **of_first),
        exam(2, date(2024, 1, 15), Purpose.BASELINE, second, episode_id=7, modality="other"),
    ]


def waiting(exams, outcomes=()):
    recalls = wanted_recalls(exams, dict(outcomes), None, PAIRED)
    return [
        (recall.exam_id, recall.dates.due_on)
        for recall in recalls
        if recall.status in (RecallStatus.OPEN, RecallStatus.BOOKED)
    ]


def test_of_two_modalities_the_more_severe_category_decides_whichever_came_first():
    assert waiting(pair("S", "N")) == [(1, date(2024, 7, 10))]
    assert waiting(pair("N", "S")) == [(2, date(2024, 7, 15))]


def test_of_two_equal_categories_the_last_exam_decides():
    assert waiting(pair("N", "N")) == [(2, date(2025, 1, 15))]


def test_while_one_modality_asks_for_work_up_the_other_asks_for_no_exam():
    assert waiting(pair("T", "N")) == []
    ended = {1: Outcome.BENIGN, 2: Outcome.BENIGN}
    assert waiting(pair("T", "N"), ended) == [(1, date(2025, 1, 10))]


def test_a_later_exam_meets_what_both_modalities_asked_for():
    later = exam(3, date(2024, 7, 12), Purpose.FOLLOW_UP, episode_id=7)

    assert waiting([*pair("S", "N"), later]) == [(3, date(2025, 7, 12))]


def test_a_modality_that_gave_way_does_not_meet_what_the_work_up_before_it_asked_for():
    first, last = pair("T", "N")
    worked_up = exam(3, date(2024, 1, 12), Purpose.DIAGNOSTIC, episode_id=7)
    ended = dict.fromkeys((1, 2, 3), Outcome.NEGATIVE)

    assert waiting([first, worked_up, last], ended) == [(3, date(2025, 1, 12))]


def test_a_modality_that_has_to_be_repeated_goes_before_what_the_other_asks_for():
    exams = pair(None, "N", status=ExamStatus.TECHNICALLY_INADEQUATE)
    repeat = exam(3, date(2024, 1, 30), Purpose.BASELINE, episode_id=7)

    assert waiting(exams) == [(1, date(2024, 2, 9))]
    assert waiting([*exams, repeat]) == [(3, date(2025, 1, 30))]


def test_modalities_of_different_rounds_do_not_wait_for_each_other():
    exams = [
        exam(1, date(2024, 1, 10), Purpose.BASELINE, "S", episode_id=7),
        exam(2, date(2024, 6, 15), Purpose.ANNUAL, episode_id=8, modality="other"),
    ]

    assert waiting(exams) == [(2, date(2025, 6, 15))]
