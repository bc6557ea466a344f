"""A list is looked at before it is taken, given up, taken, and taken back."""

import pytest

from screening.security.permissions import Role

GOOD = """registration_no,name,sex,birth_date
1,Wu Fang,F,1961-01-01
2,Sun Qiang,M,1959-07-21
"""
BAD = """registration_no,name,sex,birth_date
1,Wu Fang,F,1961-01-01
2,Sun Qiang,X,1959-07-21
3,,M,1950-01-01
4,Qian Wei,M,2999-01-01
"""


@pytest.fixture
def coordinator(service):
    return service.add_user(Role.COORDINATOR, service.add_site())


@pytest.fixture
def upload(desk, tmp_path):
    """Choose a file with these rows and have it checked."""

    def upload(rows: str) -> None:
        file = tmp_path / "persons.csv"
        file.write_text(rows, encoding="utf-8")
        desk.open("/imports")
        with desk.moving():
            desk.press("n")
        desk.field("File").set_input_files(file)
        desk.choose("What the rows are", "Participants")
        work(desk, "Check the file")

    return upload


def work(desk, name):
    """Press what the worker does; wait until the page shows by itself that it is done."""
    desk.presses += 1
    with desk.page.expect_navigation():
        desk.page.get_by_role("button", name=name).click()
    desk.page.locator("[data-poll]").wait_for(state="detached", timeout=60_000)
    desk.look()


def test_a_list_with_mistakes_is_shown_with_each_of_them_and_nothing_is_taken(
    desk, coordinator, upload
):
    # Given a file of which three rows cannot be right
    desk.sign_in(coordinator)

    # When it is checked
    upload(BAD)

    # Then every problem stands by row and column, and nothing is offered but to give up
    assert "Refused" in desk.text
    table = " ".join(desk.page.get_by_role("region", name="Refused rows").inner_text().split())
    assert "3 sex" in table
    assert "4 name" in table
    assert "5 birth_date" in table
    assert desk.page.get_by_role("button", name="Import").count() == 0
    with desk.page.expect_download() as download:
        desk.page.get_by_role("link", name="Fetch the refused rows (CSV)").click()
    assert "Sun Qiang" in download.value.path().read_text(encoding="utf-8-sig")
    desk.open("/participants")
    desk.page.get_by_label("Name, pinyin, initials or number").fill("Wu Fang")
    desk.page.get_by_text("Nobody at your sites is known by this").wait_for()


def test_a_list_is_given_up_taken_and_taken_back(desk, coordinator, upload, counted):
    # Given a checked file, of which the page says what it will do
    desk.sign_in(coordinator)
    upload(GOOD)
    assert "To be added 2" in desk.text

    # When it is given up
    desk.click("button", "Give up")
    assert "Given up" in desk.text

    # And checked again and imported
    upload(GOOD)
    work(desk, "Import")
    assert "Imported" in desk.text
    counted("A list imported", desk)

    # Then the persons are there
    found(desk, "Sun Qiang").wait_for()

    # When the whole import is taken back
    desk.page.go_back()
    desk.click("link", "Take back…")
    desk.fill("Reason", "the wrong list")
    work(desk, "Take back the import")
    assert "Taken back" in desk.text

    # Then they are gone
    desk.open("/participants")
    desk.page.get_by_label("Name, pinyin, initials or number").fill("Sun Qiang")
    desk.page.get_by_text("Nobody at your sites is known by this").wait_for()
    desk.look_again_in_chinese()


def found(desk, name):
    """Return where a search shows a person."""
    desk.open("/participants")
    desk.page.get_by_label("Name, pinyin, initials or number").fill(name)
    return desk.page.get_by_role("link", name=name)
