"""A program's questionnaire: sections of fields and the checks that join several answers."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from screening.protocol.fields import Field, Payload
from screening.protocol.payload import check_payload
from screening.protocol.wording import Problem


@dataclass(frozen=True)
class Section:
    """Fields shown together under one heading."""

    title: str
    fields: tuple[Field, ...]


def no_further_checks(payload: Payload) -> Iterable[Problem]:
    """Find nothing: for a definition whose fields need no check across answers."""
    return ()


def nothing_computed(payload: Payload) -> Payload:
    """Compute nothing: for a definition whose answers are complete as typed."""
    return {}


# The question that a known birth date answers, in every program that asks it.
AGE = "age"
# What checks may read beside the answers: the sex of the record, F, M or U for not known.
SEX = "sex"


def with_person(answers: Payload, age_years: int | None, sex: str) -> Payload:
    """Return answers as they are checked: beside what the record of the person says."""
    age = {} if age_years is None else {AGE: age_years}
    return {**answers, **age, SEX: sex}


@dataclass(frozen=True)
class Questionnaire:
    """What is asked before eligibility is judged; `compute` gives the derived answers.

    `derived` are the fields of what is only computed and never asked.
    """

    version: str
    sections: tuple[Section, ...]
    checks: Callable[[Payload], Iterable[Problem]] = no_further_checks
    compute: Callable[[Payload], Payload] = nothing_computed
    derived: tuple[Field, ...] = ()

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every field in the order of the page."""
        return tuple(field for section in self.sections for field in section.fields)

    def derive(self, answers: Payload, age_years: int | None) -> Payload:
        """Return what follows from the answers and from the age by the birth date, if known."""
        return self.compute(answers if age_years is None else {**answers, AGE: age_years})

    def problems(self, payload: Payload) -> list[Problem]:
        """List every refused and every unlikely answer."""
        return [*check_payload(self.fields, payload), *self.checks(payload)]
