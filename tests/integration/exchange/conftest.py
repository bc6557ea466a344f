"""Files as a hospital sends them, and the desk at which they are loaded."""

import csv
from datetime import UTC, datetime

import pytest

from screening.accounts.models import Site
from screening.database.engine import db
from screening.database.transactions import transaction
from screening.exchange.actions import ImportOrder, apply_import, stage_file
from screening.exchange.models import ImportBatch
from screening.exchange.queries.imports import figures_of, iterate_refusals
from screening.exchange.rules import ImportMode, ImportStatus
from screening.security.actor import Actor, Scope

AT = datetime(2024, 6, 1, 9, tzinfo=UTC)

PERSON = {"registration_no": "1", "name": "Zhang San", "sex": "M", "birth_date": "1960-03-05"}
ENROLLMENT = {"registration_no": "1", "program": "lung", "enrolled_on": "2023-01-02"}
EXAM = {
    "accession_no": "A1", "registration_no": "1", "program": "lung", "modality": "ldct",
    "purpose": "baseline", "performed_on": "2023-01-09",
}  # fmt: skip
FINDING = {
    "accession_no": "A1", "finding_no": "1", "finding": "solid", "status": "baseline",
    "long_mm": "9.0", "short_mm": "8.0",
}  # fmt: skip


class Desk:
    """Loads rows as the file of a kind, for someone who may use HQ and N."""

    def __init__(self, folder, sites):
        self.folder, self.sites = folder, sites
        self.by = Actor(None, "Anna", "coordinator", Scope(frozenset(sites.values())))

    def write(self, kind, *rows):
        """Write the file of some rows, each a mapping of texts."""
        path = self.folder / f"{kind}.csv"
        names = list(dict.fromkeys(name for row in rows for name in row))
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, names)
            writer.writeheader()
            writer.writerows(rows)
        return path

    def stage(self, kind, *rows, at=AT, mode=ImportMode.WHOLE, **order):
        """Check a file; return the number of the import."""
        order = {"site": "HQ", **order}
        path = self.write(kind, *rows)
        return stage_file(path, ImportOrder(kind, mode, **order), by=self.by, at=at)

    def load(self, kind, *rows, at=AT, mode=ImportMode.WHOLE, **order):
        """Load a file that is expected to be taken; return its figures."""
        public_id = self.stage(kind, *rows, at=at, mode=mode, **order)
        figures = figures_of(self.by, public_id)
        assert figures.status is ImportStatus.CHECKED, self.lines(public_id)
        apply_import(public_id, by=self.by, at=at)
        return figures_of(self.by, public_id)

    def counts(self, kind, *rows, **order):
        """Load a file and return how many records were added, changed and left alone."""
        figures = self.load(kind, *rows, **order)
        return figures.added, figures.changed, figures.unchanged

    def refused(self, kind, *rows, **order):
        """Check a file that is expected to be refused; return its lines."""
        public_id = self.stage(kind, *rows, **order)
        assert figures_of(self.by, public_id).status is ImportStatus.REFUSED
        return self.lines(public_id)

    def lines(self, public_id):
        """Return the refusals of an import as the console prints them."""
        rows = iterate_refusals(figures_of(self.by, public_id).id)
        return [refusal.line("file") for row in rows for refusal in row.refusals]

    def load_exam(self, **changes):
        """Load Zhang San, enrolled, with one exam."""
        self.load("participants", PERSON)
        self.load("enrollments", ENROLLMENT)
        return self.load("exams", {**EXAM, **changes})


def newest_batch():
    """Return the import that came last."""
    return db.session.scalars(db.select(ImportBatch).order_by(ImportBatch.id.desc())).first()


@pytest.fixture
def desk(app, tmp_path):
    with transaction():
        sites = [Site(code=code, name=code) for code in ("HQ", "N", "E")]
        db.session.add_all(sites)
        db.session.flush()
        numbers = {site.code: site.id for site in sites if site.code != "E"}
    folder = tmp_path / "files"
    folder.mkdir()
    return Desk(folder, numbers)


@pytest.fixture
def count(app):
    """Count the rows of a model that are not voided."""

    def count(model):
        query = db.select(db.func.count()).select_from(model)
        if hasattr(model, "voided_at"):
            query = query.where(model.voided_at.is_(None))
        return db.session.scalar(query)

    return count
