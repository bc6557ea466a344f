"""A small program of its own, so that general rules are tested without any real program."""

from screening.protocol.category import Categorization, Category, CategorySystem, ExamRecord
from screening.protocol.fields import Choice, Field, FieldType
from screening.protocol.program import ExamDefinition, FindingKind, Program
from screening.protocol.questionnaire import Questionnaire
from screening.protocol.schedule import Interval, Schedule, Window
from screening.protocol.synthetic import DemoOrder, DemoTables
from screening.protocol.workup import ProcedureKind, Stage, Staging, Workup

CATEGORIES = (
    Category("N", "Negative", "Next exam in 12 months", "12", 1, False),
    Category("S", "Short interval", "Exam in 6 months", "6", 2, True),
    Category("T", "Tissue", "Work-up now", "", 3, True, asks_tissue=True),
)


def _categorize(record: ExamRecord) -> Categorization:
    raise NotImplementedError


def _no_cohort(order: DemoOrder) -> DemoTables:
    return DemoTables()


def make_program(**changes: object) -> Program:
    """Return a program with a yearly interval, a six-month follow-up and a work-up category."""
    values: dict[str, object] = {
        "code": "test",
        "name": "Test",
        "definitions_version": "1",
        "questionnaire": Questionnaire("1", ()),
        "rule_sets": (),
        "default_rule_set": "",
        "exam": ExamDefinition(
            (Choice("scan", "Scan"), Choice("other", "Other")),
            (),
            (),
            FindingKind("f", "F", (Field("k", "K", FieldType.TEXT),), "k", "k", "k"),
        ),
        "systems": (CategorySystem("sys", "System", "1", ("scan",), CATEGORIES, (), _categorize),),
        "default_system": "sys",
        "schedule": make_schedule(),
        "workup": Workup(
            (ProcedureKind("biopsy", "Biopsy", "ward", is_tissue=True),),
            (),
            (),
            (),
            Staging(
                ("9",), "9", lambda edition: ((), (), ()), lambda tnm: Stage("9", None), (), (), ()
            ),
        ),
        "measures": (),
        "bulk_systems": (),
        "make_demo": _no_cohort,
    }
    return Program(**{**values, **changes})  # type: ignore[arg-type]


def make_schedule(**changes: object) -> Schedule:
    """Return the schedule of the test program."""
    values: dict[str, object] = {
        "interval_months": 12,
        "window_days": 365,
        "gap_months": 24,
        "windows": {
            "12": Window(Interval(11), Interval(12), Interval(15)),
            "6": Window(Interval(5, 15), Interval(6), Interval(7, 15)),
        },
        "first_exam_within_days": 30,
        "result_within_days": 14,
        "first_review_within_days": 7,
        "first_step_within_days": 30,
        "lost_after_days": 365,
        "participation_months": 6,
        "adherence_from": Interval(10),
        "adherence_to": Interval(15),
    }
    return Schedule(**{**values, **changes})  # type: ignore[arg-type]
