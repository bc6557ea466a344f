"""Reads the facts of a cohort once: of each exam its person, its marks and its groups."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from sqlalchemy import select

from screening.database.engine import db
from screening.indicators.models import ScreeningFact
from screening.indicators.queries.cohorts import (
    Cohort,
    Group,
    column,
    conditions,
    named,
    site_codes,
)
from screening.indicators.queries.marks import DERIVED, PRIMITIVE, Marks
from screening.indicators.rules import Dimension
from screening.programs import get_program
from screening.protocol.measures import Counted, Tally
from screening.security.actor import Scope

Numbers = np.ndarray[Any, np.dtype[np.int64]]
Truths = np.ndarray[Any, np.dtype[np.bool_]]

ROW = np.dtype([("person", "i8"), ("bits", "i8"), ("own", "i8"), ("place", "i8")])
GENERAL_CODES = tuple(PRIMITIVE)
READ_AT_ONCE = 10_000


@dataclass
class Signatures:
    """The exams of a cohort with their marks; `groups` are the values of `by`, by place."""

    by: tuple[Dimension, ...]
    groups: Sequence[Group]
    own_codes: Sequence[str]
    rows: np.ndarray[Any, Any]
    _known: dict[str, Truths] = field(default_factory=dict)

    def count(
        self, by: Sequence[Dimension], tallies: Iterable[Tally]
    ) -> dict[Group, dict[Tally, int]]:
        """Count exams and persons of every group of `by`, which this was read by."""
        at = [self.by.index(dimension) for dimension in by]
        coarse = [tuple(group[place] for place in at) for group in self.groups]
        places = {group: place for place, group in enumerate(dict.fromkeys(coarse))}
        of_fine = np.array([places[group] for group in coarse], dtype=np.int64)
        exams = _Exams(of_fine[self.rows["place"]], self.rows["person"], len(places))
        counted: dict[Group, dict[Tally, int]] = {group: {} for group in places}
        for tally in tallies:
            holds = np.logical_and.reduce([self.has(mark) for mark in tally.marks])
            totals = exams.count(holds, tally.of)
            for group, place in places.items():
                counted[group][tally] = int(totals[place])
        return counted

    def has(self, code: str) -> Truths:
        """Tell of every exam whether it has a mark."""
        if code not in self._known:
            self._known[code] = self._work_out(code)
        return self._known[code]

    def _work_out(self, code: str) -> Truths:
        if code in DERIVED:
            return np.asarray(DERIVED[code](self.has), dtype=bool)
        if code in PRIMITIVE:
            return np.asarray((self.rows["bits"] >> GENERAL_CODES.index(code)) & 1, dtype=bool)
        return np.asarray((self.rows["own"] >> self.own_codes.index(code)) & 1, dtype=bool)


class _Exams:
    """Counts exams by their group, and persons of whom any exam of the group counts."""

    def __init__(self, places: Numbers, persons: Numbers, groups: int) -> None:
        self._places, self._groups = places, groups
        self._order = np.lexsort((persons, places))
        place, person = places[self._order], persons[self._order]
        is_new = np.ones(len(place), dtype=bool)
        is_new[1:] = (place[1:] != place[:-1]) | (person[1:] != person[:-1])
        self._starts = np.flatnonzero(is_new)
        self._places_of_persons = place[self._starts]

    def count(self, holds: Truths, of: Counted) -> Numbers:
        places = self._places[holds]
        if of is Counted.PERSONS and len(self._starts):
            any_holds = np.logical_or.reduceat(holds[self._order], self._starts)
            places = self._places_of_persons[any_holds]
        return np.bincount(places, minlength=self._groups)


def read_signatures(scope: Scope, cohort: Cohort, by: Sequence[Dimension]) -> Signatures:
    """Read the exams of a cohort that the viewer may see, ready to be counted by these groups."""
    marks = Marks(get_program(cohort.program), cohort.as_of)
    columns = [column(dimension).label(dimension.value) for dimension in by]
    query = select(
        ScreeningFact.participant_id,
        marks.bits().label("bits"),
        marks.own_bits().label("own"),
        *columns,
    ).where(*conditions(scope, cohort))
    places: dict[tuple[Any, ...], int] = {}
    read = db.session.connection().execute(query, execution_options={"yield_per": READ_AT_ONCE})
    rows = np.fromiter(_placed(read, places), ROW)
    codes = site_codes(by)
    groups = [named(by, values, codes) for values in places]
    own_codes = [mark.code for mark in marks.program.marks]
    return Signatures(tuple(by), groups, own_codes, rows)


def _placed(
    result: Iterable[Any], places: dict[tuple[Any, ...], int]
) -> Iterator[tuple[int, int, int, int]]:
    for person, bits, own, *values in result:
        yield person, bits, own, places.setdefault(tuple(values), len(places))
