"""The history of a person in words: sites by their codes, acts by what they did."""

from screening.clock import now
from screening.exams.actions import void_exam
from screening.security.actor import SYSTEM
from screening.security.permissions import Role
from tests.factories.accounts import make_user, sign_in
from tests.factories.exams import make_exam
from tests.factories.people import first_program, make_enrollment, make_person
from tests.page_text import shown


def test_the_site_of_an_exam_is_named_and_that_of_others_is_not(client, sites):
    person = make_person(sites[0])
    exam = make_exam(make_enrollment(sites[0], person, first_program()))
    make_exam(make_enrollment(sites[0], person, "lung"), site_id=sites[1].id)
    void_exam(exam, reason="wrong person", expected_version=exam.version, by=SYSTEM, at=now())
    sign_in(client, make_user(Role.COORDINATOR, [sites[0]]))

    text = shown(client.get(f"/participants/{person.public_id}/history"))

    assert "Site: HQ" in text
    assert "Site: another site" in text
    assert "Voided: No → Yes" in text
