"""Numbers of a person: the Chinese resident ID, phone numbers, a site's registration number."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from screening.participants.rules.sex import Sex
from screening.protocol.errors import RefusedInputError
from screening.protocol.wording import N_

# GB 11643-1999: the weights of the first 17 digits and the check character of their sum mod 11.
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_CHARACTERS = "10X98765432"
NATIONAL_ID = re.compile(r"\d{17}[\dX]", re.ASCII)
PHONE = re.compile(r"\+?\d{5,20}", re.ASCII)
IGNORED = re.compile("[\\s\u2010-\u2015()./-]+")
COUNTRY = re.compile(r"(?:\+|00)86(?=\d{10,})")
REGISTRATION = re.compile(r"[^\x00-\x1f\x7f]{1,60}")
TAIL_DIGITS = 4
SHORTEST_WITH_TAIL = 7


@dataclass(frozen=True)
class NationalId:
    """A resident ID that holds: what it says about its owner."""

    number: str
    born_on: date
    sex: Sex


def check_national_id(text: str | None) -> NationalId | None:
    """Read an 18-digit resident ID, refusing one that cannot exist; a blank is not known."""
    number = IGNORED.sub("", normalize("NFKC", text or "")).upper()
    if not number:
        return None
    if not NATIONAL_ID.fullmatch(number):
        raise _refused(N_("Enter the national number with its 18 characters, the last may be X"))
    total = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False))
    if CHECK_CHARACTERS[total % 11] != number[-1]:
        raise _refused(N_("Check the national number: its last character does not fit the others"))
    try:
        born_on = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        raise _refused(N_("Check the national number: digits 7 to 14 are not a date")) from None
    return NationalId(number, born_on, Sex.MALE if int(number[16]) % 2 else Sex.FEMALE)


def _refused(text: str) -> RefusedInputError:
    return RefusedInputError("national_id", text)


def mask_number(number: str | None) -> str | None:
    """Return a number of which only the last four characters are readable."""
    if number is None:
        return None
    return "•" * (len(number) - TAIL_DIGITS) + number[-TAIL_DIGITS:]


def normalize_phone(text: str | None) -> str | None:
    """Return the digits of a phone number, without China's country code; a blank is not known."""
    number = COUNTRY.sub("", IGNORED.sub("", normalize("NFKC", text or "")))
    if not number:
        return None
    if not PHONE.fullmatch(number):
        raise RefusedInputError("phone", N_("Enter one phone number of 5 to 20 digits"))
    return number


def phone_tail(phone: str | None) -> str | None:
    """Return the last four digits of a normalized number that is long enough to hide the rest."""
    return phone[-TAIL_DIGITS:] if phone and len(phone) >= SHORTEST_WITH_TAIL else None


def check_registration_no(text: str | None) -> str | None:
    """Return a registration number without surrounding spaces; a blank asks for the next one."""
    number = normalize("NFKC", text or "").strip()
    if number and not REGISTRATION.fullmatch(number):
        raise RefusedInputError(
            "registration_no", N_("Enter a registration number of at most 60 characters")
        )
    return number or None


def registration_prefix(site_code: str, today: date) -> str:
    """Return what the numbers proposed for a site in this year begin with."""
    return f"{site_code}-{today.year}-"


def next_registration_no(prefix: str, taken: Iterable[str]) -> str:
    """Return the number after the highest of those taken; numbers of other forms are left aside."""
    runs = (number.removeprefix(prefix) for number in taken if number.startswith(prefix))
    highest = max((int(run) for run in runs if run.isascii() and run.isdigit()), default=0)
    return f"{prefix}{highest + 1:05d}"
