"""The page of an exam, its moves and its voiding, the participant's sheet, the person's panel."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from dateutil.relativedelta import relativedelta

from screening.audit.models import AuditEvent
from screening.clock import now, today
from screening.database.engine import db
from screening.database.transactions import transaction
from screening.exams.actions import add_exam, give_reading, move_exam
from screening.exams.rules import ExamStatus, ReadingKind
from screening.exams.rules.entry import ReaderView
from screening.security.permissions import Role
from tests.factories.accounts import make_user, sign_in
from tests.integration.exams.conftest import EXAMINED_ON, SOLID_7, text_of, the_exam, trail

SAVING = {"query_budget": 90}


def test_opening_an_exam_is_written_down_before_it_is_shown(page, exam, coordinator):
    assert page.get(f"/exams/{exam.public_id}").status_code == 200

    assert trail()[-1] == ("exams:exam:open", None, [])
    event = db.session.scalars(db.select(AuditEvent).order_by(AuditEvent.id.desc())).first()
    assert (event.actor_id, event.participant_id) == (coordinator.id, exam.participant_id)


def test_the_page_shows_result_reasons_findings_and_technique(page, enrollment, entry, by):
    details = {"ctdi_vol_mgy": 1, "emphysema": "mild"}
    exam = add_exam(enrollment, replace(entry, details=details), by=by, at=now())

    shown = text_of(page.get(f"/exams/{exam.public_id}"))

    assert f"Low-dose CT, {EXAMINED_ON}" in shown
    assert "3 Probably benign Lung-RADS v2022 6-month LDCT" in shown
    assert f"Due on {EXAMINED_ON + relativedelta(months=6)}" in shown
    assert "Solid nodule, baseline, 6.6 mm >= 6 mm and < 8 mm: 3" in shown
    assert (
        "1 Solid nodule, Right upper lobe 1 6.6 mm 3 Long axis: 7 mm; Short axis: 6.2 mm" in shown
    )
    assert "CTDIvol 1 mGy" in shown
    assert "Emphysema Mild" in shown


def test_readers_stand_in_order_beside_what_was_computed(page, exam, by):
    view = ReaderView("2", "S", "unchanged for years")
    give_reading(exam, view, kind=ReadingKind.ARBITRATION, by=by, at=now())

    shown = text_of(page.get(f"/exams/{exam.public_id}"))

    assert "2S Benign" in shown
    assert "Computed from the findings: 3" in shown
    assert re.search(r"Readings 2S Arbitration, .* unchanged for years", shown)


def test_a_result_that_todays_records_no_longer_give_is_named(page, exam, enrollment, entry, by):
    nothing = ({"finding": "none"},)
    day = EXAMINED_ON - timedelta(days=40)
    before = replace(entry, accession_no="CT-0", performed_on=day, findings=nothing)
    add_exam(enrollment, before, by=by, at=now())

    shown = text_of(page.get(f"/exams/{exam.public_id}"))

    assert "Computed from today's records it would be: 4A." in shown


def test_a_performed_exam_without_findings_waits_for_its_result(page, enrollment, entry, by):
    exam = add_exam(enrollment, replace(entry, findings=()), by=by, at=now())

    shown = text_of(page.get(f"/exams/{exam.public_id}"))

    assert "The exam waits for its result." in shown
    assert "Result in English" not in shown


def test_what_a_category_still_needs_is_named(page, enrollment, entry, by):
    unmeasured = ({"finding": "solid", "lobe": "RUL"},)
    exam = add_exam(enrollment, replace(entry, findings=unmeasured), by=by, at=now())

    assert "Needed for a category Finding 1:" in text_of(page.get(f"/exams/{exam.public_id}"))


def test_lesions_stand_over_time_newest_exam_first(page, enrollment, entry, exam, by):
    day = EXAMINED_ON - timedelta(days=20)
    smaller = ({**SOLID_7, "long_mm": 5, "short_mm": 5},)
    earlier = replace(entry, accession_no="CT-0", performed_on=day, findings=smaller)
    add_exam(enrollment, earlier, by=by, at=now())

    shown = text_of(page.get(f"/exams/{exam.public_id}"))

    assert f"Lesion Finding {EXAMINED_ON} 3 {day} 2 1 Solid nodule, Right upper lobe" in shown
    assert "6.6 mm (3) 5 mm (2)" in shown


def test_managers_see_an_exam_without_its_buttons(client, exam, site):
    sign_in(client, make_user(Role.MANAGER, [site]))

    response = client.get(f"/exams/{exam.public_id}")

    assert response.status_code == 200
    assert f"/exams/{exam.public_id}/edit" not in response.get_data(as_text=True)
    assert "Void" not in text_of(response)


def test_administrators_see_no_exam(client, exam, site):
    sign_in(client, make_user(Role.ADMIN, [site]))

    assert client.get(f"/exams/{exam.public_id}").status_code == 403
    assert client.get(f"/exams/{exam.public_id}/result/en").status_code == 403


def send_move(page, exam, status, **sent):
    data = {"status": status, "version": exam.version, **sent}
    return page.post(f"/exams/{exam.public_id}/status", data=data, **SAVING)


def test_the_day_of_an_appointment_is_recorded_by_buttons(page, booked):
    shown = text_of(page.get(f"/exams/{booked.public_id}"))
    checked_in = send_move(page, booked, "checked_in")
    unexplained = send_move(page, the_exam(), "attended_not_screened")
    ended = send_move(page, the_exam(), "attended_not_screened", reason="coughing")

    assert "Check in" in shown
    assert "Cancel the appointment" in shown
    assert checked_in.status_code == ended.status_code == 303
    assert unexplained.status_code == 200
    assert "Enter the reason" in text_of(unexplained)
    assert the_exam().status is ExamStatus.ATTENDED_NOT_SCREENED
    assert "Attended, not screened: coughing" in text_of(page.get(f"/exams/{booked.public_id}"))


def test_an_impossible_move_says_what_is_possible(page, booked):
    response = send_move(page, booked, "attended_not_screened", reason="x")

    assert response.status_code == 409
    assert "allowed now: Checked in, Performed" in text_of(response)
    assert send_move(page, booked, "no-such-state").status_code == 400


def test_a_move_over_a_newer_change_is_shown_and_keeps_the_reason(page, booked, by):
    outdated = booked.version
    move_exam(
        booked, ExamStatus.CHECKED_IN, reason=None, expected_version=outdated, by=by, at=now()
    )

    response = page.post(
        f"/exams/{booked.public_id}/status",
        data={"status": "cancelled", "version": outdated, "reason": "moved away"},
    )

    assert response.status_code == 409
    assert "Someone saved a newer version" in text_of(response)
    assert "moved away" in response.get_data(as_text=True)
    assert the_exam().status is ExamStatus.CHECKED_IN


def test_a_mistaken_exam_is_voided_with_a_reason(page, exam):
    address = f"/exams/{exam.public_id}/void"
    shown = page.get(address)
    version = the_exam().version
    unexplained = page.post(address, data={"version": version, "reason": ""})
    voided = page.post(address, data={"version": version, "reason": "wrong person"}, **SAVING)
    after = page.get(f"/exams/{exam.public_id}")

    assert "Void the exam" in text_of(shown)
    assert "Enter the reason" in text_of(unexplained)
    assert voided.status_code == 303
    assert "wrong person It counts nowhere." in text_of(after)
    assert f"{exam.public_id}/edit" not in after.get_data(as_text=True)
    assert page.get(f"/exams/{exam.public_id}/edit").status_code == 409
    assert [action for action, _, _ in trail()] == [
        "exams:exam:log",
        "exams:exam:open",
        "exams:exam:void",
        "exams:exam:open",
        "exams:entry:open",
    ]


def test_voiding_over_a_newer_change_is_shown_first(page, exam):
    sent = {"version": exam.version - 1, "reason": "wrong person"}

    response = page.post(f"/exams/{exam.public_id}/void", data=sent)

    assert response.status_code == 409
    assert "wrong person" in response.get_data(as_text=True)
    assert the_exam().voided_at is None


def letter(page, exam, lang="en"):
    return page.get(f"/exams/{exam.public_id}/result/{lang}")


def test_the_sheet_says_what_was_found_what_comes_next_and_where_to_ask(page, exam, person):
    shown = text_of(letter(page, exam))

    due = EXAMINED_ON + relativedelta(months=6)
    assert f"Name {person.name}" in shown
    assert "A spot was seen in your lungs that is most probably harmless." in shown
    assert f"due around {due:%B} {due.day}, {due.year}." in shown
    assert "Ask at Site HQ." in shown
    assert "Lung-RADS v2022: category 3" in shown
    assert trail()[-1][0] == "exams:result:open"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("none", "Nothing needs to be done now."),
        ("incomplete_exam", "More images are needed"),
    ],
)
def test_the_sheet_of_another_result_says_what_that_one_needs(
    page, enrollment, entry, by, kind, words
):
    exam = add_exam(enrollment, replace(entry, findings=({"finding": kind},)), by=by, at=now())

    assert words in text_of(letter(page, exam))


def test_the_sheet_before_work_up_names_the_day_of_the_next_word(page, enrollment, entry, by):
    large = ({**SOLID_7, "long_mm": 16, "short_mm": 16},)
    exam = add_exam(enrollment, replace(entry, findings=large), by=by, at=now())

    shown = text_of(letter(page, exam))

    day = today() + timedelta(days=30)
    assert "This does not mean that you have cancer" in shown
    assert f"You hear from us by {day:%B} {day.day}, {day.year} at the latest." in shown


def test_the_sheet_is_in_the_language_asked_for_whatever_the_user_reads(page, exam, site):
    with transaction():
        db.session.merge(site).name_zh = "肿瘤医院"

    chinese, english = letter(page, exam, "zh"), letter(page, exam, "en")

    assert 'lang="zh-Hans"' in chinese.get_data(as_text=True)
    assert "肿瘤医院" in text_of(chinese)
    assert f"{EXAMINED_ON.year}年{EXAMINED_ON.month}月{EXAMINED_ON.day}日" in text_of(chinese)
    assert 'lang="en"' in english.get_data(as_text=True)
    assert 'lang="en"' in page.get(f"/exams/{exam.public_id}").get_data(as_text=True)
    assert letter(page, exam, "fr").status_code == 404


def test_there_is_no_sheet_without_a_result(page, booked):
    response = letter(page, booked)

    assert response.status_code == 409
    assert "no result to print" in text_of(response)


def test_the_persons_page_lists_exams_newest_first_with_lesions(page, exam, booked_later, person):
    shown = text_of(page.get(f"/participants/{person.public_id}"))

    later, earlier = (
        shown.index(f"{booked_later.scheduled_on} Low-dose CT"),
        shown.index(f"{EXAMINED_ON} Low-dose CT Baseline Site HQ Performed 3"),
    )
    assert later < earlier
    assert "Lesions over time" in shown
    assert "6.6 mm (3)" in shown


@pytest.fixture
def booked_later(enrollment, entry, by, exam):
    day = today() + timedelta(days=30)
    appointment = replace(
        entry, accession_no="", status=ExamStatus.SCHEDULED, performed_on=None,
        scheduled_on=day, findings=(),
    )  # fmt: skip
    return add_exam(enrollment, appointment, by=by, at=now())


def test_before_the_first_exam_the_persons_page_says_what_to_do(page, enrollment, person):
    response = page.get(f"/participants/{person.public_id}")

    assert "Book the first one, or log one that was done." in text_of(response)
    assert f"/enrollments/{enrollment.id}/exams/new?act=book" in response.get_data(as_text=True)
