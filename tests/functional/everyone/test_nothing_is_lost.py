"""What was typed outlives an ended sign-in, and a colleague who saved the same record meanwhile."""

from datetime import timedelta

import pytest

from screening.accounts.models import UserSession
from screening.accounts.queries import find_user, get_site
from screening.database.engine import db
from screening.database.transactions import transaction
from screening.security.permissions import Role
from tests.factories.exams import make_exam
from tests.factories.people import make_enrollment, make_person


@pytest.fixture
def site_id(service):
    return service.add_site()


@pytest.fixture
def anna(service, site_id):
    return service.add_user(Role.COORDINATOR, site_id, name="Anna Li")


@pytest.fixture
def bo(service, site_id):
    return service.add_user(Role.COORDINATOR, site_id, name="Bo Chen")


@pytest.fixture
def exam(service, site_id):
    """An exam that waits for its result."""
    with service.at_work():
        site = get_site(site_id)
        return f"/exams/{make_exam(make_enrollment(site, make_person(site), 'lung')).public_id}"


def let_time_pass(service, person):
    """Leave a person's browser unused for an hour."""
    with service.at_work():
        user_id = find_user(person.username).id
        with transaction():
            for session in db.session.scalars(db.select(UserSession).filter_by(user_id=user_id)):
                session.last_seen_at -= timedelta(hours=1)


def type_a_nodule(desk):
    desk.choose("Finding", "Solid nodule")
    desk.choose("Change", "Baseline")
    desk.fill("Long axis", "10")
    desk.fill("Short axis", "8")
    desk.page.get_by_role("button", name="Add a finding").click()
    second = desk.page.locator("[data-finding]").nth(1)
    second.get_by_label("Finding", exact=True).select_option(label="Non-solid nodule")
    second.get_by_label("Long axis").fill("12")


def test_what_was_typed_is_there_again_after_a_new_sign_in(desk, service, anna, exam):
    # Given an exam half typed
    desk.sign_in(anna, f"{exam}/edit")
    type_a_nodule(desk)

    # When the sign-in runs out before it is saved
    let_time_pass(service, anna)
    desk.click("button", "Save")

    # Then the sign-in says that nothing is lost
    assert "What you had typed is kept in this window" in desk.text
    desk.field("User name").fill(anna.username)
    desk.field("Password").fill(anna.password)
    with desk.moving():
        desk.page.keyboard.press("Enter")

    # And every field stands as it was typed, with its result
    assert desk.page.url.endswith(f"{exam}/edit")
    findings = desk.page.locator("[data-finding]")
    assert findings.count() == 2
    assert findings.nth(0).get_by_label("Long axis").input_value() == "10"
    assert findings.nth(1).get_by_label("Long axis").input_value() == "12"
    desk.page.locator("#result").get_by_text("4A", exact=True).first.wait_for()
    desk.click("button", "Save")
    assert "The exam is saved" in desk.text

    # And a saved form offers nothing old
    desk.open(f"{exam}/edit")
    assert desk.page.locator("[data-finding]").count() == 2
    assert "The exam is saved" not in desk.text


def test_what_one_person_typed_is_not_shown_to_the_next_one(desk, service, anna, bo, exam):
    # Given an exam half typed by Anna, whose sign-in ran out
    desk.sign_in(anna, f"{exam}/edit")
    type_a_nodule(desk)
    let_time_pass(service, anna)

    # When Bo signs in in the same window
    desk.sign_in(bo, f"{exam}/edit")

    # Then nothing of hers stands in the form
    assert desk.field("Long axis").input_value() == ""
    assert (
        desk.page.evaluate("Object.keys(sessionStorage).filter(k => k.startsWith('draft:'))") == []
    )


def test_the_second_of_two_who_save_a_record_sees_both_versions(
    open_desk, service, site_id, anna, bo
):
    # Given two people who have the same person open
    with service.at_work():
        public_id = make_person(get_site(site_id), "王小明").public_id
    page = f"/participants/{public_id}/edit"
    first, second = open_desk(), open_desk()
    first.sign_in(anna, page)
    second.sign_in(bo, page)

    # When both save
    first.fill("Phone", "13800138000")
    first.click("button", "Save")
    second.fill("District", "East")
    second.click("button", "Save")

    # Then the second one sees what the first one saved beside what was typed
    assert "Someone saved a newer version while you were typing. Anna Li" in second.text
    row = second.page.get_by_role("row", name="District")
    assert " ".join(row.inner_text().split()) == "District \N{EN DASH} East"
    assert "13800138000" in second.page.get_by_role("row", name="Phone").inner_text()
    assert second.field("District").input_value() == "East"

    # And may put both together
    second.fill("Phone", "13800138000")
    second.click("button", "Save")
    assert "13800138000" in second.text
    assert "East" in second.text
