"""From the breasts and findings of an exam, and from the exams of a round, to one BI-RADS."""

import pytest

from screening.protocol.category import Category
from tests.factories.breast import (
    BIRADS,
    categorize,
    combine,
    finding,
    read_exam,
    record,
    words,
    worst,
)
from tests.factories.golden import Row, golden_rows, row_id

MODALITIES = {"mg": "mammography", "us": "ultrasound", "mri": "mri"}


def missing(result) -> list[str]:
    return [problem.field for problem in result.missing]


def category(code: str) -> Category:
    return BIRADS.category(code)


def test_categories_mean_and_ask_for_what_is_published() -> None:
    facts = {
        each.code: (each.interval, each.is_positive, each.asks_more_imaging, each.asks_tissue)
        for each in BIRADS.categories
    }

    tissue = ("", True, False, True)
    assert facts == {
        "0": ("", True, True, False),
        "1": ("12", False, False, False),
        "2": ("12", False, False, False),
        "3": ("6", True, False, False),
        "4": tissue,
        "4A": tissue,
        "4B": tissue,
        "4C": tissue,
        "5": tissue,
        # A known cancer is no result of screening.
        "6": ("", None, False, False),
    }


def test_categories_are_ordered_as_the_reference_orders_them() -> None:
    ordered = sorted(BIRADS.categories, key=lambda each: each.severity)

    assert [each.code for each in ordered] == [
        "1", "2", "3", "6", "0", "4A", "4", "4B", "4C", "5",
    ]  # fmt: skip


def test_only_what_answers_a_category_ends_it() -> None:
    purposes = ("baseline", "annual", "diagnostic", "follow_up")
    ends = {
        code: [purpose for purpose in purposes if category(code).is_ended_by(purpose)]
        for code in ("0", "3", "4A", "5")
    }

    assert ends == {"0": ["diagnostic", "follow_up"], "3": ["follow_up"], "4A": [], "5": []}


def test_the_worse_breast_gives_the_category() -> None:
    result = categorize(birads_left="2", birads_right="4B")

    assert (result.category, result.is_positive, result.asks_tissue) == ("4B", True, True)
    assert result.management == "Tissue diagnosis"
    assert words(result.reasons) == [
        "Left breast, mammography: 2",
        "Right breast, mammography: 4B",
    ]


def test_a_breast_without_a_category_has_that_of_its_worst_finding() -> None:
    result = categorize(
        finding(side="L", kind="mass", birads="3"),
        finding(side="L", kind="calcification", birads="4A"),
        birads_right="1",
    )

    assert (result.category, result.finding_categories) == ("4A", ("3", "4A"))
    assert "Left breast: its category is that of finding 2" in words(result.reasons)


def test_a_finding_worse_than_what_is_stated_of_its_breast_counts() -> None:
    result = categorize(finding(side="R", birads="4C"), birads_left="1", birads_right="2")

    assert result.category == "4C"


def test_what_is_stated_of_a_breast_goes_before_milder_findings() -> None:
    result = categorize(finding(side="R", birads="2"), birads_left="1", birads_right="5")

    assert result.category == "5"


def test_an_absent_breast_is_not_missed() -> None:
    result = categorize(birads_left="NA", birads_right="2")

    assert result.category == "2"
    assert words(result.reasons)[0] == "Left breast: absent, or not examined"


def test_one_breast_alone_gives_the_category_and_the_other_is_said_to_have_none() -> None:
    result = categorize(birads_right="3", modality="ultrasound")

    assert (result.category, result.interval) == ("3", "6")
    assert words(result.reasons) == [
        "Left breast: no category was given",
        "Right breast, ultrasound: 3",
    ]


def test_a_finding_in_a_breast_that_is_not_stated_counts_for_the_exam() -> None:
    result = categorize(finding(kind="mass", birads="4A"), birads_left="1", birads_right="1")

    assert result.category == "4A"
    assert words(result.reasons)[-2:] == [
        "Finding 1, in a breast that is not stated: 4A",
        "It is worse than what either breast has, so that it leads: 4A",
    ]


def test_nothing_entered_is_not_taken_for_negative() -> None:
    result = BIRADS.categorize(record())

    assert result.category is None
    assert missing(result) == ["birads_left"]
    assert not BIRADS.can_judge(record())
    assert BIRADS.can_judge(record(birads_left="1"))


def test_a_finding_that_nobody_judged_could_be_the_worst() -> None:
    judged, open_one = finding(side="L", birads="2"), finding(side="R", kind="mass")

    assert missing(categorize(judged, open_one)) == ["findings-1-birads"]
    assert categorize(judged, open_one, birads_right="2").category == "2"
    assert categorize(finding(side="L", birads="5"), open_one).category == "5"


def test_both_breasts_not_examined_give_no_category() -> None:
    assert missing(categorize(birads_left="NA", birads_right="NA")) == ["birads_left"]


def test_an_order_that_is_only_recalled_is_said_to_be_so() -> None:
    result = categorize(birads_left="0", birads_right="3")

    assert result.category == "0"
    assert words(result.reasons)[-1] == (
        "0 goes before 3 by an order that is recalled; to be confirmed by the site"
    )


def exams_of(row: Row) -> list:
    """Return the exams of a row of the published file: screening by modality, then the work-up."""
    found = []
    for source, modality in (*MODALITIES.items(), ("workup", "mammography")):
        sides = {side: row[f"{source}_{side}"] for side in ("left", "right")}
        details = {f"birads_{side}": code for side, code in sides.items() if code}
        codes = [code for code in details.values() if code != "NA"]
        if codes:
            purpose = "diagnostic" if source == "workup" else "baseline"
            exam = record(modality=modality, purpose=purpose, **details)
            found.append(read_exam(exam, worst(codes)))
    return found


@pytest.mark.parametrize("row", golden_rows("birads_vectors.csv"), ids=row_id)
def test_a_round_comes_to_what_the_published_file_says(row: Row) -> None:
    exams = exams_of(row)

    assert combine(exams).category == row["overall"]
    screening = [exam for exam in exams if exam.record.purpose == "baseline"]
    assert combine(screening).category == row["screening_stage_overall"]


def test_a_benign_ultrasound_neither_lowers_nor_closes_what_mammography_found() -> None:
    for found in ("0", "3", "4A"):
        mammography = read_exam(record(birads_left=found, birads_right="1"))
        ultrasound = read_exam(record(modality="ultrasound", birads_left="2", birads_right="1"))

        assert combine([mammography, ultrasound]).category == found


def test_the_work_up_replaces_a_0_and_nothing_else() -> None:
    work_up = read_exam(record(purpose="diagnostic", birads_left="2"))
    zero = read_exam(record(birads_left="0", birads_right="1"))
    watched = read_exam(record(modality="ultrasound", birads_left="3", birads_right="1"))

    assert combine([zero, work_up]).category == "2"
    assert combine([zero, watched, work_up]).category == "3"


def test_a_category_that_a_reader_gave_to_an_exam_as_a_whole_counts() -> None:
    mammography = read_exam(record(birads_left="2", birads_right="2"), "4A")
    ultrasound = read_exam(record(modality="ultrasound", birads_left="1", birads_right="1"))

    result = combine([mammography, ultrasound])

    assert result.category == "4A"
    assert words(result.reasons)[-1] == (
        "An exam of category 4A, of which the breast is not stated"
    )
