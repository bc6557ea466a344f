"""The files that the conventions are about, read once."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "screening"
TEMPLATES = ROOT / "templates"
MIGRATIONS = PACKAGE / "database" / "migrations"
PROGRAMS = PACKAGE / "programs"


def python_files() -> list[Path]:
    """Return the modules of the program, besides generated migrations."""
    versions = MIGRATIONS / "versions"
    return sorted(path for path in PACKAGE.rglob("*.py") if versions not in path.parents)


def template_files() -> list[Path]:
    """Return every template."""
    return sorted(TEMPLATES.rglob("*.html"))


def program_codes() -> list[str]:
    """Return the codes of the programs: the names of their folders."""
    return sorted(path.parent.name for path in PROGRAMS.glob("*/__init__.py"))


@cache
def tree_of(path: Path) -> ast.Module:
    """Return the syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    """Return the path as failures show it."""
    return path.relative_to(ROOT).as_posix()
