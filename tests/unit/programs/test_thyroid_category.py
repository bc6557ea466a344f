"""What ACR TI-RADS and C-TIRADS make of an ultrasound as it is entered."""

import pytest

from screening.programs.thyroid.category.systems import ACR_TI_RADS, C_TI_RADS
from tests.factories.thyroid_exams import (
    asked,
    beside,
    chinese,
    finding,
    judged,
    nodule,
    words,
)

NONE = finding(nodule="no")
SUSPICIOUS_NODE = finding(nodule="lymph_node", microcalcification="yes")
TR3 = {"echogenicity": "isoechoic"}
TR5 = {"echogenic_foci": "punctate"}


@pytest.mark.parametrize(
    ("size_mm", "changes", "level", "asks_tissue", "interval"),
    [
        # TR3: FNA from 25 mm, follow-up from 15 mm.
        ("14.9", TR3, "TR3", False, "36"),
        ("15", TR3, "TR3", False, "12"),
        ("24.9", TR3, "TR3", False, "12"),
        ("25", TR3, "TR3", True, ""),
        # TR4: 15 and 10 mm.
        ("9.9", {}, "TR4", False, "36"),
        ("10", {}, "TR4", False, "12"),
        ("15", {}, "TR4", True, ""),
        # TR5: 10 and 5 mm.
        ("4.9", TR5, "TR5", False, "36"),
        ("5", TR5, "TR5", False, "12"),
        ("10", TR5, "TR5", True, ""),
        # TR1 and TR2 ask for nothing at any size.
        ("40", {"composition": "spongiform"}, "TR1", False, "36"),
        ("40", {"composition": "mixed", **TR3}, "TR2", False, "36"),
    ],
)
def test_a_level_and_a_size_ask_for_fna_follow_up_or_neither(
    size_mm, changes, level, asks_tissue, interval
):
    result = judged(nodule(size_mm, **changes))

    assert (result.category, result.asks_tissue, result.interval) == (level, asks_tissue, interval)
    assert result.is_positive is asks_tissue
    assert result.finding_tissue == (asks_tissue,)


@pytest.mark.parametrize(
    ("size_mm", "changes", "category", "asks_tissue"),
    [
        ("14.9", {}, "4A", False),
        ("15", {}, "4A", True),
        ("9.9", {"shape": "taller_than_wide"}, "4B", False),
        ("10", {"shape": "taller_than_wide"}, "4B", True),
        ("30", {"composition": "mixed"}, "3", False),
        ("12", {"composition": "mixed", "echogenic_foci": "large_comet_tail"}, "2", False),
    ],
)
def test_c_tirads_is_read_from_the_acr_description(size_mm, changes, category, asks_tissue):
    result = chinese(nodule(size_mm, **changes))

    assert (result.category, result.is_positive) == (category, asks_tissue)


def test_an_answer_of_c_tirads_goes_before_what_the_description_implies():
    assert chinese(nodule("9", microcalcification="yes")).category == "4B"


def test_the_acr_words_that_c_tirads_settles_are_filled_in():
    answers = {"solid": "1", "marked_hypoechoic": "1", "vertical": "1"}
    described = {"margin": "smooth", "echogenic_foci": "none"}
    result = judged(finding(nodule="yes", max_size_mm="12", **answers, **described))

    # Solid 2, very hypoechoic 3, taller than wide 3.
    assert result.category == "TR5"
    assert "Finding 1: ACR words that were left blank follow from the C-TIRADS answers" in words(
        result
    )


def test_what_neither_set_settles_is_asked_for():
    assert asked(chinese(nodule("12", margin="lobulated"))) == [
        "findings-0-margin_ill_defined_irregular_or_ete"
    ]
    assert asked(judged(nodule("12", shape=""))) == ["findings-0-shape"]


def test_centimeters_are_taken_as_files_write_them():
    assert judged(nodule("", max_size_cm="1.5")).asks_tissue


def test_the_largest_of_three_axes_is_the_size():
    axes = {"length_mm": "15", "width_mm": "9", "depth_mm": "8"}

    assert judged(nodule("", **axes)).asks_tissue


def test_a_nodule_that_nobody_measured_is_judged_by_its_level_alone():
    assert judged(nodule("")).is_positive
    assert judged(nodule("")).finding_tissue == (None,)
    assert judged(nodule("", **TR3)).interval == "12"
    assert chinese(nodule("")).is_positive


