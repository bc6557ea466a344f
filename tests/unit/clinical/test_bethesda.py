"""The Bethesda System against its printed table."""

import pytest

from screening.clinical.bethesda import (
    CATEGORIES,
    Category,
    Edition,
    Risk,
    read_category,
    risk_of_malignancy,
)
from screening.clinical.reasons import InvalidInput


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
