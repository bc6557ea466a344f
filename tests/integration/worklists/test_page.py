"""The work list: whose it is, what it counts, how it is filtered and paged."""

from datetime import timedelta

import pytest

from screening.clock import now, today
from screening.participants.actions import register_at_site
from screening.security.actor import SYSTEM
from screening.security.permissions import Role
from tests.factories.accounts import make_site, make_user, sign_in
from tests.factories.people import make_enrollment, make_person
from tests.integration.worklists.conftest import Ward
from tests.page_text import shown

TODAY = today()


@pytest.fixture
def north(site):
    return make_site("NB", name="North Branch")


@pytest.fixture
def wide_desk(client, site, north):
    """The browser of a coordinator of both sites."""
    sign_in(client, make_user(Role.COORDINATOR, [site, north]))
    return client


def names_in(response, names):
    return [name for name in names if f">{name}</a>" in response.text]


def counts(response):
    """Return how many wait of each kind, by the address of the tab."""
    tabs = response.text.split('<ul class="tabs">')[1].split("</ul>")[0].split("<li>")[1:]
    found = {}
    for tab in tabs:
        kind = tab.split("kind=")[1].split("&")[0]
        found[kind] = tab.split('class="chip">')[1].split("<")[0]
    return found


def test_each_kind_has_its_count_and_its_rule(ward, desk):
    ward.invite()
    ward.judge()
    ward.enroll()
    ward.enroll()
    ward.book(TODAY)

    response = desk.get("/work?kind=book_exam")
    assert counts(response) == {
        "record_result": "0", "attend_exam": "1", "hold_ends": "0", "book_exam": "2",
        "assess": "1", "enroll": "1", "review_case": "0", "work_up": "0",
    }  # fmt: skip
    assert "The result of the last exam asks for the next one" in shown(response)


def test_each_role_begins_with_what_it_has_to_do_itself(ward, desk, clinic):
    ward.invite("Invited")
    ward.flag("Flagged")

    assert names_in(desk.get("/work"), ["Invited", "Flagged"]) == ["Invited"]
    assert names_in(clinic.get("/work"), ["Invited", "Flagged"]) == ["Flagged"]


def test_the_longest_due_comes_first_and_says_how_late_it_is(ward, desk):
    ward.book(TODAY + timedelta(days=3), "Soon")
    ward.book(TODAY - timedelta(days=5), "Late")
    ward.book(TODAY, "Today")

    text = shown(desk.get("/work?kind=attend_exam"))
    assert text.index("Late Female") < text.index("Today Female") < text.index("Soon Female")
    assert "5 days late" in text
    assert "today Log exam" in text
    assert "in 3 days" in text


def test_the_list_is_sorted_by_its_headers_and_stays_so_from_kind_to_kind(ward, desk):
    for name, born in (("Ben", "1960-01-01"), ("Ada", "1950-01-01"), ("Cai", None)):
        person = make_person(ward.site, name, born)
        make_enrollment(ward.site, person, "lung")

    def order(sort):
        page = desk.get(f"/work?kind=book_exam&ahead=all&sort={sort}").text
        return sorted(("Ada", "Ben", "Cai"), key=lambda name: page.index(f">{name}</a>"))

    assert order("name") == ["Ada", "Ben", "Cai"]
    assert order("-name") == ["Cai", "Ben", "Ada"]
    assert order("-age") == ["Ada", "Ben", "Cai"]
    assert order("age") == ["Cai", "Ben", "Ada"]
    assert "kind=assess&amp;program=&amp;site=&amp;ahead=&amp;sort=name" in (
        desk.get("/work?sort=name").text
    )


def test_what_lies_far_ahead_waits_out_of_sight_until_all_is_asked_for(ward, desk):
    ward.book(TODAY + timedelta(days=30), "Near")
    ward.book(TODAY + timedelta(days=31), "Far")

    assert names_in(desk.get("/work?kind=attend_exam"), ["Near", "Far"]) == ["Near"]
    everything = desk.get("/work?kind=attend_exam&ahead=all")
    assert names_in(everything, ["Near", "Far"]) == ["Near", "Far"]


def test_only_ones_own_sites_are_listed_and_counted(ward, desk, north):
    Ward(north, SYSTEM).book(TODAY, "Foreign")
    ward.book(TODAY, "Own")

    response = desk.get("/work")
    assert names_in(response, ["Own", "Foreign"]) == ["Own"]
    assert counts(response)["attend_exam"] == "1"


def test_a_person_known_at_two_sites_is_on_both_lists(ward, desk, north, site):
    person = make_person(north, "Shared")
    make_enrollment(north, person, "lung")
    address = "/work?kind=book_exam&ahead=all"
    assert names_in(desk.get(address), ["Shared"]) == []

    register_at_site(person.public_id, site_id=site.id, registration_no=None, by=SYSTEM, at=now())

    assert names_in(desk.get(address), ["Shared"]) == ["Shared"]


def test_the_list_is_narrowed_to_one_of_ones_sites(ward, wide_desk, north):
    ward.book(TODAY, "Main")
    Ward(north, SYSTEM).book(TODAY, "North")

    address = "/work?kind=attend_exam"
    assert names_in(wide_desk.get(address), ["Main", "North"]) == ["Main", "North"]
    narrowed = wide_desk.get(f"{address}&site={north.id}")
    assert names_in(narrowed, ["Main", "North"]) == ["North"]


@pytest.mark.parametrize(
    "query", ["kind=x", "program=x", "site=x", "site=²", "page=²", "page=0", "ahead=x", "page=-1"]
)
def test_an_address_that_asks_for_what_there_is_not_shows_the_list(ward, desk, query):
    ward.book(TODAY, "Here")

    assert names_in(desk.get(f"/work?{query}"), ["Here"]) == ["Here"]


def test_a_long_list_comes_in_pages_of_fifty_with_few_queries(ward, desk):
    for number in range(51):
        ward.book(TODAY + timedelta(days=number % 20), f"Person {number:02}")

    first, second = desk.get("/work"), desk.get("/work?page=2")
    names = [f"Person {number:02}" for number in range(51)]
    assert len(names_in(first, names)) == 50
    assert len(names_in(second, names)) == 1
    assert set(names_in(first, names)) | set(names_in(second, names)) == set(names)
    assert 'rel="next"' in first.text
    assert 'rel="prev"' in second.text
    assert 'rel="next"' not in second.text


def test_when_nothing_waits_the_page_says_what_to_do_next(desk):
    text = shown(desk.get("/work"))

    assert "Nothing waits at your sites. Register a person Import a list" in text


def test_whoever_is_at_no_site_is_told_why_the_list_is_empty(client):
    sign_in(client, make_user(Role.COORDINATOR, []))

    assert "You are at no site yet, so that you see nobody" in shown(client.get("/work"))


def test_when_nothing_of_a_kind_waits_the_page_points_to_the_others(ward, desk):
    ward.book(TODAY)

    assert "Nothing of this kind waits; other kinds stand above." in shown(
        desk.get("/work?kind=assess")
    )


def test_the_page_of_a_person_begins_with_what_waits(ward, desk):
    enrollment = ward.book(TODAY - timedelta(days=2), "Li Na")

    text = shown(desk.get(f"/participants/{enrollment.participant.public_id}"))
    assert f"Next action Lung : Log exam {TODAY - timedelta(days=2)}, 2 days late" in text


@pytest.mark.parametrize("role", [Role.MANAGER, Role.ADMIN])
def test_whoever_has_no_work_of_this_kind_has_no_such_page(client, site, role):
    sign_in(client, make_user(role, [site]))

    assert client.get("/work").status_code == 403
