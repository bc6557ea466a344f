"""What changed between two states of a record, for the audit log."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal


def difference(
    before: Mapping[str, object], after: Mapping[str, object]
) -> dict[str, list[object]]:
    """Return field -> [old, new] for what differs, as JSON values; an absent field is None."""
    names = sorted({*before, *after})
    return {
        name: [plain(before.get(name)), plain(after.get(name))]
        for name in names
        if plain(before.get(name)) != plain(after.get(name))
    }


def overwrites(before: Mapping[str, object], after: Mapping[str, object]) -> bool:
    """Tell whether something recorded is replaced; filling in what was blank is no correction."""
    return any(old not in (None, "") for old, _ in difference(before, after).values())


def plain(value: object) -> object:
    """Return a value as JSON can hold it."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, tuple | set | frozenset):
        return [plain(item) for item in value]
    return str(value) if isinstance(value, Decimal) else value
