"""The Chinese catalog: every sentence of code and templates, translated, with its gaps."""

import re
import subprocess

import pytest
from babel.messages.pofile import read_po

from tests.conventions.sources import PACKAGE, ROOT

CATALOG = PACKAGE / "translations" / "zh_Hans_CN" / "LC_MESSAGES" / "messages.po"
GAP = re.compile(r"%\([a-z_]+\)[sd]|\{[a-z_]*\}")


@pytest.fixture(scope="module")
def wanted(tmp_path_factory):
    """What the code and the templates say, as it is extracted for translation."""
    file = tmp_path_factory.mktemp("messages") / "messages.pot"
    subprocess.run([ROOT / "scripts" / "extract-messages.sh", file], check=True)
    with file.open("rb") as stream:
        return {message.id: message for message in read_po(stream) if message.id}


@pytest.fixture(scope="module")
def catalog():
    assert CATALOG.exists(), "there is no Chinese catalog yet"
    with CATALOG.open("rb") as stream:
        return {message.id: message for message in read_po(stream) if message.id}


def texts(value):
    return [value] if isinstance(value, str) else list(value)


def test_the_catalog_holds_every_sentence_and_no_other(wanted, catalog):
    assert sorted(map(str, wanted.keys() - catalog.keys())) == []
    assert sorted(map(str, catalog.keys() - wanted.keys())) == []


def test_every_sentence_is_translated(catalog):
    untranslated = [key for key, message in catalog.items() if not all(texts(message.string))]

    assert untranslated == []


def test_no_translation_is_a_guess(catalog):
    assert [key for key, message in catalog.items() if message.fuzzy] == []


def test_every_translation_has_the_gaps_of_its_sentence(catalog):
    wrong = [
        key
        for key, message in catalog.items()
        for text in texts(message.string)
        if set(GAP.findall(text)) != set(GAP.findall(texts(key)[-1]))
    ]

    assert wrong == []
