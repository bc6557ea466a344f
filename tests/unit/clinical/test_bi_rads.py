"""BI-RADS assessments against the published vectors, the table, and properties of every round."""

import csv
from dataclasses import asdict
from pathlib import Path

import pytest

from screening.clinical.bi_rads import (
    CATEGORIES,
    INPUTS,
    ORDER,
    RESULTS,
    Breast,
    Category,
    Density,
    Modality,
    Readings,
    assess_exam,
    denser,
    evaluate_row,
)
from screening.clinical.reasons import InvalidInput, MissingInput

GOLDEN = Path(__file__).parents[2] / "golden"
NORMAL = Breast(categories={Modality.MAMMOGRAPHY: Category.ONE})
CLOSING = Readings(parallel_imaging_closes_zero=True)
MAMMOGRAPHY_ALONE = Readings(ultrasound_and_mri_count_in_audit=False)


def vectors() -> list[dict[str, str]]:
    with (GOLDEN / "birads_vectors.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read(mg: str = "", us: str = "", mri: str = "", work_up: str = "") -> Breast:
    texts = {Modality.MAMMOGRAPHY: mg, Modality.ULTRASOUND: us, Modality.MRI: mri}
    return Breast(
        categories={modality: Category(text) for modality, text in texts.items() if text},
        work_up=Category(work_up) if work_up else None,
    )


@pytest.mark.parametrize("row", vectors(), ids=lambda row: row["id"])
def test_each_published_vector_gives_the_published_assessment(row: dict[str, str]) -> None:
    results = evaluate_row(row)

    assert tuple(results) == RESULTS
    for column in RESULTS:
        if column != "reasons":
            assert results[column] == row[column], column


@pytest.mark.parametrize("row", vectors(), ids=lambda row: row["id"])
def test_what_the_vectors_call_unverified_is_named_among_the_reasons(row: dict[str, str]) -> None:
    reasons = evaluate_row(row)["reasons"]

    if row["basis"].startswith("place of 0 and 6"):
        assert "order unverified" in reasons
    if row["audit_basis"].startswith("US/MRI"):
        assert "reading ultrasound_and_mri_count_in_audit, choice yes" in reasons
    if "screening ultrasound is not a work-up" in row["note"]:
        assert "reading parallel_imaging_closes_zero, choice no" in reasons


# Category, likelihood in percent, action, interval in months: the table of the reference.
TABLE = [
    ("0", "n/a", "additional imaging and/or prior studies", "0"),
    ("1", "0", "routine screening", "programme interval"),
    ("2", "0", "routine screening", "programme interval"),
    ("3", ">0-<=2", "short-interval follow-up", "6"),
    ("4", ">2-<95", "tissue diagnosis", "0"),
    ("4A", ">2-<=10", "tissue diagnosis", "0"),
    ("4B", ">10-<=50", "tissue diagnosis", "0"),
    ("4C", ">50-<95", "tissue diagnosis", "0"),
    ("5", ">=95", "tissue diagnosis", "0"),
    ("6", "n/a", "treatment of the known cancer (surgical excision when appropriate)", "0"),
]


@pytest.mark.parametrize(("category", "likelihood", "action", "interval"), TABLE)
def test_a_category_has_the_likelihood_action_and_interval_of_the_table(
    category: str, likelihood: str, action: str, interval: str
) -> None:
    facts = CATEGORIES[Category(category)]

    assert (facts.likelihood_percent, facts.action, facts.interval_months) == (
        likelihood,
        action,
        interval,
    )


# Category of one breast beside a normal one, and each mark of the round.
MARKS = [
    # recall, with 3, more imaging, audit, audit before 2013, suspicious, 4 to 5, 3 to 5
    ("0", "yes yes yes yes yes no no no"),
    ("1", "no no no no no no no no"),
    ("2", "no no no no no no no no"),
    ("3", "no yes no yes no yes no yes"),
    ("4", "yes yes no yes yes no yes yes"),
    ("4A", "yes yes no yes yes no yes yes"),
    ("4B", "yes yes no yes yes no yes yes"),
    ("4C", "yes yes no yes yes no yes yes"),
    ("5", "yes yes no yes yes no yes yes"),
    ("6", "no no no no no no no no"),
]


@pytest.mark.parametrize(("category", "marks"), MARKS)
def test_a_category_is_marked_as_the_reference_says(category: str, marks: str) -> None:
    for pair in ((read(mg=category), NORMAL), (NORMAL, read(mg=category))):
        found = asdict(assess_exam(*pair).marks)

        assert ["yes" if mark else "no" for mark in found.values()] == marks.split()


def test_a_mark_of_one_breast_stays_beside_a_worse_category_of_the_other() -> None:
    marks = assess_exam(read(mg="3"), read(mg="5")).marks

    assert marks.suspicious
    assert marks.positive_4_to_5
    assert not marks.asks_more_imaging


def test_the_worst_goes_first_in_the_order_of_the_reference() -> None:
    expected = ["1", "2", "3", "6", "0", "4A", "4", "4B", "4C", "5"]
    for least, category in enumerate(expected):
        for other in expected[:least]:
            assert assess_exam(read(mg=category), read(mg=other)).overall == category
            assert assess_exam(read(mg=other, us=category), NORMAL).overall == category
    assert list(ORDER) == expected


@pytest.mark.parametrize(
    ("breast", "overall"),
    [
        (read(mg="0", us="3", work_up="2"), "3"),
        (read(mg="0", us="0", work_up="2"), "2"),
        (read(mg="0", us="0", mri="4A", work_up="5"), "5"),
        (read(mg="4A", work_up="2"), "4A"),
        (read(mg="3", us="1", work_up="1"), "3"),
        (read(mg="0", work_up="0"), "0"),
        (read(mg="0", us="1", mri="1"), "0"),
    ],
)
def test_a_work_up_replaces_each_zero_and_nothing_else(breast: Breast, overall: str) -> None:
    assert assess_exam(breast, NORMAL).left.overall == overall


def test_a_work_up_without_a_zero_is_named_as_without_effect() -> None:
    reasons = assess_exam(read(mg="4A", work_up="2"), NORMAL).reasons

    assert "work_up_replaced_nothing" in [reason.key for reason in reasons]


def test_a_work_up_leaves_the_marks_of_the_screening_stage() -> None:
    for category in Category:
        open_marks = assess_exam(read(mg="0"), NORMAL).marks

        assert assess_exam(read(mg="0", work_up=category), NORMAL).marks == open_marks


def test_as_a_reading_parallel_imaging_closes_a_mammographic_zero() -> None:
    assert assess_exam(read(mg="0", us="1"), NORMAL).overall == "0"
    assert assess_exam(read(mg="0", us="1"), NORMAL, CLOSING).overall == "1"
    assert assess_exam(read(mg="0", us="0"), NORMAL, CLOSING).overall == "0"
    assert assess_exam(read(mg="1", us="0"), NORMAL, CLOSING).overall == "0"
    assert assess_exam(read(mg="4A", us="1"), NORMAL, CLOSING).overall == "4A"


def test_as_a_reading_ultrasound_and_mri_do_not_count_in_the_audit() -> None:
    round_ = (read(mg="1", us="4A"), NORMAL)

    counted = assess_exam(*round_)
    not_counted = assess_exam(*round_, MAMMOGRAPHY_ALONE)

    assert counted.marks.audit_positive
    assert not not_counted.marks.audit_positive
    assert not_counted.marks.recall
    assert not_counted.overall == "4A"


def test_another_order_may_be_in_force_but_names_each_category_once() -> None:
    others = [category for category in ORDER if category is not Category.SIX]
    six_first = Readings(order=(*others, Category.SIX))

    assert assess_exam(read(mg="6"), read(mg="5"), six_first).overall == "6"
    with pytest.raises(ValueError, match="each category once"):
        Readings(order=tuple(others))


def test_a_three_straight_from_screening_mammography_is_questioned() -> None:
    questioned = assess_exam(read(mg="3"), NORMAL).reasons
    after_work_up = assess_exam(read(mg="0", work_up="3"), NORMAL).reasons

    assert "probably_benign_without_work_up" in [reason.key for reason in questioned]
    assert "probably_benign_without_work_up" not in [reason.key for reason in after_work_up]


def test_an_absent_breast_is_not_assessed_and_not_missed() -> None:
    results = evaluate_row({"mg_left": "NA", "mg_right": "2"})

    assert (results["overall_left"], results["overall"]) == ("", "2")
    assert "breast absent (side left)" in results["reasons"]


def test_a_breast_without_any_result_is_named() -> None:
    results = evaluate_row({"us_left": "3"})

    assert (results["overall_left"], results["overall_right"]) == ("3", "")
    assert "breast not assessed (side right)" in results["reasons"]


def test_without_any_assessment_there_is_no_result() -> None:
    with pytest.raises(MissingInput):
        evaluate_row({})
    with pytest.raises(MissingInput):
        evaluate_row({"mg_left": "NA", "mg_right": "NA"})


@pytest.mark.parametrize("text", ["7", "4D", "4a", "BI-RADS 2", "2.0", "benign"])
@pytest.mark.parametrize("column", INPUTS)
def test_an_unknown_category_is_refused_with_the_known_ones(column: str, text: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        evaluate_row({"mg_left": "1", "mg_right": "1", column: text})

    assert refusal.value.column == column
    assert str(refusal.value) == (
        f"{column} is {text}; it is one of 0, 1, 2, 3, 4, 4A, 4B, 4C, 5, 6, NA or blank"
    )


@pytest.mark.parametrize(
    ("density", "is_dense"), [("a", False), ("b", False), ("c", True), ("d", True)]
)
def test_c_and_d_are_dense(density: str, is_dense: bool) -> None:
    assert Density(density).is_dense is is_dense


def test_the_denser_breast_decides() -> None:
    assert denser(Density("b"), Density("c")) == "c"
    assert denser(Density("d"), Density("a")) == "d"
    assert denser(None, Density("a")) == "a"
    assert denser(None, None) is None
