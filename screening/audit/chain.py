"""The hash chain over audit events: pure, so that a verifier shares no state with the writer."""

import hashlib
import hmac
import json
from collections.abc import Mapping

GENESIS = "0" * 64


def link(key: str, previous_hash: str, event: Mapping[str, object]) -> str:
    """Return the keyed hash of an event after `previous_hash`; `event` holds JSON values only."""
    return link_text(bytes.fromhex(key), previous_hash, canonical_text(event))


def canonical_text(event: Mapping[str, object]) -> str:
    """Return the one JSON text of an event that is hashed."""
    return json.dumps(event, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def link_text(key: bytes, previous_hash: str, canonical: str) -> str:
    """Return the keyed hash of an event's canonical text after `previous_hash`."""
    return hmac.digest(key, f"{previous_hash}\n{canonical}".encode(), hashlib.sha256).hex()
