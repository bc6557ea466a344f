"""The pages of persons: who may, look-alikes, the masked number, both versions, the trail."""

import re

import pytest
from sqlalchemy import func, select

from screening.accounts.actions.sessions import end_sessions
from screening.audit.models import AuditEvent
from screening.clock import now, today
from screening.database.engine import db
from screening.database.transactions import transaction
from screening.participants.models import Participant
from screening.participants.queries import find_participants
from screening.security.actor import EVERYWHERE
from screening.security.permissions import Role
from tests.factories.accounts import make_user, sign_in
from tests.factories.people import make_person
from tests.page_text import shown

WOMAN = "11010519491231002X"
PERSON = {"name": "王小明", "birth_date": "1960-03-05", "sex": "F"}


@pytest.fixture
def desk(client, sites):
    """The browser of Anna, a coordinator of the first site."""
    sign_in(client, make_user(Role.COORDINATOR, [sites[0]], display_name="Anna"))
    return client


@pytest.fixture
def person(sites):
    return make_person(sites[0], "王小明", "1960-03-05", national_id=WOMAN, phone="13800138000")


def url(person, act=""):
    return f"/participants/{person.public_id}{act}"


def register(desk, site, **typed):
    return desk.post("/participants/register", data={"site_id": str(site.id), **PERSON, **typed})


def version_in(response):
    """Return the version that a form was given."""
    found = re.search(r'name="version" type="hidden" value="(\d+)"', response.text)
    return found[1]


def people():
    return db.session.scalar(select(func.count(Participant.id)))


def trail():
    events = db.session.scalars(select(AuditEvent).order_by(AuditEvent.id))
    return [event.action for event in events]


def test_the_name_is_marked_as_needed(desk, person):
    for address in ("/participants/register", url(person, "/edit")):
        assert "Name *" in shown(desk.get(address))


def test_a_new_person_is_registered_under_the_next_number_of_the_site(desk, sites):
    response = register(desk, sites[0])

    assert response.status_code == 303
    text = shown(desk.get(response.location))
    assert "王小明 Female 1960-03-05 (" in text
    assert "HQ HQ-" in text
    assert trail() == [
        "participants:record:register", "participants:registration:add", "participants:record:open",
    ]  # fmt: skip


def test_what_was_searched_in_vain_is_handed_over_to_the_registration(desk):
    response = desk.post("/participants", data={"text": "赵敏"})
    assert "Register “赵敏”" in shown(response)

    response = desk.post("/participants/register", data={"draft": "1", "name": "赵敏"})

    assert 'value="赵敏"' in response.text
    assert "Nothing was saved" not in response.text
    assert people() == 0


def test_the_found_are_sorted_by_a_header_and_stay_so_while_more_is_typed(desk, sites):
    for name in ("Zhou a", "Zhou b"):
        make_person(sites[0], name)

    first = desk.post("/participants", data={"text": "zhou", "sort": "-name"}).text
    later = desk.post("/participants/matches", data={"text": "zho", "sorted_by": "-name"}).text
    odd = desk.post("/participants", data={"text": "zhou", "sort": "nonsense"}).text

    assert 'name="sorted_by" type="hidden" value="-name"' in first
    assert 'form="search-form" name="sort" value="name"' in first
    assert first.index("Zhou b") < first.index("Zhou a")
    assert later.index("Zhou b") < later.index("Zhou a")
    assert odd.index("Zhou a") < odd.index("Zhou b")


def test_a_number_searched_in_vain_is_not_taken_for_a_name(desk):
    response = desk.post("/participants", data={"text": WOMAN})

    assert f'name="national_id" value="{WOMAN}"' in response.text
    assert 'name="name" value=""' in response.text


def test_age_and_what_the_number_says_appear_while_typing(desk):
    typed = {"birth_date": "1949-12", "national_id": WOMAN}

    text = shown(desk.post("/participants/look-alikes", data=typed))

    assert re.search(r"\d\d years", text)
    assert "The number says: born on 1949-12-31, Female" in text


@pytest.mark.parametrize(
    "typed",
    [
        {"name": "王小明"},
        {"name": "王晓明", "birth_date": "1960-03-05"},
        {"name": "Wang Xiaoming", "birth_date": "1960"},
        {"phone": "138 0013 8000"},
    ],
)
def test_look_alikes_appear_while_typing_by_character_sound_or_phone(desk, person, typed):
    text = shown(desk.post("/participants/look-alikes", data=typed))

    assert "王小明 Female, 1960-03-05" in text


