"""Every write of exams, findings, readings and the rounds that follow from them."""

from screening.exams.actions.rounds import arrange_rounds

__all__ = ["arrange_rounds"]
