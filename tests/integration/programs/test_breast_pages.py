"""The breast program in its pages: mammograms, rounds of two modalities, cancers, letters."""

import pytest
from dateutil.relativedelta import relativedelta

from screening.cases.models import Case
from screening.cases.rules import CaseStatus
from screening.clock import today
from screening.database.engine import db
from screening.enrollments.models import Recall
from screening.exams.models import Exam
from tests.factories.cases import case_of
from tests.integration.programs.conftest import (
    EXAMINED_ON,
    MAMMOGRAM,
    MASS,
    breasts,
    log_exam,
    typed,
)
from tests.page_text import shown

CYST = {
    "side": "R", "kind": "mass", "clock": "6", "size_mm": "8", "shape": "oval",
    "margin": "circumscribed", "birads": "2", "lesion_no": "2",
}  # fmt: skip
ULTRASOUND = {"accession_no": "US-1", "modality": "ultrasound"}


def live(page, woman, site, *findings, **changes):
    sent = typed(site, *findings, **changes)
    return shown(page.post(f"/enrollments/{woman.id}/category", data=sent))


def page_of(page, exam):
    return shown(page.get(f"/exams/{exam.public_id}"))


def test_the_category_of_both_breasts_is_answered_while_a_mammogram_is_typed(page, woman, site):
    text = live(page, woman, site, MASS, CYST, **MAMMOGRAM)

    assert "4C High suspicion (50 to 95 %) BI-RADS" in text
    assert "Tissue diagnosis" in text
    assert "A case is opened" in text
    assert "Left breast, mammography: 4C" in text
    assert "Right breast, mammography: 2" in text
    assert "Left breast: its category is that of finding 1" in text
    assert db.session.scalars(db.select(Exam)).all() == []


def test_what_is_needed_for_a_category_is_named(page, woman, site):
    nothing = live(page, woman, site, **MAMMOGRAM)
    assert "Saved like this, the exam waits for its result" in nothing
    unrated = {**MASS, "birads": ""}
    text = live(page, woman, site, unrated, **MAMMOGRAM)
    assert "Choose the category of this finding, or that of its breast" in text


@pytest.mark.parametrize(
    ("left", "overall", "positive", "more_imaging", "tissue"),
    [
        ("1", "1", False, False, False),
        ("2", "2", False, False, False),
        ("3", "3", True, False, False),
        ("0", "0", True, True, False),
        ("4A", "4A", True, False, True),
        ("5", "5", True, False, True),
        ("6", "6", None, False, False),
    ],
)
def test_the_worse_breast_decides_what_an_exam_asks_for(
    page, woman, site, left, overall, positive, more_imaging, tissue
):
    exam = log_exam(page, woman, site, **breasts(left))

    assert (exam.category, exam.is_positive) == (overall, positive)
    assert (exam.asks_more_imaging, exam.asks_tissue) == (more_imaging, tissue)


def test_a_mammogram_is_kept_with_its_findings_density_and_reasons(page, woman, site):
    exam = log_exam(page, woman, site, MASS, CYST, **MAMMOGRAM, **{"details-density": "c"})

    assert (exam.system, exam.category, exam.details["density"]) == ("bi-rads", "4C", "c")
    assert [(finding.category, finding.size_mm) for finding in exam.findings] == [
        ("4C", 14),
        ("2", 8),
    ]
    text = page_of(page, exam)
    assert "4C High suspicion (50 to 95 %) BI-RADS" in text
    assert "Breast density c: heterogeneously dense" in text
    assert "Technique Digital mammography" in text
    assert "Mass, Left side" in text


@pytest.mark.parametrize(
    ("finding", "changes", "says"),
    [
        ({"clock": "13"}, {}, "13 is impossible here; it must be at most 12"),
        ({"size_mm": "0"}, {}, "0 mm is too small"),
        ({"size_mm": "ten"}, {}, "“ten” is not a number"),
        ({"birads": "7"}, {}, "“7” is not one of: 0, 1, 2, 3, 4, 4A"),
        ({}, {"details-birads_left": "NA"}, "A finding is recorded in this breast"),
        ({}, {"technique-technique": "handheld"}, "does not belong to the modality"),
        ({"side": ""}, {}, "Choose the breast, or confirm that it is not known"),
        ({}, {"details-birads_left": "2"}, "A finding of this breast is 4C, the breast 2"),
        ({}, {"technique-mean_glandular_dose_mgy": "5"}, "5 mGy is unusual"),
    ],
)
def test_what_cannot_be_or_hardly_is_stands_at_its_field_and_nothing_is_lost(
    page, woman, site, finding, changes, says
):
    sent = typed(site, {**MASS, **finding}, **{**MAMMOGRAM, **changes, "comment": "left: scar"})
    response = page.post(f"/enrollments/{woman.id}/exams/new", data=sent)

    assert response.status_code == 200
    assert says in shown(response)
    assert "left: scar" in response.text
    assert '<option selected value="spiculated">' in response.text
    assert db.session.scalars(db.select(Exam)).all() == []


