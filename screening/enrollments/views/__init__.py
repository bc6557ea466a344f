"""The pages of enrollments: questionnaire, consent, pause, leaving, corrections, rules."""

from screening.enrollments.views import assessing, correcting, deciding, starting
from screening.enrollments.views.blueprint import blueprint
from screening.enrollments.views.record import panel, tie

__all__ = ["assessing", "blueprint", "correcting", "deciding", "panel", "starting", "tie"]
