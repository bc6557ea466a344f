"""How the repeating blocks of findings are named in a sent form; pure."""

import re
from collections.abc import Iterable

FINDINGS = "findings"
NAME = re.compile(rf"{FINDINGS}-(\d{{1,4}})-(\w+)", re.ASCII)
MOST_FINDINGS = 40


def block_keys(names: Iterable[str]) -> list[int]:
    """Return the numbers of the blocks that were sent, in order; gaps are left by removed ones."""
    matches = (NAME.fullmatch(name) for name in names)
    return sorted({int(match[1]) for match in matches if match})[:MOST_FINDINGS]


def place_of(field: str) -> tuple[int, str] | None:
    """Return the finding and the field that a problem names; None: it is of the exam itself."""
    match = NAME.fullmatch(field)
    return (int(match[1]), match[2]) if match else None
