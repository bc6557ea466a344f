"""The person whom the bodies judge: what is known of the risks of thyroid cancer.

Source: the list of high-risk groups in section 9 of the clinical reference.
"""

from dataclasses import dataclass
from enum import StrEnum

from screening.clinical.inputs import out_of_range

OLDEST_YEARS = 110


class Irradiation(StrEnum):
    """One kind of ionizing radiation to the neck; `yes` is one whose kind is not known."""

    CHILDHOOD = "childhood"
    FALLOUT = "fallout"
    RADIOTHERAPY = "radiotherapy"
    TOTAL_BODY = "total_body"
    YES = "yes"


class Syndrome(StrEnum):
    """A hereditary syndrome of the person; `yes` is one whose name is not known."""

    MEN2 = "men2"
    FAMILIAL_MEDULLARY = "familial_medullary"
    FAP = "fap"
    COWDEN = "cowden"
    CARNEY = "carney"
    WERNER = "werner"
    GARDNER = "gardner"
    YES = "yes"


@dataclass(frozen=True, kw_only=True)
class Person:
    """What is known on the day of judging; None is not known and never stands for a no.

    An empty tuple is an answered *none*. `childhood` is radiation to head or neck in childhood,
    `radiotherapy` that of head or neck later. `calcitonin_above_normal` is yes only if a measured
    value was, since nobody is measured for screening. `childhood_cancer_thyroid_exposed` is a
    survivor whose thyroid lay in the field or who had 131I-MIBG.
    """

    age_years: int | None = None
    neck_irradiation: tuple[Irradiation, ...] | None = None
    fdr_thyroid_cancer: bool | None = None
    syndrome: tuple[Syndrome, ...] | None = None
    family_syndrome: bool | None = None
    prior_thyroid_cancer: bool | None = None
    calcitonin_above_normal: bool = False
    childhood_cancer_thyroid_exposed: bool | None = None
    symptoms: tuple[str, ...] | None = None
    neck_mass: bool | None = None


def check_person(person: Person) -> None:
    """Raise InvalidInput for an age that nobody has."""
    age = person.age_years
    if age is not None and not 0 <= age <= OLDEST_YEARS:
        raise out_of_range("age", age, 0, OLDEST_YEARS)
