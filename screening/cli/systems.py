"""Which systems `screening evaluate` knows, each loaded only when it is asked for."""

from collections.abc import Sequence
from pkgutil import resolve_name

from screening.programs import bulk_systems
from screening.protocol.systems import BulkSystem

# These rest on scipy, which takes longer to start than all other systems together.
STATISTICS = "screening.indicators.bulk.systems:SYSTEMS"
STATISTICAL_CODES = (
    "proportion-interval",
    "poisson-interval",
    "newcombe",
    "direct-rate",
    "detection-ratio",
    "funnel",
)


def system_codes() -> Sequence[str]:
    """Return the codes of all systems in their order."""
    return sorted((*bulk_systems(), *STATISTICAL_CODES))


def find_system(code: str) -> BulkSystem | None:
    """Return the system with this code, if there is one."""
    if code not in STATISTICAL_CODES:
        return bulk_systems().get(code)
    systems: Sequence[BulkSystem] = resolve_name(STATISTICS)
    return next(system for system in systems if system.code == code)
