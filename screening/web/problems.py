"""Answers to programs: which requests are theirs, and how a problem is told them (RFC 9457)."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Response, g, jsonify, request

PROGRAMS = "/api/"
PROBLEM = "application/problem+json"
ASK_FOR_TOKEN = {"WWW-Authenticate": "Bearer"}


@dataclass(frozen=True)
class WrongInput:
    """What is wrong with one part of a request."""

    name: str
    message: str


def is_for_programs() -> bool:
    """Tell whether the address is one that programs ask."""
    return request.path.startswith(PROGRAMS)


def problem(status: int, title: str, detail: str, errors: Sequence[WrongInput] = ()) -> Response:
    """Return a problem as JSON, in the language of the request."""
    told: dict[str, object] = {"type": "about:blank", "title": title, "status": status}
    if detail:
        told["detail"] = detail
    if errors:
        told["errors"] = [{"name": each.name, "message": each.message} for each in errors]
    told["request"] = g.get("request_id", "")
    answer = jsonify(told)
    answer.status_code, answer.mimetype = status, PROBLEM
    if status == 401:
        answer.headers.update(ASK_FOR_TOKEN)
    return answer
