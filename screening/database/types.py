"""Column types shared by all tables: aware moments, enums by value, exact JSON, ordered text."""

import json
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import JSON, DateTime, Dialect, Enum, String
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """An aware moment; stored as UTC without an offset, so that both databases order it alike."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive moment and store the others as UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the stored moment its zone back."""
        return None if value is None else value.replace(tzinfo=UTC)


def by_value(enum: type[StrEnum]) -> Enum:
    """Return the column type that stores an enum's values as text without a database enum."""
    return Enum(
        enum,
        values_callable=lambda members: [member.value for member in members],
        native_enum=False,
        create_constraint=False,
        length=32,
    )


# What is stored is made of parsed or freshly built values, which hold no cycles.
ENCODER = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, separators=(",", ":"), sort_keys=True
)


class JsonText(str):
    """JSON that is already written down, and is stored as it stands."""

    __slots__ = ()


def json_text(value: object) -> JsonText:
    """Return a value as JSON text: the shortest, keys in their order, letters as they are."""
    if isinstance(value, JsonText):
        return value
    return JsonText(ENCODER.encode(value))


JsonDocument = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


def ordered_text(length: int) -> String:
    """Return text compared byte by byte on both databases, so that prefixes are index ranges."""
    return String(length).with_variant(String(length, collation="C"), "postgresql")
