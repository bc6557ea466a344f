"""The density of a woman's breasts out of the density of each."""

from screening.clinical.bi_rads.vocabulary import Density


def denser(left: Density | None, right: Density | None) -> Density | None:
    """Return the denser of two breasts, the one known if the other is not.

    That the denser one decides is recalled, to be confirmed by the site (reference, section c).
    """
    return max((density for density in (left, right) if density is not None), default=None)
