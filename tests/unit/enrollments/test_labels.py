"""Every state and reason has a word on the screen."""

import pytest

from screening.enrollments import rules
from screening.protocol.eligibility import Verdict


@pytest.mark.parametrize(
    ("states", "labels"),
    [
        (rules.EnrollmentStatus, rules.STATUS_LABELS),
        (rules.Source, rules.SOURCE_LABELS),
        (rules.ExitReason, rules.EXIT_LABELS),
        (Verdict, rules.VERDICT_LABELS),
        (rules.EpisodeStatus, rules.EPISODE_LABELS),
        (rules.Outcome, rules.OUTCOME_LABELS),
        (rules.RecallStatus, rules.RECALL_LABELS),
    ],
)
def test_every_member_has_a_label_of_its_own(states, labels):
    assert set(labels) == set(states)
    assert len(set(labels.values())) == len(labels)
