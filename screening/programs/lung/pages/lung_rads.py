"""Tables and cases of the pages of Lung-RADS v2022 and v1.1."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import get_args, get_type_hints

from screening.clinical.lung_rads import Category, Finding, Status, tables, tables_v1_1
from screening.clinical.lung_rads.tables import CategoryFacts, PartSolidTable, SizeRow
from screening.clinical.lung_rads.vocabulary import PUBLISHED_DEFAULTS, Readings, Rounding
from screening.programs.lung.category.system import CATEGORIES
from screening.programs.lung.pages.lung_rads_cases import V1_1_CASES, V2022_CASES
from screening.programs.lung.wording.labels import CHOICES_OF_READINGS
from screening.programs.lung.wording.reasons import READINGS
from screening.protocol.systems import SystemPage, Table

NAMES = {each.code: each.label for each in CATEGORIES}
HEAD = ("status", "size", "category")


def _size(row: SizeRow, what: str = "") -> str:
    low, high = row.at_least_mm, row.below_mm
    parts = [f">= {low} mm" if low else "", f"< {high} mm" if high else ""]
    text = " and ".join(part for part in parts if part) or "any"
    return f"{what} {text}".strip()


def _sizes(table: Mapping[Status, Sequence[SizeRow]]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (status.value, _size(row), row.category.value)
        for status, rows in table.items()
        for row in rows
    )


def _part_solid(table: PartSolidTable) -> tuple[tuple[str, ...], ...]:
    first, new = "baseline, threshold_crossed", "new"
    grown = "solid_component_new, solid_component_growing"
    total = f"total >= {table.total_limit_mm} mm,"
    solid = f"solid part >= {table.new_solid_part_limit_mm} mm, any total"
    small = f"solid part < {table.new_solid_part_limit_mm} mm,"
    return (
        (first, f"total < {table.total_limit_mm} mm", "2"),
        *(
            (first, _size(row, f"{total} solid part"), row.category.value)
            for row in table.at_baseline_by_solid_part
        ),
        (new, solid, "4B"),
        *((new, _size(row, f"{small} total"), row.category.value) for row in table.new_by_total),
        *(
            (grown, _size(row, "solid part"), row.category.value)
            for row in table.grown_by_solid_part
        ),
    )


def _categories(facts: Mapping[Category, CategoryFacts]) -> Table:
    positive = {True: "yes", False: "no", None: "neither"}
    rows = tuple(
        (
            category.value,
            NAMES[category.value],
            each.management or "by the reason, see below",
            each.interval_months or "none",
            positive[each.positive],
            each.cancer_risk_percent or "",
        )
        for category, each in facts.items()
    )
    header = ("category", "name", "management", "months", "positive", "risk of cancer, %")
    return Table("Categories", header, rows)


def _incomplete(table: Mapping[Finding, tuple[str, str | None]]) -> Table:
    rows = tuple((what.value, text, months or "") for what, (text, months) in table.items())
    return Table("Category 0", ("finding", "management", "months"), rows)


def _readings() -> Iterator[tuple[str, str, str]]:
    kinds = get_type_hints(Readings)
    for name, words in READINGS.items():
        in_force = getattr(PUBLISHED_DEFAULTS, name)
        yield (
            name,
            words.format(choice=_option(name, in_force)),
            ", ".join(_option(name, option) for option in _options(kinds[name])),
        )


def _options(kind: object) -> Iterable[object]:
    if kind is bool:
        return (True, False)
    return get_args(kind) or tuple(Rounding)


def _option(name: str, option: object) -> str:
    """Return an option as the reasons of a result name it."""
    if name == "growing_juxtapleural_as_solid":
        return "as a solid nodule" if option else "2"
    text = (
        {True: "yes", False: "no"}.get(option, str(option)) if isinstance(option, bool) else option
    )
    return CHOICES_OF_READINGS.get(str(text), str(text))


OTHER_KINDS = Table(
    "Airway nodules and cysts",
    ("kind", "status or change", "category"),
    (
        ("airway, subsegmental", "any", "2"),
        ("airway, air or secretions, or tubular", "any", PUBLISHED_DEFAULTS.airway_content.value),
        *(
            ("airway, segmental or more proximal", status.value, category.value)
            for status, category in tables.AIRWAY.items()
        ),
        ("cyst, thin wall, one chamber", "any", "1"),
        *(
            ("cyst", change.value, category.value)
            for change, category in tables.CYST_CHANGE.items()
        ),
        ("cyst, thick wall or several chambers", "baseline, new", "4A"),
        ("cyst, several chambers now and one before", "no other change", "4A"),
    ),
)
STEPS = Table(
    "Steps of a stable or smaller finding",
    ("category before", "months since that exam", "category now"),
    (
        ("1, 2", "any", "2"),
        *(
            (category.value, months, now.value)
            for category, step in tables.STEPS.items()
            for months, now in (
                (f">= {step.from_months}", step.category),
                (f"< {step.from_months}", category),
            )
        ),
        ("4B", "any", "4B, and 2 if proven benign"),
        ("4X", "any", "4B before its features count"),
    ),
)


SHOWN = ("nodule_category", "report_code", "interval_months", "management")

V2022_PAGE = SystemPage(
    "screening.clinical.lung_rads",
    golden="lungrads_vectors.csv",
    tests=(
        "test_lung_rads.py",
        "test_lung_rads_table.py",
        "test_lung_rads_measuring.py",
        "test_lung_rads_steps.py",
        "test_lung_rads_exam.py",
        "test_lung_rads_status.py",
        "test_lung_bulk.py",
    ),
    tables=(
        _categories(tables.CATEGORIES),
        _incomplete(tables.INCOMPLETE),
        Table("Solid and cavitary nodules", HEAD, _sizes(tables.SOLID)),
        Table("Part-solid nodules", HEAD, _part_solid(tables.PART_SOLID)),
        Table(
            "Non-solid nodules",
            HEAD,
            (
                *(
                    ("baseline, new, growing, threshold_crossed", _size(row), row.category.value)
                    for row in tables.NON_SOLID
                ),
                (", ".join(tables.NON_SOLID_ANY_SIZE), "any", "2"),
            ),
        ),
        OTHER_KINDS,
        STEPS,
        Table(
            "What the publication leaves open, and how it is read",
            ("setting", "reading in force", "options"),
            tuple(_readings()),
        ),
    ),
    cases=V2022_CASES,
    shown=SHOWN,
)
V1_1_PAGE = SystemPage(
    "screening.clinical.lung_rads.v1_1",
    tests=("test_lung_rads_v1_1.py", "test_lung_rads_editions.py"),
    tables=(
        _categories(tables_v1_1.CATEGORIES),
        _incomplete(tables_v1_1.INCOMPLETE),
        Table("Solid nodules", HEAD, _sizes(tables_v1_1.SOLID)),
        Table("Part-solid nodules", HEAD, _part_solid(tables_v1_1.PART_SOLID)),
        Table(
            "Non-solid nodules",
            HEAD,
            (
                *(("any other", _size(row), row.category.value) for row in tables_v1_1.NON_SOLID),
                (", ".join(tables_v1_1.NON_SOLID_ANY_SIZE), "any", "2"),
            ),
        ),
    ),
    cases=V1_1_CASES,
    shown=SHOWN,
)
