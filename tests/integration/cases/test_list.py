"""The list of cases: who sees which, in which order, and how it is narrowed down."""

from datetime import timedelta

import pytest

from screening.cases import actions
from screening.cases.queries import CaseFilters, CaseOwner, CaseState, count_cases, list_cases
from screening.cases.rules import Closure
from screening.clock import now, today
from screening.enrollments.rules import Outcome
from screening.exams.rules.entry import ReaderView
from screening.security.permissions import Role
from tests.factories.accounts import actor_for, make_user, sign_in
from tests.factories.cases import make_case
from tests.factories.people import make_enrollment, make_person


@pytest.fixture
def flagged(site):
    """Three cases of different severity, flagged twenty, two and ten days ago."""

    def flag(name, category, days):
        enrollment = make_enrollment(site, make_person(site, name), "lung")
        day = today() - timedelta(days=days)
        return make_case(site, enrollment, category=category, performed_on=day, resulted_on=day)

    return [flag("Ada", "3", 20), flag("Ben", "4X", 2), flag("Cem", "4A", 10)]


def names(by, order=("due", False), **filters):
    lines = list_cases(by.scope, CaseFilters(**filters), order, limit=50)
    return [line.name for line in lines]


def test_the_longest_due_come_first(flagged, by):
    assert names(by) == ["Ada", "Cem", "Ben"]


@pytest.mark.parametrize(
    ("key", "ascending"),
    [
        ("name", ["Ada", "Ben", "Cem"]),
        ("severity", ["Ada", "Cem", "Ben"]),
        ("waiting", ["Ben", "Cem", "Ada"]),
    ],
)
def test_each_column_sorts_both_ways(flagged, by, key, ascending):
    assert names(by, (key, False)) == ascending
    assert names(by, (key, True)) == ascending[::-1]


def test_every_key_of_a_header_sorts(flagged, by):
    for key in ("program", "owner", "status", "closed"):
        assert sorted(names(by, (key, True))) == ["Ada", "Ben", "Cem"]


def test_the_list_narrows_to_mine_unassigned_and_overdue(flagged, by):
    ada, ben, _ = flagged
    actions.take_case(ben, expected_version=ben.version, by=by, at=now())

    assert names(by, owner=CaseOwner.MINE, user_id=by.user_id) == ["Ben"]
    assert names(by, owner=CaseOwner.NOBODY) == ["Ada", "Cem"]
    assert names(by, overdue_on=today()) == ["Ada", "Cem"]
    assert ada.due_on == today() - timedelta(days=13)


def test_the_list_narrows_to_a_state_and_a_program(flagged, by):
    ada, ben, cem = flagged
    actions.take_case(ben, expected_version=ben.version, by=by, at=now())
    closure = Closure(Outcome.LOST, today())
    actions.close_case(ada, closure, expected_version=ada.version, by=by, at=now())
    view = ReaderView("2", "", "an artifact")
    actions.override(cem, view, expected_version=cem.version, by=by, at=now())

    assert names(by, state=CaseState.OPEN) == ["Ben"]
    assert names(by, state=CaseState.NEW) == []
    assert names(by, state=CaseState.ASSIGNED) == ["Ben"]
    assert names(by, state=CaseState.CLOSED) == ["Ada"]
    assert names(by, state=CaseState.WITHDRAWN) == ["Cem"]
    assert names(by, program="lung") == ["Ben"]
    assert names(by, program="other") == []
    assert count_cases(by.scope, CaseFilters()) == 1


def test_other_sites_see_nothing_of_it(flagged, stranger):
    assert names(actor_for(stranger)) == []
    assert count_cases(actor_for(stranger).scope, CaseFilters()) == 0


def test_the_page_shows_each_case_with_its_counts(flagged, desk):
    html = desk.get("/cases").text

    assert html.index("Ada") < html.index("Cem") < html.index("Ben")
    assert "13 days late" in html
    assert "Very suspicious, with further suspicious features" in html
    assert 'Open <span class="chip">3</span>' in html
    assert 'Overdue <span class="chip">2</span>' in html


def test_the_addresses_of_filters_and_headers_work(flagged, desk):
    html = desk.get("/cases?owner=unassigned&due=overdue&program=lung&sort=-severity").text

    assert html.index("Cem") < html.index("Ada")
    assert "Ben" not in html
    assert (
        desk.get("/cases?state=nonsense&owner=x&due=y&program=z&sort=-w&page=-1").status_code == 200
    )


def test_an_empty_list_says_what_opens_a_case(desk):
    assert "A positive exam opens one by itself" in desk.get("/cases").text
    assert "A positive exam opens one by itself" in desk.get("/cases?state=closed").text


def test_a_list_goes_on_where_the_page_before_ended(flagged, by):
    order = ("name", False)
    first = list_cases(by.scope, CaseFilters(), order, limit=2)
    rest = list_cases(by.scope, CaseFilters(), order, limit=2, offset=2)

    assert [line.name for line in (*first, *rest)] == ["Ada", "Ben", "Cem"]


@pytest.mark.parametrize(
    ("role", "status"),
    [(Role.CLINICIAN, 200), (Role.COORDINATOR, 200), (Role.MANAGER, 200), (Role.ADMIN, 403)],
)
def test_who_may_see_the_list(client, site, role, status):
    sign_in(client, make_user(role, [site]))

    assert client.get("/cases").status_code == status
