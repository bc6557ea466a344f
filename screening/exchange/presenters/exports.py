"""Exports as their list and their page show them: what was asked, how far, until when to fetch."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import url_for
from flask_babel import gettext as _

from screening.exchange.actions.delivering import is_expired, order_of
from screening.exchange.files import KEPT_FOR
from screening.exchange.presenters.words import (
    UNDER_WAY,
    WAITING,
    WORKING,
    State,
    is_under_way,
    kind_label,
    program_label,
)
from screening.jobs.models import Job
from screening.jobs.rules import JobStatus
from screening.web.filters import NOTHING, moment
from screening.web.locale import say

NO_DAY = "…"
BETWEEN = f" {NOTHING} "


@dataclass(frozen=True)
class ExportView:
    """An export of the viewer's."""

    title: str
    url: str
    created_at: datetime
    kind: str
    program: str
    period: str
    form: str
    rows: int | None
    state: State
    file_url: str
    until: str
    problem: str

    @property
    def facts(self) -> Sequence[tuple[str, object]]:
        """What was asked for."""
        return [
            (_("Program"), self.program),
            (_("Period"), self.period),
            (_("Format"), self.form),
            (_("Ordered"), moment(self.created_at)),
            (_("Rows"), None if self.rows is None else f"{self.rows:,}"),
        ]


def present_export(job: Job, at: datetime) -> ExportView:
    """Return what is shown of an export at a moment."""
    order = order_of(job.details)
    is_there = job.status is JobStatus.DONE and not is_expired(job, at)
    days = [day.isoformat() if day else NO_DAY for day in (order.since, order.until)]
    return ExportView(
        title=_("Export: %(kind)s", kind=kind_label(order.kind)),
        url=url_for("exchange.show_export", job_id=job.id),
        created_at=job.created_at,
        kind=kind_label(order.kind),
        program=program_label(order.program) or _("All programs"),
        period=BETWEEN.join(days) if order.since or order.until else _("All days"),
        form=order.form.value.upper() if order.form else "",
        rows=job.done if job.status is JobStatus.DONE else None,
        state=_state(job, is_there=is_there),
        file_url=url_for("exchange.download_export", job_id=job.id) if is_there else "",
        until=moment(job.finished_at + KEPT_FOR) if is_there and job.finished_at else "",
        problem=say(job.message) if job.status is JobStatus.FAILED else "",
    )


def _state(job: Job, *, is_there: bool) -> State:
    if is_under_way(job):
        waits = job.status is JobStatus.QUEUED
        return State(say(WAITING if waits else UNDER_WAY[job.kind]), WORKING)
    if job.status is JobStatus.DONE:
        if is_there:
            return State(_("To be fetched"), "good")
        return State(_("File deleted"), "plain")
    if job.status is JobStatus.CANCELLED:
        return State(_("Stopped"), "plain")
    return State(_("Failed"), "bad")


def file_name_of(job: Job) -> str:
    """Return the name under which the browser saves the file: its kind and day, nobody's name."""
    order = order_of(job.details)
    parts = [order.kind, *([order.program] if order.program else []), f"{job.created_at:%Y%m%d}"]
    return f"{'-'.join(parts)}.{order.form.value}"
