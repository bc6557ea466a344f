"""The page of documentation of a system: what whoever signs off its rule finds on it."""

import re
from pathlib import Path

import pytest

from screening.evaluations.documents import list_of, page_of
from screening.evaluations.systems import all_systems, find_system
from screening.protocol.fields import Field, FieldType
from screening.protocol.systems import BulkSystem, Case, SystemPage, Table

TESTS = Path(__file__).parents[2]
SYSTEMS = pytest.mark.parametrize("system", all_systems().values(), ids=lambda system: system.code)
SECTIONS = ("The rule", "Source", "Inputs", "Results")


def section(page, title):
    found = re.search(
        rf"^## {re.escape(title)}\n\n(.*?)(?=\n## |\Z)", page, re.DOTALL | re.MULTILINE
    )
    return found.group(1) if found else ""


@SYSTEMS
def test_every_page_says_the_rule_its_source_and_every_column(system):
    page = page_of(system, TESTS)

    assert [title for title in SECTIONS if not section(page, title).strip()] == []
    for name in system.inputs:
        assert f"| `{name}` |" in section(page, "Inputs")
    for name in system.results:
        assert f"| `{name}` |" in section(page, "Results")


@SYSTEMS
def test_no_row_of_a_table_has_another_number_of_cells_than_its_header(system):
    width = None
    for line in page_of(system, TESTS).splitlines():
        cells = len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else None
        assert cells is None or width in (None, cells), line
        width = cells


@SYSTEMS
def test_the_files_that_a_page_names_exist(system):
    named = re.findall(r"`(tests/[^`]+)`", page_of(system, TESTS))

    assert [name for name in named if not (TESTS.parent / name).exists()] == []


def test_the_tables_of_lung_rads_are_those_that_are_published():
    page = page_of(find_system("lung-rads-v2022"), TESTS)

    assert "| baseline | >= 6 mm and < 8 mm | 3 |" in section(page, "Solid and cavitary nodules")
    assert "| new | solid part >= 4 mm, any total | 4B |" in section(page, "Part-solid nodules")
    assert "| 4A | >= 3 | 3 |" in section(page, "Steps of a stable or smaller finding")


def double(row):
    """Return twice x.

    It is doubled.

    Source: a book.
    """
    return {"y": str(2 * int(row["x"])), "reasons": f"twice {row['x']}"}


def test_a_page_is_made_of_docstring_tables_cases_and_tests(tmp_path):
    (tmp_path / "golden").mkdir()
    (tmp_path / "golden" / "rows.csv").write_text("x,y\n1,2\n3,6\n", encoding="utf-8")
    (tmp_path / "unit").mkdir()
    (tmp_path / "unit" / "test_it.py").write_text("def test_two_is_even(): ...\n", encoding="utf-8")
    page = SystemPage(
        f"{__name__}:double",
        golden="rows.csv",
        tests=("test_it.py",),
        tables=(Table("Doubles", ("x", "y"), (("1|2", "2"),)),),
        cases=(Case("one", {"x": "1"}),),
    )
    field = Field("x", "A number", FieldType.INTEGER, unit="mm", hint="Whole")
    system = BulkSystem(
        "double", "Double", ("x",), ("y", "reasons"), double, fields=(field,), page=page
    )

    text = page_of(system, tmp_path)

    assert text.startswith("# Double\n\nSystem `double`. Generated")
    assert section(text, "The rule") == "Return twice x.\n\nIt is doubled.\n"
    assert section(text, "Source") == "A book.\n"
    assert "| 1\\|2 | 2 |" in section(text, "Doubles")
    assert "| `x` | A number. Whole | mm | a whole number |" in section(text, "Inputs")
    assert "| one | x 1 | 2 | twice 1 |" in section(text, "Cases at the limits")
    assert "holds 2 rows" in section(text, "How it was verified")
    assert section(text, "How it was verified").endswith("- two is even\n")


def test_a_system_without_a_page_of_its_own_is_told_by_its_module():
    system = BulkSystem("double", "Double", ("x",), ("y", "reasons"), double)

    text = page_of(system, TESTS)

    assert "The page of documentation of a system" in section(text, "The rule")
    assert "| `x` | x |  | text |" in section(text, "Inputs")


def test_the_first_page_leads_to_every_system():
    text = list_of(all_systems().values())

    assert re.findall(r"\]\((.+)\.md\)", text) == list(all_systems())
