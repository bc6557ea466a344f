"""Three-valued criteria: met, not met or not known, with the inputs that would decide."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Check:
    """Whether a criterion is met (None: not known), and the inputs that are missing for it."""

    met: bool | None
    missing: tuple[str, ...] = ()


MET = Check(met=True)
NOT_MET = Check(met=False)


def undecided(*columns: str) -> Check:
    """Return a criterion that cannot be decided without some inputs."""
    return Check(None, columns)


def decided(column: str, value: Decimal | None, is_met: Callable[[Decimal], bool]) -> Check:
    """Return a criterion on one number."""
    return undecided(column) if value is None else Check(is_met(value))


def at_least(column: str, value: Decimal | None, limit: Decimal | int) -> Check:
    """Return a criterion on one number that reaches a limit."""
    return decided(column, value, lambda number: number >= limit)


def below(column: str, value: Decimal | None, limit: Decimal | int) -> Check:
    """Return a criterion on one number that stays below a limit."""
    return decided(column, value, lambda number: number < limit)


def sum_at_least(counts: Mapping[str, Decimal | None], limit: int) -> Check:
    """Return a criterion on a sum of counts; those known may reach the limit alone."""
    total = sum((count for count in counts.values() if count is not None), Decimal(0))
    if total >= limit:
        return MET
    missing = tuple(column for column, count in counts.items() if count is None)
    return undecided(*missing) if missing else NOT_MET


def yes(column: str, answer: bool | None) -> Check:
    """Return a criterion on one answer."""
    return undecided(column) if answer is None else Check(answer)


def any_of(*checks: Check) -> Check:
    """Join criteria of which one suffices."""
    return _join(checks, decisive=True)


def every(*checks: Check) -> Check:
    """Join criteria that must all be met."""
    return _join(checks, decisive=False)


def _join(checks: tuple[Check, ...], *, decisive: bool) -> Check:
    if any(check.met is decisive for check in checks):
        return Check(decisive)
    missing = dict.fromkeys(column for check in checks for column in check.missing)
    is_open = any(check.met is None for check in checks)
    return undecided(*missing) if is_open else Check(not decisive)
