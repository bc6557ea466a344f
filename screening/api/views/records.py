"""Persons and exams for programs, a part of the list at a time; each reading is written down."""

from flask import jsonify, request, url_for
from werkzeug.wrappers import Response

from screening.accounts.guards import current_actor, current_scope
from screening.api.actions import open_exams, open_persons
from screening.api.presenters.records import present_exams, present_people
from screening.api.queries import list_exam_keys, list_exam_summaries, list_person_keys
from screening.api.rules import LIST_ARGUMENTS, ListPart, read_part, refuse_others
from screening.api.views.blueprint import blueprint
from screening.clock import now
from screening.participants.queries import list_summaries
from screening.security.access import requires
from screening.security.permissions import Permission

Line = dict[str, object]


@blueprint.get("/participants")
@requires(Permission.PARTICIPANT_VIEW)
def list_participants() -> Response:
    """List the persons at the sites of who asks."""
    part = _part()
    keys = list_person_keys(current_scope(), part)
    shown = keys[: part.limit]
    open_persons(shown, by=current_actor(), at=now())
    people = list_summaries(current_scope(), shown)
    lines = present_people([people[key] for key in shown if key in people])
    return _answer("participants", lines, part, has_more=len(keys) > part.limit)


@blueprint.get("/exams")
@requires(Permission.EXAM_VIEW)
def list_exams() -> Response:
    """List the exams of the persons at the sites of who asks."""
    part = _part()
    keys = list_exam_keys(current_scope(), part)
    shown = keys[: part.limit]
    open_exams(shown, by=current_actor(), at=now())
    lines = present_exams(list_exam_summaries([exam.id for exam in shown]))
    return _answer("exams", lines, part, has_more=len(keys) > part.limit)


def _part() -> ListPart:
    refuse_others(request.args, LIST_ARGUMENTS)
    return read_part(request.args)


def _answer(name: str, lines: list[Line], part: ListPart, *, has_more: bool) -> Response:
    """Return the lines, and where the next ones are."""
    following = None
    if has_more and lines:
        following = url_for(f".list_{name}", after=lines[-1]["id"], limit=part.limit)
    return jsonify({name: lines, "next": following})
