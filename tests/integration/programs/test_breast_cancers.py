"""Cancers of the breast program in its pages: the way from the case, stages, receptors."""

import pytest

from screening.cases.models import Procedure
from screening.cases.rules import CaseStatus
from screening.clock import today
from screening.database.engine import db
from screening.outcomes.models import Cancer
from screening.protocol.workup import ProcedureResult
from tests.factories.cases import case_of
from tests.integration.programs.conftest import MAMMOGRAM, MASS, breasts, log_exam
from tests.page_text import shown


def core_biopsy(**changes):
    values = {
        "kind": "core_biopsy", "performed_on": today().isoformat(), "department": "",
        "result": "malignant", "complication": "hematoma", "comment": "", "lesion_no": "1",
    }  # fmt: skip
    return {**values, **changes}


def tumor(exam, **changes):
    values = {
        "diagnosed_on": today().isoformat(), "basis": "histology", "topography": "C50.4",
        "morphology": "8500/3", "laterality": "L", "size_mm": "14", "edition": "8", "t": "T1c",
        "n": "N0", "m": "M0", "stage_group": "", "exam": exam.public_id, "treated_on": "",
        "treatment": "", "detection_mode": "", "mode_override_reason": "", "grade": "2",
        "nodes_examined": "3", "nodes_positive": "0", "er_percent": "90", "pr_percent": "0",
        "her2_ihc": "2+", "her2_ish": "not_amplified", "ki67_percent": "25",
    }  # fmt: skip
    return {**values, **changes}


def test_a_suspicious_mass_goes_by_its_case_to_a_biopsy_and_a_staged_cancer(page, woman, site):
    exam = log_exam(page, woman, site, MASS, **MAMMOGRAM, **{"details-birads_right": "1"})
    case = case_of(exam)
    assert case.status is CaseStatus.NEW
    new = f"/exams/{exam.public_id}/procedures/new"
    assert page.post(new, data=core_biopsy()).status_code == 303
    done = db.session.scalars(db.select(Procedure)).one()
    assert (done.kind, done.result) == ("core_biopsy", ProcedureResult.MALIGNANT)

    address = f"/enrollments/{woman.id}/cancers/new"
    response = page.post(address, data=tumor(exam))

    assert (response.status_code, response.location) == (303, f"/cases/{case.public_id}")
    cancer = db.session.scalars(db.select(Cancer)).one()
    assert (cancer.stage_group, cancer.markers["grade"]) == ("IA", "2")
    text = shown(page.get(response.location, query_budget=45))
    assert "Closed: Cancer" in text
    assert "Core biopsy" in text
    assert "T1c N0 M0, edition 8" in text
    for said in (
        "Estrogen receptors: positive", "Progesterone receptors: negative", "HER2: negative",
    ):  # fmt: skip
        assert said in text


@pytest.mark.parametrize(
    ("letters", "group"),
    [
        (("T1c", "N0", "M0"), "IA"),
        (("T1c", "N1mi", "M0"), "IB"),
        (("T2", "N1", "M0"), "IIB"),
        (("T4b", "N2a", "M0"), "IIIB"),
        (("Tis", "N0", "M0"), "0"),
        (("T0", "N0", "M1"), "IV"),
    ],
)
def test_the_stage_group_stands_beside_the_letters_while_they_are_chosen(
    page, woman, site, letters, group
):
    exam = log_exam(page, woman, site, **breasts("5"))
    sent = tumor(exam, **dict(zip(("t", "n", "m"), letters, strict=True)))

    text = shown(page.post(f"/enrollments/{woman.id}/stage", data=sent))

    assert group in text.split()


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"nodes_positive": "4"}, "4 nodes with cancer are more than the 3 examined"),
        ({"er_percent": "140"}, "140 % is impossible here"),
        ({"n": "N9"}, "“N9” is no N of edition 8"),
        ({"size_mm": "30"}, "30 mm is T2, and T is T1c"),
        ({"morphology": "8500/2"}, "The morphology is in situ, and T is T1c"),
    ],
)
def test_a_cancer_that_cannot_be_is_refused_at_its_field_with_its_receptors_kept(
    page, woman, site, changes, says
):
    exam = log_exam(page, woman, site, **breasts("5"))
    sent = tumor(exam, **{"treatment": "lumpectomy planned", **changes})
    response = page.post(f"/enrollments/{woman.id}/cancers/new", data=sent)

    assert response.status_code == 200
    assert says in shown(response)
    assert 'value="lumpectomy planned"' in response.text
    assert '<option selected value="not_amplified">' in response.text
    assert db.session.scalars(db.select(Cancer)).all() == []
