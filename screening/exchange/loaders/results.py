"""The category that a row of exams gives: its system, its marks, and what of it cannot be."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from screening.exams.rules import READABLE, ExamStatus, Recommendation
from screening.exams.rules.marks import marks_of, system_of
from screening.protocol.category import CategorySystem
from screening.protocol.fields import Value
from screening.protocol.program import Program
from screening.protocol.wording import N_, Problem, Sentence

BETWEEN_MODIFIERS = re.compile(r"[;,\s]+")


class Result(NamedTuple):
    """A reader's category and modifiers, and the columns of the exam that they set."""

    view: tuple[str, str]
    columns: Mapping[str, object]


def read_result(
    program: Program, values: Mapping[str, Value], status: ExamStatus
) -> tuple[Result | None, list[Problem]]:
    """Return the result that a row gives, if any, and why it cannot be."""
    category = values.get("category")
    if category is None:
        return None, []
    given = values.get("system")
    system = system_of(program, str(given) if given else None, str(category))
    modifiers = _modifiers(values)
    problems = _problems(system, str(category), modifiers, status)
    if problems:
        return None, problems
    recommendation = values.get("recommendation")
    asked = Recommendation(str(recommendation)) if recommendation else None
    marks = marks_of(system, str(category), asked)
    view = (str(category), ";".join(modifiers))
    columns = {
        "system": system.code,
        "category": view[0],
        "modifiers": view[1],
        **vars(marks),
    }
    return Result(view, columns), []


def _modifiers(values: Mapping[str, Value]) -> list[str]:
    text = str(values.get("modifiers", ""))
    return [part for part in BETWEEN_MODIFIERS.split(text.upper()) if part]


def _problems(
    system: CategorySystem, category: str, modifiers: list[str], status: ExamStatus
) -> list[Problem]:
    if status not in READABLE:
        message = N_("an exam without usable images has no category; leave it blank")
        return [Problem("category", Sentence(message))]
    codes = [known.code for known in system.categories]
    if category not in codes:
        message = N_("“{code}” is not a category of {system}: {codes}")
        gaps = {"code": category, "system": system.code, "codes": ", ".join(codes)}
        return [Problem("category", Sentence(message, gaps))]
    unknown = [modifier for modifier in modifiers if modifier not in system.modifiers]
    if unknown:
        message = N_("“{code}” is not a modifier of {system}: {codes}")
        gaps = {"code": unknown[0], "system": system.code, "codes": ", ".join(system.modifiers)}
        return [Problem("modifiers", Sentence(message, gaps))]
    return []
