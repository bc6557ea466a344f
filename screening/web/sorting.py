"""Sorting of a list by the headers of its table: kept in the address, so that it is remembered."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import request, url_for

DESCENDING = "-"


@dataclass(frozen=True)
class Sorting:
    """By which column a list is sorted, and the links that change it."""

    key: str
    is_descending: bool = False

    def url(self, key: str) -> str:
        """Return the address of the same list sorted by a column; again turns the order around.

        The list begins anew, whether it goes on by pages or from a row.
        """
        anew = dict.fromkeys(("page", "before", "after"))
        return address(sort=self.asking(key), **anew)

    def asking(self, key: str) -> str:
        """Return what asks for the sorting by a column, or turned around; see `sorting_of`."""
        flips = key == self.key and not self.is_descending
        return f"{DESCENDING if flips else ''}{key}"

    @property
    def asked(self) -> str:
        """What asked for this sorting."""
        return f"{DESCENDING if self.is_descending else ''}{self.key}"

    def arrow(self, key: str) -> str:
        """Return the sign beside the header."""
        if key != self.key:
            return ""
        return " \N{DOWNWARDS ARROW}" if self.is_descending else " \N{UPWARDS ARROW}"

    def aria(self, key: str) -> str:
        """Return what is read out of the header."""
        if key != self.key:
            return "none"
        return "descending" if self.is_descending else "ascending"


def read_sorting(keys: Sequence[str], default: str) -> Sorting:
    """Return the sorting that the address asks for, if there is such a column."""
    return sorting_of(request.args.get("sort", default), keys, default)


def sorting_of(text: str, keys: Sequence[str], default: str) -> Sorting:
    """Return the sorting that a text asks for, if there is such a column."""
    key = text.removeprefix(DESCENDING)
    if key not in keys:
        text, key = default, default.removeprefix(DESCENDING)
    return Sorting(key, text.startswith(DESCENDING))


def address(**changes: str | int | None) -> str:
    """Return the address of this page with some of its arguments changed or (None) left out."""
    # A name with an underscore in front would be taken for an option of the address itself.
    typed = {
        name: values
        for name, values in request.args.to_dict(flat=False).items()
        if not name.startswith("_")
    }
    arguments = {**typed, **(request.view_args or {}), **changes}
    kept = {name: value for name, value in arguments.items() if value is not None}
    return url_for(request.endpoint or "", **kept)


def page_url(number: int) -> str:
    """Return the address of another page of this list."""
    return address(page=number)
