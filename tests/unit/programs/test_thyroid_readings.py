"""Another reading of an open question of ACR TI-RADS or C-TIRADS changes what rests on it."""

from decimal import Decimal

import pytest

from screening.programs.thyroid import PROGRAM
from tests.factories.golden import golden_rows
from tests.factories.readings import differing
from tests.factories.thyroid_exams import judged, nodule, words

ACR, CHINESE = "acr-ti-rads-2017", "c-ti-rads-2020"
CYSTIC = {"composition": "cystic"}


def system(code, **chosen):
    return PROGRAM.under(chosen).system(code)


def test_only_the_cystic_nodule_with_other_features_is_disputed():
    changed = differing(PROGRAM, ACR, "acr_tirads_vectors.csv", cystic_adds_points="no")

    assert changed == ["A123"]


def test_only_a_comet_tail_beside_microcalcification_is_counted_otherwise():
    file = "c_tirads_vectors.csv"
    changed = differing(PROGRAM, CHINESE, file, highest_focus_counts="no")

    both = [row for row in golden_rows(file) if row["microcalcification"] == row["comet_tail"]]
    assert changed == [row["id"] for row in both if row["comet_tail"] in ("1", "yes")]


def test_only_nodules_of_category_3_from_20_mm_ask_for_fna_otherwise():
    file = "c_tirads_vectors.csv"
    changed = differing(PROGRAM, CHINESE, file, fna_of_category_3_from_20_mm="yes")

    assert changed == [
        row["id"]
        for row in golden_rows(file)
        if row["category"] == "3" and Decimal(row["max_size_mm"]) >= 20
    ]


@pytest.mark.parametrize(
    ("size_mm", "by_default", "otherwise"),
    [("14.9", False, False), ("15", True, False), ("15.1", True, True)],
)
def test_exactly_the_fna_size_of_4a_follows_the_reading(size_mm, by_default, otherwise):
    seen = nodule(size_mm)

    assert judged(seen, system=system(CHINESE)).asks_tissue is by_default
    read = judged(seen, system=system(CHINESE, threshold_inclusive="no"))
    assert read.asks_tissue is otherwise
    assert read.version == "2020; threshold_inclusive=no"


def test_a_cystic_nodule_has_the_points_of_its_echogenicity_or_none():
    seen = nodule("20", **CYSTIC)

    published = judged(seen, system=system(ACR))
    read = judged(seen, system=system(ACR, cystic_adds_points="no"))

    assert (published.category, published.version) == ("TR2", "2017")
    assert (read.category, read.version) == ("TR1", "2017; cystic_adds_points=no")
    assert any(line.endswith("read as no") for line in words(read))


def test_a_nodule_of_category_3_without_a_size_may_ask_for_fna_where_it_has_one():
    seen = nodule("", composition="mixed")

    assert judged(seen, system=system(CHINESE)).asks_tissue is False
    read = judged(seen, system=system(CHINESE, fna_of_category_3_from_20_mm="yes"))
    assert (read.category, read.asks_tissue) == ("3", True)


def test_a_question_of_one_system_leaves_the_other_as_it_is():
    read = judged(nodule("15"), system=system(ACR, threshold_inclusive="no"))

    assert read == judged(nodule("15"), system=system(ACR))
