"""From the invitation to leaving and back: what is allowed, what waits, what trail is left."""

from datetime import date, timedelta

import pytest

from screening.clock import now, today
from screening.enrollments import actions
from screening.enrollments.queries import find_enrollment, get_enrollment
from screening.enrollments.rules import EnrollmentStatus, ExitReason, Source
from screening.enrollments.views import tie
from screening.participants.actions import Death, correct_death, record_death
from screening.participants.queries import is_registered_at
from screening.programs import get_program
from screening.protocol.errors import (
    NewerChangeError,
    NotAllowedNowError,
    NotFoundError,
    RefusedInputError,
)
from screening.security.permissions import Role
from tests.factories.accounts import actor_for, make_user
from tests.factories.people import make_person
from tests.integration.enrollments.conftest import (
    PROGRAM,
    SYMPTOMATIC,
    YESTERDAY,
    act,
    assess,
    correct,
    enroll,
    read,
    recalls,
    trail,
)

FIRST_EXAM_DUE = YESTERDAY + timedelta(days=get_program(PROGRAM).schedule.first_exam_within_days)
SOON = today() + timedelta(days=30)


def leave(enrollment, by, reason=ExitReason.WITHDREW, comment=None, on=None):
    leaving = actions.Leaving(reason, on or today(), comment)
    act(actions.exit_enrollment, enrollment, leaving, by=by)


def resume(enrollment, by, reason="came back", consent_on=None):
    act(actions.resume, enrollment, actions.Return(reason, consent_on), by=by)


def pause(enrollment, by, until=SOON, reason="abroad"):
    act(actions.suspend, enrollment, actions.Pause(until, reason), by=by)


def test_the_whole_way_leaves_its_trail(enrollment, by):
    enroll(enrollment, by)
    pause(enrollment, by)
    resume(enrollment, by, None)
    leave(enrollment, by, ExitReason.MOVED, "to the south")
    resume(enrollment, by)

    assert trail() == [
        ("enrollments:enrollment:open", None, ["site_id", "status"]),
        ("enrollments:enrollment:judge", None, ["status"]),
        ("enrollments:enrollment:enroll", None, ["consent_on", "enrolled_on", "status"]),
        ("enrollments:enrollment:suspend", "abroad", ["hold_reason", "hold_until", "status"]),
        ("enrollments:enrollment:resume", None, ["hold_reason", "hold_until", "status"]),
        ("enrollments:enrollment:exit", "to the south", ["exit_reason", "exited_on", "status"]),
        ("enrollments:enrollment:resume", "came back", ["exit_reason", "exited_on", "status"]),
    ]


def test_a_site_that_does_not_know_the_person_registers_the_person(other_site, person, by):
    both = actor_for(make_user(Role.COORDINATOR))

    actions.open_enrollment(person, actions.Interest(PROGRAM, other_site.id), by=both, at=now())

    assert is_registered_at(person.id, other_site.id)


def test_a_second_start_finds_the_same_enrollment(enrollment, person, site, by):
    again = actions.open_enrollment(person, actions.Interest(PROGRAM, site.id), by=by, at=now())

    assert again.id == enrollment.id


def test_a_site_of_others_is_refused(other_site, person, by):
    with pytest.raises(NotFoundError):
        actions.open_enrollment(person, actions.Interest(PROGRAM, other_site.id), by=by, at=now())


def test_enrolling_against_the_verdict_needs_a_reason_and_keeps_it(enrollment, by):
    assess(enrollment, by, SYMPTOMATIC)
    consent = actions.Consent(YESTERDAY, YESTERDAY)
    with pytest.raises(RefusedInputError) as refused:
        act(actions.enroll, enrollment, consent, by=by)
    assert refused.value.field == "exception_reason"

    against = actions.Consent(YESTERDAY, YESTERDAY, "board decision")
    act(actions.enroll, enrollment, against, by=by)

    assert trail()[-1][:2] == ("enrollments:enrollment:enroll", "board decision")


def test_enrolling_asks_for_the_first_exam_within_the_days_of_the_protocol(enrollment, by):
    enroll(enrollment, by)

    assert recalls(enrollment) == [("open", FIRST_EXAM_DUE)]


def test_a_withdrawal_ends_what_waits_and_a_new_consent_restores_it(enrollment, by):
    enroll(enrollment, by)

    leave(enrollment, by)
    assert recalls(enrollment) == [("cancelled", FIRST_EXAM_DUE)]
    resume(enrollment, by, consent_on=today())

    assert recalls(enrollment) == [("open", FIRST_EXAM_DUE)]
    back = read(enrollment)
    assert (back.status, back.consent_on) == (EnrollmentStatus.ENROLLED, today())
    assert (back.enrolled_on, back.exit_reason) == (YESTERDAY, None)


def test_a_death_ends_what_waits_and_taking_it_back_lets_the_person_return(enrollment, person, by):
    enroll(enrollment, by)
    die(person, by)

    assert read(enrollment).exit_reason is ExitReason.DIED
    assert recalls(enrollment) == [("cancelled", FIRST_EXAM_DUE)]
    with pytest.raises(NotAllowedNowError, match="The death on"):
        resume(enrollment, by)

    correct_death(
        person.public_id, Death(None), reason="another person", expected_version=2, by=by, at=now()
    )
    resume(enrollment, by)

    assert recalls(enrollment) == [("open", FIRST_EXAM_DUE)]


