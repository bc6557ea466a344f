"""A file on its way through the pages: uploaded, checked, decided on, taken back."""

import csv
import io

import pytest
import time_machine

from screening.accounts.models import User
from screening.clock import now
from screening.database.engine import db
from screening.enrollments.models import Enrollment
from screening.exams.models import Exam
from screening.exchange.models import ImportChunk, ImportRefusal
from screening.exchange.rules import ImportStatus
from screening.indicators.models import ScreeningFact
from screening.jobs.actions import claim_job, requeue_abandoned_jobs
from screening.jobs.models import Job
from screening.jobs.rules import JobStatus
from screening.participants.actions import update_participant
from screening.participants.models import Participant
from screening.participants.rules import PersonDetails, Sex
from screening.web.filters import NOTHING
from tests.factories.people import first_program
from tests.integration.exchange.conftest import EXAM
from tests.integration.exchange.pages.conftest import (
    BAD,
    ENROLLMENT,
    OTHER,
    PERSON,
    batches,
    table,
    waiting_files,
    words,
    work,
)


def load_exam(browser):
    """Load a person with an enrollment and an exam; return the address of the exam's import."""
    program = EXAM["program"]
    browser.load(PERSON)
    browser.load(ENROLLMENT, kind="enrollments", program=program)
    exam = {name: text for name, text in EXAM.items() if name != "program"}
    return browser.load(exam, kind="exams", program=program)


def jobs():
    db.session.expire_all()
    return db.session.scalars(db.select(Job).order_by(Job.id)).all()


def test_a_file_goes_all_the_way_into_the_figures_and_back(browser, count):
    address = load_exam(browser)

    assert (count(Exam), count(ScreeningFact)) == (1, 1)
    assert "The import is done." in words(browser.client.get(address))

    answer = browser.post(f"{address}/undo", reason="Wrong file")
    work()

    assert (answer.status_code, answer.location) == (303, address)
    assert (count(Exam), count(ScreeningFact)) == (0, 0)
    assert "Everything that this import brought in is taken back." in words(
        browser.client.get(address)
    )


def test_every_step_leaves_its_event(browser, trail):
    address = browser.load(PERSON, BAD, mode="rows")
    mark = f"import {address.rsplit('/', 1)[1]}"
    browser.client.get(f"{address}/refused-rows")
    browser.post(f"{address}/undo", reason="Wrong file")
    work()

    assert trail() == [
        ("exchange:import:check", "Anna", None),
        ("exchange:import:apply", "Anna", mark),
        ("exchange:import:download", "Anna", None),
        ("exchange:import:undo", "Anna", "Wrong file"),
    ]


def test_a_preview_says_what_rows_would_do_and_writes_nothing(browser, count):
    browser.load(PERSON)

    address = browser.check({**PERSON, "name": "Zhang Sanfeng"}, OTHER, PERSON | {"sex": "M"})

    page = words(browser.client.get(address))
    assert "row 2 has this number too" in page
    assert count(Participant) == 1
    address = browser.check({**PERSON, "name": "Zhang Sanfeng"}, OTHER)
    page = words(browser.client.get(address))
    assert "To be added 1 To be changed 1 Unchanged 0 Refused 0" in page
    assert "2 To be changed Name: Zhang San → Zhang Sanfeng" in page
    added = "Registration number: 2; Name: Li Si; Sex: M; Birth date: 1960-03-05"
    assert f"3 To be added {added}" in page
    assert "nobody else can save for about 1 s" in page
    assert "Import 2 rows" in page


def test_a_preview_repeats_no_number_by_which_a_person_is_known_elsewhere(browser):
    secret = {"national_id": "11010519491231002X", "phone": "13812345678"}

    address = browser.check({**PERSON, "birth_date": "1949-12-31", "sex": "F", **secret})

    page = words(browser.client.get(address))
    assert "Zhang San" in page
    assert "11010519491231002X" not in page
    assert "13812345678" not in page


def test_a_file_that_says_nothing_new_is_not_offered_to_be_imported(browser):
    browser.load(PERSON)

    page = words(browser.client.get(browser.check(PERSON)))

    assert "There is nothing to import: what the rows say is known already." in page
    assert "Import 0 rows" not in page


def test_a_whole_file_with_a_refused_row_says_where_and_why(browser, count):
    page = words(browser.client.get(browser.check(PERSON, BAD)))

    assert "Nothing was imported, as rows are refused: 1." in page
    assert "3 sex “X” is not one of: F, M, U" in page
    assert count(Participant) == 0


