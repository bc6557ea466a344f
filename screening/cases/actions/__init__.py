"""Every write of cases, decisions and procedures."""

from screening.cases.actions.following import follow_episodes, follow_rounds

__all__ = ["follow_episodes", "follow_rounds"]
