"""The woman whose risk the Gail model computes: what is known of her, and what is impossible."""

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from screening.clinical.inputs import required
from screening.clinical.reasons import InvalidInput

YOUNGEST_YEARS = 20
OLDEST_YEARS = 90
SHORT_TERM_YEARS = 5
# Counts of the published package; 99 means that one is not known.
MOST = 98


class Race(IntEnum):
    """The groups of the model, by the codes of the vector file; OTHER has the rates of WHITE."""

    WHITE = 1
    BLACK = 2
    HISPANIC_US_BORN = 3
    OTHER = 4
    HISPANIC_FOREIGN_BORN = 5
    CHINESE = 6
    JAPANESE = 7
    FILIPINO = 8
    HAWAIIAN = 9
    OTHER_PACIFIC_ISLANDER = 10
    OTHER_ASIAN = 11


HISPANIC = (Race.HISPANIC_US_BORN, Race.HISPANIC_FOREIGN_BORN)
ASIAN = (
    Race.CHINESE,
    Race.JAPANESE,
    Race.FILIPINO,
    Race.HAWAIIAN,
    Race.OTHER_PACIFIC_ISLANDER,
    Race.OTHER_ASIAN,
)


@dataclass(frozen=True, kw_only=True)
class Woman:
    """The inputs of the model, None where not known; ages in years, fractions allowed.

    `projection_age` of None is five years on, 90 at most. `atypical_hyperplasia` is asked of those
    with a biopsy alone. `first_degree_relatives` counts those with breast cancer.
    """

    age: Decimal | None = None
    projection_age: Decimal | None = None
    age_menarche: Decimal | None = None
    age_first_birth: Decimal | None = None
    is_nulliparous: bool = False
    biopsies: Decimal | None = None
    atypical_hyperplasia: bool | None = None
    first_degree_relatives: Decimal | None = None
    race: Race | None = None


@dataclass(frozen=True)
class Span:
    """The ages between which the risk is computed."""

    age: Decimal
    until: Decimal

    @property
    def is_short_term(self) -> bool:
        """Whether these are exactly the years for which the cut-off is published."""
        return self.until - self.age == SHORT_TERM_YEARS


def check_woman(woman: Woman) -> tuple[Span, Race]:
    """Return the ages of the projection and the race.

    Raises MissingInput without an age or a race, and InvalidInput for what the model refuses
    (clinical reference, section a1: errors that give no result).
    """
    span = _span(woman)
    race = required("race_code", woman.race)
    _check_biopsies(woman)
    _check_count("first_degree_relatives", woman.first_degree_relatives)
    _check_menarche(woman, span.age)
    _check_first_birth(woman, span.age, race)
    return span, race


def _span(woman: Woman) -> Span:
    age = required("age", woman.age)
    if not age.is_finite() or not YOUNGEST_YEARS <= age < OLDEST_YEARS:
        raise InvalidInput(
            "age",
            age,
            "it is at least {lowest} and below {highest}",
            lowest=YOUNGEST_YEARS,
            highest=OLDEST_YEARS,
        )
    until = woman.projection_age
    if until is None:
        until = min(age + SHORT_TERM_YEARS, Decimal(OLDEST_YEARS))
    if not until.is_finite() or not age < until <= OLDEST_YEARS:
        raise InvalidInput(
            "projection_age",
            until,
            "it is above the age of {age} and at most {highest}",
            age=age,
            highest=OLDEST_YEARS,
        )
    return Span(age, until)


def _check_biopsies(woman: Woman) -> None:
    _check_count("biopsies", woman.biopsies)
    if not woman.biopsies and woman.atypical_hyperplasia is not None:
        answer = "yes" if woman.atypical_hyperplasia else "no"
        raise InvalidInput("atypical_hyperplasia", answer, "without a biopsy it is 99 or blank")


def _check_count(column: str, count: Decimal | None) -> None:
    if count is None:
        return
    if not count.is_finite() or not 0 <= count <= MOST or count != count.to_integral_value():
        raise InvalidInput(
            column,
            count,
            "it is a whole number from 0 to {highest}, or 99 for unknown",
            highest=MOST,
        )


def _check_menarche(woman: Woman, age: Decimal) -> None:
    menarche = woman.age_menarche
    if menarche is not None and not (menarche.is_finite() and 0 < menarche <= age):
        raise InvalidInput(
            "age_menarche",
            menarche,
            "it is above 0 and at most the age of {age}, or 99 for unknown",
            age=age,
        )


def _check_first_birth(woman: Woman, age: Decimal, race: Race) -> None:
    """Check the first live birth; the published model takes any age of Black women."""
    first_birth = woman.age_first_birth
    if first_birth is None:
        return
    if woman.is_nulliparous:
        raise InvalidInput("age_first_birth", first_birth, "a woman without births has none")
    if first_birth.is_finite() and race is Race.BLACK:
        return
    earliest = woman.age_menarche or Decimal(0)
    if not first_birth.is_finite() or not earliest <= first_birth <= age:
        raise InvalidInput(
            "age_first_birth",
            first_birth,
            "it lies between menarche ({menarche}) and the age of {age}, "
            "or is 98 for no birth or 99 for unknown",
            menarche=earliest,
            age=age,
        )
