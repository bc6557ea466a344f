"""A synthetic cohort of the program: surveyed women, rounds, work-up and cancers, from a seed."""

from screening.programs.breast.demo.cohort import make_cohort

__all__ = ["make_cohort"]
