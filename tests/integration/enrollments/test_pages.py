"""The pages of enrollments: who may, what is asked back, what two people see who save at once."""

from datetime import timedelta

import pytest

from screening.clock import now, today
from screening.database.transactions import transaction
from screening.enrollments import actions
from screening.enrollments.queries import find_enrollment, list_assessments
from screening.enrollments.rules import EnrollmentStatus, Source
from screening.participants.rules import Sex
from screening.security.permissions import Role
from tests.factories.accounts import make_user, sign_in
from tests.factories.people import make_person
from tests.integration.enrollments.conftest import (
    ELIGIBLE,
    PROGRAM,
    YESTERDAY,
    assess,
    enroll,
    read,
    trail,
    url,
)
from tests.page_text import shown

TYPED = {
    "assessed_on": YESTERDAY.isoformat(),
    "smoking_status": "current",
    "cigs_per_day": "20",
    "years_smoked": "30",
    "symptoms": ["none"],
    "prior_lung_cancer": "no",
}
OPENING = ("enrollments:record:open", None, [])


def send(desk, enrollment, act, version=None, **typed):
    """Send a form about an enrollment as it stands now."""
    data = {"version": str(version or read(enrollment).version), **typed}
    return desk.post(url(enrollment, act), data=data)


def test_a_person_is_put_into_a_program_and_the_questionnaire_comes_next(desk, person, site):
    typed = {"program": PROGRAM, "site_id": str(site.id), "source": "referral"}
    response = desk.post(f"/participants/{person.public_id}/programs", data=typed)

    enrollment = find_enrollment(person.id, PROGRAM)
    assert enrollment.source is Source.REFERRAL
    assert response.status_code == 303
    assert response.location == url(enrollment, "/assessment")


def test_a_program_that_does_not_exist_is_asked_again(desk, person, site):
    typed = {"program": "gone", "site_id": str(site.id)}
    response = desk.post(f"/participants/{person.public_id}/programs", data=typed)

    assert response.status_code == 200
    assert "Nothing was saved yet" in shown(response)
    assert find_enrollment(person.id, PROGRAM) is None


def test_a_complete_questionnaire_makes_a_person_eligible(desk, enrollment, person):
    response = send(desk, enrollment, "/assessment", **TYPED)

    assert response.location == f"/participants/{person.public_id}"
    assert read(enrollment).status is EnrollmentStatus.ELIGIBLE
    text = shown(desk.get(response.location))
    assert f"Verdict of {YESTERDAY} Eligible" in text
    assert "Record the consent" in text


def test_impossible_answers_are_refused_with_what_was_typed_kept(desk, enrollment):
    response = send(
        desk, enrollment, "/assessment", **{**TYPED, "height_cm": "17", "weight_kg": "abc"}
    )

    text = shown(response)
    assert "Height : 17 cm is too small; it must be at least 100 cm" in text
    assert "“abc” is not a number" in text
    assert 'value="abc"' in response.get_data(as_text=True)
    assert list_assessments([enrollment.id]) == {}


def test_answers_that_contradict_the_birth_date_are_refused(desk, enrollment):
    response = send(desk, enrollment, "/assessment", **{**TYPED, "years_smoked": "58"})

    assert "58 years is too long at the age of" in shown(response)


def test_a_pregnancy_of_someone_recorded_as_male_is_refused(desk, enrollment, person):
    with transaction():
        person.sex = Sex.MALE
    response = send(desk, enrollment, "/assessment", **{**TYPED, "pregnant": "yes"})

    assert "Pregnant : The person is recorded as male; correct this answer" in shown(response)
    assert list_assessments([enrollment.id]) == {}


def test_unlikely_answers_are_asked_and_saved_once_confirmed(desk, enrollment):
    unlikely = {**TYPED, "cigs_per_day": "90"}
    response = send(desk, enrollment, "/assessment", **unlikely)
    assert "90 a day is unusual; confirm it or correct it" in shown(response)
    assert list_assessments([enrollment.id]) == {}

    confirmed = {**unlikely, "confirm-cigs_per_day": "90", "confirm-pack_years": ""}
    response = send(desk, enrollment, "/assessment", **confirmed)

    assert response.status_code == 303


def test_an_incomplete_questionnaire_is_saved_and_continued(desk, enrollment):
    send(desk, enrollment, "/assessment", assessed_on=today().isoformat(), cigs_per_day="20",
         smoking_status="current")  # fmt: skip

    response = desk.get(url(enrollment, "/assessment"))

    html = response.get_data(as_text=True)
    assert '<option selected value="current">' in html
    assert f"The answers of {today()} stand in the form" in shown(response)


