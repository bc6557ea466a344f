"""EU-TIRADS, K-TIRADS and the ATA patterns against their printed tables."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

import pytest

from screening.clinical import ata_2015, eu_ti_rads, k_ti_rads
from screening.clinical.k_ti_rads import K2016, K2021
from screening.clinical.reasons import InvalidInput, MissingInput
from screening.clinical.thyroid_descriptors import (
    Composition,
    Descriptors,
    Echogenicity,
    Margin,
    Shape,
)

Row = dict[str, str]
SOLID = {
    "composition": "solid",
    "echogenicity": "isoechoic",
    "shape": "wider_than_tall",
    "margin": "smooth",
    "echogenic_foci": "none",
    "max_size_mm": "8",
}
CYST = {**SOLID, "composition": "cystic", "echogenicity": "anechoic"}
SPONGIFORM = {**SOLID, "composition": "spongiform"}
MIXED = {**SOLID, "composition": "mixed"}
DARK = {**SOLID, "echogenicity": "hypoechoic"}
DARK_MIXED = {**MIXED, "echogenicity": "hypoechoic"}
PUNCTATE = {"echogenic_foci": "punctate"}
TALL = {"shape": "taller_than_wide"}
IRREGULAR = {"margin": "irregular"}


def category(evaluate: Callable[[Row], Row], row: Row) -> str:
    return evaluate(row)["category"]


def test_published_images_have_their_published_categories() -> None:
    """PMC8446497, figure 4: a solid isoechoic and a partially cystic hypoechoic nodule."""
    first = {**SOLID, **PUNCTATE, "max_size_mm": "14"}
    second = {**DARK_MIXED, **PUNCTATE, "max_size_mm": "12"}

    assert category(eu_ti_rads.evaluate_row, first) == "5"
    assert category(k_ti_rads.evaluate_row, first) == "4"
    assert category(ata_2015.evaluate_row, first) == ""
    assert category(eu_ti_rads.evaluate_row, second) == "5"
    assert category(k_ti_rads.evaluate_row, second) == "4"
    assert category(ata_2015.evaluate_row, second) == "high"


def test_the_systems_part_over_a_partially_cystic_hypoechoic_nodule_of_18_mm() -> None:
    """EU-TIRADS names this difference from the Korean system itself."""
    nodule = {**DARK_MIXED, "max_size_mm": "18"}
    korean, european = k_ti_rads.evaluate_row(nodule), eu_ti_rads.evaluate_row(nodule)

    assert (korean["category"], korean["fna"]) == ("3", "no")
    assert (european["category"], european["fna"]) == ("4", "yes")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (CYST, "2"),
        (SPONGIFORM, "2"),
        (SOLID, "3"),
        ({**SOLID, "echogenicity": "hyperechoic"}, "3"),
        ({**CYST, "echogenicity": "isoechoic"}, "3"),
        (DARK, "4"),
        (DARK_MIXED, "4"),
        ({**MIXED, "echogenicity": "very_hypoechoic"}, "4"),
        ({**SOLID, "echogenicity": "very_hypoechoic"}, "5"),
        ({**SOLID, **TALL}, "5"),
        ({**SOLID, **IRREGULAR}, "5"),
        ({**SOLID, "margin": "lobulated"}, "5"),
        ({**MIXED, **PUNCTATE}, "5"),
        ({**CYST, **PUNCTATE}, "5"),
        ({**SOLID, "echogenic_foci": "macrocalcification"}, "3"),
        ({**SOLID, "margin": "ill_defined"}, ""),
        ({**SOLID, "margin": "undetermined"}, ""),
        ({**SOLID, "echogenicity": "undetermined"}, ""),
        ({**SOLID, "composition": "undetermined"}, ""),
    ],
)
def test_each_pattern_of_eu_tirads_has_its_category(row: Row, expected: str) -> None:
    assert category(eu_ti_rads.evaluate_row, {**row, "max_size_mm": "30"}) == expected


@pytest.mark.parametrize(
    ("row", "in_2021", "in_2016"),
    [
        (CYST, "2", "2"),
        ({**CYST, **TALL}, "2", "4"),
        (SPONGIFORM, "2", "2"),
        ({**SPONGIFORM, **IRREGULAR}, "2", "4"),
        ({**SPONGIFORM, "echogenicity": "hypoechoic"}, "3", "3"),
        ({**MIXED, "echogenic_foci": "large_comet_tail"}, "2", "2"),
        ({**MIXED, "echogenic_foci": "large_comet_tail;punctate"}, "2", "4"),
        ({**SOLID, "echogenic_foci": "large_comet_tail"}, "3", "3"),
        (MIXED, "3", "3"),
        (DARK_MIXED, "3", "3"),
        (SOLID, "3", "3"),
        ({**SOLID, "margin": "ill_defined"}, "3", "3"),
        ({**MIXED, **TALL}, "4", "4"),
        ({**SOLID, **PUNCTATE}, "4", "4"),
        (DARK, "4", "4"),
        ({**DARK, **IRREGULAR}, "5", "5"),
        ({**DARK, **PUNCTATE}, "5", "5"),
        ({**DARK, **TALL}, "5", "5"),
        ({**SOLID, "composition": "undetermined_calcification"}, "4", ""),
        ({**SOLID, "composition": "undetermined"}, "", ""),
        ({**DARK, "margin": "undetermined"}, "", ""),
        ({**DARK, **TALL, "margin": "undetermined"}, "5", "5"),
        ({**SOLID, "echogenicity": "undetermined"}, "", ""),
    ],
)
def test_each_pattern_of_k_tirads_has_its_category(row: Row, in_2021: str, in_2016: str) -> None:
    row = {**row, "max_size_mm": "30"}

    assert category(k_ti_rads.evaluate_row, row) == in_2021
    assert category(partial(k_ti_rads.evaluate_row, edition=K2016), row) == in_2016


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (CYST, "benign"),
        (SPONGIFORM, "very_low"),
        ({**MIXED, "eccentric_solid_part": "no"}, "very_low"),
        ({**MIXED, "eccentric_solid_part": "yes"}, "low"),
        ({**DARK_MIXED, "eccentric_solid_part": "yes"}, "low"),
        (SOLID, "low"),
        (DARK, "intermediate"),
        ({**DARK, "margin": "ill_defined"}, ""),
        ({**DARK, "margin": "lobulated"}, "high"),
        ({**DARK, **PUNCTATE}, "high"),
        ({**DARK, **TALL}, "high"),
        ({**DARK, "margin": "extrathyroidal_extension"}, "high"),
        ({**DARK_MIXED, **TALL}, "high"),
        ({**DARK, "echogenic_foci": "peripheral_calcification"}, "intermediate"),
        ({**SOLID, **TALL}, ""),
        ({**SPONGIFORM, **TALL}, ""),
        ({**SOLID, "echogenicity": "undetermined"}, ""),
        ({**SOLID, "composition": "undetermined"}, ""),
    ],
)
def test_each_ata_pattern_has_its_suspicion(row: Row, expected: str) -> None:
    assert category(ata_2015.evaluate_row, {**row, "max_size_mm": "30"}) == expected


EU = eu_ti_rads.evaluate_row
K = k_ti_rads.evaluate_row
K16 = partial(k_ti_rads.evaluate_row, edition=K2016)
ATA = ata_2015.evaluate_row


@pytest.mark.parametrize(
    ("evaluate", "row", "limit_mm", "is_included", "risk"),
    [
        (EU, SOLID, "20", False, "2-4"),
        (EU, DARK, "15", False, "6-17"),
        (EU, {**DARK, **TALL}, "10", False, "26-87"),
        (K, SOLID, "20", False, "3-10"),
        (K, DARK, "15", False, "10-40"),
        (K, {**DARK, **TALL}, "10", False, ">60"),
        (K16, CYST, "20", True, "<3"),
        (K16, SOLID, "15", True, "3-15"),
        (K16, DARK, "10", True, "15-50"),
        (K16, {**DARK, **TALL}, "10", True, ">60"),
        (ATA, SPONGIFORM, "20", True, "<3"),
        (ATA, SOLID, "15", True, "5-10"),
        (ATA, DARK, "10", True, "10-20"),
        (ATA, {**DARK, **TALL}, "10", True, ">70-90"),
    ],
)
def test_each_category_has_its_risk_and_is_biopsied_at_or_above_its_size(
    evaluate: Callable[[Row], Row], row: Row, limit_mm: str, is_included: bool, risk: str
) -> None:
    at_limit = evaluate({**row, "max_size_mm": limit_mm})
    above = evaluate({**row, "max_size_mm": f"{limit_mm}.1"})
    below = evaluate({**row, "max_size_mm": f"{int(limit_mm) - 1}.9"})

    assert at_limit["fna"] == ("yes" if is_included else "no")
    assert (above["fna"], below["fna"]) == ("yes", "no")
    assert above["risk_pct"] == risk


@pytest.mark.parametrize(
    ("evaluate", "row"), [(EU, CYST), (EU, SPONGIFORM), (K, CYST), (K, SPONGIFORM), (ATA, CYST)]
)
def test_a_benign_pattern_is_biopsied_at_no_size_and_needs_none(
    evaluate: Callable[[Row], Row], row: Row
) -> None:
    assert evaluate({**row, "max_size_mm": ""})["fna"] == "no"
    assert evaluate({**row, "max_size_mm": "80"})["fna"] == "no"


DARK_SOLID = Descriptors(
    composition=Composition.SOLID,
    echogenicity=Echogenicity.HYPOECHOIC,
    shape=Shape.WIDER_THAN_TALL,
    margin=Margin.SMOOTH,
    echogenic_foci=(),
)


def test_another_risk_lowers_the_size_of_korean_category_4_to_10_mm() -> None:
    for size, fna in ((Decimal(10), False), (Decimal("10.1"), True)):
        result = k_ti_rads.assess_nodule(DARK_SOLID, size, K2021, has_other_risk=True)

        assert result.fna is fna


def test_a_small_eu_tirads_5_is_watched_or_biopsied_by_choice() -> None:
    reasons = EU({**DARK, **TALL, "max_size_mm": "10"})["reasons"]

    assert "surveillance or fna by choice" in reasons
    assert eu_ti_rads.CATEGORIES[eu_ti_rads.Category.FIVE].fna_again_within_months == 3


def test_very_low_suspicion_may_as_well_be_observed() -> None:
    assert "observation is as reasonable" in ATA({**SPONGIFORM, "max_size_mm": "20"})["reasons"]


def test_where_the_solid_part_lies_is_asked_of_a_partially_cystic_nodule() -> None:
    with pytest.raises(MissingInput) as refused:
        ATA(MIXED)

    assert refused.value.column == "eccentric_solid_part"


@pytest.mark.parametrize(
    ("suspicion", "benign_biopsies", "months"),
    [
        ("high", 1, (None, 12)),
        ("intermediate", 1, (12, 24)),
        ("low", 1, (12, 24)),
        ("very_low", 1, (24, None)),
        ("benign", 1, None),
        ("high", 2, None),
    ],
)
def test_what_follows_benign_cytology_depends_on_the_pattern_and_ends_after_two(
    suspicion: str, benign_biopsies: int, months: tuple[int | None, int | None] | None
) -> None:
    found = ata_2015.after_benign_cytology(ata_2015.Suspicion(suspicion), benign_biopsies)

    assert (found and (found.from_months, found.to_months)) == months
    assert bool(found and found.repeats_fna) == (suspicion == "high" and benign_biopsies == 1)


def test_surveillance_follows_a_biopsy_only() -> None:
    with pytest.raises(InvalidInput, match="benign_biopsies is 0; it is 1 or more"):
        ata_2015.after_benign_cytology(ata_2015.Suspicion.LOW, 0)