def test_registering_beside_a_look_alike_needs_a_word_for_just_the_persons_shown(
    desk, sites, person
):
    before = people()
    response = register(desk, sites[0])
    assert "tick the box if none is the same" in shown(response)
    compared = re.search(r'name="compared" type="hidden" value="(\w+)"', response.text)[1]
    assert compared == person.public_id

    another = {"is_new": "y", "compared": "someone-else"}
    assert register(desk, sites[0], **another).status_code == 200
    assert people() == before
    assert register(desk, sites[0], is_new="y", compared=compared).status_code == 303
    assert people() == before + 1


def test_impossible_input_is_refused_at_its_field_with_what_to_do(desk, sites):
    response = register(desk, sites[0], name=" ", birth_date="2099-01-01", national_id="12",
                        phone="abc", email="x")  # fmt: skip

    text = shown(response)
    for part in (
        "Name : Enter the name",
        "Birth date : Enter a birth date that is not in the future",
        "National number : Enter the national number with its 18 characters",
        "Phone : Enter one phone number of 5 to 20 digits",
        "E-mail : Enter an e-mail address such as name@example.org",
    ):
        assert part in text
    assert 'value="2099-01-01"' in response.text
    assert people() == 0


def test_a_number_that_says_another_birth_date_is_asked_and_kept_once_confirmed(desk, sites):
    typed = {"national_id": WOMAN}
    response = register(desk, sites[0], **typed)
    assert "The national number says born on 1949-12-31" in shown(response)

    confirmed = {**typed, "confirm-birth_date": PERSON["birth_date"]}

    assert register(desk, sites[0], **confirmed).status_code == 303


def test_an_unlikely_age_is_asked_and_kept_once_confirmed(desk, sites):
    typed = {"birth_date": str(today().year - 110)}
    assert "years old; confirm it or correct it" in shown(register(desk, sites[0], **typed))

    confirmed = {**typed, "confirm-birth_date": typed["birth_date"]}

    assert register(desk, sites[0], **confirmed).status_code == 303


def test_a_person_known_only_elsewhere_is_registered_here_too_and_stays_one(desk, sites):
    make_person(sites[1], "李丽", "1949-12-31", national_id=WOMAN)
    typed = {"name": "李丽", "birth_date": "1949-12-31", "national_id": WOMAN}
    response = register(desk, sites[0], **typed)
    assert "known at another site" in shown(response)
    assert "李丽 Female" not in shown(response)

    response = register(desk, sites[0], **typed, same_person="y")

    assert people() == 1
    assert "HQ HQ-" in shown(desk.get(response.location))


def test_the_national_number_is_masked_until_someone_asks_for_it(desk, person):
    assert WOMAN not in desk.get(url(person)).text

    response = desk.post(url(person, "/national-number"))

    assert WOMAN in response.text
    assert trail()[-1] == "participants:national-id:reveal"


def test_who_opens_a_record_is_written_down(desk, person):
    desk.get(url(person))
    desk.get(url(person, "/edit"))
    desk.get(url(person, "/history"))

    assert trail()[-3:] == [
        "participants:record:open", "participants:record:open", "participants:history:open",
    ]  # fmt: skip


def test_a_refused_form_that_shows_the_person_is_written_down_too(desk, person):
    desk.post(url(person, "/void"), data={})

    assert trail()[-1] == "participants:record:open"


def test_a_change_is_saved_and_keeps_the_number_that_is_not_shown(desk, person):
    form = desk.get(url(person, "/edit"))
    assert WOMAN not in form.text

    typed = {**PERSON, "birth_date": "1949-12-31", "version": version_in(form), "district": "East"}
    response = desk.post(url(person, "/edit"), data=typed)

    assert response.status_code == 303
    assert "East" in shown(desk.get(url(person)))
    assert desk.post(url(person, "/national-number")).text.count(WOMAN) == 1


def test_two_people_who_save_at_once_both_see_both_versions(desk, person):
    version = version_in(desk.get(url(person, "/edit")))
    typed = {"name": "王小明", "birth_date": "1949-12-31", "sex": "F", "version": version}
    desk.post(url(person, "/edit"), data={**typed, "district": "East"})

    response = desk.post(url(person, "/edit"), data={**typed, "district": "West"})

    assert response.status_code == 409
    assert "Anna" in shown(response)
    assert "District East West" in shown(response)
    again = {**typed, "district": "West", "version": version_in(response)}
    assert desk.post(url(person, "/edit"), data=again).status_code == 303