def test_a_mixed_nodule_is_not_anechoic():
    impossible = nodule("20", composition="mixed", echogenicity="anechoic")

    result = judged(impossible)

    assert result.category is None
    assert asked(result) == ["findings-0-echogenicity"]


def test_an_exam_without_nodule_is_negative_in_both_systems():
    assert (judged(NONE).category, judged(NONE).interval) == ("TR1", "36")
    assert (chinese(NONE).category, chinese(NONE).is_positive) == ("1", False)
    assert "house rule" in words(judged(NONE))[1]


def test_an_exam_says_by_its_count_that_there_is_no_nodule():
    assert judged(details={"nodule_count": 0}).category == "TR1"
    assert asked(judged(details={"nodule_count": 2})) == ["findings"]


def test_the_nodule_with_most_points_gives_the_exam_its_level():
    result = judged(nodule("20", **TR3), nodule("6", **TR5))

    assert result.category == "TR5"
    assert result.finding_categories == ("TR3", "TR5")
    assert result.interval == "12"


def test_at_most_four_nodules_are_reported_and_two_biopsied():
    result = judged(*[nodule(size, **TR5) for size in ("11", "12", "13")], *[nodule("16")] * 2)

    assert result.finding_categories == ("TR5", "TR5", "TR5", "TR4", "TR4")
    said = words(result)
    assert "Finding 5: 4 points, not among the four nodules that are reported" in said
    assert "Finding 1: 7 points, not among the two nodules that are biopsied" in said
    assert result.finding_tissue == (True, True, True, True, None)


@pytest.mark.parametrize("system", [ACR_TI_RADS, C_TI_RADS])
def test_a_suspicious_node_asks_for_tissue_whatever_the_nodules(system):
    result = judged(nodule("4"), SUSPICIOUS_NODE, system=system)

    assert result.is_positive
    assert result.management == "FNA of the lymph node, with thyroglobulin in the washout"
    assert result.finding_tissue == (False, True)
    assert result.interval == ""


def test_a_node_that_cannot_be_read_holds_nothing_up():
    result = judged(nodule("12"), finding(nodule="lymph_node", long_axis_mm="9"))

    assert result.category == "TR4"
    assert any("cannot be read without" in sentence for sentence in words(result))


def test_a_nodule_without_level_leaves_the_exam_open_unless_another_decides():
    unknown = nodule("8", margin="")

    assert judged(nodule("12"), unknown).category is None
    decided = judged(nodule("12", **TR5), unknown)
    assert decided.category == "TR5"
    assert words(decided)[-1] == (
        "Finding 2 has no category without “Margin”; the exam is TR5 with FNA either way"
    )


def test_the_reader_sets_the_months_to_the_next_exam():
    assert judged(nodule("12"), details={"follow_up_months": 6}).interval == "6"
    assert judged(NONE, details={"follow_up_months": 24}).interval == "24"
    assert judged(nodule("16"), details={"follow_up_months": 6}).interval == ""


def test_c_tirads_has_no_published_follow_up_so_that_the_house_sets_it():
    suspicious, benign = chinese(nodule("9")), chinese(nodule("9", composition="mixed"))

    assert (suspicious.interval, benign.interval) == ("12", "36")
    assert any("house setting" in sentence for sentence in words(suspicious))


def test_pathology_alone_makes_a_6():
    result = chinese(nodule("9", proven_malignant="yes"))

    assert (result.category, result.is_positive, result.asks_tissue) == ("6", True, False)
    assert judged(nodule("9", proven_malignant="yes")).is_positive


@pytest.mark.parametrize(
    ("code", "category"),
    [("eu-ti-rads-2017", "4"), ("k-ti-rads-2021", "4"), ("ata-2015", "intermediate")],
)
def test_other_systems_stand_beside_and_decide_nothing(code, category):
    # Solid, hypoechoic, smooth, without a suspicious feature, of 12 mm.
    result = beside(code, nodule("12"))

    assert (result.category, result.finding_categories) == (category, (category,))
    assert result.is_positive is None


def test_what_another_system_would_need_is_named():
    assert asked(beside("ata-2015", nodule("12", composition="mixed"))) == [
        "findings-0-eccentric_solid_part"
    ]