def test_one_breast_alone_is_asked_back_and_an_absent_one_is_not(page, woman, site):
    sent = typed(site, **{**MAMMOGRAM, "details-birads_left": "2"})
    response = page.post(f"/enrollments/{woman.id}/exams/new", data=sent)
    assert "This breast has no category; enter it, or confirm" in shown(response)

    exam = log_exam(page, woman, site, **breasts("2", "NA"))

    assert exam.category == "2"
    assert "Right breast: absent, or not examined" in page_of(page, exam)


def case_states():
    """Return the status of every case."""
    return [case.status for case in db.session.scalars(db.select(Case).order_by(Case.id))]


def test_mammography_and_ultrasound_of_a_round_have_one_assessment(page, woman, site):
    mammogram = log_exam(page, woman, site, **breasts("2"))
    scan = log_exam(page, woman, site, **breasts("1", "4B", ULTRASOUND))

    assert mammogram.episode_id == scan.episode_id
    text = page_of(page, mammogram)
    assert "The round as a whole 4B Moderate suspicion" in text
    assert "Left breast, mammography: 2" in text
    assert "Right breast, ultrasound: 4B" in text
    assert "Right breast leads: 4B" in text
    assert case_of(scan).exam_id == scan.id


def test_a_benign_ultrasound_never_lowers_a_suspicious_mammogram(page, woman, site):
    mammogram = log_exam(page, woman, site, **breasts("4A"))
    log_exam(page, woman, site, **breasts("2", exam=ULTRASOUND))

    assert "The round as a whole 4A Low suspicion" in page_of(page, mammogram)
    assert case_states() == [CaseStatus.NEW]


def test_an_incomplete_mammogram_asks_for_images_until_its_work_up_answers(page, woman, site):
    mammogram = log_exam(page, woman, site, **breasts("0"))
    person = f"/participants/{woman.participant.public_id}"

    assert "More images, or earlier images for comparison" in page_of(page, mammogram)
    assert "Case: Breast, category 0 New" in shown(page.get(person))
    # Ultrasound beside it does not close the 0, unless the reader says so.
    log_exam(page, woman, site, **breasts("2", exam=ULTRASOUND))
    assert "The round as a whole 0 Incomplete" in page_of(page, mammogram)
    assert case_states() == [CaseStatus.NEW]

    work_up = {"accession_no": "MG-2", "purpose": "diagnostic", "performed_on": today().isoformat()}
    log_exam(page, woman, site, **breasts("2", **work_up))

    text = page_of(page, mammogram)
    assert "The round as a whole 2 Benign" in text
    assert "Left breast: the work-up gave 2, which replaces the 0" in text
    assert case_states() == [CaseStatus.CLOSED]


def test_a_probably_benign_breast_is_called_back_after_six_months(page, woman, site):
    exam = log_exam(page, woman, site, **breasts("3"))

    due = EXAMINED_ON + relativedelta(months=6)
    assert f"Due on {due}" in page_of(page, exam)
    recalls = db.session.scalars(db.select(Recall)).all()
    assert due in [recall.due_on for recall in recalls]
    assert case_states() == [CaseStatus.NEW]


@pytest.mark.parametrize(
    ("category", "english", "chinese"),
    [
        ("1", "Nothing that needs to be watched was seen in your breasts", "您的乳腺"),
        ("0", "The images are not yet enough", "您乳腺"),
        ("4B", "This does not mean that you have cancer", "这并不表示您患有癌症"),
    ],
)
def test_a_letter_in_both_languages_tells_the_result_without_alarm(
    page, woman, site, category, english, chinese
):
    exam = log_exam(page, woman, site, **breasts(category))

    english_text = shown(page.get(f"/exams/{exam.public_id}/result/en"))
    chinese_text = shown(page.get(f"/exams/{exam.public_id}/result/zh"))

    assert english in english_text
    assert "Your result: Breast" in english_text
    assert "您的结果" in chinese_text
    assert chinese in chinese_text
    for word in ("malignan", "Moderate suspicion", "恶性", "可疑"):
        assert word not in english_text + chinese_text, word
