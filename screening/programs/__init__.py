"""Finds the screening programs by their folders; nothing else in the package knows their names."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from screening.protocol.program import Program
from screening.protocol.systems import BulkSystem

Readings = Mapping[str, Mapping[str, str]]

# What the site reads otherwise than by default, by program: the settings of the running process.
_chosen: dict[str, Mapping[str, str]] = {}


@cache
def published_programs() -> tuple[Program, ...]:
    """Return every program found beside this file as published, in the order of their codes."""
    names = sorted(module.name for module in iter_modules(__path__) if module.ispkg)
    return tuple(import_module(f"{__name__}.{name}").PROGRAM for name in names)


def use_readings(readings: Readings) -> None:
    """Put the readings that a site chose into force, in place of those before."""
    if readings == _chosen:
        return
    _chosen.clear()
    _chosen.update(readings)
    all_programs.cache_clear()
    bulk_systems.cache_clear()


@cache
def all_programs() -> tuple[Program, ...]:
    """Return every program under the readings in force, in the order of their codes."""
    return tuple(program.under(_chosen.get(program.code, {})) for program in published_programs())


def get_program(code: str) -> Program:
    """Return the program with this code; KeyError names an unknown one."""
    for program in all_programs():
        if program.code == code:
            return program
    raise KeyError(code)


@cache
def bulk_systems() -> dict[str, BulkSystem]:
    """Return every system that can be evaluated in bulk, by its code."""
    return {system.code: system for program in all_programs() for system in program.bulk_systems}