def test_nobody_who_died_is_put_into_a_program(person, site, by):
    die(person, by)

    with pytest.raises(NotAllowedNowError):
        actions.open_enrollment(person, actions.Interest(PROGRAM, site.id), by=by, at=now())


def test_who_left_before_consenting_returns_without_being_enrolled(enrollment, by):
    assess(enrollment, by)
    leave(enrollment, by)

    resume(enrollment, by)

    back = read(enrollment)
    assert (back.status, back.enrolled_on) == (EnrollmentStatus.ELIGIBLE, None)
    assert recalls(enrollment) == []


def test_losing_someone_needs_word_of_how_the_person_was_sought(enrollment, by):
    enroll(enrollment, by)

    with pytest.raises(RefusedInputError) as refused:
        leave(enrollment, by, ExitReason.LOST)

    assert refused.value.field == "comment"


@pytest.mark.parametrize("reason", [ExitReason.DIED, ExitReason.DIAGNOSED])
def test_death_and_diagnosis_are_no_reasons_that_a_person_enters(enrollment, by, reason):
    enroll(enrollment, by)

    with pytest.raises(RefusedInputError) as refused:
        leave(enrollment, by, reason, "x")

    assert refused.value.field == "exit_reason"


def test_nobody_leaves_before_being_enrolled(enrollment, by):
    enroll(enrollment, by)

    with pytest.raises(RefusedInputError) as refused:
        leave(enrollment, by, on=YESTERDAY - timedelta(days=1))

    assert refused.value.field == "exited_on"


def test_a_pause_ends_after_today_has_a_reason_and_can_be_set_anew(enrollment, by):
    enroll(enrollment, by)
    for values in ({"until": today()}, {"reason": " "}):
        with pytest.raises(RefusedInputError):
            pause(enrollment, by, **values)

    pause(enrollment, by)
    pause(enrollment, by, until=SOON + timedelta(days=7), reason="longer")

    held = read(enrollment)
    assert (held.hold_until, held.hold_reason) == (SOON + timedelta(days=7), "longer")


def test_a_corrected_enrollment_moves_what_waits(enrollment, by):
    enroll(enrollment, by)
    day = YESTERDAY - timedelta(days=10)

    correct(enrollment, by, consent_on=day, enrolled_on=day, source=Source.REFERRAL)

    assert recalls(enrollment) == [("open", FIRST_EXAM_DUE - timedelta(days=10))]
    assert trail()[-1] == (
        "enrollments:enrollment:correct", "typed wrong", ["consent_on", "enrolled_on", "source"],
    )  # fmt: skip


def test_an_enrollment_recorded_by_mistake_is_taken_back(enrollment, by):
    enroll(enrollment, by)

    correct(enrollment, by, consent_on=None, enrolled_on=None)

    assert read(enrollment).status is EnrollmentStatus.ELIGIBLE
    assert [status for status, _ in recalls(enrollment)] == ["superseded"]


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("enrolled_on", {"consent_on": today(), "enrolled_on": YESTERDAY}),
        ("exited_on", {"exited_on": today()}),
        ("invited_on", {"invited_on": today() + timedelta(days=1)}),
        ("consent_on", {"consent_on": date(1900, 1, 1)}),
    ],
)
def test_impossible_corrections_are_refused_at_their_field(enrollment, by, field, values):
    enroll(enrollment, by)

    with pytest.raises(RefusedInputError) as refused:
        correct(enrollment, by, **values)

    assert refused.value.field == field


def test_a_voided_enrollment_leaves_lists_and_lets_the_person_start_again(
    enrollment, person, site, by
):
    enroll(enrollment, by)

    act(actions.void_enrollment, enrollment, by=by, reason="wrong person")

    assert find_enrollment(person.id, PROGRAM) is None
    assert recalls(enrollment) == [("cancelled", FIRST_EXAM_DUE)]
    assert trail()[-1] == ("enrollments:enrollment:void", "wrong person", [])
    with pytest.raises(NotFoundError):
        get_enrollment(by.scope, enrollment.id)
    again = actions.open_enrollment(person, actions.Interest(PROGRAM, site.id), by=by, at=now())
    assert again.id != enrollment.id


def test_a_person_in_a_program_is_tied_to_it(enrollment, person, site, by):
    stranger = make_person(site, "李丽")

    assert tie(stranger.id) is None
    assert "void that enrollment first" in tie(person.id).in_english()


def test_no_act_is_saved_over_a_newer_change(enrollment, by):
    enroll(enrollment, by)
    version = enrollment.version
    pause(enrollment, by)

    for action, *values in (
        (actions.enroll, actions.Consent(YESTERDAY, YESTERDAY)),
        (actions.exit_enrollment, actions.Leaving(ExitReason.MOVED, today())),
        (actions.suspend, actions.Pause(SOON, "x")),
        (actions.resume, actions.Return("x")),
    ):
        with pytest.raises(NewerChangeError):
            action(enrollment, *values, expected_version=version, by=by, at=now())


def test_users_of_other_sites_find_no_enrollment(enrollment, other_site):
    stranger = actor_for(make_user(Role.COORDINATOR, [other_site]))

    with pytest.raises(NotFoundError):
        get_enrollment(stranger.scope, enrollment.id)


def die(person, by):
    record_death(person.public_id, Death(today()), expected_version=1, by=by, at=now())
