"""A synthetic cohort of the program: its persons, rounds, work-up and cancers, from a seed."""

from screening.programs.thyroid.demo.cohort import make_cohort

__all__ = ["make_cohort"]
