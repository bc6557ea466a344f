"""How a round ends by itself."""

from datetime import date

from screening.cases.rules import Conclusion, EpisodeExam, conclude
from screening.enrollments.rules import Outcome
from screening.protocol.category import Category

JANUARY, JULY = date(2024, 1, 10), date(2024, 7, 10)
POSITIVE = EpisodeExam(1, JANUARY, True)
NEGATIVE_LATER = EpisodeExam(2, JULY, False)
POSITIVE_LATER = EpisodeExam(2, JULY, True)
OPEN = Conclusion()
ENDED = Conclusion(Outcome.NEGATIVE, JULY, is_automatic=True)


def test_a_negative_follow_up_ends_a_positive_round():
    assert conclude([POSITIVE, NEGATIVE_LATER], OPEN, None) == ENDED


def test_a_positive_round_stays_open_while_nothing_follows():
    assert conclude([POSITIVE], OPEN, None) is None


def test_a_negative_round_needs_no_conclusion():
    assert conclude([EpisodeExam(1, JANUARY, False)], OPEN, None) is None


def test_a_corrected_follow_up_opens_the_round_again():
    assert conclude([POSITIVE, POSITIVE_LATER], ENDED, None) == OPEN


def test_death_ends_a_round_under_review():
    assert conclude([POSITIVE], OPEN, JULY) == Conclusion(Outcome.DIED, JULY, is_automatic=True)


def test_an_outcome_that_a_person_gave_is_never_changed():
    given = Conclusion(Outcome.LOST, JULY)

    assert conclude([POSITIVE, NEGATIVE_LATER], given, None) is None


def test_a_cancer_is_not_overruled_by_a_later_negative_exam():
    cancer = Conclusion(Outcome.CANCER, JULY, is_automatic=True)

    assert conclude([POSITIVE, NEGATIVE_LATER], cancer, None) is None


UNCLEAR = Category("0", "", "", "", 1, is_positive=True, ended_by=("diagnostic", "follow_up"))
WATCHED = Category("3", "", "", "", 2, is_positive=True, ended_by=("follow_up",))
SUSPICIOUS = Category("4", "", "", "", 3, is_positive=True, ended_by=())
CLEAR = Category("1", "", "", "", 0, is_positive=False)


def found(category, purpose="baseline", number=1, day=JANUARY):
    return EpisodeExam(number, day, category.is_positive, purpose, category)


def test_another_modality_of_the_same_screening_does_not_end_a_round():
    for category in (UNCLEAR, WATCHED, SUSPICIOUS):
        assert conclude([found(category), found(CLEAR, number=2)], OPEN, None) is None


def test_a_category_is_ended_only_by_the_exams_that_answer_it():
    ended = {
        (category.code, purpose)
        for category in (UNCLEAR, WATCHED, SUSPICIOUS)
        for purpose in ("diagnostic", "follow_up")
        if conclude([found(category), found(CLEAR, purpose, 2, JULY)], OPEN, None) == ENDED
    }

    assert ended == {("0", "diagnostic"), ("0", "follow_up"), ("3", "follow_up")}


def test_every_positive_exam_of_a_round_has_to_be_answered():
    exams = [found(UNCLEAR), found(WATCHED, number=2), found(CLEAR, "diagnostic", 3, JULY)]

    assert conclude(exams, OPEN, None) is None
