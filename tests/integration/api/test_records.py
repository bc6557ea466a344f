"""Persons, exams and figures for programs: within the sites of the user, and written down."""

import pytest

from screening.database.engine import db
from screening.database.transactions import transaction
from screening.participants.models import Participant
from screening.security.permissions import Role
from tests.factories.accounts import actor_for, make_user, sign_in
from tests.factories.exams import make_exam, positive_category
from tests.factories.people import make_enrollment, make_person
from tests.integration.api.conftest import person_of, person_of_no_site, trail


@pytest.fixture
def people(site):
    return [make_person(site, f"王{number}", f"19{60 + number}-03") for number in range(5)]


@pytest.fixture
def foreigner(other_site):
    return make_person(other_site, "欧阳")


def read_all(program, name, limit):
    address, lines = f"/api/v1/{name}?limit={limit}", []
    while address:
        answer = program.get(address).json
        lines += answer[name]
        address = answer["next"]
    return lines


def test_persons_come_a_part_at_a_time_and_none_is_left_out(clinic, people, foreigner):
    first = clinic.get("/api/v1/participants?limit=2").json

    assert [line["name"] for line in first["participants"]] == ["王0", "王1"]
    assert first["next"].startswith("/api/v1/participants?after=")
    names = [line["name"] for line in read_all(clinic, "participants", 2)]
    assert names == ["王0", "王1", "王2", "王3", "王4"]


def test_a_person_is_what_lists_show_of_one(clinic, site, people):
    line = clinic.get("/api/v1/participants?limit=1").json["participants"][0]

    person = people[0]
    assert line["id"] == person.public_id
    assert (line["birth_date"], line["died_on"]) == ("1960-03", None)
    assert [each["site"] for each in line["registrations"]] == ["HQ"]
    assert set(line) == {"id", "name", "sex", "birth_date", "died_on", "registrations"}


def test_every_person_that_is_read_is_written_down(clinic, people, foreigner):
    clinic.get("/api/v1/participants?limit=2")

    assert trail()[-2:] == [
        ("api:participants:read", "Anna", people[0].id),
        ("api:participants:read", "Anna", people[1].id),
    ]


def test_voided_and_merged_persons_are_left_out(clinic, people):
    with transaction():
        voided = db.session.get(Participant, people[1].id)
        voided.voided_at = voided.created_at
        db.session.get(Participant, people[2].id).merged_into_id = people[0].id

    names = [line["name"] for line in read_all(clinic, "participants", 50)]
    assert names == ["王0", "王3", "王4"]


def test_the_list_of_a_user_without_sites_is_empty(program, site, people):
    nowhere = program(person_of_no_site(Role.COORDINATOR, site, "bob"))

    assert nowhere.get("/api/v1/participants").json == {"participants": [], "next": None}
    assert nowhere.get("/api/v1/exams").json == {"exams": [], "next": None}


@pytest.mark.parametrize(
    ("query", "name"),
    [("limit=0", "limit"), ("limit=201", "limit"), ("limit=x", "limit"), ("site=HQ", "site")],
)
def test_arguments_that_make_no_sense_are_refused_by_name(clinic, people, query, name):
    response = clinic.get(f"/api/v1/participants?{query}")

    assert response.status_code == 400
    assert response.json["errors"][0]["name"] == name


def test_no_list_goes_on_after_a_person_of_another_site(clinic, people, foreigner):
    response = clinic.get(f"/api/v1/participants?after={foreigner.public_id}")

    assert response.status_code == 400
    assert response.json["errors"][0]["name"] == "after"
    assert "api:participants:read" not in [action for action, *_ in trail()]


@pytest.fixture
def exam(site):
    user = make_user(Role.CLINICIAN, [site])
    enrollment = make_enrollment(site, make_person(site, "王小明"))
    return make_exam(enrollment, positive_category(enrollment.program), actor_for(user))


def test_an_exam_is_what_lists_show_of_one(clinic, exam, other_site):
    abroad = make_enrollment(other_site, make_person(other_site, "欧阳"))
    make_exam(abroad, positive_category(abroad.program), actor_for(make_user()))

    answer = clinic.get("/api/v1/exams").json

    (line,) = answer["exams"]
    assert (line["id"], line["participant"]) == (exam.public_id, exam.participant.public_id)
    assert (line["accession_no"], line["site"]) == (exam.accession_no, "HQ")
    assert line["category"] == exam.category
    assert line["is_positive"] is True
    assert answer["next"] is None
    assert trail()[-1] == ("api:exams:read", "Anna", exam.participant_id)


def test_figures_are_those_of_the_console_at_the_sites_of_the_user(program, site, exam):
    manager = program(person_of(Role.MANAGER, [site], "mia"))
    elsewhere = program(person_of_no_site(Role.MANAGER, site, "max"))

    report = manager.get(f"/api/v1/indicators?program={exam.program}&by=site,year").json

    assert set(report) == {"program", "from", "to", "as_of", "definitions", "rows"}
    (row,) = report["rows"]
    assert row["group"]["site"] == "HQ"
    assert row["counts"]["exams"] == 1
    assert row["measures"]["positive_rate"]["numerator"] == 1
    assert (
        elsewhere.get(f"/api/v1/indicators?program={exam.program}").json["rows"][0]["counts"][
            "exams"
        ]
        == 0
    )


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("", "program"),
        ("program=none", "program"),
        ("program={}&from=2024-13-01", "from"),
        ("program={}&from=2024-02-01&to=2024-01-01", "to"),
        ("program={}&by=color", "by"),
        ("program={}&as-of=2024-01-01", "as-of"),
    ],
)
def test_reports_that_make_no_sense_are_refused_by_name(program, site, exam, query, name):
    manager = program(person_of(Role.MANAGER, [site], "mia"))

    response = manager.get(f"/api/v1/indicators?{query.format(exam.program)}")

    assert response.status_code == 400
    assert response.json["errors"][0]["name"] == name


def test_what_a_role_may_not_read_is_refused(program, site, people):
    clinic = program(person_of(Role.CLINICIAN, [site], "lea"))
    office = program(person_of(Role.ADMIN, [site], "root"))

    refused = clinic.get("/api/v1/indicators?program=x")
    assert (refused.status_code, refused.mimetype) == (403, "application/problem+json")
    for name in ("participants", "exams", "indicators"):
        assert office.get(f"/api/v1/{name}").status_code == 403


def test_a_session_reads_without_a_token(client, site, people):
    sign_in(client, make_user(Role.COORDINATOR, [site]))

    assert len(client.get("/api/v1/participants").json["participants"]) == 5
