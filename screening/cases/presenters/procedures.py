"""What pages show of work-up procedures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from screening.audit.models import AuditEvent
from screening.cases.models import Procedure
from screening.cases.presenters.conflicts import ConflictPresenter
from screening.cases.presenters.words import kind_label, label_of, result_chip
from screening.cases.rules import RESULT_LABELS, ProcedureEntry
from screening.exams.presenters.words import Pairs, answer, describe
from screening.programs import get_program
from screening.protocol.fields import Payload
from screening.protocol.payload import from_json
from screening.protocol.workup import ProcedureResult, Workup
from screening.web.locale import say
from screening.web.payload_forms import texts_of


@dataclass(frozen=True)
class ProcedureLine:
    """A procedure; `result` is blank while it is not known."""

    id: int
    kind: str
    performed_on: date
    result: str
    tone: str
    complication: str
    department: str
    comment: str
    void_reason: str
    is_voided: bool
    details: Pairs


def present_procedure(procedure: Procedure) -> ProcedureLine:
    """Return the line of a procedure."""
    workup = get_program(procedure.exam.program).workup
    result, tone = result_chip(procedure.result)
    return ProcedureLine(
        procedure.id,
        kind_label(workup, procedure.kind),
        procedure.performed_on,
        result,
        tone,
        label_of(workup.complications, procedure.complication),
        say(procedure.department),
        procedure.comment or "",
        procedure.void_reason or "",
        procedure.voided_at is not None,
        describe(workup.details.fields, details_of(procedure, workup)),
    )


def details_of(procedure: Procedure, workup: Workup) -> Payload:
    """Return what the program records of a procedure beside its result."""
    return from_json(workup.details.fields, procedure.details)


def present_procedure_form(procedure: Procedure) -> dict[str, object]:
    """Return a procedure as its form shows it."""
    workup = get_program(procedure.exam.program).workup
    return {
        **texts_of(details_of(procedure, workup)),
        "kind": procedure.kind,
        "performed_on": procedure.performed_on,
        "department": say(procedure.department),
        "result": procedure.result.value if procedure.result else "",
        "complication": procedure.complication or "",
        "comment": procedure.comment or "",
        "version": str(procedure.version),
    }


def present_procedure_conflict(
    procedure: Procedure, typed: ProcedureEntry | None, event: AuditEvent | None
) -> ConflictPresenter:
    """Return what was saved meanwhile beside what is typed."""
    workup = get_program(procedure.exam.program).workup
    saved = ProcedureEntry(
        procedure.kind,
        procedure.performed_on,
        procedure.result,
        procedure.complication,
        procedure.department,
        procedure.comment,
        details_of(procedure, workup),
    )
    old, new = _texts(saved, workup), _texts(typed or saved, workup)
    rows = tuple((label, old[label], new[label]) for label in old if old[label] != new[label])
    who, at = (event.actor_name, event.at) if event else ("", None)
    return ConflictPresenter(who, at, rows)


def _texts(entry: ProcedureEntry, workup: Workup) -> Mapping[str, str]:
    details = {
        say(field.label): answer(field, value) if (value := entry.details.get(field.code)) else ""
        for field in workup.details.fields
    }
    return {
        _("Procedure"): kind_label(workup, entry.kind),
        _("Performed on"): entry.performed_on.isoformat(),
        _("Department"): say(entry.department or workup.kind(entry.kind).department),
        _("Result"): _result(entry.result),
        _("Complication"): label_of(workup.complications, entry.complication),
        **details,
        _("Comment"): entry.comment or "",
    }


def _result(result: ProcedureResult | None) -> str:
    return say(RESULT_LABELS[result]) if result else ""
