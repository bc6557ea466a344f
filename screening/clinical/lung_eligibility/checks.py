"""Three-valued logic: criteria that are met, not met or not known, and how they join."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from screening.clinical.reasons import Reason, ReasonValue


@dataclass(frozen=True)
class Check:
    """Whether a criterion is met (None: not known), and why."""

    met: bool | None
    reasons: tuple[Reason, ...] = ()


MET = Check(met=True)


def met_because(key: str, **values: ReasonValue) -> Check:
    """Return a criterion that is met, with the reason."""
    return Check(True, (Reason(key, values),))


def failed(key: str, **values: ReasonValue) -> Check:
    """Return a criterion that is not met, with the reason."""
    return Check(False, (Reason(key, values),))


def undecided(key: str, **values: ReasonValue) -> Check:
    """Return a criterion that cannot be decided, with what is missing."""
    return Check(None, (Reason(key, values),))


def missing(column: str) -> Check:
    """Return a criterion that cannot be decided because an input is not known."""
    return undecided("input_missing", input=column)


def every(checks: Iterable[Check]) -> Check:
    """Join criteria that must all be met: one that fails decides, whatever is not known."""
    return _join(tuple(checks), decisive=False)


def any_of(checks: Iterable[Check]) -> Check:
    """Join criteria of which one suffices: one that is met decides, whatever is not known."""
    return _join(tuple(checks), decisive=True)


def _join(checks: Sequence[Check], *, decisive: bool) -> Check:
    deciding = [check for check in checks if check.met is decisive]
    if deciding:
        return Check(decisive, _reasons(deciding))
    still_open = [check for check in checks if check.met is None]
    if still_open:
        return Check(None, _reasons(still_open))
    return Check(not decisive, _reasons(checks))


def _reasons(checks: Iterable[Check]) -> tuple[Reason, ...]:
    """Return the reasons of checks in their order, each once."""
    reasons: list[Reason] = []
    for check in checks:
        reasons.extend(reason for reason in check.reasons if reason not in reasons)
    return tuple(reasons)
