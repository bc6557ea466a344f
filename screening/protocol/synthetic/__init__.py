"""Synthetic cohorts for demonstration data: labeled, from a seed, the same for every program."""

from screening.protocol.synthetic.cohort import Cohort, Population, Waiting
from screening.protocol.synthetic.draws import generator, pick, weekday_from
from screening.protocol.synthetic.journey import (
    Counts,
    Habits,
    Journey,
    Plan,
    Timetable,
    draw_plans,
    repeat_day,
)
from screening.protocol.synthetic.people import SyntheticPerson, make_person
from screening.protocol.synthetic.tables import DemoOrder, DemoTables, PersonRows, Row

__all__ = [
    "Cohort",
    "Counts",
    "DemoOrder",
    "DemoTables",
    "Habits",
    "Journey",
    "PersonRows",
    "Plan",
    "Population",
    "Row",
    "SyntheticPerson",
    "Timetable",
    "Waiting",
    "draw_plans",
    "generator",
    "make_person",
    "pick",
    "repeat_day",
    "weekday_from",
]
