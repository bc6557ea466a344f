"""Whether a person has a risk that a body names: yes, no, or not known for want of an answer."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from screening.clinical.thyroid_screening.person import Irradiation, Person, Syndrome

ADULT_FROM_YEARS = 18

# Radiation in childhood or to the whole body, the kinds that the Chinese guideline names.
EARLY_OR_TOTAL = (Irradiation.CHILDHOOD, Irradiation.TOTAL_BODY)


class Risk(StrEnum):
    """A risk, or another trait of a person on which a position depends."""

    SYMPTOMS = "symptoms"
    UNDER_18 = "under_18"
    IRRADIATION = "irradiation"
    EARLY_OR_TOTAL_IRRADIATION = "early_or_total_irradiation"
    RELATIVE = "relative"
    SYNDROME = "syndrome"
    FAMILY_SYNDROME = "family_syndrome"
    MEN2 = "men2"
    PRIOR_CANCER = "prior_cancer"
    CALCITONIN = "calcitonin"
    EXPOSED_SURVIVOR = "exposed_survivor"


@dataclass(frozen=True)
class Finding:
    """Whether a risk is present (None: not known), and the columns whose answer is missing."""

    present: bool | None
    missing: tuple[str, ...] = ()


def look_for(risk: Risk, person: Person) -> Finding:
    """Return whether a person has a risk."""
    return LOOKED_FOR[risk](person)


def _answer(column: str, answer: bool | None) -> Finding:
    return Finding(answer, () if answer is not None else (column,))


def _symptoms(person: Person) -> Finding:
    """Return any symptom or a mass; both must be denied for a no."""
    symptoms = None if person.symptoms is None else bool(person.symptoms)
    answers = {"symptoms": symptoms, "neck_mass": person.neck_mass}
    if True in answers.values():
        return Finding(present=True)
    missing = tuple(column for column, answer in answers.items() if answer is None)
    return Finding(None, missing) if missing else Finding(present=False)


def _under_18(person: Person) -> Finding:
    age = person.age_years
    return _answer("age", None if age is None else age < ADULT_FROM_YEARS)


def _irradiated(person: Person, kinds: Collection[Irradiation]) -> Finding:
    return _any_of("neck_irradiation", person.neck_irradiation, kinds, Irradiation.YES)


def _has_syndrome(person: Person, names: Collection[Syndrome]) -> Finding:
    return _any_of("syndrome", person.syndrome, names, Syndrome.YES)


def _any_of(
    column: str, answers: tuple[str, ...] | None, wanted: Collection[str], unnamed: str
) -> Finding:
    """Return whether one of the answers is wanted; a bare yes leaves it open which one it is."""
    if answers is None:
        return Finding(None, (column,))
    if any(answer in wanted for answer in answers):
        return Finding(present=True)
    return Finding(None, (column,)) if unnamed in answers else Finding(present=False)


LOOKED_FOR: Mapping[Risk, Callable[[Person], Finding]] = {
    Risk.SYMPTOMS: _symptoms,
    Risk.UNDER_18: _under_18,
    Risk.IRRADIATION: lambda person: _irradiated(person, tuple(Irradiation)),
    Risk.EARLY_OR_TOTAL_IRRADIATION: lambda person: _irradiated(person, EARLY_OR_TOTAL),
    Risk.RELATIVE: lambda person: _answer("fdr_thyroid_cancer", person.fdr_thyroid_cancer),
    Risk.SYNDROME: lambda person: _has_syndrome(person, tuple(Syndrome)),
    Risk.FAMILY_SYNDROME: lambda person: _answer("family_syndrome", person.family_syndrome),
    Risk.MEN2: lambda person: _has_syndrome(person, (Syndrome.MEN2,)),
    Risk.PRIOR_CANCER: lambda person: _answer("prior_thyroid_cancer", person.prior_thyroid_cancer),
    Risk.CALCITONIN: lambda person: Finding(person.calcitonin_above_normal),
    Risk.EXPOSED_SURVIVOR: lambda person: _answer(
        "childhood_cancer_thyroid_exposed", person.childhood_cancer_thyroid_exposed
    ),
}
