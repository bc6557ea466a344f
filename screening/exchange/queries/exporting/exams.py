"""Exports of exams, their findings, and what followed: procedures, cancers, outcomes."""

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from screening.cases.models import Procedure
from screening.database.engine import db
from screening.enrollments.models import Enrollment, Episode
from screening.exams.models import Exam, Finding, Reading
from screening.exams.rules import EXAMINED
from screening.exchange.queries.exporting.shared import (
    Extract,
    Numbers,
    Record,
    Texts,
    portions,
    site_codes,
    stored_texts,
    text_of,
    texts_of,
)
from screening.outcomes.models import Cancer
from screening.participants.queries import is_known_to

ACT = (
    "accession_no", "program", "modality", "purpose", "status", "recommendation", "reader",
    "machine", "resulted_on", "comment",
)  # fmt: skip
RESULT = ("system", "category", "modifiers")
PROCEDURE = ("kind", "performed_on", "result", "complication", "department", "comment")
CANCER = (
    "program", "diagnosed_on", "basis", "topography", "morphology", "laterality", "size_mm",
    "edition", "t", "n", "m", "stage_group", "treated_on", "treatment",
)  # fmt: skip


def _exams(extract: Extract) -> list[ColumnElement[bool]]:
    found = [Exam.voided_at.is_(None), is_known_to(extract.scope, Exam.participant_id)]
    return found if extract.program is None else [*found, Exam.program == extract.program]


def export_exams(extract: Extract) -> Iterator[Texts]:
    """Yield every exam; a category that was only computed follows from the findings again."""
    sites = site_codes()
    day = func.coalesce(Exam.performed_on, Exam.scheduled_on)
    query = select(*Exam.__table__.c).where(*_exams(extract), *extract.in_period(day))
    for rows in portions(query, Exam.id):
        numbers = Numbers({row.participant_id for row in rows}, sites)
        computed = _only_computed([row.id for row in rows])
        for row in rows:
            named = numbers.texts(row.participant_id, row.site_id)
            if named is None:
                continue
            examined = row.status in EXAMINED
            texts = {
                **named,
                **texts_of(row, ACT),
                "performed_on": text_of(row.performed_on if examined else row.scheduled_on),
                **stored_texts(row.details),
            }
            yield texts if row.id in computed else {**texts, **texts_of(row, RESULT)}


def _only_computed(exam_ids: Collection[int]) -> set[int]:
    """Return the exams that were never read: whatever category they have was computed."""
    read = select(Reading.exam_id).where(Reading.exam_id.in_(exam_ids))
    return {*exam_ids}.difference(db.session.scalars(read))


def _named(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return query.add_columns(Exam.accession_no, Exam.site_id)


def export_findings(extract: Extract) -> Iterator[Texts]:
    """Yield every finding."""
    sites = site_codes()
    query = (
        _named(select(Finding.id, Finding.finding_no, Finding.payload))
        .join(Exam, Exam.id == Finding.exam_id)
        .where(Finding.voided_at.is_(None), *_exams(extract), *extract.in_period(Exam.performed_on))
    )
    for rows in portions(query, Finding.id):
        for row in rows:
            yield {
                **_exam_texts(row, sites),
                "finding_no": str(row.finding_no),
                **stored_texts(row.payload),
            }


def _exam_texts(row: Record, sites: dict[int, str]) -> Texts:
    return {"accession_no": row.accession_no, "site": sites[row.site_id]}


def export_procedures(extract: Extract) -> Iterator[Texts]:
    """Yield every procedure."""
    sites = site_codes()
    columns = [getattr(Procedure, name) for name in (*PROCEDURE, "details")]
    query = (
        _named(select(Procedure.id, *columns))
        .join(Exam, Exam.id == Procedure.exam_id)
        .where(
            Procedure.voided_at.is_(None),
            *_exams(extract),
            *extract.in_period(Procedure.performed_on),
        )
    )
    for rows in portions(query, Procedure.id):
        for row in rows:
            own = stored_texts(row.details)
            yield {**_exam_texts(row, sites), **texts_of(row, PROCEDURE), **own}


def export_cancers(extract: Extract) -> Iterator[Texts]:
    """Yield every cancer; only a detection mode that a person gave is said."""
    sites = site_codes()
    query = (
        _named(select(*Cancer.__table__.c))
        .join(Exam, Exam.id == Cancer.exam_id, isouter=True)
        .where(
            Cancer.voided_at.is_(None),
            is_known_to(extract.scope, Cancer.participant_id),
            *([] if extract.program is None else [Cancer.program == extract.program]),
            *extract.in_period(Cancer.diagnosed_on),
        )
    )
    for rows in portions(query, Cancer.id):
        numbers = Numbers({row.participant_id for row in rows}, sites)
        for row in rows:
            site_id = row.site_id or numbers.first_site(row.participant_id)
            named = numbers.texts(row.participant_id, site_id)
            if named is not None:
                is_given = row.mode_override_reason is not None
                mode = text_of(row.detection_mode) if is_given else ""
                exam = {"accession_no": text_of(row.accession_no), "detection_mode": mode}
                yield {**named, **texts_of(row, CANCER), **stored_texts(row.markers), **exam}


def export_outcomes(extract: Extract) -> Iterator[Texts]:
    """Yield the outcomes that someone gave; the others follow from exams, cancers and deaths."""
    sites = site_codes()
    first = (
        select(Exam.episode_id, func.min(Exam.id).label("exam_id"))
        .where(Exam.is_positive.is_(True), *_exams(extract))
        .group_by(Exam.episode_id)
        .subquery()
    )
    query = (
        _named(select(Episode.id, Episode.outcome, Episode.outcome_on, Episode.outcome_comment))
        .join(first, first.c.episode_id == Episode.id)
        .join(Exam, Exam.id == first.c.exam_id)
        .join(Enrollment, Enrollment.id == Episode.enrollment_id)
        .where(
            Episode.voided_at.is_(None),
            Episode.outcome.is_not(None),
            or_(Episode.outcome_is_automatic.is_(False), Episode.outcome_is_automatic.is_(None)),
            *extract.in_period(Episode.outcome_on),
        )
    )
    for rows in portions(query, Episode.id):
        for row in rows:
            yield {
                **_exam_texts(row, sites),
                "outcome": text_of(row.outcome),
                "decided_on": text_of(row.outcome_on),
                "comment": text_of(row.outcome_comment),
            }
