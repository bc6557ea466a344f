"""What is drawn at random, always from a seed, and days that fall in the week."""

import random
from datetime import date, timedelta


def generator(seed: int) -> random.Random:
    """Return the seeded generator of a cohort."""
    return random.Random(seed)  # noqa: S311 - reproducible demonstration data, no secret


def pick(draw: random.Random, weights: dict[str, float]) -> str:
    """Return one of the keys, by its weight."""
    return draw.choices(list(weights), list(weights.values()))[0]


def weekday_from(day: date) -> date:
    """Return the day itself, or the Monday after a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)
