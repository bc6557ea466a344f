"""The pages of procedures: record, add the result, correct with a reason, void."""

import pytest

from screening.cases import actions
from screening.cases.queries import list_procedures
from screening.cases.rules import CaseStatus, ProcedureEntry
from screening.clock import now, today
from screening.protocol.errors import NewerChangeError
from screening.protocol.workup import ProcedureResult
from screening.security.permissions import Role
from tests.factories.accounts import make_user, sign_in

TODAY = today().isoformat()


def typed(procedure=None, **changes):
    """Return the form of a biopsy of today as a browser sends it."""
    values = {"kind": "ct_guided_biopsy", "performed_on": TODAY, "department": "", "result": "",
              "complication": "none", "comment": ""}  # fmt: skip
    if procedure is not None:
        values["version"] = str(procedure.version)
        values["department"] = procedure.department
    return {**values, **changes}


def new_url(case):
    return f"/exams/{case.exam.public_id}/procedures/new"


def url_of(procedure, act="edit"):
    return f"/procedures/{procedure.id}/{act}"


@pytest.fixture
def biopsy(case, by):
    entry = ProcedureEntry("ct_guided_biopsy", today(), complication="none")
    return actions.record_procedure(case.exam, entry, by=by, at=now())


def test_a_procedure_is_recorded_from_the_case_and_moves_it_into_work_up(case, desk, trail):
    assert "Interventional radiology" in desk.get(new_url(case)).text  # fills the department
    response = desk.post(new_url(case), data=typed())

    assert (response.status_code, response.location) == (303, f"/cases/{case.public_id}")
    (procedure,) = list_procedures([case.episode_id])
    assert (procedure.department, procedure.result) == ("Interventional radiology", None)
    assert case.status is CaseStatus.WORKUP
    html = desk.get(response.location).text
    assert "Procedure recorded: CT-guided biopsy" in html
    assert "Add the result" in html
    (event,) = [event for event in trail() if event[0].startswith("cases:procedure:record")]
    assert event == (
        "cases:procedure:record",
        "Dr. Anna",
        None,
        {
            "kind": [None, "ct_guided_biopsy"],
            "performed_on": [None, TODAY],
            "complication": [None, "none"],
            "department": [None, "Interventional radiology"],
        },
    )


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"performed_on": ""}, "Enter the date of the procedure"),
        ({"performed_on": "2020-01-01"}, "cannot be before the exam that led to it"),
        ({"performed_on": "2999-01-01"}, "cannot be in the future"),
        ({"kind": ""}, "Choose the kind of procedure"),
        ({"kind": "massage"}, "Not a valid choice"),
    ],
)
def test_an_impossible_procedure_is_refused_and_stays_typed(case, desk, changes, says):
    response = desk.post(new_url(case), data=typed(**changes, comment="left lung"))

    assert response.status_code == 200
    assert says in response.text
    assert "left lung</textarea>" in response.text
    assert list_procedures([case.episode_id]) == []


def test_the_result_is_added_later_without_a_reason(case, biopsy, desk, trail):
    response = desk.post(url_of(biopsy), data=typed(biopsy, result="benign"))

    assert response.status_code == 303
    assert biopsy.result is ProcedureResult.BENIGN
    assert trail()[-1] == (
        "cases:procedure:correct", "Dr. Anna", None, {"result": [None, "benign"]},
    )  # fmt: skip


def test_a_recorded_value_is_changed_only_with_a_reason(biopsy, desk, trail):
    desk.post(url_of(biopsy), data=typed(biopsy, result="benign"))

    refused = desk.post(url_of(biopsy), data=typed(biopsy, result="malignant"))
    assert "Say why what was recorded is changed" in refused.text
    assert '<option selected value="malignant">' in refused.text
    assert biopsy.result is ProcedureResult.BENIGN

    changed = typed(biopsy, result="malignant", reason="second opinion")
    assert desk.post(url_of(biopsy), data=changed).status_code == 303
    assert trail()[-1][:3] == ("cases:procedure:correct", "Dr. Anna", "second opinion")


def test_saving_what_stands_leaves_no_event(biopsy, desk, trail):
    before = trail()

    assert desk.post(url_of(biopsy), data=typed(biopsy)).status_code == 303

    assert trail() == before


def test_the_second_to_save_sees_both_versions(biopsy, client, clinician, colleague):
    outdated = typed(biopsy, result="malignant")
    sign_in(client, colleague)
    client.post(url_of(biopsy), data=typed(biopsy, result="benign"))
    sign_in(client, clinician)

    response = client.post(url_of(biopsy), data=outdated)

    assert response.status_code == 409
    assert "Dr. Bo" in response.text
    assert "<td>Benign</td><td>Malignant</td>" in response.text
    assert f'name="version" type="hidden" value="{biopsy.version}"' in response.text
    assert biopsy.result is ProcedureResult.BENIGN


def test_a_procedure_is_voided_with_a_reason_and_stays_readable(case, biopsy, desk, trail):
    assert "Enter the reason" in desk.post(
        url_of(biopsy, "void"), data={"version": str(biopsy.version), "reason": ""}
    ).text  # fmt: skip
    voided = {"version": str(biopsy.version), "reason": "another person"}

    assert desk.post(url_of(biopsy, "void"), data=voided).status_code == 303

    assert list_procedures([case.episode_id]) == []
    assert trail()[-1] == ("cases:procedure:void", "Dr. Anna", "another person", {})
    assert "This procedure is voided: another person" in desk.get(url_of(biopsy)).text
    assert desk.post(url_of(biopsy), data=typed(biopsy)).status_code == 409
    html = desk.get(f"/cases/{case.public_id}").text
    assert "Procedure voided: CT-guided biopsy" in html
    assert "another person" in html


def test_voiding_an_outdated_version_shows_what_was_saved_meanwhile(biopsy, client, colleague,
                                                                    clinician):  # fmt: skip
    outdated = {"version": str(biopsy.version), "reason": "mistake"}
    sign_in(client, colleague)
    client.post(url_of(biopsy), data=typed(biopsy, result="benign"))
    sign_in(client, clinician)

    response = client.post(url_of(biopsy, "void"), data=outdated)

    assert response.status_code == 409
    assert "Dr. Bo" in response.text
    assert "mistake</textarea>" in response.text
    assert biopsy.voided_at is None


def test_who_may_touch_a_procedure(case, biopsy, client, site, stranger):
    pages = [new_url(case), url_of(biopsy), url_of(biopsy, "void")]
    sign_in(client, make_user(Role.COORDINATOR, [site]))
    assert [client.get(url).status_code for url in pages] == [403, 403, 403]
    sign_in(client, stranger)
    assert [client.get(url).status_code for url in pages] == [404, 404, 404]
    assert [client.post(url, data=typed()).status_code for url in pages] == [404, 404, 404]


def test_a_procedure_gives_the_protocols_days_for_the_next_step(case, by):
    entry = ProcedureEntry("pet_ct", today())
    actions.record_procedure(case.exam, entry, by=by, at=now())

    assert (case.due_on - today()).days == 30


def test_a_procedure_makes_decisions_on_what_was_shown_before_outdated(case, by):
    version = case.version
    actions.record_procedure(case.exam, ProcedureEntry("pet_ct", today()), by=by, at=now())

    with pytest.raises(NewerChangeError):
        actions.take_case(case, expected_version=version, by=by, at=now())
