"""Every reason of the two systems has a sentence, in words and without an open gap."""

import dataclasses
from decimal import Decimal

import pytest

from screening.clinical import acr_ti_rads, c_ti_rads
from screening.clinical.acr_ti_rads import Circumstance as AcrCircumstance
from screening.clinical.c_ti_rads import Circumstance
from screening.clinical.reasons import Reason
from screening.clinical.thyroid_nodes import REASON_KEYS as NODE_KEYS
from screening.clinical.thyroid_nodes import NodeReading
from screening.programs.thyroid.descriptions import FIELDS
from screening.programs.thyroid.wording import acr, chinese, notes, plain
from screening.programs.thyroid.wording.problems import missing_input

SAMPLES: dict[str, str | int | Decimal] = {
    "composition": "mixed", "echogenicity": "isoechoic", "level": "TR4", "size_cm": Decimal("1.2"),
    "limit_cm": Decimal("1.0"), "fna_from_cm": Decimal("1.5"), "nodule": 2, "points": 4,
    "from": "TR3", "to": "TR4", "months": Decimal("61.2"), "due_months": 24,
    "circumstance": "suspicious_node", "choice": "yes", "reading": "cystic_adds_points",
    "category": "4A", "size_mm": Decimal("12.0"), "limit_mm": 15, "feature": "solid", "score": 1,
    "value": "solid",
}  # fmt: skip


def whole(keys: dict[str, tuple[str, ...]], key: str) -> Reason:
    return Reason(key, {name: SAMPLES[name] for name in keys[key]})


def plain_english(sentence) -> str:
    text = sentence.in_english()
    assert "_" not in text
    assert "{" not in text
    return text


@pytest.mark.parametrize("key", sorted(set(acr_ti_rads.REASON_KEYS) - set(acr.IN_SCORE)))
def test_every_acr_reason_is_said_without_codes(key):
    (sentence,) = acr.sentences_of(3, [whole(dict(acr_ti_rads.REASON_KEYS), key)])

    assert plain_english(sentence)


@pytest.mark.parametrize(
    "key", sorted(set(c_ti_rads.REASON_KEYS) - set(chinese.IN_SCORE) - {"disputed_reading"})
)
def test_every_c_tirads_reason_is_said_without_codes(key):
    (sentence,) = chinese.sentences_of(3, [whole(dict(c_ti_rads.REASON_KEYS), key)])

    assert plain_english(sentence)


@pytest.mark.parametrize("reading", chinese.READINGS)
def test_every_open_question_of_c_tirads_is_said_with_its_choice(reading):
    disputed = Reason("disputed_reading", {"reading": reading, "choice": "yes"})

    (sentence,) = chinese.sentences_of(1, [disputed])

    assert plain_english(sentence).endswith("yes")


def test_sentences_are_kept_for_reasons_that_exist_and_for_no_others():
    disputed = {"disputed_reading"}
    assert {*acr.TEXTS, *acr.IN_SCORE} == set(acr_ti_rads.REASON_KEYS)
    assert {*chinese.TEXTS, *chinese.IN_SCORE} | disputed == set(c_ti_rads.REASON_KEYS)
    assert set(chinese.READINGS) == {field.name for field in dataclasses.fields(c_ti_rads.Readings)}
    assert set(chinese.CIRCUMSTANCES) == set(Circumstance)
    assert set(acr.CIRCUMSTANCES) == set(AcrCircumstance)
    assert set(notes.NODES) == set(NodeReading)
    assert "suspicious_feature" in NODE_KEYS


def test_sizes_are_said_in_the_unit_of_the_form():
    (sentence,) = acr.sentences_of(
        1, [whole(dict(acr_ti_rads.REASON_KEYS), "follow_up_size_reached")]
    )

    assert sentence.in_english() == ("Finding 1: 12 mm >= 10 mm and < 15 mm, follow-up at TR4")


@pytest.mark.parametrize("field", [field.code for field in FIELDS])
def test_whatever_may_be_missing_can_be_asked_for(field):
    assert plain_english(missing_input(field))


def test_every_category_is_told_in_plain_words():
    for code in (*plain.ACR, *plain.CHINESE):
        text = {**plain.ACR, **plain.CHINESE}[code]
        assert "nodule" not in text
        assert "TR" not in text
