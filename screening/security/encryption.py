"""Encrypted text columns and the blind indexes by which their exact values are still found."""

import hashlib
import hmac
import os

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Dialect, LargeBinary
from sqlalchemy.types import TypeDecorator

from screening.security.keys import get_keys

NONCE_BYTES = 12


class EncryptedText(TypeDecorator[str]):
    """Text kept as AES-256-GCM, bound to the name of its column."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, column: str) -> None:
        super().__init__()
        self.column = column

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """Encrypt on the way in."""
        if value is None:
            return None
        nonce = os.urandom(NONCE_BYTES)
        return nonce + _cipher().encrypt(nonce, value.encode(), self.column.encode())

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        """Decrypt on the way out."""
        if value is None:
            return None
        nonce, text = value[:NONCE_BYTES], value[NONCE_BYTES:]
        return _cipher().decrypt(nonce, text, self.column.encode()).decode()


def _cipher() -> AESGCM:
    return AESGCM(bytes.fromhex(get_keys().field_encryption))


def blind_index(column: str, value: str | None) -> str | None:
    """Return the keyed digest by which an exact value is found without being readable."""
    if not value:
        return None
    key = bytes.fromhex(get_keys().blind_index)
    return hmac.new(key, f"{column}:{value}".encode(), hashlib.sha256).hexdigest()[:40]
