"""Who sees and who changes exams, by role and by site."""

import pytest

from screening.security.permissions import Role
from tests.factories.accounts import make_user, sign_in
from tests.factories.people import make_enrollment, make_person
from tests.integration.exams.conftest import PROGRAM, trail, typed

ADDRESSES = ["/enrollments/{0}/exams/new", "/exams/{1}/edit", "/exams/{1}/void"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_managers_read_and_administrators_see_no_exam(client, exam, site, address):
    path = address.format(exam.enrollment_id, exam.public_id)
    for role in (Role.MANAGER, Role.ADMIN):
        sign_in(client, make_user(role, [site]))
        assert client.get(path).status_code == 403
        assert client.post(path).status_code == 403


@pytest.mark.parametrize("address", [*ADDRESSES, "/exams/{1}", "/exams/{1}/result/en"])
def test_exams_of_other_sites_are_not_there(client, exam, other_site, address):
    sign_in(client, make_user(Role.COORDINATOR, [other_site]))
    path = address.format(exam.enrollment_id, exam.public_id)

    assert client.get(path).status_code == 404


def test_posts_about_exams_of_other_sites_change_nothing(client, exam, other_site, site):
    sign_in(client, make_user(Role.COORDINATOR, [other_site]))
    sent = typed(site, version=str(exam.version), reason="x")
    number, public_id = exam.enrollment_id, exam.public_id
    paths = (
        f"/enrollments/{number}/exams/new",
        f"/enrollments/{number}/category",
        f"/exams/{public_id}/edit",
        f"/exams/{public_id}/void",
        f"/exams/{public_id}/status",
    )

    assert {
        client.post(path, data={**sent, "status": "cancelled"}).status_code for path in paths
    } == {404}
    assert [action for action, _, _ in trail()] == ["exams:exam:log"]


def test_an_exam_of_another_person_is_no_part_of_this_enrollment(page, exam, site):
    other = make_enrollment(site, make_person(site, "李红"), PROGRAM)

    response = page.post(
        f"/enrollments/{other.id}/category?exam={exam.public_id}", data=typed(site)
    )

    assert response.status_code == 404
