"""Findings of synthetic exams that make the category which an exam is meant to have."""

import random

from screening.protocol.synthetic import Row

SIZES_MM = {
    "2": (4, 14), "3": (5, 15), "0": (6, 18), "4A": (6, 16), "4B": (8, 20), "4C": (9, 26),
    "5": (12, 38),
}  # fmt: skip
SHAPES = {"2": "oval", "3": "oval", "4A": "lobular", "4B": "irregular"}
MARGINS = {"2": "circumscribed", "3": "circumscribed", "4A": "indistinct", "4B": "indistinct"}
WITHOUT_FINDING = ("1",)
OTHER_SIDE = {"L": "R", "R": "L"}
DETAIL_OF_SIDE = {"L": "birads_left", "R": "birads_right"}


class Lesion:
    """One thing in one breast, followed over the exams of a woman, whatever the modality."""

    def __init__(self, draw: random.Random, number: int, category: str) -> None:
        self.number, self.side = number, draw.choice("LR")
        self.clock, self.distance_mm = draw.randint(1, 12), draw.randint(10, 70)
        self.size_mm = draw.randint(*SIZES_MM[category])
        self.kind = "calcification" if draw.random() < 0.18 else "mass"

    def row(self, category: str, modality: str) -> Row:
        """Return the lesion as a finding of an exam; ultrasound shows calcifications as a mass."""
        kind = self.kind if modality == "mammography" else "mass"
        row = {
            "finding_no": "1",
            "side": self.side,
            "kind": kind,
            "clock": str(self.clock),
            "distance_from_nipple_mm": str(self.distance_mm),
            "size_mm": str(self.size_mm),
            "birads": category,
            "lesion_no": str(self.number),
        }
        if kind == "mass":
            row["shape"] = SHAPES.get(category, "irregular")
            row["margin"] = MARGINS.get(category, "spiculated")
        else:
            row["calcification_distribution"] = "grouped"
        return row

    def details(self, category: str) -> Row:
        """Return the category of each breast; the other one shows nothing."""
        return {DETAIL_OF_SIDE[self.side]: category, DETAIL_OF_SIDE[OTHER_SIDE[self.side]]: "1"}


CLEAR: Row = {"birads_left": "1", "birads_right": "1"}
