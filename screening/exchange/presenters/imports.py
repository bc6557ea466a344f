"""An import as its page and its line in the list show it: facts, counts, what can be done."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from screening.exchange.models import ImportBatch
from screening.exchange.presenters.preview import PlannedLine, ProblemLine
from screening.exchange.presenters.words import (
    State,
    is_under_way,
    kind_label,
    program_label,
    state_of,
)
from screening.exchange.queries.browsing import ImportWork
from screening.exchange.rules import MODE_LABELS, ImportMode, ImportStatus, Work, pause_seconds
from screening.jobs.models import Job
from screening.jobs.rules import JobStatus
from screening.protocol.wording import N_, Sentence
from screening.web.filters import moment
from screening.web.locale import say
from screening.web.paging import Page

WRITTEN = (ImportStatus.APPLIED, ImportStatus.UNDONE)
REFUSED_WHOLE = N_(
    "Nothing was imported, as rows are refused: {count}. Mend them and upload the file again, "
    "or take the file row by row without them."
)
NOTHING_NEW = N_("There is nothing to import: what the rows say is known already.")
NOTHING_TAKEN = N_(
    "There is nothing to import: of the rows that are not refused all is known already."
)
VERDICTS: Mapping[ImportStatus, tuple[str, str]] = {
    ImportStatus.STAGING: (
        N_("The file was not checked to its end; upload it again."),
        "warning",
    ),
    ImportStatus.CHECKED: (N_("Nothing is imported yet: look at it and decide."), "info"),
    ImportStatus.APPLYING: (
        N_(
            "The import was stopped when some of its rows were in. "
            "Import the rest, or take back what is in."
        ),
        "warning",
    ),
    ImportStatus.APPLIED: (N_("The import is done."), "success"),
    ImportStatus.CANCELLED: (N_("The import was given up; nothing was imported."), "info"),
    ImportStatus.UNDONE: (N_("Everything that this import brought in is taken back."), "info"),
}


@dataclass(frozen=True)
class ImportLine:
    """An import in the list; counts are those of what was written, None where nothing was."""

    url: str
    created_at: datetime
    who: str
    kind: str
    program: str
    file: str
    rows: int
    added: int | None
    changed: int | None
    unchanged: int | None
    refused: int
    state: State


def present_line(work: ImportWork) -> ImportLine:
    """Return the line of an import."""
    batch = work.batch
    is_written = batch.status in WRITTEN
    return ImportLine(
        url=url_for("exchange.show_import", public_id=batch.public_id),
        created_at=batch.created_at,
        who=batch.created_by_name,
        kind=kind_label(batch.kind),
        program=program_label(batch.program),
        file=batch.file_name,
        rows=batch.rows,
        added=batch.added if is_written else None,
        changed=batch.changed if is_written else None,
        unchanged=batch.unchanged if is_written else None,
        refused=batch.refused_rows,
        state=state_of(work),
    )


@dataclass(frozen=True)
class ImportView:
    """An import on its page."""

    public_id: str
    title: str
    state: State
    facts: Sequence[tuple[str, object]]
    counts: Sequence[tuple[str, int]]
    ignored: str
    verdict: str
    tone: str
    pause: str
    apply_text: str
    can_stop: bool
    can_undo: bool
    has_refused: bool
    planned: Sequence[PlannedLine]
    problems: Page[ProblemLine]


@dataclass(frozen=True)
class Rows:
    """The rows of an import that its page shows."""

    planned: Sequence[PlannedLine]
    problems: Page[ProblemLine]


def present_import(work: ImportWork, rows: Rows, sites: Mapping[int, str]) -> ImportView:
    """Return what the page of an import shows."""
    batch, is_idle = work.batch, not is_under_way(work.job)
    verdict, tone = _verdict(work)
    is_open = is_idle and batch.status in (ImportStatus.CHECKED, ImportStatus.APPLYING)
    has_work = batch.added + batch.changed > 0
    return ImportView(
        public_id=batch.public_id,
        title=_("Import: %(kind)s", kind=kind_label(batch.kind)),
        state=state_of(work),
        facts=_facts(work, sites),
        counts=_counts(work),
        ignored=", ".join(batch.ignored),
        verdict=verdict,
        tone=tone,
        pause=_pause(batch.mode, batch.added + batch.changed) if is_open and has_work else "",
        apply_text=_apply_text(work) if is_open and has_work else "",
        can_stop=is_idle and batch.status in (ImportStatus.CHECKED, ImportStatus.STAGING),
        can_undo=is_idle and batch.status in (ImportStatus.APPLIED, ImportStatus.APPLYING),
        has_refused=batch.refused_rows > 0,
        planned=rows.planned,
        problems=rows.problems,
    )


def _facts(work: ImportWork, sites: Mapping[int, str]) -> list[tuple[str, object]]:
    batch = work.batch
    is_known = batch.status is not ImportStatus.STAGING
    site = sites.get(batch.site_id or 0) or (_("As the rows say") if is_known else "")
    return [
        (_("File"), batch.file_name),
        (_("Program"), program_label(batch.program) or _("As the rows say")),
        (_("Site"), site),
        (_("How it is taken"), say(MODE_LABELS[batch.mode])),
        (_("By"), batch.created_by_name),
        (_("Uploaded"), moment(batch.created_at)),
        (_("Ended"), moment(batch.finished_at)),
        (_("Number of the import"), batch.public_id),
    ]


def _counts(work: ImportWork) -> list[tuple[str, int]]:
    batch = work.batch
    is_written = batch.status in WRITTEN
    return [
        (_("Rows"), batch.rows),
        (_("Added") if is_written else _("To be added"), batch.added),
        (_("Changed") if is_written else _("To be changed"), batch.changed),
        (_("Unchanged"), batch.unchanged),
        (_("Refused"), batch.refused_rows),
    ]


def _pause(mode: ImportMode, rows: int) -> str:
    if mode is ImportMode.ROWS:
        return say(N_("While it is imported, others wait half a second at most with saving."))
    text = N_("While it is imported, nobody else can save for about {count} s.")
    return say(Sentence(text, {"count": pause_seconds(rows)}))


def _apply_text(work: ImportWork) -> str:
    batch = work.batch
    if batch.status is ImportStatus.APPLYING:
        return say(N_("Import the rest"))
    rows = batch.added + batch.changed
    text = ngettext("Import %(count)s row", "Import %(count)s rows", rows, count=f"{rows:,}")
    return str(text)


def _verdict(work: ImportWork) -> tuple[str, str]:
    """Return what came of the import so far, and how that is toned."""
    batch, job = work.batch, work.job
    if is_under_way(job):
        return "", ""
    if batch.message:
        return _nothing_imported(_said(batch.message)), "danger"
    if job is not None and job.status is JobStatus.FAILED:
        return _failure(job), "danger"
    return _verdict_of(batch)


def _verdict_of(batch: ImportBatch) -> tuple[str, str]:
    if batch.status is ImportStatus.REFUSED:
        return say(Sentence(REFUSED_WHOLE, {"count": batch.refused_rows})), "danger"
    if batch.status is ImportStatus.CHECKED and not batch.added + batch.changed:
        return say(NOTHING_TAKEN if batch.refused_rows else NOTHING_NEW), "info"
    text, tone = VERDICTS[batch.status]
    return say(text), tone


def _nothing_imported(why: str) -> str:
    return say(Sentence(N_("Nothing was imported: {why}"), {"why": why}))


def _failure(job: Job) -> str:
    failed = N_("The work failed: {why}")
    text = N_("Nothing was taken back: {why}") if job.kind == Work.UNDO else failed
    return say(Sentence(text, {"why": job.message or ""}))


def _said(message: str) -> str:
    """Return why a file was refused, with the place where it shows."""
    stored = json.loads(message)
    problem = Sentence(stored["text"], stored["values"])
    if stored["column"]:
        gaps = {"column": stored["column"], "problem": problem}
        problem = Sentence(N_("column “{column}”: {problem}"), gaps)
    if stored["row"] > 1:
        problem = Sentence(N_("row {row}: {problem}"), {"row": stored["row"], "problem": problem})
    return say(problem)
