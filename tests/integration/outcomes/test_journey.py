"""From a positive exam to its cancer through the pages, and the whole trail that it leaves."""

from datetime import timedelta

from screening.audit.models import AuditEvent
from screening.cases.rules import CaseStatus
from screening.clock import today
from screening.database.engine import db
from screening.enrollments.rules import EnrollmentStatus, EpisodeStatus, Outcome
from screening.indicators.actions import verify_facts
from screening.outcomes.queries import list_cancers
from screening.outcomes.rules import DetectionMode

TODAY = today().isoformat()
IN_30_DAYS = (today() + timedelta(days=30)).isoformat()


def changed_by(action):
    """Return who did this, why, and what it changed."""
    query = db.select(AuditEvent).where(AuditEvent.action == action).order_by(AuditEvent.id)
    return [(row.actor_name, row.reason, row.changes) for row in db.session.scalars(query)]


def test_a_flagged_person_is_reviewed_worked_up_diagnosed_and_the_case_closes(
    case, enrollment, desk, by, trail
):
    case_url, exam_id = f"/cases/{case.public_id}", case.exam.public_id
    version = {"agree-version": str(case.version), "agree-comment": "team meeting"}
    desk.post(f"{case_url}/agree", data=version)
    biopsy = {"kind": "ct_guided_biopsy", "performed_on": TODAY, "result": "malignant",
              "complication": "pneumothorax"}  # fmt: skip
    desk.post(f"/exams/{exam_id}/procedures/new", data=biopsy)
    cancer = {"diagnosed_on": TODAY, "basis": "histology", "exam": exam_id, "topography": "C34.1",
              "morphology": "8140/3", "edition": "9", "t": "T1c", "n": "N0", "m": "M0"}  # fmt: skip
    desk.post(f"/enrollments/{enrollment.id}/cancers/new", data=cancer)

    (recorded,) = list_cancers(by.scope, enrollment.participant_id)
    assert (recorded.stage_group, recorded.detection_mode) == (
        "IA3",
        DetectionMode.SCREEN_DETECTED,
    )
    assert (case.status, case.episode.status) == (CaseStatus.CLOSED, EpisodeStatus.CLOSED)
    assert case.episode.outcome is Outcome.CANCER
    assert enrollment.status is EnrollmentStatus.EXITED
    assert verify_facts() == []

    assert [(action, who) for action, who, _, _ in trail()] == [
        ("exams:reading:give", "Dr. Anna"),
        ("cases:case:agreed", "Dr. Anna"),
        ("cases:procedure:record", "Dr. Anna"),
        ("outcomes:cancer:record", "Dr. Anna"),
        ("outcomes:cancer:attribute", "system"),
        ("enrollments:enrollment:exit", "system"),
        ("cases:case:closed", "system"),
    ]
    assert changed_by("cases:case:agreed") == [
        (
            "Dr. Anna",
            None,
            {
                "status": ["new", "workup"],
                "assigned_to": [None, by.user_id],
                "due_on": [(today() + timedelta(days=7)).isoformat(), IN_30_DAYS],
                "comment": [None, "team meeting"],
            },
        )
    ]
    assert changed_by("cases:procedure:record") == [
        (
            "Dr. Anna",
            None,
            {
                "kind": [None, "ct_guided_biopsy"],
                "performed_on": [None, TODAY],
                "result": [None, "malignant"],
                "complication": [None, "pneumothorax"],
                "department": [None, "Interventional radiology"],
            },
        )
    ]
    assert changed_by("outcomes:cancer:record") == [
        (
            "Dr. Anna",
            None,
            {
                "diagnosed_on": [None, TODAY],
                "basis": [None, "histology"],
                "topography": [None, "C34.1"],
                "morphology": [None, "8140/3"],
                "edition": [None, "9"],
                "t": [None, "T1c"],
                "n": [None, "N0"],
                "m": [None, "M0"],
                "stage_group": [None, "IA3"],
                "exam_id": [None, case.exam_id],
                "detection_mode": [None, "unknown"],
            },
        )
    ]
    assert changed_by("outcomes:cancer:attribute") == [
        (
            "system",
            None,
            {
                "attributed_exam_id": [None, case.exam_id],
                "detection_mode": ["unknown", "screen_detected"],
            },
        )
    ]

    desk.post(
        f"/cancers/{recorded.public_id}/void",
        data={"version": str(recorded.version), "reason": "another person"},
    )

    assert [(action, who) for action, who, _, _ in trail()[7:]] == [
        ("outcomes:cancer:void", "Dr. Anna"),
        ("enrollments:enrollment:return", "system"),
        ("cases:case:reopened", "system"),
    ]
    assert (case.status, case.episode.status) == (CaseStatus.WORKUP, EpisodeStatus.IN_WORKUP)
    assert enrollment.status is EnrollmentStatus.ACTIVE
    assert verify_facts() == []
