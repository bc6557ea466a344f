"""The pages of cancers: record from a case or an enrollment, correct, void, and the live stage."""

from datetime import timedelta

import pytest

from screening.audit.models import AuditEvent
from screening.cases.rules import CaseStatus
from screening.clock import now, today
from screening.database.engine import db
from screening.outcomes import actions
from screening.outcomes.queries import list_cancers
from screening.outcomes.rules import CancerEntry, DetectionMode
from screening.security.permissions import Role
from tests.factories.accounts import make_user, sign_in
from tests.factories.people import make_enrollment, make_person

TODAY = today().isoformat()


def typed(case=None, **changes):
    """Return the form of an adenocarcinoma found today, as a browser sends it."""
    values = {
        "diagnosed_on": TODAY, "basis": "histology", "topography": "C34.1", "morphology": "8140/3",
        "laterality": "R", "size_mm": "21.5", "edition": "9", "t": "T1c", "n": "N2a", "m": "M0",
        "stage_group": "", "exam": case.exam.public_id if case else "", "treated_on": "",
        "treatment": "", "detection_mode": "", "mode_override_reason": "",
    }  # fmt: skip
    return {**values, **changes}


def new_url(enrollment, case=None):
    asked = f"?exam={case.exam.public_id}" if case else ""
    return f"/enrollments/{enrollment.id}/cancers/new{asked}"


def url_of(cancer, act="edit"):
    return f"/cancers/{cancer.public_id}/{act}"


def cancers_of(enrollment, by):
    return list_cancers(by.scope, enrollment.participant_id)


@pytest.fixture
def cancer(case, enrollment, by):
    entry = CancerEntry(today(), exam_id=case.exam_id, topography="C34.1")
    whose = actions.Whose(enrollment.participant, enrollment.program)
    return actions.record_cancer(whose, entry, by=by, at=now())


def test_the_form_knows_the_exam_of_the_case_and_the_programs_codes(case, enrollment, desk):
    html = desk.get(new_url(enrollment, case)).text

    assert f'<option selected value="{case.exam.public_id}">' in html
    for text in ("Adenocarcinoma", "8140/3", "C34.1", "Upper lobe", 'data-shown-when="edition=9"'):
        assert text in html, text


def test_a_cancer_is_recorded_and_says_how_it_counts(case, enrollment, desk, by):
    response = desk.post(new_url(enrollment, case), data=typed(case))

    assert (response.status_code, response.location) == (303, f"/cases/{case.public_id}")
    html = desk.get(response.location).text
    assert "Screen-detected: It came out of the work-up of the positive exam of" in html
    assert "Closed: Cancer" in html
    texts = (
        "C34.1 Upper lobe", "8140/3 Adenocarcinoma", "21.5 mm", "IIB", "T1c N2a M0, edition 9",
        "Record another primary", "void the cancer to reopen",
    )  # fmt: skip
    for text in texts:
        assert text in html, text
    (cancer,) = cancers_of(enrollment, by)
    assert f"/cancers/{cancer.public_id}/edit" in html


def test_a_cancer_from_the_enrollment_leads_back_to_the_person(site, desk, by):
    enrollment = make_enrollment(site, make_person(site, "李红"), "lung")
    person_url = f"/participants/{enrollment.participant.public_id}"
    assert new_url(enrollment) in desk.get(f"/enrollments/{enrollment.id}").text

    response = desk.post(new_url(enrollment), data=typed())

    assert (response.status_code, response.location) == (303, person_url)
    assert "Outside screening" in desk.get(person_url).text


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"diagnosed_on": ""}, "Enter the date of diagnosis"),
        ({"diagnosed_on": "2999-01-01"}, "The diagnosis cannot be in the future"),
        ({"diagnosed_on": "2020-01-01"}, "cannot be before the exam that it came from"),
        ({"topography": "lung"}, "is no ICD-O-3 topography; write it like C34.0"),
        ({"topography": "C50.1"}, "C50.1 is not a site of this program; confirm it"),
        ({"morphology": "8140"}, "is no ICD-O-3 morphology; write it like 8140/3"),
        ({"morphology": "8250/0"}, "is benign (behavior 0) and not a cancer"),
        ({"size_mm": "abc"}, "Enter the size as a number, like 12.5"),
        ({"size_mm": "NaN"}, "Enter the size as a number, like 12.5"),
        ({"size_mm": "0"}, "Enter the size in mm, above 0 and up to 500"),
        ({"size_mm": "120"}, "120 mm is unusually large; confirm it"),
        ({"edition": "8"}, "“N2a” is no N of edition 8; choose one of: NX, N0, N1, N2, N3"),
        ({"stage_group": "IA1"}, "T, N and M give IIB; clear this field, or confirm"),
        ({"detection_mode": "interval"}, "Say why the detection mode is not that of the rule"),
        ({"treated_on": "2020-01-01"}, "Enter a first treatment that is between the diagnosis and"),
    ],
)
def test_what_is_impossible_or_unlikely_stands_at_its_field_and_nothing_is_lost(
    case, enrollment, desk, by, changes, says
):
    response = desk.post(
        new_url(enrollment, case), data=typed(case, treatment="lobectomy planned", **changes)
    )

    assert response.status_code == 200
    assert says in response.text
    assert 'value="lobectomy planned"' in response.text
    assert cancers_of(enrollment, by) == []
    assert case.status is CaseStatus.NEW


def test_what_is_unlikely_is_taken_once_it_is_confirmed(case, enrollment, desk, by):
    confirmed = {"size_mm": "120", "confirm-size_mm": "120"}

    assert desk.post(new_url(enrollment, case), data=typed(case, **confirmed)).status_code == 303
    (cancer,) = cancers_of(enrollment, by)
    assert cancer.size_mm == 120


