"""Booking, logging and correcting exams on their pages."""

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape

import pytest
from dateutil.relativedelta import relativedelta

from screening.clock import now, today
from screening.database.engine import db
from screening.database.transactions import transaction
from screening.enrollments.rules import EnrollmentStatus
from screening.exams.actions import add_exam, correct_exam, give_reading
from screening.exams.models import Exam
from screening.exams.queries import entry_of
from screening.exams.rules import ExamStatus, Purpose, ReadingKind
from screening.exams.rules.entry import ReaderView
from tests.integration.exams.conftest import (
    EXAMINED_ON,
    PROGRAM,
    SOLID_7,
    chosen,
    edit,
    new,
    save,
    text_of,
    the_exam,
    trail,
    typed,
    value_of,
)


def test_the_page_proposes_today_and_what_the_rounds_ask_for(page, enrollment):
    response = page.get(new(enrollment))

    assert response.status_code == 200
    assert value_of(response, "performed_on") == today().isoformat()
    assert chosen(response, "purpose") == "baseline"
    assert "Asked for: Baseline" in text_of(response)
    assert trail("enrollment")[-1][0] == "exams:entry:open"


def test_after_a_positive_exam_the_follow_up_is_proposed_with_its_due_day(page, enrollment, exam):
    response = page.get(f"{new(enrollment)}?act=book")

    assert chosen(response, "purpose") == "follow_up"
    due = EXAMINED_ON + relativedelta(months=6)
    assert value_of(response, "scheduled_on") == due.isoformat()


def test_an_exam_with_its_finding_is_logged_on_one_page(page, enrollment, site):
    response = save(page, new(enrollment), typed(site))

    exam = the_exam()
    assert (response.status_code, response.location) == (303, f"/exams/{exam.public_id}")
    assert (exam.accession_no, exam.category) == ("CT-1", "3")
    assert [action for action, _, _ in trail()] == ["exams:exam:log"]


def test_the_day_of_an_appointment_and_of_an_exam_are_marked_as_needed(page, enrollment):
    assert "Date of the appointment *" in text_of(page.get(f"{new(enrollment)}?act=book"))
    assert "Date of the exam *" in text_of(page.get(new(enrollment)))


def test_an_appointment_is_booked_with_the_next_number_of_the_site(page, enrollment, site):
    day = today() + timedelta(days=5)
    sent = {"site_id": site.id, "modality": "ldct", "purpose": "baseline"}

    response = save(page, f"{new(enrollment)}?act=book", {**sent, "scheduled_on": day})

    exam = the_exam()
    assert response.status_code == 303
    assert (exam.status, exam.scheduled_on) == (ExamStatus.SCHEDULED, day)
    assert exam.accession_no == f"HQ-E{today().year}-00001"


def test_an_appointment_that_waits_is_offered_before_another_exam_is_logged(
    page, enrollment, booked
):
    response = page.get(new(enrollment))

    assert "An exam is already booked" in text_of(response)
    assert edit(booked) in response.get_data(as_text=True)


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"performed_on": (today() + timedelta(days=1)).isoformat()}, "performed_on", "future"),
        ({"performed_on": ""}, "performed_on", "Enter the date of the exam"),
        ({"performed_on": "1950-01-01"}, "performed_on", "before birth"),
        ({"findings-0-short_mm": "8"}, "findings-0-short_mm", "longer than the long axis"),
        ({"findings-0-long_mm": "900"}, "findings-0-long_mm", "at most 200 mm"),
        ({"findings-0-long_mm": "big"}, "findings-0-long_mm", "not a number"),
        ({"category": "2"}, "differs_because", "The computed category is 3"),
        ({"technique-ctdi_vol_mgy": "500"}, "technique-ctdi_vol_mgy", "at most 100 mGy"),
    ],
)
def test_what_is_impossible_stands_at_its_field_and_nothing_is_lost(
    page, enrollment, site, changes, field, message
):
    response = save(page, new(enrollment), typed(site, **changes, comment="kept"))

    html = response.get_data(as_text=True)
    error = re.search(rf'id="{field}-error">(.*?)</p>', html, re.DOTALL)
    assert response.status_code == 200
    assert error is not None
    assert message in unescape(error[1])
    assert "kept" in html
    assert db.session.scalars(db.select(Exam)).all() == []


