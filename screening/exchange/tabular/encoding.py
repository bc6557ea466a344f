"""Finds out, by streaming over its bytes, whether a file is text and in which encoding."""

import codecs
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from screening.exchange.tabular.errors import RefusedFileError
from screening.exchange.tabular.limits import MAX_FILE_BYTES, MAX_LINE_BYTES
from screening.protocol.wording import N_

BLOCK = 1024 * 1024
UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
ENCODINGS = ("utf-8-sig", "gb18030")
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")

NOT_TEXT = N_("the file is not text; save the table as CSV (UTF-8) or as .xlsx")


@dataclass(frozen=True)
class TextFile:
    """A file known to be text: its encoding, and the digest by which it is known again.

    `lines` may be more than its rows: a quoted cell can span several.
    """

    path: Path
    encoding: str
    sha256: str
    lines: int


def inspect_text(path: Path) -> TextFile:
    """Return the encoding of a text file; refuse what is empty, binary or in another encoding."""
    sha256, lines = _check_bytes(path)
    with path.open("rb") as file:
        has_mark = file.read(3) == codecs.BOM_UTF8
    for encoding in ENCODINGS[:1] if has_mark else ENCODINGS:
        if _is_in(encoding, path):
            return TextFile(path, encoding, sha256, lines)
    raise RefusedFileError(N_("the file is neither UTF-8 nor GB18030; save it as CSV UTF-8"))


def _check_bytes(path: Path) -> tuple[str, int]:
    """Return the file's digest and its lines; refuse what no table in text can be."""
    size = path.stat().st_size
    if size == 0:
        raise RefusedFileError(N_("the file is empty; its first row must name the columns"))
    if size > MAX_FILE_BYTES:
        raise RefusedFileError(N_("the file is larger than 1 GB; split it"))
    digest = hashlib.sha256()
    unbroken = lines = 0
    with path.open("rb") as file:
        if file.read(2) in UTF_16_MARKS:
            raise RefusedFileError(N_("the file is “Unicode text” (UTF-16); save it as CSV UTF-8"))
        file.seek(0)
        while block := file.read(BLOCK):
            digest.update(block)
            unbroken = _check_block(block, unbroken)
            lines += block.count(b"\n")
    return digest.hexdigest(), lines


def _check_block(block: bytes, unbroken: int) -> int:
    """Return how many bytes the last line has so far; a NUL or an endless line is refused."""
    if b"\0" in block:
        raise RefusedFileError(NOT_TEXT)
    first, last = block.find(b"\n"), block.rfind(b"\n")
    unbroken += len(block) if first < 0 else first
    if unbroken > MAX_LINE_BYTES:
        raise RefusedFileError(N_("a line is longer than 4 MB; this is not a table"))
    return unbroken if first < 0 else len(block) - last


def _is_in(encoding: str, path: Path) -> bool:
    try:
        with path.open(encoding=encoding) as file:
            while text := file.read(BLOCK):
                if CONTROL_CHARACTERS.search(text):
                    raise RefusedFileError(NOT_TEXT)
    except UnicodeDecodeError:
        return False
    return True
