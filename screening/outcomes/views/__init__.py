"""The pages of cancers: record, correct, void, and the stage while it is typed."""

from screening.outcomes.views import correcting, recording
from screening.outcomes.views.blueprint import blueprint
from screening.outcomes.views.pages import panel

__all__ = ["blueprint", "correcting", "panel", "recording"]
