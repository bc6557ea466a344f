"""Every write of facts, and the openings of lists behind figures."""

from screening.indicators.actions.opening import open_persons
from screening.indicators.actions.refreshing import rebuild_facts, refresh_facts, verify_facts

__all__ = ["open_persons", "rebuild_facts", "refresh_facts", "verify_facts"]
