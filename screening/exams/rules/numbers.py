"""Accession numbers: how they are written, and which one a site proposes; pure."""

import re
from collections.abc import Iterable
from datetime import date
from unicodedata import normalize

from screening.participants.rules import next_registration_no
from screening.protocol.errors import RefusedInputError
from screening.protocol.wording import N_

ACCESSION = re.compile(r"[^\x00-\x1f\x7f]{1,64}")


def tidy_accession_no(text: str | None) -> str:
    """Return an accession number without surrounding spaces; a blank asks for the next one."""
    number = normalize("NFKC", text or "").strip()
    if number and not ACCESSION.fullmatch(number):
        raise RefusedInputError(
            "accession_no", N_("Enter an accession number of at most 64 characters")
        )
    return number


def accession_prefix(site_code: str, today: date) -> str:
    """Return what the numbers proposed for a site's exams in this year begin with."""
    return f"{site_code}-E{today.year}-"


def next_accession_no(prefix: str, taken: Iterable[str]) -> str:
    """Return the number after the highest of those taken; numbers of other forms are left aside."""
    return next_registration_no(prefix, taken)
