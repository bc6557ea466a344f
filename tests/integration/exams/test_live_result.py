"""The result of an exam while it is typed, before anything is saved."""

from datetime import timedelta

import pytest
from dateutil.relativedelta import relativedelta

from screening.database.engine import db
from screening.exams.models import Exam
from tests.integration.exams.conftest import EXAMINED_ON, text_of, typed


def test_the_category_is_answered_while_it_is_typed(page, enrollment, site):
    response = page.post(f"/enrollments/{enrollment.id}/category", data=typed(site))

    shown = text_of(response)
    due = EXAMINED_ON + relativedelta(months=6)
    assert "3 Probably benign Lung-RADS v2022 6-month LDCT" in shown
    assert f"Due on {due} , 6 months after this exam" in shown
    assert "Why Solid nodule, baseline, 6.6 mm" in shown
    assert "Solid nodule, Right upper lobe, 6.6 mm: 3" in shown
    assert db.session.scalars(db.select(Exam)).all() == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"findings-0-short_mm": ""}, "Needed for a category Finding 1:"),
        ({"findings-0-long_mm": "900"}, "To be corrected first Finding 1: 900 mm"),
        ({"findings-0-long_mm": "big"}, "To be corrected first Finding 1: “big” is not a number"),
        ({"findings-0-finding": ""}, "To be corrected first Finding 1: Enter “Finding”"),
        ({"category": "4B"}, "By the reader, which stands 4B"),
        ({"status": "partial"}, "Of a partly performed exam no category is computed"),
        ({"status": "technically_inadequate"}, "the exam is to be repeated"),
        ({"performed_on": ""}, "To be corrected first Enter the date of the exam"),
    ],
)
def test_the_answer_names_what_is_missing_or_to_be_corrected(
    page, enrollment, site, changes, words
):
    response = page.post(f"/enrollments/{enrollment.id}/category", data=typed(site, **changes))

    assert words in text_of(response)


def test_an_exam_that_is_corrected_is_not_compared_with_itself(page, exam, site):
    later = (EXAMINED_ON + timedelta(days=3)).isoformat()
    address = f"/enrollments/{exam.enrollment_id}/category"

    as_itself = page.post(f"{address}?exam={exam.public_id}", data=typed(site, performed_on=later))
    as_another = page.post(address, data=typed(site, performed_on=later, accession_no="CT-2"))

    assert "Solid nodule, baseline" in text_of(as_itself)
    assert "Compared with the measurements of" in text_of(as_another)
