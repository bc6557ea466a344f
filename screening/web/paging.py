"""Pages of a list: a page number in the address, one row more than shown tells of the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from flask import request

from screening.web.inputs import read_number

T = TypeVar("T")

PAGE_SIZE = 50
MOST_PAGES = 100_000


@dataclass(frozen=True)
class Page(Generic[T]):
    """One page of rows; `number` starts at 1."""

    rows: Sequence[T]
    number: int
    has_next: bool

    @property
    def has_previous(self) -> bool:
        """There is an earlier page."""
        return self.number > 1


def page_number() -> int:
    """Return the page that the address asks for."""
    number = read_number(request.args.get("page")) or 1
    return number if number < MOST_PAGES else 1


def offset_of(number: int, size: int = PAGE_SIZE) -> int:
    """Return how many rows come before a page."""
    return (number - 1) * size


def page_of(rows: Sequence[T], number: int, size: int = PAGE_SIZE) -> Page[T]:
    """Return the page of rows that were read with a limit of `size` + 1."""
    return Page(rows[:size], number, len(rows) > size)
