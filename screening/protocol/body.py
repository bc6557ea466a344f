"""Questions on age and body that several programs ask, and what follows from the answers."""

from decimal import Decimal

from screening.protocol.answers import number
from screening.protocol.eligibility import Candidate
from screening.protocol.fields import Field, FieldType, Limits, Payload
from screening.protocol.questionnaire import AGE
from screening.protocol.wording import N_

HUNDREDTH = Decimal("0.01")


def age_field(limits: Limits, kind: FieldType = FieldType.INTEGER) -> Field:
    """Return the question for the age of who has no date of birth on record."""
    return Field(
        AGE,
        N_("Age"),
        kind,
        unit=N_("years old"),
        hint=N_("Only where the date of birth is not recorded"),
        limits=limits,
    )


def height_field(limits: Limits) -> Field:
    """Return the question for the height."""
    return Field("height_cm", N_("Height"), FieldType.DECIMAL, unit="cm", limits=limits)


def weight_field(limits: Limits) -> Field:
    """Return the question for the weight."""
    return Field("weight_kg", N_("Weight"), FieldType.DECIMAL, unit="kg", limits=limits)


BMI = Field(
    "bmi",
    N_("Body mass index"),
    FieldType.DECIMAL,
    unit="kg/m²",
    hint=N_("Computed from height and weight unless typed"),
    limits=Limits.between("10", "80", "15", "50"),
)


def untyped_bmi(answers: Payload) -> dict[str, Decimal]:
    """Return kg/m² where it was not typed but follows from height and weight."""
    height_cm, weight_kg = number(answers, "height_cm"), number(answers, "weight_kg")
    if answers.get(BMI.code) is not None or not height_cm or weight_kg is None:
        return {}
    height_m = height_cm / 100
    return {BMI.code: (weight_kg / (height_m * height_m)).quantize(HUNDREDTH)}


def completed_years(candidate: Candidate) -> int | None:
    """Return the age by the date of birth, else the one that was answered."""
    if candidate.age_years is not None:
        return candidate.age_years
    age = number(candidate.answers, AGE)
    return None if age is None else int(age)
