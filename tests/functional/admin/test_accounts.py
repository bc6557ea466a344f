"""A site and a user are added; the user sets a password that nobody else sees, and signs in."""

import pytest

from screening.security.permissions import Role
from tests.functional.service import Person

NEW_PASSWORD = "eight yellow spoons"


@pytest.fixture
def admin(service):
    return service.add_user(Role.ADMIN, name="Ada Root")


def test_a_user_of_a_new_site_sets_a_password_and_signs_in(desk, open_desk, admin, counted):
    # Given an administrator
    desk.sign_in(admin)
    assert desk.text.startswith("Users")
    name = f"bo-{admin.username}"

    # When a site is added
    desk.click("link", "Sites")
    with desk.moving():
        desk.press("n")
    desk.fill("Code", admin.username)
    desk.fill("Name in English", "West Branch")
    desk.fill("Name in Chinese", "西院区")
    desk.click("button", "Add the site")
    assert "The site is there; give users access to it" in desk.text

    # And a user of that site
    desk.click("link", "Users")
    with desk.moving():
        desk.press("n")
    desk.fill("User name", name)
    desk.fill("Name", "Bo Chen")
    desk.choose("Role", "Coordinator")
    desk.tick(f"{admin.username} West Branch")
    desk.click("button", "Create the user")

    # Then a code is shown once, with which the person sets a password
    code = desk.page.locator(".result-code").inner_text()
    counted("A site and a user added", desk)
    person = open_desk()
    person.open("/set-password")
    person.fill("One-time code", code)
    person.fill("New password", NEW_PASSWORD)
    person.click("button", "Set the password")
    assert "The password is set; sign in with it" in person.text
    person.sign_in(Person(name, NEW_PASSWORD))
    assert "Nothing waits at your sites" in person.text
    assert "West Branch" in person.page.locator("header").inner_text()

    # When the administrator starts a reset, the person is signed out at once
    desk.click("link", "Done")
    desk.click("link", name)
    desk.click("button", "Reset the password")
    second_code = desk.page.locator(".result-code").inner_text()
    assert second_code != code
    person.open("/work")
    assert "You were signed out" in person.text

    # And the audit log tells all of it
    desk.click("link", "Audit log")
    for act in ("accounts:site:create", "accounts:user:create", "accounts:password:set",
                "accounts:session:open", "accounts:password:reset"):  # fmt: skip
        assert act in desk.text, act
    assert NEW_PASSWORD not in desk.page.content()
    desk.fill("Who", "Bo Chen")
    desk.click("button", "Show")
    assert "accounts:session:open" in desk.text
    assert "accounts:user:create" not in desk.text
    desk.look_again_in_chinese()
