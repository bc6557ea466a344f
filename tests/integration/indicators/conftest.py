"""A program of its own on both databases, and a cohort that grows one record at a time."""

import pytest

from tests.factories.cohorts import Cohort, counted_program


@pytest.fixture(autouse=True)
def own_program(monkeypatch):
    monkeypatch.setattr("screening.programs.all_programs", lambda: (counted_program(),))


@pytest.fixture
def cohort(app):
    return Cohort()
