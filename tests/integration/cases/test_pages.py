"""The page of a case: what it shows to whom, its decisions, and what a refused one keeps."""

import pytest

from screening.audit.models import AuditEvent
from screening.cases import actions
from screening.cases.queries import get_case
from screening.cases.rules import CaseStatus, ProcedureEntry
from screening.clock import now, today
from screening.database.engine import db
from screening.enrollments.rules import Outcome
from screening.exams.rules.entry import ReaderView
from screening.security.permissions import Role
from tests.factories.accounts import actor_for, make_user, sign_in


def url_of(case, act=""):
    return f"/cases/{case.public_id}" + (f"/{act}" if act else "")


def send(desk, case, act, version=None, **values):
    typed = {f"{act}-version": str(version or case.version)}
    typed |= {f"{act}-{name}": text for name, text in values.items()}
    return desk.post(url_of(case, act), data=typed)


def openings():
    query = db.select(AuditEvent.actor_name).where(AuditEvent.action == "cases:case:open")
    return list(db.session.scalars(query))


def test_the_page_tells_the_whole_story_and_its_opening_is_written_down(case, desk):
    html = desk.get(url_of(case)).text

    texts = (
        "Case: Lung, category 4B", "王小明", "Very suspicious", "Lung-RADS", "Programs",
        "Exams: Lung", "No procedure is recorded yet", "Flagged by a positive exam",
    )  # fmt: skip
    for text in texts:
        assert text in html, text
    assert openings() == ["Dr. Anna"]


def test_a_new_case_offers_every_decision_and_no_reopening(case, desk):
    html = desk.get(url_of(case)).text

    for act in ("take", "agree", "override", "close"):
        assert f'action="{url_of(case, act)}"' in html
    assert url_of(case, "reopen") not in html
    assert f"/exams/{case.exam.public_id}/procedures/new" in html
    assert f"/cancers/new?exam={case.exam.public_id}" in html


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.MANAGER])
def test_who_may_not_decide_reads_the_case_without_any_act(case, client, site, role):
    sign_in(client, make_user(role, [site]))

    html = client.get(url_of(case)).text

    assert "Very suspicious" in html
    for act in ("take", "agree", "override", "close"):
        assert url_of(case, act) not in html
        assert send(client, case, act).status_code == 403
    assert case.status is CaseStatus.NEW


def test_users_of_other_sites_find_no_case_and_leave_no_opening(case, client, stranger):
    sign_in(client, stranger)

    assert client.get(url_of(case)).status_code == 404
    for act in ("take", "agree", "override", "close", "reopen"):
        assert send(client, case, act).status_code == 404
    assert openings() == []
    assert case.status is CaseStatus.NEW


def test_strangers_are_sent_to_the_sign_in(case, client):
    assert client.get(url_of(case)).status_code == 303
    assert send(client, case, "take").status_code == 303


def test_a_case_is_taken_with_one_click_and_agreed_with_in_two(case, desk, clinician):
    assert send(desk, case, "take").status_code == 303
    assert case.assigned_to_id == clinician.id
    assert "Take over" not in desk.get(url_of(case)).text

    response = send(desk, case, "agree", comment="clear")
    assert (response.status_code, response.location) == (303, url_of(case))
    html = desk.get(url_of(case)).text
    assert "Agreed. The case is in work-up" in html
    assert "Agreed with the category" in html
    assert url_of(case, "agree") not in html


def test_an_override_takes_category_modifiers_and_reason(case, desk):
    values = {"category": "4X", "modifiers": "S", "differs_because": "spiculated"}

    assert send(desk, case, "override", **values).status_code == 303

    assert (case.exam.category, case.exam.modifiers) == ("4X", "S")
    html = desk.get(url_of(case)).text
    assert "Category changed: 4B → 4X" in html
    assert "spiculated" in html


def test_a_refused_override_keeps_what_was_typed(case, desk):
    response = send(desk, case, "override", category="4A", differs_because="")

    assert response.status_code == 200
    assert "Say why the category is changed" in response.text
    assert '<option selected value="4A">' in response.text
    assert case.exam.category == "4B"


def test_an_override_to_the_same_category_says_to_agree_instead(case, desk):
    response = send(desk, case, "override", category="4B", differs_because="the same")

    assert "choose another, or agree with it" in response.text
    assert "the same</textarea>" in response.text


