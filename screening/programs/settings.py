"""Reads `protocols.toml`: how a site reads the questions that the publications leave open."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from config import SettingsError
from screening.programs import Readings, published_programs
from screening.protocol.program import Program

FILE_NAME = "protocols.toml"


def read_protocols(instance: Path) -> Readings:
    """Return the readings that the file of an instance folder chooses; without one, none.

    Raises SettingsError naming the file, the place and what is allowed there.
    """
    path = instance / FILE_NAME
    if not path.exists():
        return {}
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} cannot be read: {error}") from error
    programs = {program.code: program for program in published_programs()}
    for code, table in tables.items():
        if code not in programs:
            raise SettingsError(f"{path}: there is no program {code}; {_use(programs)}")
        if not isinstance(table, dict):
            raise SettingsError(
                f"{path}: {code} is no table; write [{code}], and readings below it"
            )
    return {
        code: _checked(f"{path}, [{code}]", programs[code], table) for code, table in tables.items()
    }


def _checked(place: str, program: Program, table: Mapping[str, object]) -> Mapping[str, str]:
    questions = {question.code: question for question in program.questions}
    chosen: dict[str, str] = {}
    for code, option in table.items():
        if code not in questions:
            raise SettingsError(f"{place}: there is no question {code}; {_use(questions)}")
        options = questions[code].codes
        if not isinstance(option, str) or option not in options:
            allowed = ", ".join(f'"{each}"' for each in options)
            raise SettingsError(f"{place}: {code} cannot be {option!r}; use one of: {allowed}")
        chosen[code] = option
    return chosen


def _use(allowed: Mapping[str, object]) -> str:
    return f"use one of: {', '.join(allowed)}"