def test_refused_rows_are_fetched_mended_and_sent_again(browser, count):
    address = browser.load(PERSON, BAD, mode="rows")

    answer = browser.client.get(f"{address}/refused-rows")
    header, row = csv.reader(io.StringIO(answer.get_data().decode("utf-8-sig")))
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert header == ["registration_no", "name", "sex", "birth_date", "problem"]
    assert row == ["3", "Zhang San", "X", "1960-03-05", "sex: “X” is not one of: F, M, U"]

    browser.load({**dict(zip(header, row, strict=True)), "sex": "F"})
    assert count(Participant) == 2


def test_refused_rows_stand_on_pages_of_fifty(browser):
    rows = [{**BAD, "registration_no": str(number)} for number in range(1, 61)]
    address = browser.check(*rows)

    first, second = (browser.client.get(f"{address}?page={page}") for page in (1, 2))

    assert words(first).count("is not one of: F, M, U") == 50
    assert words(second).count("is not one of: F, M, U") == 10


def test_a_waiting_file_says_so_and_after_some_seconds_what_is_missing(browser):
    with time_machine.travel(now(), tick=False) as traveller:
        address = browser.send(table(PERSON)).location

        at_once = words(browser.client.get(address))
        assert "Waiting for the worker" in at_once
        assert "screening worker" not in at_once

        traveller.shift(6)
        assert "screening worker" in words(browser.client.get(f"{address}/progress"))


def test_a_file_behind_another_one_says_how_many_come_first(browser):
    browser.send(table(PERSON))
    address = browser.send(table(OTHER)).location

    with time_machine.travel(now(), tick=False) as traveller:
        traveller.shift(6)
        page = words(browser.client.get(address))
    assert "Waiting: jobs that are done first: 1" in page
    assert "screening worker" not in page


def test_the_progress_ends_when_the_work_does_and_the_page_stops_asking(browser):
    address = browser.send(table(PERSON)).location
    page = browser.client.get(address).get_data(as_text=True)
    assert f'data-poll="{address}/progress"' in page
    assert '<noscript><meta http-equiv="refresh"' in page

    work()

    assert "data-over" in browser.client.get(f"{address}/progress").get_data(as_text=True)
    assert "data-poll" not in browser.client.get(address).get_data(as_text=True)


def test_a_file_that_waits_can_be_stopped_and_is_deleted(browser, trail):
    address = browser.send(table(PERSON)).location

    browser.post(f"{address}/cancel")
    work()

    assert batches()[0].status is ImportStatus.CANCELLED
    assert waiting_files() == []
    assert trail()[-1] == ("exchange:import:cancel", "Anna", None)


def test_a_check_under_way_is_asked_to_stop(browser, trail):
    address = browser.send(table(PERSON)).location
    claim_job(at=now())

    browser.post(f"{address}/cancel")

    assert jobs()[0].is_cancel_asked
    assert "Being stopped" in words(browser.client.get(f"{address}/progress"))
    assert trail()[-1] == ("exchange:import:stop", "Anna", None)
    requeue_abandoned_jobs()
    work()
    assert (jobs()[0].status, batches()[0].status) == (JobStatus.CANCELLED, ImportStatus.CANCELLED)
    assert "The import was given up" in words(browser.client.get(address))


def test_a_preview_is_given_up(browser, count):
    address = browser.check(PERSON)

    browser.post(f"{address}/cancel")

    assert "The import was given up" in words(browser.client.get(address))
    assert (count(ImportChunk), count(Participant)) == (0, 0)
    assert browser.post(f"{address}/apply").status_code == 409


def test_an_import_that_waits_is_stopped_and_can_be_decided_anew(browser, count):
    address = browser.check(PERSON)
    browser.post(f"{address}/apply")

    browser.post(f"{address}/cancel")
    work()

    assert count(Participant) == 0
    assert "Import 1 row " in words(browser.client.get(address))


def test_stopping_what_is_done_already_changes_nothing(browser, count):
    address = browser.load(PERSON)

    assert browser.post(f"{address}/cancel").location == address

    assert "It was too late: the work was done already" in words(browser.client.get(address))
    assert count(Participant) == 1


