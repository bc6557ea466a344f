"""The keys by which a name is found: itself, its tails, pinyin, initials, Latin words."""

import re
from collections.abc import Iterator
from unicodedata import combining, normalize

from pypinyin import lazy_pinyin

from screening.participants.rules.surnames import READINGS

LONGEST_KEY = 160
LONGEST_NUMBER = 60
MOST_TAILS = 12
MOST_TERMS = 5
HAN = "〇㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff"
HAN_RUN = re.compile(f"[{HAN}]+")
DROPPED = re.compile("['`\u2019\u00b4\u2010-\u2015-]")
SPACING = re.compile(r"[\s·•・‧.,、;()]+")
# What keyboards and passports write for ü.
UMLAUT_SPELLINGS = ("v", "u", "yu")

Syllables = tuple[str, ...]


def search_keys(name: str) -> frozenset[str]:
    """Return every key under which a person of this name is found."""
    folded = fold(name)
    runs, words = _parts(folded)
    han = "".join(runs)
    keys = {folded, *runs[1:], *words[MOST_TAILS:], *_tails(han), *_word_keys(words)}
    for syllables in _readings(han):
        initials = "".join(syllable[0] for syllable in syllables)
        keys.update((*_tails(syllables), initials))
    return frozenset(key[:LONGEST_KEY] for key in keys if key)


def search_terms(text: str) -> tuple[str, ...]:
    """Return the words of a search, each of which must begin one of a person's keys."""
    parted = HAN_RUN.sub(r" \g<0> ", fold(text))
    return tuple(word[:LONGEST_KEY] for word in parted.split()[:MOST_TERMS])


def search_number(text: str) -> str:
    """Return a search as the beginning of a registration number."""
    return normalize("NFKC", text).strip()[:LONGEST_NUMBER]


def spoken_forms(name: str) -> frozenset[str]:
    """Return how a name sounds, written in one word; two names that share a form sound alike."""
    runs, words = _parts(fold(name))
    readings = ("".join(reading) for reading in _readings("".join(runs)))
    return frozenset({*readings, *_orders(words)} - {""})


def fold(text: str) -> str:
    """Return text without case, accents and punctuation, words parted by single spaces."""
    plain = normalize("NFKC", text).casefold()
    bare = "".join(char for char in normalize("NFD", plain) if not combining(char))
    return SPACING.sub(" ", DROPPED.sub("", normalize("NFC", bare))).strip()


def _parts(folded: str) -> tuple[Syllables, Syllables]:
    """Return the Chinese stretches of a name and its other words."""
    return tuple(HAN_RUN.findall(folded)), tuple(HAN_RUN.sub(" ", folded).split())


def _tails(parts: str | Syllables) -> Iterator[str]:
    for start in range(min(len(parts), MOST_TAILS)):
        yield "".join(parts[start:])


def _word_keys(words: Syllables) -> Iterator[str]:
    for start in range(min(len(words), MOST_TAILS)):
        yield " ".join(words[start:])
    yield from _orders(words)


def _orders(words: Syllables) -> tuple[str, ...]:
    """Join Latin words as written and with the last one first: family names stand at either end."""
    return ("".join(words), "".join((*words[-1:], *words[:-1])))


def _readings(han: str) -> frozenset[Syllables]:
    """Return the syllables of a Chinese name, once for each reading of its surname."""
    if not han:
        return frozenset()
    surname = next((han[:size] for size in (2, 1) if han[:size] in READINGS), "")
    given = tuple(lazy_pinyin(han[len(surname) :]))
    spoken = {(reading, *given) for reading in READINGS.get(surname, ())} or {given}
    return frozenset(
        tuple(syllable.replace("v", spelling) for syllable in syllables)
        for syllables in spoken
        for spelling in UMLAUT_SPELLINGS
    )