def test_a_finished_questionnaire_is_offered_to_start_from(desk, enrollment, by):
    assessment = assess(enrollment, by)

    blank = desk.get(url(enrollment, "/assessment"))
    assert f"Start from the answers of {YESTERDAY}" in shown(blank)
    assert '<option selected value="current">' not in blank.get_data(as_text=True)
    filled = desk.get(url(enrollment, f"/assessment?from={assessment.id}"))
    assert '<option selected value="current">' in filled.get_data(as_text=True)


def test_the_verdict_while_typing_shows_what_follows_and_saves_nothing(desk, enrollment):
    response = desk.post(url(enrollment, "/verdict"), data={**TYPED, "height_cm": "170",
                                                            "weight_kg": "65"})  # fmt: skip

    text = shown(response)
    assert "Pack-years 30 pack-years" in text
    assert "Body mass index 22.5 kg/m²" in text  # 65 / 1.7²
    assert "In force: China, national guideline 2021 (2021) Eligible" in text
    assert list_assessments([enrollment.id]) == {}
    assert trail()[1:] == []


@pytest.mark.parametrize("text", ["-1", "1e400", "999999", "x" * 5000, "٣"])
def test_the_verdict_survives_whatever_is_typed(desk, enrollment, text):
    typed = dict.fromkeys(("cigs_per_day", "years_smoked", "height_cm", "other", "race"), text)

    response = desk.post(url(enrollment, "/verdict"), data={**TYPED, **typed})

    assert response.status_code == 200


def test_characters_that_nobody_types_are_refused_before_anything_reads_them(desk, enrollment):
    response = desk.post(url(enrollment, "/verdict"), data={**TYPED, "other": "a\x00b"})

    assert response.status_code == 400


def test_the_age_is_asked_only_where_the_birth_date_does_not_give_it(desk, site, enrollment, by):
    assert 'name="age"' not in desk.get(url(enrollment, "/assessment")).get_data(as_text=True)

    unknown = make_person(site, "李丽", born="1961")
    other = actions.open_enrollment(unknown, actions.Interest(PROGRAM, site.id), by=by, at=now())

    assert 'name="age"' in desk.get(url(other, "/assessment")).get_data(as_text=True)


def test_two_questionnaires_saved_at_once_show_both_to_the_second(desk, enrollment):
    version = enrollment.version
    send(desk, enrollment, "/assessment", **TYPED)

    late = {**TYPED, "prior_lung_cancer": "yes"}
    response = send(desk, enrollment, "/assessment", version=version, **late)

    assert response.status_code == 409
    assert "Anna" in shown(response)
    assert "Lung cancer, ever No Yes" in shown(response)
    newest = f'name="version" type="hidden" value="{read(enrollment).version}"'
    assert newest in response.get_data(as_text=True)


def test_consent_against_the_verdict_asks_for_the_reason(desk, enrollment, by):
    assess(enrollment, by, {**ELIGIBLE, "symptoms": ("cough",)})
    day = YESTERDAY.isoformat()

    response = send(desk, enrollment, "/consent", consent_on=day)
    assert "give the reason for enrolling" in shown(response)
    response = send(desk, enrollment, "/consent", consent_on=day, exception_reason="board")

    assert response.status_code == 303
    assert (read(enrollment).consent_on, read(enrollment).enrolled_on) == (YESTERDAY, YESTERDAY)


def test_a_consent_in_the_future_is_refused_and_one_long_ago_is_asked(desk, enrollment, by):
    assess(enrollment, by)
    tomorrow, old = today() + timedelta(days=1), today() - timedelta(days=400)

    response = send(desk, enrollment, "/consent", consent_on=tomorrow.isoformat())
    assert "Enter a date that is not in the future" in shown(response)
    response = send(desk, enrollment, "/consent", consent_on=old.isoformat())
    assert "more than a year ago; confirm it or correct it" in shown(response)
    confirmed = {"consent_on": old.isoformat(), "confirm-consent_on": old.isoformat()}
    response = send(desk, enrollment, "/consent", **confirmed)

    assert response.status_code == 303


def test_the_panel_offers_only_what_is_allowed_now(desk, enrollment, person, by):
    moves = {"Fill in the questionnaire", "Record the consent", "Pause", "Leave the program",
             "Resume"}  # fmt: skip

    def offered():
        text = shown(desk.get(url(enrollment)))
        return {move for move in moves if f" {move} " in text}

    assert offered() == {"Fill in the questionnaire", "Leave the program"}
    enroll(enrollment, by)
    assert offered() == {"Fill in the questionnaire", "Pause", "Leave the program"}
    send(desk, enrollment, "/exit", exit_reason="withdrew", exited_on=today().isoformat())
    assert offered() == {"Resume"}


