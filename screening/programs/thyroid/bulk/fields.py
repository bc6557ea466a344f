"""Columns that several of the thyroid program's systems share."""

from decimal import Decimal

from screening.clinical.thyroid_descriptors import COLUMNS, LARGEST_MM, SMALLEST_MM
from screening.programs.thyroid.descriptions import FIELDS, LABELS, SIZE
from screening.programs.thyroid.questionnaire import QUESTIONNAIRE
from screening.protocol.columns import amount, as_input
from screening.protocol.fields import Field, FieldType, Limits, ShownWhen, field_named
from screening.protocol.wording import N_

POINTS = N_("points")


def of_finding(code: str, hint: str = "", shown_when: ShownWhen | None = None) -> Field:
    """Return a field of a finding as an input."""
    return as_input(field_named(FIELDS, code), hint=hint, shown_when=shown_when)


def question(code: str, hint: str = "") -> Field:
    """Return a question of the questionnaire as an input, with its own hint where none is given."""
    asked = field_named(QUESTIONNAIRE.fields, code)
    return as_input(asked, hint=hint or asked.hint)


def size(code: str, unit: str, units_per_mm: Decimal, hint: str) -> Field:
    """Return the largest diameter in a unit, with the limits against slips of the unit."""
    limits = Limits(SMALLEST_MM * units_per_mm, LARGEST_MM * units_per_mm)
    return amount(code, LABELS[SIZE], unit, limits, hint)


DESCRIPTORS = tuple(of_finding(code, field_named(FIELDS, code).hint) for code in COLUMNS)
SIZE_MM = size("max_size_mm", "mm", Decimal(1), N_("In millimeters: 12 for 1.2 cm"))
SIZE_CM = size("max_size_cm", "cm", Decimal("0.1"), N_("In centimeters: 1.2 for 12 mm"))
RISK = Field("risk_pct", N_("Risk of cancer"), FieldType.TEXT, unit="%")
