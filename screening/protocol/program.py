"""A screening program as one definition: everything in which one program differs from another."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from screening.protocol.category import CategorySystem, ExamRecord
from screening.protocol.eligibility import RuleSet
from screening.protocol.fields import Choice, Field, Payload
from screening.protocol.measures import Mark, Measure
from screening.protocol.payload import check_payload
from screening.protocol.questionnaire import Questionnaire, no_further_checks, nothing_computed
from screening.protocol.readings import InForce, Question
from screening.protocol.schedule import Schedule
from screening.protocol.synthetic import DemoOrder, DemoTables
from screening.protocol.systems import BulkSystem
from screening.protocol.wording import Problem
from screening.protocol.workup import Workup


@dataclass(frozen=True)
class FindingKind:
    """The structured record of one thing seen in an exam.

    `size_field`, `location_field` and `kind_field` name the fields that lists show as columns;
    `compute` fills what the typed fields imply (a mean diameter, a side from a lobe).
    `nothing_seen` is the choice of `kind_field` that says that there is nothing to record.
    """

    code: str
    label: str
    fields: tuple[Field, ...]
    kind_field: str
    size_field: str
    location_field: str
    checks: Callable[[Payload], Iterable[Problem]] = no_further_checks
    compute: Callable[[Payload], Payload] = nothing_computed
    nothing_seen: str = ""

    def problems(self, payload: Payload) -> list[Problem]:
        """List every refused and every unlikely answer.

        What follows from others is not missing; its limits are those of what was typed.
        """
        whole = {**self.compute(payload), **payload}
        found = check_payload(self.fields, whole)
        return [
            *(each for each in found if each.field in payload or each.field not in whole),
            *self.checks(payload),
        ]


def no_exam_checks(record: ExamRecord) -> Iterable[Problem]:
    """Find nothing: for a definition whose exams need no check across their parts."""
    return ()


@dataclass(frozen=True)
class ExamDefinition:
    """What is recorded of an exam beside its findings: technique, and details of the exam.

    `checks` finds what is refused or unlikely across technique, details, day and modality.
    `nothing` are the details that say, under `nothing_label`, that an exam shows nothing, where no
    finding says so.
    """

    modalities: tuple[Choice, ...]
    technique: tuple[Field, ...]
    details: tuple[Field, ...]
    finding: FindingKind
    checks: Callable[[ExamRecord], Iterable[Problem]] = no_exam_checks
    nothing_label: str = ""
    nothing: Mapping[str, str] = field(default_factory=dict)


def as_it_is(program: "Program", readings: InForce) -> "Program":
    """Return the program unchanged: for one that asks no questions."""
    return program


@dataclass(frozen=True)
class Program:
    """One screening service. Nothing outside its folder says its code.

    `systems` may decide an exam's category; `also_shown` are those that only stand beside it.
    `measures` holds the general ones too; `marks` are those that the program adds to them.
    `make_demo` gives the rows of a synthetic cohort, labeled so. `questions` are those that its
    publications leave open, `readings` what a site chose, and `apply` builds what follows from it.
    """

    code: str
    name: str
    definitions_version: str
    questionnaire: Questionnaire
    rule_sets: tuple[RuleSet, ...]
    default_rule_set: str
    exam: ExamDefinition
    systems: tuple[CategorySystem, ...]
    default_system: str
    schedule: Schedule
    workup: Workup
    measures: tuple[Measure, ...]
    bulk_systems: tuple[BulkSystem, ...]
    make_demo: Callable[[DemoOrder], DemoTables]
    marks: tuple[Mark, ...] = ()
    also_shown: tuple[CategorySystem, ...] = ()
    questions: tuple[Question, ...] = ()
    apply: Callable[["Program", InForce], "Program"] = as_it_is
    readings: Mapping[str, str] = field(default_factory=dict)

    def under(self, readings: Mapping[str, str]) -> "Program":
        """Return the program as it is where a site reads these questions so, by their codes."""
        in_force = InForce(self.questions, readings)
        if not in_force.changed:
            return self
        return replace(self.apply(self, in_force), readings=readings)

    @property
    def in_force(self) -> InForce:
        """The reading of every question."""
        return InForce(self.questions, self.readings)

    @property
    def all_systems(self) -> tuple[CategorySystem, ...]:
        """The systems that may decide, and those that are only shown."""
        return (*self.systems, *self.also_shown)

    @property
    def finds_high_risk(self) -> bool:
        """Whether the rule set in force looks for those at high risk."""
        return any(
            rule_set.finds_high_risk
            for rule_set in self.rule_sets
            if rule_set.code == self.default_rule_set
        )

    @property
    def reads_details(self) -> bool:
        """Whether an exam may have a category without any finding."""
        return any(system.reads for system in self.systems)

    def system(self, code: str) -> CategorySystem:
        """Return the category system with this code; KeyError names an unknown one."""
        return self._systems[code]

    @cached_property
    def _systems(self) -> Mapping[str, CategorySystem]:
        return {system.code: system for system in self.systems}

    def rule_set(self, code: str) -> RuleSet:
        """Return the eligibility rule set with this code; KeyError names an unknown one."""
        return {rule_set.code: rule_set for rule_set in self.rule_sets}[code]
