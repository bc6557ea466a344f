"""Whatever exams a person had and however their rounds ended, something is asked for next."""

from datetime import date, timedelta
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from screening.enrollments.rules import Outcome, RecallStatus
from screening.exams.rules import ExamStatus, Purpose
from screening.exams.rules.rounds import RoundExam, arrange, wanted_recalls
from tests.factories.programs import make_program, make_schedule

PROGRAM = make_program(schedule=make_schedule(pairing_days=90))
ENROLLED_ON = date(2020, 1, 1)
MODALITIES, CATEGORIES = ("scan", "other"), ("N", "S", "T", None)
EXAMS = st.tuples(
    st.one_of(st.integers(0, 30), st.integers(0, 500)),
    st.sampled_from(tuple(Purpose)),
    st.sampled_from(MODALITIES),
    st.sampled_from(CATEGORIES),
)


def exams_of(drawn):
    """Return resulted or inadequate exams, each in the round that holds it."""
    day, exams = ENROLLED_ON, []
    for number, (days, purpose, modality, category) in enumerate(drawn, 1):
        day += timedelta(days=days)
        is_judged = category is not None
        exams.append(
            RoundExam(
                number,
                day,
                purpose,
                ExamStatus.PERFORMED if is_judged else ExamStatus.TECHNICALLY_INADEQUATE,
                modality,
                system="sys" if is_judged else None,
                category=category,
                is_positive=category != "N" if is_judged else None,
            )
        )
    return [
        exam._replace(episode_id=number)
        for number, each in enumerate(arrange(exams, PROGRAM))
        for exam in each.exams
    ]


def is_something_asked_for(drawn):
    exams = exams_of(drawn)
    outcomes = {exam.id: Outcome.BENIGN for exam in exams}
    recalls = wanted_recalls(exams, outcomes, ENROLLED_ON, PROGRAM)
    return any(recall.status is RecallStatus.OPEN for recall in recalls)


@given(st.lists(EXAMS, max_size=7))
def test_one_thing_at_least_is_asked_for_once_every_case_is_closed(drawn):
    assert is_something_asked_for(drawn)


def test_no_order_of_three_exams_within_one_round_leaves_anyone_without_a_next_step():
    kinds = list(product((5,), (Purpose.ANNUAL, Purpose.DIAGNOSTIC), MODALITIES, CATEGORIES))

    assert [drawn for drawn in product(kinds, repeat=3) if not is_something_asked_for(drawn)] == []