def test_leaving_ends_and_resuming_restores_what_waits(desk, enrollment, by):
    enroll(enrollment, by)
    assert "To be booked" in shown(desk.get(url(enrollment)))

    send(desk, enrollment, "/exit", exit_reason="withdrew", exited_on=today().isoformat())
    assert "Next exam" not in shown(desk.get(url(enrollment)))
    assert "Canceled" in shown(desk.get(url(enrollment)))
    send(desk, enrollment, "/resume", reason="changed her mind", consent_on=today().isoformat())

    assert "To be booked" in shown(desk.get(url(enrollment)))


def test_a_lost_person_needs_a_comment_and_the_typing_stays(desk, enrollment):
    response = send(desk, enrollment, "/exit", exit_reason="lost", exited_on=today().isoformat())

    assert "Enter how the person was sought" in shown(response)
    assert '<option selected value="lost">' in response.get_data(as_text=True)


def test_two_corrections_at_once_show_both_to_the_second(desk, enrollment, site):
    version = enrollment.version
    typed = {"site_id": str(site.id), "reason": "asked again"}
    send(desk, enrollment, "/edit", source="referral", **typed)

    response = send(desk, enrollment, "/edit", version=version, source="self", **typed)
    assert response.status_code == 409
    assert "Source Referral On their own" in shown(response)
    response = send(desk, enrollment, "/edit", source="self", **typed)

    assert response.status_code == 303
    assert read(enrollment).source is Source.SELF


def test_a_page_for_what_is_not_allowed_says_why(desk, enrollment):
    response = desk.get(url(enrollment, "/resume"))

    assert response.status_code == 409
    assert "neither paused nor left" in shown(response)


def test_questionnaires_are_corrected_and_voided_from_the_page_of_the_enrollment(
    desk, enrollment, by
):
    assessment = assess(enrollment, by)
    here = f"/assessments/{assessment.id}"
    for path in ("/edit", "/void"):
        assert f'href="{url(enrollment, here + path)}"' in desk.get(url(enrollment)).text

    response = send(desk, enrollment, f"{here}/edit", reason="wrong sheet",
                    **{**TYPED, "symptoms": ["cough"]})  # fmt: skip
    assert response.status_code == 303
    assert read(enrollment).status is EnrollmentStatus.INELIGIBLE
    response = send(desk, enrollment, f"{here}/void", reason="of another person")

    assert read(enrollment).status is EnrollmentStatus.INVITED


def test_reading_an_enrollment_is_written_down_before_it_is_shown(desk, enrollment):
    desk.get(url(enrollment))

    assert trail()[-1] == OPENING


def test_the_rules_are_shown_in_words_with_their_source(desk):
    text = shown(desk.get(f"/programs/{PROGRAM}/eligibility"))

    assert "China, national guideline 2021 In force Age 50 to 74, both included" in text
    assert "Chin J Oncol 2021;43:243" in text
    assert desk.get("/programs/gone/eligibility").status_code == 404


@pytest.mark.parametrize("role", [Role.CLINICIAN, Role.MANAGER])
def test_clinicians_and_managers_read_enrollments_and_change_none(client, enrollment, site, role):
    sign_in(client, make_user(role, [site]))

    text = shown(client.get(url(enrollment)))
    assert "Fill in the questionnaire" not in text
    for act_path in ("assessment", "consent", "exit", "suspend", "resume", "edit", "void"):
        assert client.get(url(enrollment, f"/{act_path}")).status_code == 403


def test_users_of_other_sites_get_nothing(client, enrollment, other_site):
    sign_in(client, make_user(Role.COORDINATOR, [other_site]))

    for act_path in ("", "/assessment", "/consent", "/exit", "/suspend", "/resume", "/edit"):
        assert client.get(url(enrollment, act_path)).status_code == 404
    assert client.post(url(enrollment, "/verdict"), data=TYPED).status_code == 404


def test_an_enrollment_without_exams_is_voided_with_a_reason(desk, enrollment, person, by):
    enroll(enrollment, by)

    assert "Enter the reason" in shown(send(desk, enrollment, "/void"))
    response = send(desk, enrollment, "/void", reason="wrong person")

    assert response.location == f"/participants/{person.public_id}"
    assert find_enrollment(person.id, PROGRAM) is None
    assert "This person is in no program yet" in shown(desk.get(response.location))


def test_a_long_pause_is_asked(desk, enrollment, by):
    enroll(enrollment, by)
    until = (today() + timedelta(days=500)).isoformat()

    response = send(desk, enrollment, "/suspend", hold_until=until, hold_reason="abroad")

    assert "longer than a year" in shown(response)
    assert read(enrollment).status is EnrollmentStatus.ENROLLED
