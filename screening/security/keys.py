"""The keys of field encryption, blind indexes and the audit chain: one file apart from the data."""

import json
import os
import secrets
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from flask import Flask, current_app

from config import keep_once

FILE_NAME = "keys.json"
ENVIRONMENT_VARIABLE = "SCREENING_KEYS"


@dataclass(frozen=True)
class Keys:
    """32-byte keys, written as hexadecimal; whoever loses them loses the encrypted fields."""

    field_encryption: str
    blind_index: str
    audit: str


def init_keys(app: Flask) -> None:
    """Load the keys from the environment or the instance folder; make the file at first use."""
    text = os.environ.get(ENVIRONMENT_VARIABLE)
    path = Path(app.instance_path) / FILE_NAME
    if not text and not path.exists():
        _write_new_keys(path)
    stored = json.loads(text or path.read_text(encoding="utf-8"))
    app.extensions["keys"] = Keys(**{field.name: stored[field.name] for field in fields(Keys)})


def _write_new_keys(path: Path) -> None:
    keys = Keys(*(secrets.token_hex(32) for _ in fields(Keys)))
    keep_once(path, json.dumps(asdict(keys), indent=2))


def get_keys() -> Keys:
    """Return the keys of the running app."""
    keys: Keys = current_app.extensions["keys"]
    return keys
