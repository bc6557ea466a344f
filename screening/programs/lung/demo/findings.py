"""Findings of a synthetic exam that make the category it is meant to have."""

import random

from screening.programs.lung.demo.settings import LOBES
from screening.protocol.synthetic import Row, pick

BASELINE_MM = {"2": (3.0, 5.6), "3": (6.2, 7.7), "4A": (8.3, 14.2), "4B": (15.2, 26.0)}
NEW_MM = {"2": (2.2, 3.6), "3": (4.2, 5.6), "4A": (6.2, 7.6), "4B": (8.3, 16.0)}


class Lesion:
    """One nodule followed over a person's exams; `size` is its mean diameter in mm."""

    def __init__(self, draw: random.Random, size: float) -> None:
        self.draw = draw
        self.lobe = pick(draw, LOBES)
        self.size = round(size, 1)

    def row(self, status: str, months: int | None = None, features: str = "") -> Row:
        """Return the lesion as a finding of one exam."""
        spread = round(self.draw.uniform(0.0, 0.08) * self.size, 1)
        row = {
            "finding_no": "1",
            "finding": "solid",
            "status": status,
            "lobe": self.lobe,
            "long_mm": f"{self.size + spread:.1f}",
            "short_mm": f"{self.size - spread:.1f}",
            "lesion_no": "1",
        }
        if months is not None:
            row["months_since_prior_ct"] = str(months)
        if features:
            row["suspicious_features"] = features
        return row


NOTHING: Row = {"finding_no": "1", "finding": "none", "status": "baseline"}


def first_seen(
    draw: random.Random, category: str, *, is_baseline: bool
) -> tuple[Lesion | None, Row]:
    """Return a lesion that has this category when first seen, and its row."""
    if category == "1":
        return None, NOTHING
    if category == "0":
        return None, {"finding_no": "1", "finding": "incomplete_exam", "status": "baseline"}
    sizes = BASELINE_MM if is_baseline else NEW_MM
    features = "spiculation" if category == "4X" else ""
    low, high = sizes["4B" if category == "4X" else category]
    lesion = Lesion(draw, draw.uniform(low, high))
    return lesion, lesion.row("baseline" if is_baseline else "new", features=features)


def seen_again(lesion: Lesion | None, months: int) -> Row:
    """Return the stable lesion, or nothing, as a finding of a later exam."""
    return NOTHING if lesion is None else lesion.row("stable", months)
