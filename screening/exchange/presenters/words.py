"""Imports and exports in words: kinds, states, sites, programs."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import url_for

from screening.exchange.queries.browsing import ImportWork
from screening.exchange.rules import (
    STATUS_LABELS,
    ImportMode,
    ImportStatus,
    Work,
    pause_seconds,
)
from screening.exchange.tabular.columns import Kind
from screening.exchange.tabular.kinds import KINDS
from screening.jobs.models import Job
from screening.jobs.rules import UNFINISHED, JobStatus
from screening.programs import all_programs
from screening.protocol.wording import N_
from screening.web.locale import say


@dataclass(frozen=True)
class State:
    """A short state and how it is toned."""

    label: str
    tone: str


TONES: Mapping[ImportStatus, str] = {
    ImportStatus.STAGING: "bad",
    ImportStatus.CHECKED: "watch",
    ImportStatus.APPLYING: "bad",
    ImportStatus.APPLIED: "good",
    ImportStatus.REFUSED: "bad",
    ImportStatus.CANCELLED: "plain",
    ImportStatus.UNDONE: "plain",
}
WAITING, WORKING = N_("Waiting"), "watch"
UNDER_WAY: Mapping[str, str] = {
    Work.CHECK: N_("Being checked"),
    Work.APPLY: N_("Being imported"),
    Work.UNDO: N_("Being taken back"),
    Work.EXPORT: N_("Being written"),
}


def is_under_way(job: Job | None) -> bool:
    """Tell whether the worker has something to do."""
    return job is not None and job.status in UNFINISHED


def state_of(work: ImportWork) -> State:
    """Return where an import stands."""
    job = work.job
    if job is not None and is_under_way(job):
        waits = job.status is JobStatus.QUEUED
        return State(say(WAITING if waits else UNDER_WAY[job.kind]), WORKING)
    status = work.batch.status
    return State(say(STATUS_LABELS[status]), TONES[status])


def pause_of(work: ImportWork) -> int | None:
    """Return how many seconds others wait while the worker does this; None: hardly any."""
    batch, job = work.batch, work.job
    is_whole = batch.mode is ImportMode.WHOLE or (job is not None and job.kind == Work.UNDO)
    if job is None or job.kind == Work.CHECK or not is_whole:
        return None
    return pause_seconds(batch.added + batch.changed)


def kind_label(code: str) -> str:
    """Return the name of a kind in the language of the page."""
    return say(KINDS[code].title)


def program_label(code: str | None) -> str:
    """Return the name of a program in the language of the page."""
    names = {program.code: program.name for program in all_programs()}
    return say(names.get(code, code)) if code else ""


def kind_choices() -> list[tuple[str, str]]:
    """Return every kind with its name, in the order of a full load."""
    return [(code, say(kind.title)) for code, kind in KINDS.items()]


@dataclass(frozen=True)
class Templates:
    """The templates of a kind: one for each program where its columns or codes differ."""

    kind: str
    links: tuple[tuple[str, str], ...]


def present_templates() -> list[Templates]:
    """Return where the template of every kind is found."""
    return [Templates(say(kind.title), _links(kind)) for kind in KINDS.values()]


def _links(kind: Kind) -> tuple[tuple[str, str], ...]:
    if not kind.is_different_by_program:
        return ((say(N_("All programs")), url_for("exchange.download_template", kind=kind.code)),)
    return tuple(
        (name, url_for("exchange.download_template", kind=kind.code, program=code))
        for code, name in program_choices()
    )


def program_choices() -> list[tuple[str, str]]:
    """Return every program with its name."""
    return [(program.code, say(program.name)) for program in all_programs()]
