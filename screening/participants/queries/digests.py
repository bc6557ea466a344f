"""The keyed digests under which a person's numbers are found and audited, never the numbers."""

from screening.participants.rules import (
    check_national_id,
    normalize_phone,
    phone_tail,
)
from screening.protocol.errors import RefusedInputError
from screening.security.encryption import blind_index

TAIL_DIGITS = 4


def national_id_digest(number: str | None) -> str | None:
    """Return the digest of a checked national number."""
    return blind_index("participants.national_id", number)


def phone_digest(phone: str | None) -> str | None:
    """Return the digest of a normalized phone number."""
    return blind_index("participants.phone", phone)


def phone_tail_digest(phone: str | None) -> str | None:
    """Return the digest of the last four digits of a normalized phone number."""
    return tail_digest(phone_tail(phone))


def tail_digest(digits: str | None) -> str | None:
    """Return the digest of four digits typed to find a phone."""
    return blind_index("participants.phone_tail", digits)


def email_digest(email: str | None) -> str | None:
    """Return the digest under which an e-mail address stands in the audit log."""
    return blind_index("participants.email", email)


def address_digest(address: str | None) -> str | None:
    """Return the digest under which an address stands in the audit log."""
    return blind_index("participants.address", address)


def typed_national_id_digest(text: str | None) -> str | None:
    """Return the digest of what may be a national number still being typed."""
    try:
        checked = check_national_id(text)
    except RefusedInputError:
        return None
    return national_id_digest(checked.number) if checked else None


def typed_phone_digest(text: str | None) -> str | None:
    """Return the digest of what may be a phone number still being typed."""
    try:
        return phone_digest(normalize_phone(text))
    except RefusedInputError:
        return None


def typed_tail_digest(text: str) -> str | None:
    """Return the digest of four digits, the end of a phone number; None for anything else."""
    is_tail = len(text) == TAIL_DIGITS and text.isascii() and text.isdigit()
    return tail_digest(text) if is_tail else None
