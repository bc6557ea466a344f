"""Which slice writes which table: its own, and no other."""

import ast
import re

from tests.conventions.sources import PACKAGE, name_of, python_files, tree_of

SLICE_MODELS = re.compile(r"screening\.(?!clinical)\w+\.models")
WRITERS = {"insert", "update", "delete", "add_rows", "change_rows", "void_rows"}
FORGETTING = {"delete"}


def imported_models(path):
    """Map each mapped class that a module imports to the slice that it belongs to."""
    return {
        alias.asname or alias.name: node.module.split(".")[1]
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ImportFrom) and SLICE_MODELS.fullmatch(node.module or "")
        for alias in node.names
    }


def written_models(path):
    """Yield the mapped classes that a module makes rows of or changes by sets."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, node.lineno
            first = node.args[0] if node.args else None
            if node.func.id in WRITERS and isinstance(first, ast.Name):
                yield first.id, node.lineno


def slice_of(path):
    return path.relative_to(PACKAGE).parts[0]


def test_a_slice_writes_only_its_own_tables():
    foreign = []
    for path in python_files():
        owners = imported_models(path)
        foreign += [
            f"{name_of(path)}:{line} writes {model} of {owners[model]}"
            for model, line in written_models(path)
            if owners.get(model, slice_of(path)) != slice_of(path)
        ]

    assert foreign == []


def test_only_actions_write():
    writing = []
    for path in python_files():
        owners = imported_models(path)
        is_action = "actions" in path.relative_to(PACKAGE).with_suffix("").parts
        writing += [
            f"{name_of(path)}:{line} writes {model}"
            for model, line in written_models(path)
            if model in owners and not is_action
        ]

    assert writing == []


def test_records_are_voided_and_never_deleted():
    kept = {"Participant", "Registration", "Enrollment", "Episode", "RiskAssessment"}
    kept |= {"Exam", "Finding", "Case", "CaseDecision", "Procedure", "Cancer"}
    deleting = [
        f"{name_of(path)}:{node.lineno}"
        for path in python_files()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in FORGETTING
        and node.args
        and isinstance(node.args[0], ast.Name)
        and node.args[0].id in kept
    ]

    assert deleting == []