def test_a_diagnosis_long_before_the_first_exam_is_asked_about(case, enrollment, desk):
    long_ago = (today() - timedelta(days=800)).isoformat()

    response = desk.post(new_url(enrollment), data=typed(diagnosed_on=long_ago))

    assert "The diagnosis is long before the first exam" in response.text


def test_the_mode_is_set_by_hand_with_a_reason(case, enrollment, desk, by):
    by_hand = {"detection_mode": "outside", "mode_override_reason": "emergency CT"}

    response = desk.post(new_url(enrollment, case), data=typed(case, **by_hand))

    (cancer,) = cancers_of(enrollment, by)
    assert cancer.detection_mode is DetectionMode.OUTSIDE
    assert "Set by hand: emergency CT" in desk.get(response.location).text


@pytest.mark.parametrize(
    ("tnm", "says"),
    [
        ({"edition": "9", "t": "T1c", "n": "N2a", "m": "M0"}, "IIB"),
        ({"edition": "8", "t": "T1c", "n": "N2", "m": "M0"}, "IIIA"),
        ({"edition": "9", "t": "", "n": "", "m": "M1a"}, "IVA"),
        ({"edition": "9", "t": "T1c", "n": "NX", "m": "M0"}, "NX: no stage group"),
        ({"edition": "9", "t": "T1c", "n": "", "m": ""}, "do not suffice"),
        ({"edition": "8", "t": "T1c", "n": "N2a", "m": "M0"}, "“N2a” is no N of edition 8"),
    ],
)
def test_the_stage_is_shown_and_explained_while_it_is_typed(enrollment, desk, tnm, says):
    response = desk.post(f"/enrollments/{enrollment.id}/stage", data=tnm)

    assert response.status_code == 200
    assert says in response.text


def test_a_stage_is_added_later_without_a_reason(cancer, desk, trail):
    stage = {"laterality": "", "morphology": "", "basis": "", "size_mm": ""}
    form = typed(version=str(cancer.version), exam=cancer.exam.public_id, **stage)

    assert desk.post(url_of(cancer), data=form).status_code == 303

    assert cancer.stage_group == "IIB"
    assert trail()[-1][:3] == ("outcomes:cancer:correct", "Dr. Anna", None)


def test_what_is_recorded_is_changed_only_with_a_reason(cancer, desk):
    form = typed(version=str(cancer.version), exam=cancer.exam.public_id, topography="C34.3")

    assert "Say why what was recorded is changed" in desk.post(url_of(cancer), data=form).text
    assert cancer.topography == "C34.1"
    assert desk.post(url_of(cancer), data={**form, "reason": "report"}).status_code == 303
    assert cancer.topography == "C34.3"


def test_the_page_of_a_cancer_shows_what_is_recorded_and_leaves_an_opening(cancer, desk):
    html = desk.get(url_of(cancer)).text

    assert "It came out of the work-up" in html
    assert 'value="C34.1"' in html
    openings = db.select(AuditEvent.actor_name).where(AuditEvent.action == "outcomes:cancer:open")
    assert list(db.session.scalars(openings)) == ["Dr. Anna"]


def test_the_second_to_save_sees_both_versions_and_keeps_the_own(
    cancer, client, clinician, colleague
):
    form = typed(version=str(cancer.version), exam=cancer.exam.public_id)
    sign_in(client, colleague)
    client.post(url_of(cancer), data={**form, "t": "T2a", "n": "N0", "treatment": "surgery"})
    sign_in(client, clinician)

    response = client.post(url_of(cancer), data={**form, "treatment": "radiotherapy"})

    assert response.status_code == 409
    assert "Dr. Bo" in response.text
    for row in ("<td>T2a</td><td>T1c</td>", "<td>IB</td><td>IIB</td>",
                "<td>surgery</td><td>radiotherapy</td>"):  # fmt: skip
        assert row in response.text, row
    assert 'value="radiotherapy"' in response.text
    assert cancer.treatment == "surgery"


def test_voiding_needs_a_reason_reopens_the_case_and_stays_readable(cancer, case, desk, trail):
    version = {"version": str(cancer.version)}
    assert "Enter the reason" in desk.post(url_of(cancer, "void"), data=version).text

    voided = desk.post(url_of(cancer, "void"), data={**version, "reason": "another person"})

    assert (voided.status_code, voided.location) == (303, f"/cases/{case.public_id}")
    assert case.status is CaseStatus.NEW
    assert [(action, who, why) for action, who, why, _ in trail() if "cancer:void" in action] == [
        ("outcomes:cancer:void", "Dr. Anna", "another person")
    ]
    assert "This cancer is voided: another person" in desk.get(url_of(cancer)).text
    assert "This cancer is voided: another person" in desk.get(url_of(cancer, "void")).text
    form = typed(version=str(cancer.version))
    assert desk.post(url_of(cancer), data=form).status_code == 409


def test_who_may_touch_a_cancer(case, cancer, enrollment, client, site, stranger):
    pages = [new_url(enrollment), url_of(cancer), url_of(cancer, "void")]
    for role in (Role.COORDINATOR, Role.MANAGER):
        sign_in(client, make_user(role, [site]))
        assert [client.get(url).status_code for url in pages] == [403, 403, 403]
        person = f"/participants/{enrollment.participant.public_id}"
        assert "C34.1 Upper lobe" in client.get(person).text
        assert url_of(cancer) not in client.get(person).text
    sign_in(client, stranger)
    assert [client.get(url).status_code for url in pages] == [404, 404, 404]
    assert [client.post(url, data=typed()).status_code for url in pages] == [404, 404, 404]
    assert client.post(f"/enrollments/{enrollment.id}/stage", data={}).status_code == 404
