"""BI-RADS for the program's exams: from breasts and findings as entered to one category."""

from screening.programs.breast.category.system import DEFAULT_SYSTEM, SYSTEMS

__all__ = ["DEFAULT_SYSTEM", "SYSTEMS"]
