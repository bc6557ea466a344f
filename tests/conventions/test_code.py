"""How modules are named, how long they are, and what only one of them may do."""

import ast
import re

import pytest

from tests.conventions.sources import (
    MIGRATIONS,
    PACKAGE,
    PROGRAMS,
    ROOT,
    TEMPLATES,
    name_of,
    program_codes,
    python_files,
    template_files,
    tree_of,
)

LONGEST = 400
NAMELESS = re.compile(r"(util|helper|misc|common|base|manager)s?$")
COMMITTING = {PACKAGE / "database" / "transactions.py", MIGRATIONS / "env.py"}
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def calls_of(path, method):
    return [
        node
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == method
    ]


@pytest.mark.parametrize("path", [*python_files(), *TESTS, ROOT / "config.py"], ids=name_of)
def test_no_module_is_longer_than_can_be_read_at_once(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_every_module_says_by_its_name_what_it_holds():
    nameless = [name_of(path) for path in python_files() if NAMELESS.search(path.stem)]

    assert nameless == []


def test_only_transactions_commit():
    committing = [
        name_of(path)
        for path in python_files()
        if path not in COMMITTING and calls_of(path, "commit")
    ]

    assert committing == []


def test_every_flush_gives_its_reason():
    silent = []
    for path in python_files():
        lines = path.read_text(encoding="utf-8").splitlines()
        silent += [
            f"{name_of(path)}:{call.lineno}"
            for call in calls_of(path, "flush")
            if "# " not in lines[call.lineno - 1]
        ]

    assert silent == []


def test_nothing_is_imported_inside_a_function():
    hidden = [
        f"{name_of(path)}:{inner.lineno}"
        for path in python_files()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]

    assert hidden == []


def test_packages_do_no_work_on_import():
    allowed = ast.Import | ast.ImportFrom | ast.Expr | ast.Assign
    working = [
        f"{name_of(path)}:{node.lineno}"
        for path in python_files()
        if path.name == "__init__.py" and PROGRAMS not in path.parents
        for node in tree_of(path).body
        if not isinstance(node, allowed)
    ]

    assert working == []


@pytest.mark.parametrize("code", program_codes())
def test_no_code_outside_its_folder_names_a_program(code):
    word = re.compile(rf"\b{code}\b", re.IGNORECASE)
    # One program may find something in another's organ; that they do not import each other is a
    # contract of its own.
    own = {PROGRAMS, PACKAGE / "clinical", TEMPLATES / "programs" / code}
    naming = [
        name_of(path)
        for path in [*python_files(), *template_files()]
        if not own & set(path.parents) and word.search(path.read_text(encoding="utf-8"))
    ]

    assert naming == []
