"""Dates of an enrollment that cannot be, each refused where it was typed; pure."""

from dataclasses import dataclass
from datetime import date

from screening.protocol.errors import RefusedInputError
from screening.protocol.wording import N_

EARLIEST = date(1900, 1, 1)


@dataclass(frozen=True)
class Life:
    """Between which days an event of a person can lie; None is not known."""

    born_from: date | None
    today: date


def check_day(field: str, day: date | None, life: Life) -> None:
    """Refuse a day in the future, before the birth, or before anyone was screened."""
    if day is None:
        return
    if day > life.today:
        text = N_("Enter a date that is not in the future: today is {today}")
        raise RefusedInputError(field, text, {"today": life.today})
    first = life.born_from or EARLIEST
    if day < first:
        text = N_("Check the year: {day} lies before {first}, the earliest day possible")
        raise RefusedInputError(field, text, {"day": day, "first": first})


def check_consent(given_on: date | None, enrolled_on: date | None) -> None:
    """Refuse an enrollment that comes before its consent."""
    if given_on is not None and enrolled_on is not None and enrolled_on < given_on:
        raise RefusedInputError(
            "enrolled_on",
            N_("Enter a day of enrollment that is not before the consent on {day}"),
            {"day": given_on},
        )


def check_exit(enrolled_on: date | None, exited_on: date | None) -> None:
    """Refuse leaving before enrollment."""
    if enrolled_on is not None and exited_on is not None and exited_on < enrolled_on:
        raise RefusedInputError(
            "exited_on",
            N_("Enter a day that is not before the enrollment on {day}"),
            {"day": enrolled_on},
        )
