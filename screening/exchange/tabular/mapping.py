"""Mappings of other tables to ours, written in YAML by whoever knows both."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from screening.exchange.tabular.errors import RefusedFileError
from screening.protocol.wording import N_

MOST_BYTES = 1024 * 1024
PARTS = ("columns", "values", "constants")


@dataclass(frozen=True)
class ColumnMapping:
    """`columns`: name in the file -> our column; `values`: our column -> their code -> ours;
    `constants`: our column -> the text of every row.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)


def read_mapping(path: Path, kind: str | None = None) -> ColumnMapping:
    """Read a mapping; refuse what is not one, saying which part is wrong.

    One file may hold the mappings of several kinds, each under the name of its kind.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise RefusedFileError(N_("the mapping is larger than 1 MB"))
        written = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        message = N_("the mapping cannot be read: {error}")
        raise RefusedFileError(message, {"error": " ".join(str(error).split())}) from None
    parts = _table(written, "")
    if kind in parts:
        parts = _table(parts[kind], kind or "")
    unknown = [name for name in parts if name not in PARTS]
    if unknown:
        message = N_("a mapping has the parts columns, values and constants, for this kind or all")
        raise RefusedFileError(message, column=str(unknown[0]))
    columns, values, constants = (_table(parts.get(name), name) for name in PARTS)
    return ColumnMapping(
        _texts(columns, "columns"),
        {str(name): _texts(_table(codes, str(name)), name) for name, codes in values.items()},
        _texts(constants, "constants"),
    )


def _table(written: object, where: str) -> dict[object, object]:
    if written is None:
        return {}
    if not isinstance(written, dict):
        raise RefusedFileError(N_("here the mapping needs lines “name: value”"), column=where)
    return written


def _texts(written: Mapping[object, object], where: object) -> dict[str, str]:
    if any(isinstance(value, dict | list) for value in written.values()):
        raise RefusedFileError(N_("here the mapping needs one text a line"), column=str(where))
    return {_text(name): _text(value) for name, value in written.items()}


def _text(value: object) -> str:
    # YAML reads a bare yes, no or on as a truth value; the file meant the word.
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value).strip()
