"""A few rows of published tables, read by the mappings that the documentation gives with them.

Nodules: Armato et al., LIDC-IDRI, Medical Physics 2011;38:915, The Cancer Imaging Archive,
CC BY 3.0.
Masses: Elter et al., Medical Physics 2007;34:4164, UCI Machine Learning Repository, CC BY 4.0.
"""

import csv
from pathlib import Path

import pytest

from screening.cases.models import Procedure
from screening.database.engine import db
from screening.enrollments.models import RiskAssessment
from screening.exams.models import Exam, Finding
from screening.outcomes.models import Cancer
from tests.integration.cli.conftest import run

__all__ = ["run"]

EXAMPLES = Path(__file__).parents[3] / "docs" / "examples"
# The published columns that the mapping reads, and one that it leaves alone; scans renamed.
NODULES = """patient_id,study_uid,slice_thickness_mm,contrast,nodule,readers,long_mm,short_mm,\
texture,spiculation,malignancy
LIDC-IDRI-0079,S79,3.0,1,1,4,16.8,11.8,5.0,1.5,3.0
LIDC-IDRI-0011,S11,2.5,1,5,2,4.8,4.3,5.0,1.0,1.0
LIDC-IDRI-0011,S11,2.5,1,10,1,4.8,3.7,5.0,1.0,1.0
LIDC-IDRI-0132,S132,3.0,0,5,1,9.7,6.8,2.0,3.0,4.0
LIDC-IDRI-0008,S8,2.5,1,2,3,8.2,6.4,3.0,1.0,3.0
LIDC-IDRI-0007,S7,2.5,1,1,4,34.1,24.0,5.0,5.0,5.0
"""
MASSES = """exam,birads,age,shape,margin,density,malignant
1,5,67,3,5,3,1
6,3,42,2,1,3,1
7,4,36,3,1,2,0
13,5,56,4,3,1,1
258,55,46,4,3,3,1
"""


@pytest.fixture
def load(run, desk, tmp_path):
    """Load rows as a kind by the mapping of an example; return what the console says."""

    def load(kind, example, rows):
        table = tmp_path / "table.csv"
        with table.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, rows[0])
            writer.writeheader()
            writer.writerows(rows)
        mapping = EXAMPLES / f"{example}.yaml"
        told = run("import", kind, table, "--mapping", mapping, "--site", "HQ")
        assert told.exit_code == 0, told.stderr
        return told.stdout.split(" (import")[0]

    return load


def all_of(model, *order):
    db.session.rollback()
    return db.session.scalars(db.select(model).order_by(*order)).all()


def categories():
    return {exam.accession_no: exam.category for exam in all_of(Exam)}


def test_the_nodules_of_scans_are_read_with_what_their_ratings_mean(load):
    rows = list(csv.DictReader(NODULES.splitlines()))
    kinds = ("participants", "enrollments", "exams", "findings")
    told = {kind: load(kind, "lidc", rows) for kind in kinds}

    assert told == {
        "participants": "5 added, 0 changed, 1 unchanged",
        "enrollments": "5 added, 0 changed, 1 unchanged",
        "exams": "5 added, 0 changed, 1 unchanged",
        "findings": "6 added, 0 changed, 0 unchanged",
    }
    # Mean diameters of 14.3 and 4.6 mm, 8.3 mm non-solid, and 29.1 mm with spicules; of the
    # part-solid nodule the table does not say how large the solid part is.
    assert categories() == {"S79": "4A", "S11": "2", "S132": "2", "S8": None, "S7": "4X"}
    assert load("findings", "lidc", rows) == "0 added, 0 changed, 6 unchanged"


def test_masses_are_read_from_the_answer_to_the_cancer(load):
    table = csv.DictReader(MASSES.splitlines())
    rows = [{"woman": f"W{row['exam']}", **row} for row in table]
    kinds = ("participants", "enrollments", "assessments", "exams", "findings", "procedures")
    told = {kind: load(kind, "masses", rows) for kind in kinds}
    malignant = [row for row in rows if row["malignant"] == "1"]

    assert set(told.values()) == {"5 added, 0 changed, 0 unchanged"}
    assert load("cancers", "masses", malignant) == "4 added, 0 changed, 0 unchanged"
    # One row says 55, which is no category.
    assert categories() == {"1": "5", "6": "3", "7": "4", "13": "5", "258": None}
    looks = [
        tuple(finding.payload[code] for code in ("shape", "margin", "mass_density"))
        for finding in all_of(Finding, Finding.exam_id)
    ]
    assert looks == [
        ("lobular", "spiculated", "low"),
        ("oval", "circumscribed", "low"),
        ("lobular", "circumscribed", "equal"),
        ("irregular", "obscured", "high"),
        ("irregular", "obscured", "low"),
    ]
    results = [done.result.value for done in all_of(Procedure, Procedure.id)]
    assert results == ["malignant", "malignant", "benign", "malignant", "malignant"]
    assessments = all_of(RiskAssessment, RiskAssessment.id)
    assert [found.answers["age"] for found in assessments] == ["67", "42", "36", "56", "46"]
    assert len(all_of(Cancer)) == 4