def test_a_death_recorded_twice_at_once_becomes_a_correction(desk, person):
    version = version_in(desk.get(url(person, "/death")))
    desk.post(url(person, "/death"), data={"died_on": "2020-01-02", "version": version})

    late = {"died_on": "2020-01-03", "cause": "C34", "version": version}
    response = desk.post(url(person, "/death"), data=late)

    assert response.status_code == 409
    text = shown(response)
    assert text.startswith("Correct the death")
    assert "Date of death 2020-01-02 2020-01-03" in text
    typed = {**late, "version": version_in(response), "reason": "the register"}
    assert desk.post(url(person, "/death/correct"), data=typed).status_code == 303
    assert "Died on 2020-01-03" in shown(desk.get(url(person)))


def test_a_death_before_birth_or_in_the_future_is_refused(desk, person):
    version = version_in(desk.get(url(person, "/death")))
    for day in ("1930-01-01", "2999-01-01", "yesterday"):
        response = desk.post(url(person, "/death"), data={"died_on": day, "version": version})
        assert "Date of death : Enter a date" in shown(response)


def test_a_voided_person_leaves_the_search(desk, person):
    version = version_in(desk.get(url(person, "/void")))
    assert "Enter the reason" in shown(desk.post(url(person, "/void"), data={"version": version}))

    typed = {"version": version, "reason": "typed twice"}
    assert desk.post(url(person, "/void"), data=typed).status_code == 303

    assert find_participants(EVERYWHERE, "王小明").people == ()
    assert desk.get(url(person)).status_code == 404


def test_the_history_says_in_words_who_changed_what_and_hides_private_values(desk, person):
    form = desk.get(url(person, "/edit"))
    typed = {**PERSON, "birth_date": "1949-12-31", "version": version_in(form), "phone": "10086"}
    desk.post(url(person, "/edit"), data=typed)

    text = shown(desk.get(url(person, "/history")))

    assert "Anna Coordinator Changed the details" in text
    assert "Birth date: 1960-03-05 → 1949-12-31" in text
    assert "Phone: recorded → recorded" in text
    assert "Looked at the record" not in text
    assert "Looked at the record" in shown(desk.get(url(person, "/history?all=")))


def test_the_history_does_not_tell_the_numbers_of_other_sites(desk, client, sites, person):
    both = make_user(Role.COORDINATOR)
    sign_in(client, both)
    typed = {"site_id": str(sites[1].id), "registration_no": "SECRET-7"}
    client.post(url(person, "/registrations"), data=typed)
    assert "SECRET-7" in shown(client.get(url(person, "/history")))

    sign_in(client, make_user(Role.COORDINATOR, [sites[0]]))

    assert "SECRET-7" not in shown(client.get(url(person, "/history")))
    assert "SECRET-7" not in shown(client.get(url(person)))


@pytest.mark.parametrize("role", [Role.CLINICIAN, Role.MANAGER])
def test_clinicians_and_managers_read_a_person_and_change_nothing(client, sites, person, role):
    sign_in(client, make_user(role, [sites[0]]))

    assert "Change the details" not in shown(client.get(url(person)))
    for act in ("/edit", "/registrations", "/death", "/death/correct", "/void"):
        assert client.get(url(person, act)).status_code == 403
    assert client.get("/participants/register").status_code == 403


def test_managers_do_not_see_a_national_number(client, sites, person):
    sign_in(client, make_user(Role.MANAGER, [sites[0]]))

    assert client.post(url(person, "/national-number")).status_code == 403


def test_administrators_see_no_person(client, person):
    sign_in(client, make_user(Role.ADMIN))

    for path in ("/participants", url(person), url(person, "/history")):
        assert client.get(path).status_code == 403


def test_users_of_other_sites_get_nothing(client, sites, person):
    sign_in(client, make_user(Role.COORDINATOR, [sites[1]]))

    for act in ("", "/edit", "/registrations", "/death", "/void", "/history"):
        assert client.get(url(person, act)).status_code == 404
    found = client.post("/participants", data={"text": "王小明"})
    assert "Nobody at your sites is known by this" in shown(found)


def test_a_form_sent_after_the_sign_in_ran_out_leads_back_to_its_page(client, sites, person):
    user = make_user(Role.COORDINATOR, [sites[0]])
    sign_in(client, user)
    with transaction():
        end_sessions(user.id, at=now())

    response = client.post(url(person, "/edit"), data={})

    assert response.status_code == 303
    assert response.location == f"/sign-in?next={url(person, '/edit')}&expired=1"
