"""Every reason that Lung-RADS gives has a sentence, in words and without an open gap."""

import dataclasses
from decimal import Decimal

import pytest

from screening.clinical.lung_rads import REASON_KEYS, Readings
from screening.clinical.reasons import Reason
from screening.programs.lung.wording.problems import TO_ENTER
from screening.programs.lung.wording.reasons import (
    AS_SOLID,
    FIRST_SIZE,
    LISTS,
    READINGS,
    TEXTS,
    months_shown,
    sentences_of,
)

IN_WORDS = {"juxtapleural_as_solid": AS_SOLID, "disputed_reading": READINGS}
SAMPLES: dict[str, str | int | Decimal] = {
    "finding": "part_solid", "status": "solid_component_growing", "size": Decimal("6.2"),
    "limit": 6, "unit": "mm3", "lower": 6, "upper": 8, "solid_mm": Decimal("4.5"), "limit_mm": 4,
    "lower_mm": 6, "upper_mm": 8, "morphology": "smooth_oval", "airway_content": "tubular",
    "cyst_change": "increased_loculation", "cyst_type": "thick_unilocular", "prior_category": "3",
    "months": Decimal(6), "from_months": 6, "category": "3", "features": "spiculation;other",
    "volume_category": "3", "diameter_category": "4A", "choice": "half_up", "nodule": 2,
    "s_findings": "emphysema;bone_lesion", "value": "growing",
}  # fmt: skip


def said(key: str, **values: str | Decimal | int) -> list[str]:
    names = REASON_KEYS[key]
    whole = {name: values.get(name, SAMPLES.get(name, "")) for name in names}
    return [sentence.in_english() for sentence in sentences_of([Reason(key, whole)], "4A")]


@pytest.mark.parametrize("key", [key for key in REASON_KEYS if key not in IN_WORDS])
def test_every_reason_is_said_without_codes(key: str) -> None:
    for sentence in said(key):
        assert "_" not in sentence
        assert "{" not in sentence
        assert "mm3" not in sentence


@pytest.mark.parametrize("cause", ["status", "morphology", "size", "fissure"])
def test_every_cause_to_count_as_solid_is_said(cause: str) -> None:
    (sentence,) = said("juxtapleural_as_solid", cause=cause)

    assert sentence.endswith("it counts as solid")


@pytest.mark.parametrize("reading", READINGS)
def test_every_open_question_is_said_with_the_choice_in_force(reading: str) -> None:
    (sentence,) = said("disputed_reading", reading=reading, choice="4B")

    assert "4B" in sentence


def test_sentences_are_kept_for_reasons_that_exist_and_for_no_others() -> None:
    readings = {field.name for field in dataclasses.fields(Readings)} - {"step_tolerance_months"}

    assert {*TEXTS, *LISTS, *IN_WORDS} == set(REASON_KEYS)
    assert set(READINGS) == readings
    assert set(FIRST_SIZE) <= set(TEXTS)


def test_lists_are_said_one_by_one() -> None:
    assert said("suspicious_features", category="3") == [
        "Suspicious feature (Spiculation): 3 becomes 4X",
        "Suspicious feature (Other): 3 becomes 4X",
    ]


def test_a_code_that_no_list_has_is_said_as_it_was_handed_in() -> None:
    assert said("significant_other_finding", s_findings="hiatal hernia") == [
        "Other significant finding (hiatal hernia): modifier S"
    ]


@pytest.mark.parametrize(
    ("months", "shown"),
    [("6", "6"), ("6.0", "6"), ("10", "10"), ("5.5", "5.5"), ("5.9667", "5.9"), ("0", "0")],
)
def test_months_are_never_rounded_up_to_a_limit(months: str, shown: str) -> None:
    assert months_shown(Decimal(months)) == shown


def test_whatever_may_be_missing_can_be_asked_for() -> None:
    fields = {
        "finding", "status", "mean_diameter_mm", "long_mm", "short_mm", "solid_component_mm",
        "prior_category", "months_since_prior_ct", "airway_level", "cyst_type", "cyst_change",
        "morphology",
    }  # fmt: skip

    assert set(TO_ENTER) == fields
