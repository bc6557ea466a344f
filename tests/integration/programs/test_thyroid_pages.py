"""The thyroid program in its pages: both systems, needles and their cytology, stage by age."""

import pytest

from screening.accounts.actions import SiteEntry, update_site
from screening.cases.models import Procedure
from screening.clock import now, today
from screening.database.engine import db
from screening.exams.models import Categorization
from screening.outcomes.models import Cancer
from screening.protocol.workup import ProcedureResult
from screening.security.actor import SYSTEM
from tests.factories.cases import case_of
from tests.factories.people import make_enrollment, make_person
from tests.integration.programs.conftest import NODULE, log_exam, typed
from tests.page_text import shown

ACR, CHINESE = "acr-ti-rads-2017", "c-ti-rads-2020"
SMALL = {**NODULE, "length_mm": "8", "width_mm": "7", "depth_mm": "6"}


@pytest.fixture
def chinese_site(site):
    entry = SiteEntry(site.name, site.name_zh, True, {"thyroid": CHINESE})
    update_site(site, entry, expected_version=site.version, by=SYSTEM, at=now())
    return site


def live(page, enrollment, *sent, **changes):
    response = page.post(f"/enrollments/{enrollment.id}/category", data=typed(*sent, **changes))
    return shown(response)


def test_both_systems_are_answered_while_the_exam_is_typed(page, enrollment, site):
    text = live(page, enrollment, site, NODULE)

    assert "TR4 Moderately suspicious ACR TI-RADS 2017 FNA under ultrasound" in text
    assert "4 points: TR4" in text
    assert "18 mm >= 15 mm, FNA at TR4" in text
    assert "C-TIRADS 2020: 4A Low suspicion" in text
    assert "EU-TIRADS 2017: 4 Intermediate risk" in text


def test_the_answers_of_one_system_give_the_other_what_it_can(page, enrollment, site):
    answers = ("solid", "microcalcification", "vertical")
    asked = ("marked_hypoechoic", "margin_ill_defined_irregular_or_ete", "comet_tail")
    chinese = {"nodule": "yes", "max_size_mm": "12"} | dict.fromkeys(answers, "yes")
    text = live(page, enrollment, site, chinese | dict.fromkeys(asked, "no"), system=CHINESE)

    assert "4C High suspicion C-TIRADS 2020 FNA under ultrasound" in text
    assert "ACR TI-RADS 2017: Finding 1: Enter" in text


def test_the_chosen_system_decides_and_is_kept_with_the_exam(page, enrollment, site):
    exam = log_exam(page, enrollment, site, SMALL, system=CHINESE)

    assert (exam.system, exam.category, exam.is_positive) == (CHINESE, "4A", False)
    kept = db.session.scalars(db.select(Categorization)).one()
    assert (kept.system, kept.category) == (CHINESE, "4A")
    text = shown(page.get(f"/exams/{exam.public_id}"))
    assert "ACR TI-RADS 2017: TR4 Moderately suspicious" in text


def test_the_system_of_the_site_decides_where_none_is_chosen(page, enrollment, chinese_site):
    assert "4A Low suspicion C-TIRADS 2020" in live(page, enrollment, chinese_site, SMALL)
    exam = log_exam(page, enrollment, chinese_site, SMALL)

    assert (exam.system, exam.category) == (CHINESE, "4A")


def test_another_system_than_that_of_the_site_can_be_chosen(page, enrollment, chinese_site):
    exam = log_exam(page, enrollment, chinese_site, SMALL, system=ACR)

    assert (exam.system, exam.category, exam.is_positive) == (ACR, "TR4", False)


def test_no_nodule_is_a_result(page, enrollment, site):
    exam = log_exam(page, enrollment, site, {"nodule": "no"})

    assert (exam.category, exam.is_positive, exam.interval) == ("TR1", False, "36")


def test_a_letter_tells_a_small_suspicious_nodule_without_alarm(page, enrollment, site):
    tall = {"shape": "taller_than_wide", "width_mm": "6", "depth_mm": "7"}
    exam = log_exam(page, enrollment, site, {**SMALL, **tall})
    text = shown(page.get(f"/exams/{exam.public_id}/result/en"))

    assert exam.category == "TR5"
    assert "This does not mean that you have cancer" in text
    assert "looked at more closely" not in text


def test_the_next_exam_is_named_where_its_window_is_not_the_categorys(page, enrollment, site):
    exam = log_exam(page, enrollment, site, SMALL)
    text = shown(page.get(f"/participants/{exam.enrollment.participant.public_id}"))

    assert "Next round due on" in text
    assert "by size" not in text


def needle(**changes):
    values = {
        "kind": "fna", "performed_on": today().isoformat(), "department": "", "result": "",
        "complication": "none", "comment": "", "lesion_no": "1", "bethesda": "",
    }  # fmt: skip
    return {**values, **changes}


def test_the_category_of_a_needle_gives_its_result(page, enrollment, site):
    exam = log_exam(page, enrollment, site, NODULE)
    new = f"/exams/{exam.public_id}/procedures/new"
    response = page.post(new, data=needle(bethesda="VI"))

    assert response.status_code == 303
    done = db.session.scalars(db.select(Procedure)).one()
    assert done.details == {"lesion_no": 1, "bethesda": "VI"}
    assert done.result is ProcedureResult.MALIGNANT
    text = shown(page.get(f"/cases/{case_of(exam).public_id}", query_budget=45))
    assert "VI, malignant" in text


def test_a_needle_below_the_size_asks_for_its_reason(page, enrollment, site):
    exam = log_exam(page, enrollment, site, NODULE, {**SMALL, "lesion_no": "2", "lobe": "L"})
    new = f"/exams/{exam.public_id}/procedures/new"
    asked = page.post(new, data=needle(lesion_no="2"))

    assert asked.status_code == 200
    assert "below_threshold_reason" in asked.text
    assert db.session.scalars(db.select(Procedure)).all() == []
    told = needle(lesion_no="2", below_threshold_reason="Close to the capsule")
    assert page.post(new, data=told).status_code == 303


def tumor(**changes):
    values = {
        "diagnosed_on": today().isoformat(), "basis": "histology", "topography": "C73.9",
        "morphology": "8260/3", "laterality": "R", "size_mm": "18", "edition": "8", "t": "T2",
        "n": "N1a", "m": "M0", "stage_group": "", "exam": "", "treated_on": "", "treatment": "",
        "detection_mode": "", "mode_override_reason": "",
    }  # fmt: skip
    return {**values, **changes}


@pytest.mark.parametrize(
    ("born", "changes", "group"),
    [
        ("1980-06-15", {}, "I"),
        ("1950-06-15", {}, "II"),
        ("1980-06-15", {"m": "M1"}, "II"),
        ("1950-06-15", {"m": "M1"}, "IVB"),
        ("1980-06-15", {"morphology": "8345/3", "m": "M1"}, "IVC"),
        ("1980-06-15", {"morphology": "8021/3", "t": "T2", "n": "N0a"}, "IVA"),
    ],
)
def test_the_stage_depends_on_age_and_kind(page, site, born, changes, group):
    enrollment = make_enrollment(site, make_person(site, born=born), "thyroid")
    live_stage = page.post(f"/enrollments/{enrollment.id}/stage", data=tumor(**changes))
    sent = tumor(**changes)
    response = page.post(f"/enrollments/{enrollment.id}/cancers/new", data=sent)

    assert response.status_code == 303
    assert group in shown(live_stage).split()
    assert db.session.scalars(db.select(Cancer)).one().stage_group == group
