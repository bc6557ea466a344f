"""What the thyroid program's systems say of a row: reasons in words, and what is wrong with it."""

import pytest

from screening.clinical import (
    ata_2015,
    bethesda,
    eu_ti_rads,
    k_ti_rads,
    thyroid_growth,
    thyroid_nodes,
    tnm_thyroid,
)
from screening.clinical.reasons import ClinicalInputError
from screening.clinical.thyroid_patterns import Pattern
from screening.programs.thyroid.bulk import BULK_SYSTEMS
from screening.programs.thyroid.wording import cytology, growth, nodes, patterns, stages

SYSTEMS = {system.code: system for system in BULK_SYSTEMS}
SOLID = {
    "composition": "solid", "echogenicity": "hypoechoic", "shape": "taller_than_wide",
    "margin": "smooth", "echogenic_foci": "none", "max_size_mm": "10", "max_size_cm": "1.0",
}  # fmt: skip
C_TI_RADS = {
    "solid": "yes", "marked_hypoechoic": "no", "microcalcification": "no",
    "margin_ill_defined_irregular_or_ete": "no", "vertical": "no", "comet_tail": "no",
    "max_size_mm": "12",
}  # fmt: skip
NODE = {
    "node_level": "III", "long_axis_mm": "16", "short_axis_mm": "5", "hilum_seen": "no",
    "flow": "central", "microcalcification": "no", "cystic_change": "no",
    "hyperechoic_tissue": "no",
}  # fmt: skip


def said(code: str, row: dict[str, str]) -> list[str]:
    system = SYSTEMS[code]
    assert system.explain is not None
    return [sentence.in_english() for sentence in system.explain(row)]


@pytest.mark.parametrize(
    ("code", "row", "sentence"),
    [
        ("acr-ti-rads-2017", SOLID, "Finding 1: 10 mm >= 10 mm, FNA at TR5"),
        ("c-ti-rads-2020", C_TI_RADS, "Finding 1: 12 mm < 15 mm, no FNA at 4A"),
        ("eu-ti-rads-2017", SOLID, "10 mm: EU-TIRADS 5 asks for FNA above 10 mm"),
        ("k-ti-rads-2021", SOLID, "10 mm: K-TIRADS 5 asks for FNA above 10 mm"),
        ("k-ti-rads-2016", SOLID, "10 mm: K-TIRADS 5 asks for FNA from 10 mm on"),
        ("ata-2015", SOLID, "10 mm: High suspicion asks for FNA from 10 mm on"),
        (
            "ata-2015",
            {**SOLID, "echogenicity": "isoechoic"},
            "Fits no published pattern: Solid or almost completely solid, Isoechoic, Smooth",
        ),
        (
            "thyroid-growth",
            {"prior_mm": "10x10x10", "current_mm": "12x12x10"},
            "2 of 3 diameters up by 20 % and 2 mm or more",
        ),
        (
            "tnm-thyroid-8-differentiated",
            {"age_group": "<55", "T": "T4b", "N": "N1b", "M": "M0"},
            "Below 55 years, M0: the group is the same whatever T and N are",
        ),
        (
            "tnm-thyroid-8-differentiated",
            {"age_group": ">=55", "T": "T4a", "N": "", "M": "M0"},
            "T4a M0: the group is the same whatever N is",
        ),
        (
            "tnm-thyroid-8-medullary-anaplastic",
            {"histology": "medullary", "T": "T4a", "N": "N0", "M": "M0"},
            (
                "This part of the medullary table was recalled and not read; to be confirmed by "
                "the site"
            ),
        ),
        (
            "thyroid-nodes",
            NODE,
            "No hilum, and in level III a short axis of 5 mm >= 5 mm",
        ),
        (
            "thyroid-screening",
            {"age": "29"},
            (
                "China, lay screening sheets: The sheets advise an exam of the neck every 2 to 3 "
                "years from 20"
            ),
        ),
        (
            "bethesda-2023",
            {"bethesda": "II", "child": "no"},
            "II in adults: mean risk of cancer 4 %, from 2 to 7 %",
        ),
    ],
)
def test_a_row_is_explained_in_words(code: str, row: dict[str, str], sentence: str) -> None:
    assert sentence in said(code, row)


@pytest.mark.parametrize(
    ("code", "row", "message"),
    [
        (
            "acr-ti-rads-2017",
            {**SOLID, "max_size_cm": "12"},
            "max_size_cm is 12; it lies between 0.2 and 10 centimeters",
        ),
        (
            "c-ti-rads-2020",
            {**C_TI_RADS, "max_size_mm": "1.2"},
            "max_size_mm is 1.2; it lies between 2 and 100 millimeters",
        ),
        (
            "eu-ti-rads-2017",
            {**SOLID, "composition": "mixed", "echogenicity": "anechoic"},
            (
                "echogenicity is anechoic; a mixed nodule has a solid part, whose echogenicity is "
                "one of hyperechoic, isoechoic, hypoechoic, very_hypoechoic, undetermined"
            ),
        ),
        (
            "thyroid-nodes",
            {**NODE, "short_axis_mm": "thin"},
            "short_axis_mm is thin; it is a number with a decimal point",
        ),
        (
            "bethesda-2023",
            {"bethesda": "TR4", "child": "no"},
            "bethesda is TR4; it is one of I, II, III, IV, V, VI, or 1 to 6",
        ),
    ],
)
def test_what_is_wrong_names_column_value_and_what_is_allowed(
    code: str, row: dict[str, str], message: str
) -> None:
    with pytest.raises(ClinicalInputError) as refused:
        SYSTEMS[code].evaluate(row)

    assert str(refused.value) == message


def test_every_reason_and_every_pattern_has_words_and_no_words_are_left_over() -> None:
    of_patterns = {**ata_2015.REASON_KEYS, **eu_ti_rads.REASON_KEYS}
    assert set(growth.TEXTS) == set(thyroid_growth.REASON_KEYS)
    assert set(stages.TEXTS) == set(tnm_thyroid.REASON_KEYS)
    assert {*patterns.TEXTS, *patterns.OF_SIZE} == set(of_patterns)
    assert set(nodes.TEXTS) == set(thyroid_nodes.REASON_KEYS)
    assert set(cytology.TEXTS) == set(bethesda.REASON_KEYS)
    assert set(patterns.NAMES) == {pattern.name for pattern in all_patterns()}


def all_patterns() -> tuple[Pattern, ...]:
    korean = (*k_ti_rads.BENIGN_PATTERNS, *k_ti_rads.K2021.patterns, *k_ti_rads.K2016.patterns)
    american = (*ata_2015.PATTERNS, ata_2015.ECCENTRIC, ata_2015.CENTRAL)
    return (*eu_ti_rads.PATTERNS, *korean, *american)


def test_every_usual_management_has_words() -> None:
    published = {each for facts in bethesda.CATEGORIES.values() for each in facts.usual_management}

    assert set(cytology.MANAGEMENT) == published


def test_every_system_is_described_and_says_how_it_was_verified() -> None:
    for system in BULK_SYSTEMS:
        assert [field.code for field in system.fields] == list(system.inputs)
        assert [field.code for field in system.outcomes] == list(system.results[:-1])
        assert system.page is not None
        assert system.page.tests
        assert system.page.cases
