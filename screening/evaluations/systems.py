"""Every published system by its code: those of the programs, and the statistics.

Nothing here loads what only some of them compute with.
"""

from collections.abc import Mapping

from screening.indicators.bulk.systems import SYSTEMS as STATISTICS
from screening.programs import bulk_systems
from screening.protocol.systems import BulkSystem


def all_systems() -> Mapping[str, BulkSystem]:
    """Return every system by its code, in the order of the codes."""
    statistics = {system.code: system for system in STATISTICS}
    return dict(sorted({**bulk_systems(), **statistics}.items()))


def find_system(code: str) -> BulkSystem | None:
    """Return the system with this code, if there is one."""
    return all_systems().get(code)
