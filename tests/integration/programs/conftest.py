"""A clinician, persons in the thyroid and in the breast program, and files for them."""

from datetime import timedelta

import pytest

from screening.accounts.models import Site
from screening.clock import today
from screening.database.engine import db
from screening.enrollments.models import Enrollment
from screening.exams.models import Exam
from screening.security.permissions import Role
from tests.client import PageClient
from tests.factories.accounts import make_site, make_user, sign_in
from tests.factories.people import make_enrollment, make_person
from tests.integration.exchange.conftest import desk

__all__ = ["desk"]

EXAMINED_ON = today() - timedelta(days=10)
NODULE = {
    "nodule": "yes", "lobe": "R", "length_mm": "18", "width_mm": "14", "depth_mm": "12",
    "composition": "solid", "echogenicity": "hypoechoic", "shape": "wider_than_tall",
    "margin": "smooth", "echogenic_foci": "none", "lesion_no": "1",
}  # fmt: skip
MASS = {
    "side": "L", "kind": "mass", "clock": "2", "size_mm": "14", "shape": "irregular",
    "margin": "spiculated", "mass_density": "high", "birads": "4C", "lesion_no": "1",
}  # fmt: skip
MAMMOGRAM = {"accession_no": "MG-1", "modality": "mammography", "technique-technique": "ffdm"}


@pytest.fixture
def site(app) -> Site:
    return make_site("HQ")


@pytest.fixture
def enrollment(site) -> Enrollment:
    return make_enrollment(site, make_person(site, "王小明", born="1980-06-15"), "thyroid")


@pytest.fixture
def woman(site) -> Enrollment:
    """A woman of 50 in the breast program."""
    born = f"{today().year - 50}-01-01"
    return make_enrollment(site, make_person(site, "王芳", born), "breast")


@pytest.fixture
def page(client, site) -> PageClient:
    """The clinician's browser."""
    sign_in(client, make_user(Role.CLINICIAN, [site], display_name="Dr. Anna"))
    return client


def typed(site, *findings, **changes):
    """Return the form of an ultrasound with these findings, as a browser sends it."""
    values = {
        "accession_no": "US-1",
        "site_id": str(site.id),
        "modality": "ultrasound",
        "purpose": "baseline",
        "status": "performed",
        "performed_on": EXAMINED_ON.isoformat(),
    }
    for number, finding in enumerate(findings):
        values |= {f"findings-{number}-{name}": text for name, text in finding.items()}
    return {**values, **changes}


def log_exam(page, enrollment, site, *findings, **changes):
    """Log an ultrasound through its page; return it."""
    address = f"/enrollments/{enrollment.id}/exams/new"
    response = page.post(address, data=typed(site, *findings, **changes), query_budget=100)
    assert response.status_code == 303, response.text
    return db.session.scalars(db.select(Exam).order_by(Exam.id.desc())).first()


def breasts(left, right="1", exam=MAMMOGRAM, **changes):
    """Return what a page sends of an exam that has a category for each breast."""
    return {**exam, "details-birads_left": left, "details-birads_right": right, **changes}
