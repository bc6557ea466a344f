"""Who acts and what they may see: the `by` of every action and the scope of every query."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scope:
    """The sites whose records a viewer may see; None means every site (console, system)."""

    site_ids: frozenset[int] | None

    def includes(self, site_id: int) -> bool:
        """Tell whether a record of this site may be seen."""
        return self.site_ids is None or site_id in self.site_ids


EVERYWHERE = Scope(None)


@dataclass(frozen=True)
class Actor:
    """A signed-in user, the console or the system, as the audit log names it."""

    user_id: int | None
    name: str
    role: str
    scope: Scope
    site_id: int | None = None
    request_id: str | None = None


SYSTEM = Actor(None, "system", "system", EVERYWHERE)
