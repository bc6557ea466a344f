"""What other programs ask for: systems, figures, persons, exams, and the document of it all."""

from screening.api.views import document, evaluation, figures, records
from screening.api.views.blueprint import blueprint

__all__ = ["blueprint", "document", "evaluation", "figures", "records"]
