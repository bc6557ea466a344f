"""Tables and cases of the page of the Bethesda System."""

from collections.abc import Iterator

from screening.clinical.bethesda import (
    CATEGORIES,
    RISKS,
    RISKS_OF_CHILDREN,
    Category,
    Edition,
    Risk,
)
from screening.protocol.systems import Case, SystemPage, Table


def _categories() -> Iterator[tuple[str, ...]]:
    for category, facts in CATEGORIES.items():
        risk = RISKS[Edition.Y2023][category]
        yield (
            category.value,
            facts.name,
            f"{risk.mean} ({_range(risk)})",
            f"{RISKS_OF_CHILDREN[category].mean}",
            _range(RISKS[Edition.Y2018].get(category)),
            ", ".join(facts.usual_management),
        )


def _range(risk: Risk | None) -> str:
    return f"{risk.lowest}-{risk.highest}" if risk else ""


PAGE = SystemPage(
    "screening.clinical.bethesda",
    tests=("test_bethesda.py", "test_thyroid_bulk.py", "test_thyroid_bulk_words.py"),
    tables=(
        Table(
            "Categories; risks of cancer in percent",
            (
                "category",
                "name",
                "adults, mean (range)",
                "children, mean",
                "adults, 2018",
                "usual management of adults",
            ),
            tuple(_categories()),
        ),
    ),
    cases=(
        *(Case(CATEGORIES[each].name, {"bethesda": each}) for each in Category),
        Case("of a child", {"bethesda": "IV", "child": "yes"}),
        Case("an Arabic number", {"bethesda": "3"}),
        Case("with the name of the system", {"bethesda": "Bethesda V"}),
        Case("adult or child is not known", {"bethesda": "III", "child": ""}),
        Case("no category", {"bethesda": ""}),
        Case("a category of another system", {"bethesda": "4A"}),
    ),
    common={"bethesda": "II", "child": "no"},
)
