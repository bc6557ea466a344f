"""A synthetic cohort of the program: its persons, rounds, work-up and cancers, from a seed."""

from screening.programs.lung.demo.cohort import make_cohort

__all__ = ["make_cohort"]
