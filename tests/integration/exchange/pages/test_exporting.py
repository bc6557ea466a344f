"""Exports: ordered on a page, written by the worker, fetched within the hour by who asked."""

import csv
import io
import stat
from datetime import timedelta

import pytest
import time_machine
from python_calamine import CalamineWorkbook

from screening.accounts.models import User
from screening.clock import now, today
from screening.database.engine import db
from screening.exchange.files import Shelf, path_of, sweep_files
from screening.jobs.actions import claim_job, requeue_abandoned_jobs
from screening.security.permissions import Role
from tests.factories.accounts import make_user, sign_in
from tests.factories.people import first_program
from tests.integration.exchange.pages.conftest import (
    ENROLLMENT,
    OTHER,
    PERSON,
    Browser,
    move_user,
    waiting_files,
    words,
    work,
)

NATIONAL_ID = "11010519491231002X"
HOUR = timedelta(hours=1)


@pytest.fixture
def people(client, stranger, browser, coordinator_again):
    """One person of each of two sites; the browser is that of the coordinator of HQ."""
    sign_in(client, stranger)
    Browser(client).load(OTHER, site="N")
    coordinator_again()
    browser.load({**PERSON, "birth_date": "1949-12-31", "sex": "F", "national_id": NATIONAL_ID})


@pytest.fixture
def coordinator_again(client, coordinator):
    """Sign the coordinator of HQ in again."""
    number = coordinator.id
    return lambda: sign_in(client, db.session.get_one(User, number))


def order(client, kind="participants", form="csv", **asked):
    """Order an export and have it written; return its address."""
    values = {"kind": kind, "form": form, "program": "", "since": "", "until": "", **asked}
    answer = client.post("/exports", data=values)
    assert answer.status_code == 303, words(answer)
    work()
    return answer.location


def rows_of(answer):
    return list(csv.DictReader(io.StringIO(answer.get_data().decode(), newline="")))


def test_an_export_holds_the_rows_of_ones_own_sites(client, people):
    address = order(client)

    page = words(client.get(address))
    assert "To be fetched" in page
    assert "Rows 1" in page
    answer = client.get(f"{address}/file")
    assert [row["name"] for row in rows_of(answer)] == ["Zhang San"]
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=participants-")
    assert answer.headers["Cache-Control"] == "no-store"


def test_an_export_can_be_imported_and_says_nothing_new(client, people, browser):
    content = client.get(f"{order(client)}/file").get_data()

    address = browser.send(content, site="").location
    work()

    assert "To be added 0 To be changed 0 Unchanged 1 Refused 0" in words(client.get(address))


def test_an_export_as_a_workbook(client, people, tmp_path):
    answer = client.get(f"{order(client, form='xlsx')}/file")

    path = tmp_path / "people.xlsx"
    path.write_bytes(answer.get_data())
    header, row = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    assert dict(zip(header, row, strict=True))["name"] == "Zhang San"


def test_an_export_keeps_to_its_program_and_its_days(client, people, browser):
    program = first_program()
    browser.load(ENROLLMENT, kind="enrollments", program=program)

    def count(**asked):
        return len(rows_of(client.get(f"{order(client, 'enrollments', **asked)}/file")))

    assert count(program=program, since="2023-01-02", until="2023-01-02") == 1
    assert count(program=program, since="2023-01-03") == 0
    assert count(until="2023-01-01") == 0


def test_persons_are_exported_by_the_day_of_their_registration(client, people):
    day = today()
    before, after = (day - timedelta(days=1)).isoformat(), (day + timedelta(days=1)).isoformat()

    def count(**asked):
        return len(rows_of(client.get(f"{order(client, **asked)}/file")))

    assert count(since=day.isoformat(), until=day.isoformat()) == 1
    assert count(since=after) == 0
    assert count(until=before) == 0


def test_a_period_that_ends_before_it_begins_is_refused(client, browser):
    form = {"kind": "exams", "form": "csv", "program": ""}

    answer = client.post("/exports", data={**form, "since": "2024-02-01", "until": "2024-01-01"})

    assert "Enter a day not before the first" in words(answer)
    assert 'value="2024-02-01"' in answer.get_data(as_text=True)
    assert waiting_files(Shelf.EXPORTS) == []


def test_a_file_can_be_fetched_for_an_hour_and_is_deleted_then(client, people, coordinator_again):
    with time_machine.travel(now(), tick=False) as traveller:
        address = order(client)
        traveller.shift(HOUR - timedelta(seconds=1))
        coordinator_again()
        assert client.get(f"{address}/file").status_code == 200

        traveller.shift(timedelta(seconds=1))
        answer = client.get(f"{address}/file")
        assert answer.status_code == 404
        assert "The file is deleted after an hour; export it again" in words(answer)
        assert "There is no file any more" in words(client.get(address))

        traveller.shift(timedelta(seconds=1))
        sweep_files()
        assert waiting_files(Shelf.EXPORTS) == []


def test_a_written_file_is_readable_by_its_owner_alone(client, people):
    order(client)
    order(client, form="xlsx")

    paths = [path_of(Shelf.EXPORTS, name) for name in waiting_files(Shelf.EXPORTS)]
    assert {stat.S_IMODE(path.stat().st_mode) for path in paths} == {0o600}


def test_only_who_asked_for_an_export_sees_it(client, people, site):
    address = order(client)
    sign_in(client, make_user(Role.COORDINATOR, [site]))

    assert "You have exported nothing yet." in words(client.get("/exports"))
    for page in ("", "/file", "/progress"):
        assert client.get(address + page).status_code == 404
    assert client.post(f"{address}/stop").status_code == 404


def test_an_export_of_a_site_that_was_taken_away_is_not_there(client, people, by):
    address = order(client)
    move_user(by.user_id, "N")

    assert client.get(f"{address}/file").status_code == 404


def test_a_manager_gets_no_national_number(client, people, site):
    sign_in(client, make_user(Role.MANAGER, [site]))

    (row,) = rows_of(client.get(f"{order(client)}/file"))

    assert row["name"] == "Zhang San"
    assert "national_id" not in row


def test_who_may_reveal_national_numbers_gets_them(client, people):
    (row,) = rows_of(client.get(f"{order(client)}/file"))

    assert row["national_id"] == NATIONAL_ID


def test_every_step_of_an_export_leaves_its_event(client, people, trail):
    before = len(trail())
    client.get(f"{order(client)}/file")

    assert trail()[before:] == [
        ("exchange:export:write", "Anna", None),
        ("exchange:export:download", "Anna", None),
    ]


def test_an_export_that_waits_is_stopped(client, people, trail):
    values = {"kind": "participants", "form": "csv", "program": ""}
    address = client.post("/exports", data=values).location
    assert "Waiting for the worker" in words(client.get(address))
    assert client.get(f"{address}/file").status_code == 409

    client.post(f"{address}/stop")
    work()

    assert "Stopped" in words(client.get(address))
    assert client.get(f"{address}/file").status_code == 409
    assert trail()[-1] == ("exchange:export:stop", "Anna", None)


def test_an_export_under_way_leaves_no_file_when_it_is_stopped(client, people):
    values = {"kind": "participants", "form": "csv", "program": ""}
    address = client.post("/exports", data=values).location
    claim_job(at=now())
    client.post(f"{address}/stop")

    requeue_abandoned_jobs()
    work()

    assert "Stopped" in words(client.get(address))
    assert waiting_files(Shelf.EXPORTS) == []
