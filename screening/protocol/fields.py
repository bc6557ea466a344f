"""Fields of questionnaires, exams and findings: type, unit, limits, choices and when they apply."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cached_property

from screening.protocol.wording import N_

Value = str | int | Decimal | date | tuple[str, ...]
Payload = Mapping[str, Value | None]

UNKNOWN = "unknown"


class FieldType(StrEnum):
    """How an answer is typed, read and stored."""

    INTEGER = "integer"
    DECIMAL = "decimal"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes_no"
    DATE = "date"
    TEXT = "text"


@dataclass(frozen=True)
class Choice:
    """One allowed code of a choice field, with the label that the page shows.

    `aliases` are other spellings that files use for the same code.
    """

    code: str
    label: str
    aliases: tuple[str, ...] = ()


YES_NO = (Choice("yes", N_("Yes")), Choice("no", N_("No")))
NOT_KNOWN = Choice(UNKNOWN, N_("Not known"))


@dataclass(frozen=True)
class Limits:
    """Range of a number in the field's unit: outside `minimum`-`maximum` is refused, outside
    `unlikely_below`-`unlikely_above` is asked. A `minimum_is_open` limit excludes its own value.
    """

    minimum: Decimal | None = None
    maximum: Decimal | None = None
    unlikely_below: Decimal | None = None
    unlikely_above: Decimal | None = None
    minimum_is_open: bool = False

    @classmethod
    def between(
        cls,
        minimum: str,
        maximum: str,
        unlikely_below: str | None = None,
        unlikely_above: str | None = None,
    ) -> "Limits":
        """Return limits written as text, as they stand in a published table."""
        return cls(
            Decimal(minimum),
            Decimal(maximum),
            None if unlikely_below is None else Decimal(unlikely_below),
            None if unlikely_above is None else Decimal(unlikely_above),
        )


@dataclass(frozen=True)
class ShownWhen:
    """The field applies only while another field holds (one of several: has) one of these codes."""

    field: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Field:
    """One thing asked or measured. A blank is *not known*; choices may also say so with a code.

    `aliases` are other names that files have for it; `other_units` are names under which they
    hold it in another unit, with the factor that makes it this field's. `unknowns` are texts that
    files write for *not known*; `otherwise` is the code of a text that is none of the choices.
    """

    code: str
    label: str
    type: FieldType
    unit: str = ""
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    limits: Limits = Limits()
    decimals: int = 1
    is_required: bool = False
    shown_when: ShownWhen | None = None
    aliases: tuple[str, ...] = ()
    other_units: Mapping[str, Decimal] = field(default_factory=dict, hash=False)
    unknowns: tuple[str, ...] = ()
    otherwise: str = ""

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every name that files have for the field, its own first."""
        return (self.code, *self.aliases, *self.other_units)

    def in_own_unit(self, name: str, text: str) -> str:
        """Return the text of a file's column of this name in the field's own unit."""
        factor = self.other_units.get(name)
        if factor is None:
            return text
        try:
            number = Decimal(text.strip())
        except InvalidOperation:
            return text
        return f"{number * factor:f}" if number.is_finite() else text

    @cached_property
    def allowed(self) -> tuple[Choice, ...]:
        """Every choice that may be picked, *not known* included."""
        if self.type is FieldType.YES_NO:
            return (*YES_NO, NOT_KNOWN)
        return self.choices

    @cached_property
    def codes(self) -> frozenset[str]:
        """The code of every choice of which one may be picked."""
        is_one = self.type in (FieldType.CHOICE, FieldType.YES_NO)
        return frozenset(choice.code for choice in self.allowed) if is_one else frozenset()

    @cached_property
    def spellings(self) -> Mapping[str, str]:
        """Every spelling of a choice in lower case, and the code that it stands for."""
        return {
            spelling.casefold(): choice.code
            for choice in self.allowed
            for spelling in (choice.code, *choice.aliases)
        }

    def applies(self, payload: Payload) -> bool:
        """Tell whether the field is asked, given the other answers."""
        if self.shown_when is None:
            return True
        held = payload.get(self.shown_when.field)
        codes = held if isinstance(held, tuple) else (held,)
        return any(code in self.shown_when.codes for code in codes)


def field_named(fields: Sequence[Field], code: str) -> Field:
    """Return the field with this code; a missing one is a fault of the definition."""
    return next(field for field in fields if field.code == code)
