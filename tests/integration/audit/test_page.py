"""The page of the audit log: what it says of an event, how it is narrowed and paged, who may."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from screening.accounts.actions import create_site
from screening.audit.actions import Subject, record
from screening.clock import now, today
from screening.database.transactions import transaction
from screening.participants.actions import open_participant
from screening.security.actor import EVERYWHERE, SYSTEM, Actor
from screening.security.permissions import Role
from tests.factories.accounts import actor_for, make_site, make_user, sign_in
from tests.factories.people import make_person
from tests.page_text import shown

ANNA = Actor(None, "Anna Li", "coordinator", EVERYWHERE)
BO = Actor(None, "Bo Chen", "clinician", EVERYWHERE)
NOON = datetime(2024, 3, 5, 12, tzinfo=UTC)


@pytest.fixture
def office(client, app):
    """The browser of the administrator."""
    sign_in(client, make_user(Role.ADMIN, [], display_name="Ada Root"))
    return client


def note(action="exams:exam:log", entity="exam", by=ANNA, at=NOON, **details):
    """Write an event as an action of a slice does."""
    with transaction():
        record(action, Subject(entity, details.pop("number", 7)), by=by, at=at, **details)


def tags(response):
    """Return the acts on the page as they are called inside, newest first."""
    return [part.split("<")[0] for part in response.text.split('<code class="muted">')[1:]]


def test_an_event_says_who_did_what_to_which_record_and_why(office):
    changes = {"category": ["2", "4A"], "performed_on": [None, "2024-03-01"]}
    note("exams:exam:correct", reason="typed wrong", changes=changes)

    text = shown(office.get("/audit-log"))
    assert "Anna Li Coordinator Corrected an exam exams:exam:correct Exam 7 typed wrong" in text
    assert "2 fields Category: 2 → 4A Performed on: \N{EN DASH} → 2024-03-01" in text


def test_what_the_service_does_by_itself_is_said_to_be_its_own(office):
    note("cases:case:opened", "case", by=SYSTEM)

    assert "The service itself Opened a case" in shown(office.get("/audit-log"))


def test_an_act_that_has_no_words_yet_is_shown_by_its_code(office):
    note("future:thing:done", "thing")

    assert "future:thing:done" in shown(office.get("/audit-log"))


def test_markup_in_a_reason_stays_a_reason(office):
    note(reason="<b>bold</b>", changes={"comment": [None, "<script>alert(1)</script>"]})

    html = office.get("/audit-log").text
    assert "<b>bold" not in html
    assert "<script>alert" not in html


def test_the_newest_event_comes_first(office):
    note("exams:exam:book")
    note("exams:exam:log")

    assert tags(office.get("/audit-log"))[:2] == ["exams:exam:log", "exams:exam:book"]


def test_the_log_is_read_from_its_beginning_in_pages_that_keep_the_order(office):
    for number in range(60):
        note(f"exams:exam:number-{number:02}")

    first = office.get("/audit-log?action=exams:&sort=time")
    newer = first.text.split('href="/audit-log?')[-1].split('"')[0].replace("&amp;", "&")
    second = office.get(f"/audit-log?{newer}")

    seen = tags(first) + tags(second)
    assert seen == [f"exams:exam:number-{number:02}" for number in range(60)]
    assert "Newer events" in first.text
    assert "Newer events" not in second.text


def test_turning_the_order_around_begins_at_the_other_end(office):
    note("exams:exam:book")
    note("exams:exam:log")

    html = office.get("/audit-log?action=exams:&before=1000000").text
    link = html.split('class="sort" href="')[1].split('"')[0].replace("&amp;", "&")

    assert "before" not in link
    assert tags(office.get(link)) == ["exams:exam:book", "exams:exam:log"]
    assert 'name="sort" type="hidden" value="time"' in office.get(link).text


def test_a_site_is_named_where_the_log_holds_its_number(office):
    site, other = make_site("HQ", name="Main Hospital"), make_site("NB", name="North Branch")
    note("exams:exam:correct", changes={"site_id": [site.id, other.id]})
    create_site("EB", "East Branch", None, by=SYSTEM, at=now())

    text = shown(office.get("/audit-log"))
    assert "Site: HQ Main Hospital → NB North Branch" in text
    assert "Added a site accounts:site:create Site EB East Branch" in text


def test_the_log_is_narrowed_by_who_what_and_which_kind_of_record(office):
    note("exams:exam:book")
    note("exams:exam:log", by=BO)
    note("cases:case:closed", "case", by=BO)

    def asked(query):
        return tags(office.get(f"/audit-log?{query}"))

    assert asked("actor=Bo+Chen") == ["cases:case:closed", "exams:exam:log"]
    assert asked("action=exams:") == ["exams:exam:log", "exams:exam:book"]
    assert asked("entity=case") == ["cases:case:closed"]
    assert asked("actor=Bo+Chen&entity=exam") == ["exams:exam:log"]
    assert asked("actor=Bo") == []


def test_a_space_too_many_does_not_hide_anyone(office):
    note(by=BO)

    assert tags(office.get("/audit-log?actor=+Bo+Chen+&action=+exams:exam+")) == ["exams:exam:log"]


def test_the_log_is_narrowed_to_days_of_the_place_where_the_service_runs(office):
    first = datetime(2024, 3, 5).astimezone()
    for step in (-1, 0, 24 * 3600 - 1, 24 * 3600):
        note(f"exams:exam:step-{step}", at=first + timedelta(seconds=step))

    def asked(query):
        return [tag.rpartition("step-")[2] for tag in tags(office.get(f"/audit-log?{query}"))]

    assert asked("action=exams&since=2024-03-05&until=2024-03-05") == ["86399", "0"]
    assert asked("action=exams&since=2024-03-06") == ["86400"]
    assert asked("action=exams&until=2024-03-04") == ["-1"]


@pytest.mark.parametrize(
    "query",
    [
        "since=yesterday", "until=2024-02-31", "before=x", "before=²", "before=" + "9" * 20,
        "entity=nothing&before=-1", "actor=" + "x" * 500, "action=%25", "since=",
    ],
)  # fmt: skip
def test_a_filter_that_cannot_be_read_is_no_fault(office, query):
    note()

    assert office.get(f"/audit-log?{query}").status_code == 200


def test_when_nothing_fits_the_page_says_what_to_do(office):
    assert "No event fits these filters; widen them." in shown(office.get("/audit-log?actor=x"))


def test_what_was_asked_for_stays_in_the_filters(office):
    note(by=BO)

    html = office.get("/audit-log?actor=Bo+Chen&entity=exam&since=2024-03-01").text
    assert 'value="Bo Chen"' in html
    assert '<option selected value="exam">Exam</option>' in html
    assert 'value="2024-03-01"' in html


def test_a_long_log_comes_in_pages_that_keep_the_filters(office):
    for number in range(60):
        note(f"exams:exam:number-{number:02}")

    first = office.get("/audit-log?action=exams:")
    older = first.text.split('href="/audit-log?')[-1].split('"')[0].replace("&amp;", "&")
    second = office.get(f"/audit-log?{older}")

    assert "action=exams:" in older.replace("%3A", ":")
    seen = tags(first) + tags(second)
    assert seen == [f"exams:exam:number-{number:02}" for number in reversed(range(60))]
    assert "Older events" in first.text
    assert "Older events" not in second.text


def test_reading_the_log_takes_few_queries_however_much_it_holds(office):
    for number in range(60):
        note(f"exams:exam:number-{number:02}")

    assert office.get("/audit-log", query_budget=15).status_code == 200


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.CLINICIAN, Role.MANAGER])
def test_only_an_administrator_reads_the_log(client, role):
    site = make_site("HQ")
    sign_in(client, make_user(role, [site]))

    assert client.get("/audit-log").status_code == 403


def test_the_log_says_that_a_person_was_named_but_not_how(office):
    site = make_site("HQ")
    make_person(site, "欧阳明", phone="13800138000")

    text = shown(office.get("/audit-log?entity=participant"))
    assert "Name: \N{EN DASH} → \N{BULLET}\N{BULLET}\N{BULLET}" in text
    assert "欧阳明" not in text
    assert "13800138000" not in text


def test_what_was_done_while_the_clock_stood_elsewhere_is_kept_in_its_order(office):
    with time_machine.travel(now() + timedelta(days=1)):
        create_site("A", "A", None, by=SYSTEM, at=now())
    create_site("B", "B", None, by=SYSTEM, at=now())

    text = shown(office.get("/audit-log?entity=site"))
    days = (today(), today() + timedelta(days=1))
    assert text.index(f"{days[0]} ") < text.index(f"{days[1]} ")


def test_opening_a_record_is_an_event_of_its_own(office, app):
    site = make_site("HQ")
    person = make_person(site)
    by = actor_for(make_user(sites=[site], display_name="Cai"))
    open_participant(person.public_id, by=by, page="participants:record:open")

    assert "Cai Coordinator Looked at the record participants:record:open" in shown(
        office.get("/audit-log?action=participants:record:open")
    )