def test_a_number_that_is_taken_stands_at_its_field(page, enrollment, exam, site):
    response = save(page, new(enrollment), typed(site))

    assert "Another exam of this site has the accession number CT-1" in text_of(response)


def test_what_is_unlikely_is_asked_once_and_the_answer_is_kept(page, enrollment, site):
    large = {"findings-0-long_mm": "70", "findings-0-short_mm": "65"}

    asked = save(page, new(enrollment), typed(site, **large))
    answers = {"confirm-findings-0-long_mm": "70", "confirm-findings-0-short_mm": "65"}
    corrected = save(
        page, new(enrollment), typed(site, **large, **answers, performed_on="2999-01-01")
    )
    saved = save(page, new(enrollment), typed(site, **large, **answers))

    assert 'name="confirm-findings-0-long_mm" value="70"' in asked.get_data(as_text=True)
    kept = '<input type="hidden" name="confirm-findings-0-long_mm" value="70">'
    assert kept in corrected.get_data(as_text=True)
    assert saved.status_code == 303


def test_buttons_work_without_scripts_and_keep_what_is_typed(page, enrollment, site):
    added = save(page, new(enrollment), typed(site, act="add"))
    removed = save(page, new(enrollment), typed(site, act="remove-0"))
    nothing = save(page, new(enrollment), typed(site, act="nothing"))

    assert value_of(added, "findings-0-long_mm") == "7"
    assert chosen(added, "findings-1-lesion_no") == "2"
    assert 'name="findings-0-long_mm" type="text" value=""' in removed.get_data(as_text=True)
    assert chosen(nothing, "findings-1-finding") == "none"
    assert db.session.scalars(db.select(Exam)).all() == []


def test_the_result_is_shown_before_anything_is_saved(page, enrollment, site):
    shown = text_of(save(page, new(enrollment), typed(site, act="preview")))

    assert "3 Probably benign Lung-RADS v2022" in shown
    assert db.session.scalars(db.select(Exam)).all() == []


def test_earlier_exams_stand_beside_the_form_and_their_lesions_are_picked(page, enrollment, exam):
    response = page.get(new(enrollment))

    assert "1: Solid nodule, Right upper lobe, 6.6 mm (3)" in text_of(response)
    assert f"1: Solid nodule, Right upper lobe, 6.6 mm, {EXAMINED_ON}" in text_of(response)
    assert value_of(response, "findings-0-long_mm") == ""


def test_a_booked_exam_is_logged_on_the_same_page(page, booked, site):
    shown = page.get(edit(booked))
    version = value_of(shown, "version")
    response = save(page, edit(booked), typed(site, version=version))

    assert "Log an exam" in text_of(shown)
    assert response.status_code == 303
    assert (the_exam().id, the_exam().category) == (booked.id, "3")


def test_an_appointment_is_moved_to_another_day(page, booked, site):
    day = today() + timedelta(days=9)
    sent = {"site_id": site.id, "modality": "ldct", "purpose": "baseline", "scheduled_on": day}
    sent |= {"accession_no": "CT-1", "version": booked.version}

    response = save(page, f"{edit(booked)}?act=book", sent)

    assert response.status_code == 303
    assert the_exam().scheduled_on == day


def test_a_correction_asks_why_and_then_shows_the_new_category(page, exam, site):
    wrong = typed(site, version=str(exam.version), **{"findings-0-long_mm": "9"})
    wrong["findings-0-short_mm"] = "8"

    refused = save(page, edit(exam), wrong)
    saved = save(page, edit(exam), {**wrong, "reason": "measured again"})

    assert "Enter the reason for the correction" in text_of(refused)
    assert saved.status_code == 303
    assert the_exam().category == "4A"
    assert trail()[-1][:2] == ("exams:exam:correct", "measured again")


def test_a_newer_version_is_shown_beside_the_typed_one_and_then_replaced(page, exam, site, by):
    mine = typed(site, version=str(exam.version), reason="measured again", comment="mine")
    mine["findings-0-lobe"] = "LLL"
    theirs = replace(entry_of(exam), comment="theirs")
    correct_exam(exam, theirs, expected_version=exam.version, reason="typo", by=by, at=now())

    conflict = save(page, edit(exam), mine)
    again = save(page, edit(exam), {**mine, "version": value_of(conflict, "version")})

    shown = text_of(conflict)
    assert conflict.status_code == 409
    assert f"{by.name}," in shown
    assert "Comment theirs mine" in shown
    assert "Finding 1, Lobe Right upper lobe Left lower lobe" in shown
    assert again.status_code == 303
    assert the_exam().comment == "mine"


