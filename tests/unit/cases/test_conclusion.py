"""How a round ends by itself."""

from datetime import date

from screening.cases.rules import Conclusion, EpisodeExam, conclude
from screening.enrollments.rules import Outcome

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
