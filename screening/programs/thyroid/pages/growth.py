"""Cases of the page of the growth of a thyroid nodule."""

from screening.clinical.thyroid_growth import (
    DIMENSION_MM,
    DIMENSION_PERCENT,
    DIMENSIONS,
    VOLUME_PERCENT,
)
from screening.protocol.systems import Case, SystemPage, Table

BY = "\N{MULTIPLICATION SIGN}"
OF_DIAMETERS = f"{DIMENSIONS} diameters or more up by {DIMENSION_PERCENT} % and {DIMENSION_MM} mm"


def _case(words: str, prior_mm: str, current_mm: str) -> Case:
    return Case(words, {"prior_mm": prior_mm, "current_mm": current_mm})


PAGE = SystemPage(
    "screening.clinical.thyroid_growth",
    golden="growth_vectors.csv",
    tests=("test_thyroid_growth.py", "test_thyroid_bulk.py", "test_thyroid_bulk_words.py"),
    tables=(
        Table(
            "What is growth",
            ("publication", "by diameters", "or by volume"),
            (
                ("ACR, User's Guide 2018", OF_DIAMETERS, f">= {VOLUME_PERCENT} %"),
                ("ATA 2015", OF_DIAMETERS, f"> {VOLUME_PERCENT} %"),
            ),
        ),
    ),
    cases=(
        _case("exactly 20 % and 2 mm in two diameters", "10x10x10", "12x12x10"),
        _case("in one diameter alone", "10x10x10", "12x11x10"),
        _case("20 %, but less than 2 mm", "8x8x8", "9.6x9.6x8"),
        _case("2 mm, but less than 20 %", "20x20x20", "22x22x20"),
        _case("exactly half the volume more", "10x10x10", "15x10x10"),
        _case("a little more than half", "10x10x10", "15.1x10x10"),
        _case("unchanged", "12x9x8", "12x9x8"),
        _case("smaller", "20x15x12", "18x14x11"),
        _case(
            "with blanks and a multiplication sign", f"10 {BY} 10 {BY} 10", f"12 {BY} 12 {BY} 10"
        ),
        _case("two diameters alone", "12x9", "12x9x8"),
        _case("centimeters typed for millimeters", "12x9x8", "1.2x0.9x0.8"),
        _case("a diameter of 0", "12x0x8", "12x9x8"),
        _case("text in a diameter", "12x9x8", "12xninex8"),
        _case("earlier scan not known", "", "12x9x8"),
    ),
)
