"""Recorded rows as the facts of indicators are made of them."""

from datetime import date
from itertools import count

from screening.exams.rules import ExamStatus, Purpose
from screening.indicators.rules import (
    CancerSource,
    ExamSource,
    PersonSource,
    ProcedureSource,
    ProgramReader,
    build_facts,
)
from screening.outcomes.rules import DetectionMode
from screening.participants.rules import Sex
from tests.factories.programs import make_program

NUMBERS = count(1)
DAY = date(2020, 3, 2)


def make_exam(**changes):
    """Return a negative baseline exam of 2 March 2020 in round 7, whose result came on the 5th."""
    values = {
        "id": next(NUMBERS), "enrollment_id": 1, "episode_id": 7, "participant_id": 1,
        "program": "test", "site_id": 1, "modality": "scan", "purpose": Purpose.BASELINE,
        "status": ExamStatus.PERFORMED, "performed_on": DAY, "resulted_on": date(2020, 3, 5),
        "details": {}, "category": "N", "modifiers": "", "is_positive": False,
        "asks_more_imaging": False, "asks_tissue": False, "system": "sys", "interval": None,
        "reader": None, "machine": None, "source": None,
        "exited_on": None, "exit_reason": None, "sex": Sex.FEMALE,
        "born_from": date(1960, 3, 2), "born_to": date(1960, 3, 2), "district": None,
        "died_on": None, "round_number": 1, "outcome": None, "outcome_on": None,
    }  # fmt: skip
    return ExamSource(**{**values, **changes})


def make_positive(**changes):
    """Return a positive exam."""
    return make_exam(**{"category": "T", "is_positive": True, "asks_tissue": True, **changes})


def make_cancer(exam, diagnosed_on, mode=DetectionMode.SCREEN_DETECTED, **changes):
    """Return a cancer that belongs to an exam."""
    values = {
        "stage_group": None, "treated_on": None, "morphology": None, "size_mm": None, "t": None,
        "n": None, "m": None, "markers": {}, **changes,
    }  # fmt: skip
    return CancerSource(
        id=next(NUMBERS), diagnosed_on=diagnosed_on, mode=mode, exam_id=exam.id, **values
    )


def make_person(*exams, cancers=(), procedures=(), assessments=()):
    """Return a person with these exams and what followed; procedures belong to round 7."""
    person = PersonSource(1, list(exams), cancers=list(cancers))
    for kind, performed_on, result in procedures:
        done = ProcedureSource(next(NUMBERS), exams[0].id, 7, kind, performed_on, result, None, {})
        person.procedures[7].append(done)
    for assessment in assessments:
        person.assessments[assessment.enrollment_id].append(assessment)
    return person


def facts_of(person, program=None):
    """Return the facts of the person's exams, in their order."""
    return build_facts(person, ProgramReader(program or make_program())).exams