def test_a_withdrawn_case_is_read_with_its_reason_and_offers_nothing(case, desk, by):
    view = ReaderView("2", "", "an artifact")
    actions.override(case, view, expected_version=case.version, by=by, at=now())

    html = desk.get(url_of(case)).text

    assert "This case is withdrawn." in html
    assert "No exam of this round is positive any more" in html
    assert "an artifact" in html
    assert url_of(case, "take") not in html
    assert send(desk, case, "take").status_code == 409


def test_closing_asks_about_a_biopsy_without_a_result_and_takes_the_confirmation(case, desk, by):
    entry = ProcedureEntry("ct_guided_biopsy", today())
    actions.record_procedure(case.exam, entry, by=by, at=now())
    typed = {"outcome": "benign", "decided_on": today().isoformat(), "comment": "scar"}

    asked = send(desk, case, "close", **typed)
    assert "A tissue procedure has no result yet" in asked.text
    assert "scar</textarea>" in asked.text
    assert case.status is CaseStatus.WORKUP

    confirmed = {
        **{f"close-{name}": text for name, text in typed.items()},
        "close-version": str(case.version),
        "confirm-close-outcome": "benign",
    }
    assert desk.post(url_of(case, "close"), data=confirmed).status_code == 303
    assert (case.status, case.episode.outcome) == (CaseStatus.CLOSED, Outcome.BENIGN)


@pytest.mark.parametrize("day", ["2020-01-01", "2999-01-01"])
def test_closing_before_the_exam_or_in_the_future_is_refused_at_the_field(case, desk, day):
    response = send(desk, case, "close", outcome="lost", decided_on=day)

    assert "The decision cannot be" in response.text
    assert f'value="{day}"' in response.text
    assert case.status is CaseStatus.NEW


def test_a_cancer_is_no_outcome_to_choose(case, desk):
    values = {"outcome": "cancer", "decided_on": today().isoformat()}

    assert send(desk, case, "close", **values).status_code == 200
    assert case.status is CaseStatus.NEW


def test_a_closed_case_is_read_and_reopened_with_a_reason(case, desk):
    send(desk, case, "close", outcome="declined", decided_on=today().isoformat(), comment="no wish")
    html = desk.get(url_of(case)).text
    assert "Closed: Declined" in html
    assert "no wish" in html
    assert url_of(case, "close") not in html

    assert "Say why the case is opened again" in send(desk, case, "reopen", reason=" ").text
    assert send(desk, case, "reopen", reason="changed her mind").status_code == 303
    assert "changed her mind" in desk.get(url_of(case)).text
    assert case.status is CaseStatus.ASSIGNED


def test_the_second_decider_sees_who_did_what_and_keeps_what_was_typed(
    case, client, clinician, colleague
):
    version = case.version
    sign_in(client, colleague)
    send(client, case, "override", category="4X", differs_because="spiculated")
    sign_in(client, clinician)

    values = {"category": "4A", "differs_because": "smaller than read"}
    response = send(client, case, "override", version=version, **values)

    assert response.status_code == 409
    for text in ("Someone saved a newer version", "Dr. Bo", "Category changed: 4B → 4X",
                 "spiculated", "smaller than read"):  # fmt: skip
        assert text in response.text, text
    for row in ("<td>4X</td><td>4A</td>", "<td>spiculated</td><td>smaller than read</td>"):
        assert row in response.text, row
    assert '<option selected value="4A">' in response.text
    assert case.exam.category == "4X"

    assert send(client, case, "override", **values).status_code == 303
    assert case.exam.category == "4A"


def test_what_was_typed_is_kept_even_where_the_decision_is_no_longer_possible(
    case, client, clinician, colleague
):
    version = case.version
    sign_in(client, colleague)
    send(client, case, "close", outcome="lost", decided_on=today().isoformat())
    sign_in(client, clinician)

    response = send(client, case, "agree", version=version, comment="a long thought")

    assert response.status_code == 409
    assert "Closed: Lost to follow-up" in response.text
    assert "a long thought" in response.text


def test_the_address_of_a_refused_decision_leads_back_to_the_case(case, desk):
    response = desk.get(url_of(case, "close"))

    assert (response.status_code, response.location) == (303, url_of(case))


def test_the_persons_page_lists_the_case(case, desk, enrollment):
    html = desk.get(f"/participants/{enrollment.participant.public_id}").text

    assert url_of(case) in html


def test_a_change_without_the_token_of_our_page_is_refused(case, desk):
    response = desk.post(
        url_of(case, "take"), data={"take-version": str(case.version)}, has_token=False
    )

    assert response.status_code == 400
    assert get_case(actor_for(make_user(Role.CLINICIAN)).scope, case.public_id).assigned_to is None
