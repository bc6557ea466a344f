"""What no template does."""

import re

import pytest

from tests.conventions.sources import TEMPLATES, name_of, template_files

LONGEST = 120
# Comments are for us; the names of keys are what is printed on them.
UNSEEN = re.compile(r"\{#.*?#\}|<kbd>.*?</kbd>", re.DOTALL)
FORBIDDEN = {
    "escaping is switched off": re.compile(r"\|\s*safe\b|autoescape\s+false"),
    "an inline style": re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE),
    "an inline script": re.compile(r"<script(?![^>]*\bsrc=)", re.IGNORECASE),
    "an inline handler": re.compile(r"\son[a-z]+\s*=", re.IGNORECASE),
    "something from another host": re.compile(r"(src|href|action)=\"(https?:)?//", re.IGNORECASE),
}
SENTENCE = re.compile(r">\s*[A-Z][a-z]+[^<{]*<")


def text_of(path):
    return UNSEEN.sub("", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", template_files(), ids=name_of)
def test_a_template_holds_nothing_that_the_policy_forbids(path):
    text = text_of(path)

    assert [what for what, pattern in FORBIDDEN.items() if pattern.search(text)] == []


@pytest.mark.parametrize("path", template_files(), ids=name_of)
def test_a_template_can_be_read_at_once(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", template_files(), ids=name_of)
def test_every_sentence_of_a_template_can_be_translated(path):
    assert SENTENCE.findall(text_of(path)) == []


def test_every_page_is_laid_out_by_a_layout():
    bare = [
        name_of(path)
        for path in template_files()
        if path.parent not in (TEMPLATES / "layouts", TEMPLATES / "components")
        and not path.name.startswith("_")
        and not text_of(path).lstrip().startswith("{% extends")
    ]

    assert bare == []
