"""Texts that a spreadsheet would run: refused on the way in, guarded on the way out."""

import re

# A guarded text begins with one apostrophe more than the text itself, so that reading it back
# gives the text again, whatever it begins with.
RISKY = re.compile(r"'*[=+\-@\t\r]")
GUARDED = re.compile(r"'+[=+\-@\t\r]")
# “=” and “@” begin nothing but formulas here; “+” and “-” begin phone numbers, grades and
# remarks too, and count only where something that can be run follows.
FORMULA = re.compile(r"[=@\t\r]|[+\-][^\s].*[(|!]", re.DOTALL)


def is_formula(text: str) -> bool:
    """Tell whether a cell's text is a formula rather than a value."""
    return FORMULA.match(text) is not None


def guard_text(text: str) -> str:
    """Return a text as a file may hold it, so that no spreadsheet takes it for a formula."""
    return f"'{text}" if RISKY.match(text) else text


def restore_text(text: str) -> str:
    """Return the text that was guarded; others as they are."""
    return text[1:] if GUARDED.match(text) else text
