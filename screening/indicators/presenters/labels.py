"""Groups and figures in the words of a page."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext as _

from screening.enrollments.rules import Source
from screening.indicators.reports import Figure
from screening.indicators.rules import INCIDENT, PREVALENT, Dimension
from screening.participants.rules import SEX_LABELS
from screening.protocol.program import Program
from screening.protocol.wording import N_
from screening.web.locale import say

NARROW = 0.1
ROUND_LABELS = {PREVALENT: N_("Prevalent round"), INCIDENT: N_("Incident rounds")}
SOURCE_LABELS = {
    Source.GENERAL_SURVEY: N_("General survey"),
    Source.REFERRAL: N_("Referral"),
    Source.HEALTH_CHECK: N_("Health check"),
    Source.SELF: N_("On their own"),
}
METHOD_LABELS = {
    "wilson": N_("Wilson"),
    "clopper_pearson": N_("Clopper-Pearson"),
    "garwood_exact": N_("exact Poisson"),
    "kaplan_meier": N_("Kaplan-Meier"),
}
NOTHING = "\N{EN DASH}"


@dataclass(frozen=True)
class Labels:
    """The words for values of groups: sites by their names, codes by their labels."""

    program: Program
    sites: Mapping[str, str]

    def value(self, dimension: Dimension, value: str | None) -> str:
        """Return a value of a group as the page writes it."""
        if value is None:
            return str(_("Not known"))
        return say(self._known(dimension).get(value, value))

    def _known(self, dimension: Dimension) -> Mapping[str, str]:
        known: dict[Dimension, Mapping[str, str]] = {
            Dimension.SITE: self.sites,
            Dimension.ROUND: ROUND_LABELS,
            Dimension.SEX: {sex.value: label for sex, label in SEX_LABELS.items()},
            Dimension.SOURCE: {source.value: label for source, label in SOURCE_LABELS.items()},
            Dimension.MODALITY: {each.code: each.label for each in self.program.exam.modalities},
        }
        return known.get(dimension, {})


def rate_text(value: float | None) -> str:
    """Return a proportion in percent; small ones with two decimals."""
    if value is None:
        return NOTHING
    return f"{value * 100:.{2 if value < NARROW else 1}f}\u202f%"


def interval_text(figure: Figure) -> str:
    """Return the limits of a figure in percent."""
    if figure.lower is None or figure.upper is None:
        return NOTHING
    digits = 2 if figure.upper < NARROW else 1
    return f"{figure.lower * 100:.{digits}f}\u2013{figure.upper * 100:.{digits}f}\u202f%"


def method_text(figure: Figure) -> str:
    """Return the name of the interval's method with its level."""
    level = f"{figure.level * 100:.0f}\u202f%"
    return str(_("%(level)s, %(method)s", level=level, method=say(METHOD_LABELS[figure.method])))
