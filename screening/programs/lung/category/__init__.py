"""Lung-RADS for the program's exams: from findings as entered to a category with its reasons."""

from screening.programs.lung.category.system import DEFAULT_SYSTEM, SYSTEMS

__all__ = ["DEFAULT_SYSTEM", "SYSTEMS"]