def test_what_the_review_decided_is_shown_and_not_asked(page, exam, by, site):
    view = ReaderView("2", "", "seen before")
    give_reading(exam, view, kind=ReadingKind.ARBITRATION, by=by, at=now())

    shown = page.get(edit(exam))
    sent = typed(site, version=str(the_exam().version), reason="typo", comment="new")
    saved = save(page, edit(exam), sent)

    assert "The review of the case gave the category 2" in text_of(shown)
    assert 'name="category"' not in shown.get_data(as_text=True)
    assert saved.status_code == 303
    assert (the_exam().category, the_exam().comment) == ("2", "new")


def test_a_category_that_a_reader_gave_is_not_silently_dropped(page, enrollment, entry, by, site):
    exam = add_exam(enrollment, replace(entry, view=ReaderView("2", "", "a scar")), by=by, at=now())

    response = save(
        page, edit(exam), typed(site, version=str(exam.version), reason="typo", category="")
    )

    assert "A reader gave a category" in text_of(response)
    assert the_exam().category == "2"


def test_an_exam_found_to_be_unusable_gives_its_category_up(page, enrollment, entry, by, site):
    read = replace(entry, view=ReaderView("2", "", "a scar"))
    exam = add_exam(enrollment, read, by=by, at=now())
    sent = typed(site, version=str(exam.version), reason="all blurred", category="")

    response = save(page, edit(exam), {**sent, "status": "technically_inadequate"})

    assert response.status_code == 303
    assert (the_exam().category, the_exam().is_positive) == (None, None)


def test_who_did_not_come_is_recorded_from_the_page_that_logs(page, booked):
    response = page.get(edit(booked))

    assert "Was the person not examined? Record what happened instead" in text_of(response)


@pytest.mark.parametrize("act", ["", "?act=book"])
def test_someone_paused_is_refused_with_a_sentence(page, enrollment, act):
    with transaction():
        enrollment.status = EnrollmentStatus.SUSPENDED

    response = page.get(new(enrollment) + act)

    assert response.status_code == 409
    assert "resume it before an exam is booked or logged" in text_of(response)


def test_an_exam_with_several_findings_stays_within_the_queries_of_a_page(page, exam, site):
    many = typed(site, version=str(exam.version), act="preview")
    many |= {f"findings-{number}-finding": "cyst" for number in range(1, 20)}

    assert save(page, edit(exam), many).status_code == 200


def test_fields_that_the_form_does_not_have_are_not_taken(page, enrollment, site):
    save(page, new(enrollment), typed(site, public_id="mine", program="x", is_positive="0"))

    exam = the_exam()
    assert exam.public_id != "mine"
    assert (exam.program, exam.is_positive) == (PROGRAM, True)
    assert exam.findings[0].payload["long_mm"] == str(SOLID_7["long_mm"])
    assert exam.purpose is Purpose.BASELINE


def test_the_result_that_an_exam_waits_for_is_no_correction(page, enrollment, entry, site, by):
    waiting = add_exam(enrollment, replace(entry, findings=()), by=by, at=now())
    assert "Record result" in text_of(page.get(edit(waiting)))
    sent = typed(site, version=str(waiting.version))

    response = save(page, edit(waiting), sent)

    assert response.status_code == 303
    assert the_exam().category == "3"
    assert trail()[-1][:2] == ("exams:exam:correct", None)


def test_another_day_is_a_correction_even_while_the_result_is_waited_for(
    page, enrollment, entry, site, by
):
    waiting = add_exam(enrollment, replace(entry, findings=()), by=by, at=now())
    earlier = (today() - timedelta(days=11)).isoformat()
    sent = typed(site, version=str(waiting.version), performed_on=earlier)

    assert "Enter the reason for the correction" in text_of(save(page, edit(waiting), sent))
    assert the_exam().category is None
    assert save(page, edit(waiting), {**sent, "reason": "typed wrong"}).status_code == 303
