"""The Chinese names of columns, by which files may name them too."""

from functools import cache
from pathlib import Path

from babel.support import NullTranslations, Translations

FOLDER = Path(__file__).parents[2] / "translations"
CHINESE = "zh_Hans_CN"


@cache
def _catalog() -> NullTranslations:
    return Translations.load(FOLDER, [CHINESE])


def chinese(label: str) -> str:
    """Return a label in Chinese; the label itself where it has no translation."""
    return str(_catalog().gettext(label)) if label else label
