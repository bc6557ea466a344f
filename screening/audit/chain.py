"""The hash chain over audit events: pure, so that a verifier shares no state with the writer."""

import hashlib
import hmac
import json
from collections.abc import Mapping

GENESIS = "0" * 64


def link(key: str, previous_hash: str, event: Mapping[str, object]) -> str:
    """Return the keyed hash of an event after `previous_hash`; `event` holds JSON values only."""
    canonical = json.dumps(event, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    text = f"{previous_hash}\n{canonical}"
    return hmac.new(bytes.fromhex(key), text.encode(), hashlib.sha256).hexdigest()
