"""Nodules and nodes of a synthetic exam, described so that they have the level they should."""

import random
from dataclasses import dataclass

from screening.programs.thyroid.demo.settings import LOBES, POLES, SIZES
from screening.protocol.synthetic import Row, pick

NOTHING: Row = {"finding_no": "1", "nodule": "no"}
NODE: Row = {
    "nodule": "lymph_node", "node_level": "IV", "long_axis_mm": "11", "short_axis_mm": "7",
    "hilum_seen": "no", "flow": "peripheral", "microcalcification": "yes", "cystic_change": "no",
    "hyperechoic_tissue": "no",
}  # fmt: skip

Words = tuple[str, str, str, str, str]
# Composition, echogenicity, shape, margin and foci, by the level that their points make.
DESCRIPTIONS: dict[str, tuple[Words, ...]] = {
    "TR1": (("spongiform", "isoechoic", "wider_than_tall", "smooth", "none"),),
    "TR2": (
        ("mixed", "isoechoic", "wider_than_tall", "smooth", "none"),
        ("mixed", "isoechoic", "wider_than_tall", "smooth", "large_comet_tail"),
    ),
    "TR3": (
        ("solid", "isoechoic", "wider_than_tall", "smooth", "none"),
        ("mixed", "hypoechoic", "wider_than_tall", "smooth", "none"),
    ),
    "TR4": (
        ("solid", "hypoechoic", "wider_than_tall", "smooth", "none"),
        ("solid", "hypoechoic", "wider_than_tall", "ill_defined", "none"),
        ("solid", "isoechoic", "wider_than_tall", "smooth", "punctate"),
    ),
    "TR5": (
        ("solid", "hypoechoic", "wider_than_tall", "smooth", "punctate"),
        ("solid", "very_hypoechoic", "taller_than_wide", "irregular", "punctate"),
        ("solid", "hypoechoic", "taller_than_wide", "ill_defined", "none"),
    ),
}
COLUMNS = ("composition", "echogenicity", "shape", "margin", "echogenic_foci")


@dataclass
class Nodule:
    """One nodule followed over a person's exams; `shown` is its level and what its size asks."""

    lesion_no: int
    shown: str
    words: Words
    size_mm: float
    lobe: str
    pole: str
    cytology: str = "none"

    @property
    def level(self) -> str:
        """The level that the description makes."""
        return self.shown.split()[0]

    def row(self, draw: random.Random, finding_no: int) -> Row:
        """Return the nodule as a finding of one exam; two measurements differ a little."""
        size = self.size_mm + round(draw.uniform(-0.2, 0.2), 1)
        is_tall = self.words[2] == "taller_than_wide"
        across, deep = (0.72, 0.86) if is_tall else (0.86, 0.68)
        return {
            "finding_no": str(finding_no),
            "nodule": "yes",
            "lobe": self.lobe,
            "pole": self.pole,
            "length_mm": f"{size:.1f}",
            "width_mm": f"{max(1.0, size * across):.1f}",
            "depth_mm": f"{max(0.9, size * deep):.1f}",
            **dict(zip(COLUMNS, self.words, strict=True)),
            "prior_cytology": self.cytology,
            "lesion_no": str(self.lesion_no),
        }


def make_nodule(
    draw: random.Random, shown: str, lesion_no: int, *, is_cancer: bool = False
) -> Nodule:
    """Return a new nodule that shows so; cancers are mostly found small."""
    words = draw.choice(DESCRIPTIONS[shown.split()[0]])
    smallest, largest = SIZES[shown]
    size = round(draw.triangular(smallest, largest, smallest if is_cancer else None), 1)
    return Nodule(lesion_no, shown, words, size, pick(draw, LOBES), pick(draw, POLES))


def node_row(finding_no: int, lesion_no: int) -> Row:
    """Return a suspicious lymph node as a finding."""
    return {**NODE, "finding_no": str(finding_no), "lobe": "R", "lesion_no": str(lesion_no)}
