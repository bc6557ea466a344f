"""The Bethesda System against its printed table."""

import pytest

from screening.clinical.bethesda import (
    CATEGORIES,
    INPUTS,
    REASON_KEYS,
    RESULTS,
    Category,
    Edition,
    Risk,
    evaluate_row,
    implied_by_row,
    read_category,
    risk_of_malignancy,
)
from screening.clinical.reasons import InvalidInput, MissingInput


@pytest.mark.parametrize(
    ("category", "name", "adults", "child_mean"),
    [
        ("I", "nondiagnostic", Risk(13, 5, 20), 14),
        ("II", "benign", Risk(4, 2, 7), 6),
        ("III", "atypia of undetermined significance", Risk(22, 13, 30), 28),
        ("IV", "follicular neoplasm", Risk(30, 23, 34), 50),
        ("V", "suspicious for malignancy", Risk(74, 67, 83), 81),
        ("VI", "malignant", Risk(97, 97, 100), 98),
    ],
)
def test_each_category_has_its_published_name_and_risks(
    category: str, name: str, adults: Risk, child_mean: int
) -> None:
    found = Category(category)

    assert CATEGORIES[found].name == name
    assert risk_of_malignancy(found) == adults
    assert risk_of_malignancy(found, is_child=True) == Risk(child_mean)


@pytest.mark.parametrize(
    ("category", "risk"),
    [
        ("II", None),
        ("III", Risk(None, 10, 30)),
        ("IV", Risk(None, 25, 40)),
        ("V", Risk(None, 50, 75)),
    ],
)
def test_the_edition_of_2018_has_its_own_risks(category: str, risk: Risk | None) -> None:
    assert risk_of_malignancy(Category(category), Edition.Y2018) == risk
    assert risk_of_malignancy(Category(category), Edition.Y2018, is_child=True) is None


@pytest.mark.parametrize(
    ("category", "management"),
    [
        ("I", ("repeat FNA under ultrasound",)),
        ("III", ("repeat FNA", "molecular test", "diagnostic lobectomy", "surveillance")),
        ("VI", ("lobectomy", "near-total thyroidectomy")),
    ],
)
def test_each_category_has_its_usual_management(category: str, management: tuple[str, ...]) -> None:
    assert CATEGORIES[Category(category)].usual_management == management


@pytest.mark.parametrize("text", ["IV", "iv", "4", " Bethesda IV ", "BETHESDA 4"])
def test_a_category_is_read_from_a_roman_or_an_arabic_number(text: str) -> None:
    assert read_category(text) is Category.FOLLICULAR_NEOPLASM


@pytest.mark.parametrize("text", ["", "VII", "0", "7", "benign", "4A"])
def test_another_word_is_refused_with_what_is_allowed(text: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        read_category(text)

    assert str(refused.value) == (
        f"bethesda is {text}; it is one of I, II, III, IV, V, VI, or 1 to 6"
    )


def test_the_category_of_an_adult_implies_both_editions_and_a_management() -> None:
    results = evaluate_row({"bethesda": "3", "child": "no"})

    assert tuple(results) == RESULTS
    results.pop("reasons")
    assert results == {
        "category": "III",
        "risk_mean_pct": "22",
        "risk_range_pct": "13-30",
        "risk_range_2018_pct": "10-30",
        "usual_management": "repeat FNA;molecular test;diagnostic lobectomy;surveillance",
    }


def test_the_category_of_a_child_implies_a_mean_alone() -> None:
    results = evaluate_row({"bethesda": "IV", "child": "yes"})

    assert results["risk_mean_pct"] == "50"
    assert {results[name] for name in RESULTS[2:-1]} == {""}


@pytest.mark.parametrize("column", INPUTS)
def test_a_blank_on_which_the_risk_depends_is_named(column: str) -> None:
    with pytest.raises(MissingInput) as refused:
        evaluate_row({"bethesda": "II", "child": "no", column: ""})

    assert refused.value.column == column


@pytest.mark.parametrize("child", ["yes", "no"])
@pytest.mark.parametrize("category", Category)
def test_each_reason_carries_the_values_of_its_key(category: Category, child: str) -> None:
    reasons = implied_by_row({"bethesda": category, "child": child}).reasons

    assert reasons
    for reason in reasons:
        assert tuple(reason.values) == REASON_KEYS[reason.key]
