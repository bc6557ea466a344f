"""Every write of cancers and what follows from them."""

from screening.outcomes.actions.attribution import attribute_cancers

__all__ = ["attribute_cancers"]
