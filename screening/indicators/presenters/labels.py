"""Groups and figures in the words of a page."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext as _

from screening.enrollments.rules import Source
from screening.indicators.reports import KAPLAN_MEIER, Figure
from screening.indicators.rules import INCIDENT, PREVALENT, Dimension
from screening.indicators.statistics import LEVEL
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
    KAPLAN_MEIER: N_("Kaplan-Meier"),
}
NOTHING = "\N{EN DASH}"
# The counts of a report as the page names them, each with what it counts.
COUNT_LABELS = {
    "persons_screened": (N_("Persons screened"), N_("Persons with a screening exam.")),
    "exams": (N_("Exams"), N_("Performed, technically adequate exams of a screening purpose.")),
    "exams_with_result": (N_("With result"), N_("Exams whose category is final.")),
    "positive_exams": (N_("Positive"), N_("Exams positive by the program's threshold.")),
    "cancers": (N_("Cancers"), N_("Screen-detected cancers.")),
    "persons_with_cancer": (
        N_("Persons with cancer"),
        N_("Persons with a screen-detected cancer."),
    ),
    "pending": (N_("Pending"), N_("Exams whose follow-up is not complete.")),
}


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
    return _at_level(figure.level, figure.method)


def time_method_text() -> str:
    """Return the name of the method of medians with its level."""
    return _at_level(LEVEL, KAPLAN_MEIER)


def _at_level(level: float, method: str) -> str:
    percent = f"{level * 100:.0f}\u202f%"
    return str(_("%(level)s, %(method)s", level=percent, method=say(METHOD_LABELS[method])))
