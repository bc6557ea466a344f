"""ACR TI-RADS and C-TIRADS for the program's exams, and the systems that are shown beside them."""

from screening.programs.thyroid.category.displayed import ALSO_SHOWN
from screening.programs.thyroid.category.systems import DEFAULT_SYSTEM, SYSTEMS

__all__ = ["ALSO_SHOWN", "DEFAULT_SYSTEM", "SYSTEMS"]