def test_two_presses_import_once(browser, count):
    address = browser.check(PERSON)

    answers = [browser.post(f"{address}/apply").status_code for _ in range(2)]
    work()

    assert answers == [303, 409]
    assert (count(Participant), len(jobs())) == (1, 2)


def test_an_import_on_which_later_work_rests_lists_it_and_stays(browser, count):
    address = browser.load(PERSON)
    browser.load(ENROLLMENT, kind="enrollments", program=first_program())

    page = browser.client.get(f"{address}/undo")
    assert "row 2: 1 x enrollment came later" in words(page)
    assert 'name="reason"' not in page.get_data(as_text=True)

    answer = browser.post(f"{address}/undo", reason="Wrong file")
    work()
    assert answer.status_code == 409
    assert (count(Participant), count(Enrollment)) == (1, 1)


def test_work_that_comes_before_the_worker_keeps_the_import(browser, count):
    address = browser.load(PERSON)
    waiting = browser.check(ENROLLMENT, kind="enrollments", program=first_program())
    browser.post(f"{waiting}/apply")
    browser.post(f"{address}/undo", reason="Wrong file")

    work()

    assert (count(Participant), count(Enrollment)) == (1, 1)
    assert "Nothing was taken back: 1 later records rest on this import" in words(
        browser.client.get(address)
    )


def test_an_import_is_not_taken_back_without_a_reason(browser, count):
    address = browser.load(PERSON)

    answer = browser.post(f"{address}/undo", reason="")
    work()

    assert "Say why the import is taken back" in words(answer)
    assert count(Participant) == 1


def test_a_person_changed_after_the_preview_refuses_the_import(browser, by, count):
    browser.load(PERSON)
    address = browser.check({**PERSON, "name": "Zhang Sanfeng"})
    person = db.session.scalars(db.select(Participant)).one()
    update_participant(
        person.public_id,
        PersonDetails("Zhang Si", sex=Sex.MALE),
        expected_version=person.version,
        by=by,
        at=now(),
    )

    browser.post(f"{address}/apply")
    work()

    page = words(browser.client.get(address))
    assert "Records of this file were changed since it was checked; load the file again" in page
    assert "Refused" in page
    assert count(ImportChunk) == 0


def test_a_fault_far_down_a_file_is_shown_with_its_place(browser, count):
    content = table(*[PERSON] * 5) + b'9,"a"b,M,1960-03-05\n'

    address = browser.send(content).location
    work()

    page = words(browser.client.get(address))
    assert "Nothing was imported: row 7: the row cannot be read as CSV" in page
    assert waiting_files() == []
    assert count(ImportChunk) == 0


def test_a_check_that_was_cut_off_begins_anew(browser, app):
    browser.send(table(PERSON, BAD), mode="rows")
    batch = batches()[0]
    batch.rows = batch.added = 2
    db.session.add(
        ImportRefusal(batch_id=batch.id, row_no=2, cells="[]", problems="[]"),
    )
    db.session.commit()
    claim_job(at=now())

    requeue_abandoned_jobs()
    work()

    batch = batches()[0]
    assert (batch.status, batch.rows) == (ImportStatus.CHECKED, 2)
    assert (batch.added, batch.refused_rows) == (1, 1)
    assert [row.row_no for row in db.session.scalars(db.select(ImportRefusal))] == [3]


def test_what_someone_asked_for_is_not_done_once_they_may_no_longer(browser, by, count):
    address = browser.check(PERSON)
    browser.post(f"{address}/apply")
    db.session.get_one(User, by.user_id).is_active = False
    db.session.commit()

    work()

    assert count(Participant) == 0
    assert jobs()[-1].message == "Whoever asked for this may no longer do it"


@pytest.mark.parametrize("sort", ["created", "-created", "who", "kind", "-rows", "refused", "x"])
def test_the_list_names_every_import_with_its_figures(browser, sort):
    browser.load(PERSON, BAD, mode="rows")
    browser.check(BAD)

    page = words(browser.client.get(f"/imports?sort={sort}"))

    assert "Participants sent.csv Anna 2 1 0 0 1 Imported" in page
    assert f"Participants sent.csv Anna 1 {NOTHING} {NOTHING} {NOTHING} 1 Refused" in page


def test_an_empty_list_says_how_to_begin(browser):
    page = browser.client.get("/imports").get_data(as_text=True)

    assert "Nothing was imported yet." in page
    assert 'href="/imports/new#templates"' in page
