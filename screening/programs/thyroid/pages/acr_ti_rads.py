"""Tables and cases of the page of ACR TI-RADS 2017."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from screening.clinical.acr_ti_rads import LEVELS
from screening.clinical.acr_ti_rads.tables import (
    COMPOSITION,
    ECHOGENICITY,
    FEWEST_POINTS,
    FOCI,
    MARGIN,
    SHAPE,
)
from screening.clinical.thyroid_descriptors import NO_FOCI
from screening.protocol.systems import Case, SystemPage, Table

Chart = Iterable[tuple[str, int]]
CHART: Mapping[str, Chart] = {
    "composition": COMPOSITION.items(),
    "echogenicity": ECHOGENICITY.items(),
    "shape": SHAPE.items(),
    "margin": MARGIN.items(),
    "echogenic_foci": ((NO_FOCI, 0), *FOCI.items()),
}
NONE = "none"


def _points() -> Iterator[tuple[str, str, str]]:
    for feature, words in CHART.items():
        for word, points in words:
            yield feature, word, str(points)


def _levels() -> Iterator[tuple[str, ...]]:
    for level, facts in LEVELS.items():
        yield (
            level.value,
            f"{FEWEST_POINTS[level]} or more",
            facts.name,
            f"{facts.risk_percent}",
            _from(facts.fna_from_cm),
            _from(facts.follow_up_from_cm),
            ", ".join(str(months) for months in facts.follow_up_months) or NONE,
        )


def _from(limit_cm: Decimal | None) -> str:
    return NONE if limit_cm is None else f">= {limit_cm} cm"


# A nodule of 4 points: TR4.
MODERATE = {
    "composition": "solid",
    "echogenicity": "hypoechoic",
    "shape": "wider_than_tall",
    "margin": "smooth",
    "echogenic_foci": "none",
    "max_size_cm": "1.2",
}
# The same with 3 points, TR3, and with 7 points, TR5.
MILD = {"echogenicity": "isoechoic"}
HIGH = {"shape": "taller_than_wide"}
CYST = {"composition": "cystic", "echogenicity": "anechoic"}


def _at(level: str, inputs: Mapping[str, str], *sizes: str) -> Iterator[Case]:
    for size in sizes:
        yield Case(f"{level}, {size} cm", {**inputs, "max_size_cm": size})


PAGE = SystemPage(
    "screening.clinical.acr_ti_rads",
    golden="acr_tirads_vectors.csv",
    tests=(
        "test_acr_ti_rads.py",
        "test_acr_ti_rads_inputs.py",
        "test_acr_ti_rads_exam.py",
        "test_thyroid_bulk.py", "test_thyroid_bulk_words.py",
    ),
    tables=(
        Table("Points of each feature", ("feature", "word", "points"), tuple(_points())),
        Table(
            "Levels; of several whose points are reached the highest counts",
            ("level", "points", "name", "risk of cancer, %", "FNA", "follow-up", "scans, months"),
            tuple(_levels()),
        ),
    ),
    cases=(
        Case("4 points: TR4, followed up", {}),
        *_at("TR3", MILD, "1.4", "1.5", "2.4", "2.5"),
        *_at("TR4", {}, "0.9", "1.0", "1.4", "1.5"),
        *_at("TR5", HIGH, "0.4", "0.5", "0.9", "1.0"),
        Case("2 points: TR2, at any size", {"composition": "mixed", "echogenicity": "isoechoic",
                                            "max_size_cm": "6"}),
        Case("6 points: still TR4", {"echogenic_foci": "macrocalcification;large_comet_tail",
                                     "composition": "mixed", "margin": "lobulated"}),
        Case("7 points: TR5", {"echogenic_foci": "punctate"}),
        Case("several kinds of foci are added up",
             {"echogenic_foci": "macrocalcification;peripheral_calcification;punctate"}),
        Case("spongiform, whatever else is seen",
             {"composition": "spongiform", "margin": "lobulated", "echogenic_foci": "punctate"}),
        Case("spongiform, nothing else known",
             {"composition": "spongiform", "echogenicity": "", "shape": "", "margin": "",
              "echogenic_foci": "", "max_size_cm": ""}),
        Case("simple cyst", CYST),
        Case("cystic with another feature: its points are added", {**CYST, **HIGH}),
        Case("composition hidden by calcification",
             {"composition": "undetermined_calcification", "echogenicity": "undetermined",
              "margin": "undetermined", "echogenic_foci": "macrocalcification"}),
        Case("extension beyond the thyroid", {"margin": "extrathyroidal_extension"}),
        Case("mixed and anechoic cannot be", {"composition": "mixed", "echogenicity": "anechoic"}),
        Case("1 point has no level", {**CYST, "echogenic_foci": "macrocalcification"}),
        Case("shape not known", {"shape": ""}),
        Case("size not known, TR4", {"max_size_cm": ""}),
        Case("millimeters typed for centimeters", {"max_size_cm": "12"}),
        Case("no foci and one kind of them", {"echogenic_foci": "none;punctate"}),
        Case("a word of another lexicon", {"echogenicity": "dark"}),
        Case("text in a number", {"max_size_cm": "about 1"}),
    ),
    common=MODERATE,
    shown=("total_points", "tr_level", "fna", "follow_up", "follow_up_months"),
)  # fmt: skip
