"""The criteria of the lung rule sets in words: the published limits, and how open ones are read."""

import pytest

from screening.clinical.lung_eligibility import (
    DEFAULT_READINGS,
    OPTIONS,
    RULES,
    Reading,
    Readings,
    china,
    chinese_programs,
)
from screening.programs.lung.eligibility import RULE_SETS
from screening.programs.lung.eligibility.readings import WORDS
from screening.programs.lung.eligibility.rule_sets import make_rule_set
from screening.programs.lung.questionnaire.health import AGENTS

CODES = [rule_set.code for rule_set in RULE_SETS]


def criteria(code: str, readings: Readings = DEFAULT_READINGS) -> list[str]:
    return [criterion.in_english() for criterion in make_rule_set(code, readings).criteria]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("uspstf2021", ["Age 50 to 80, both included", "20 pack-years or more",
                        "Smokes now, or quit 15 years ago or less"]),
        ("uspstf2013", ["Age 55 to 80, both included", "30 pack-years or more",
                        "Smokes now, or quit 15 years ago or less"]),
        ("cms2022", ["Age 50 to 77, both included", "20 pack-years or more",
                     "Smokes now, or quit 15 years ago or less"]),
        ("acs2023", ["Age 50 to 80, both included", "20 pack-years or more",
                     "Smokes now or smoked in the past, however long ago"]),
        ("nccn_1_2026", ["Age 50 or older",
                         "20 pack-years or more, or 20 years of smoking or more"]),
        ("china2021", ["Age 50 to 74, both included", "And at least one of these factors:",
                       "1. 30 pack-years or more, and smokes now or quit less than 15 years ago",
                       ("2. Passive smoking for 20 years or more, in one room with someone who "
                       "meets factor 1")]),
        ("nlst", ["Age 55 to 74, both included", "30 pack-years or more",
                  "Smokes now, or quit 15 years ago or less"]),
        ("nelson", ["Age 50 to 74, both included",
                    ("More than 15 cigarettes a day for more than 25 years, or more than 10 for "
                    "more than 30 years"),
                    "Smokes now, or quit 10 years ago or less"]),
        ("china_nlcsp", ["Age 40 to 74, both included"]),
        ("china_county2020", ["Age 40 to 80, both included", "And at least one of these factors:",
                              ("1. 20 pack-years or more, and smokes now or quit less than 15 "
                              "years ago")]),
        ("clcedteg2018", ["Age 50 to 74, both included", "20 pack-years or more",
                          "Smokes now, or quit 5 years ago or less"]),
        ("tlhc", ["Age 55 to 74, both included", "Smoked 100 cigarettes or more in life",
                  ("A risk by PLCOm2012 of at least 1.51 % within 6 years, or by LLPv2 of at least "
                  "2.5 % within 5 years")]),
        ("ielcap", ["Age 40 or older"]),
    ],
)  # fmt: skip
def test_the_criteria_say_the_published_limits(code: str, expected: list[str]) -> None:
    assert criteria(code)[: len(expected)] == expected


def test_the_criteria_of_the_nlst_name_its_exclusions() -> None:
    said = criteria("nlst")

    assert "No other cancer less than 5 years ago, skin cancer other than melanoma apart" in said
    assert "No chest infection treated with antibiotics in the last 12 weeks" in said
    assert "No chest CT in the last 18 months" in said


@pytest.mark.parametrize(
    ("code", "counted"),
    [
        ("china2021", (*china.AGENTS, *china.DISPUTED_AGENTS)),
        ("china_county2020", chinese_programs.COUNTY_AGENTS),
    ],
)
def test_the_agents_said_are_the_agents_that_count(code: str, counted: tuple[str, ...]) -> None:
    said = next(text for text in criteria(code) if "at work" in text)

    named = {agent.code for agent in AGENTS if agent.label.casefold() in said}

    assert named == set(counted)


def test_agents_that_a_site_does_not_count_are_not_said() -> None:
    said = " ".join(criteria("china2021", DEFAULT_READINGS - {Reading.NICKEL_COUNTS}))

    assert "coal soot or nickel" not in said
    assert "soot or coal soot" in said


@pytest.mark.parametrize("code", CODES)
def test_the_criteria_say_how_every_open_question_is_read(code: str) -> None:
    for reading in RULES[code].readings:
        in_force, not_in_force = WORDS[reading]
        assert in_force in criteria(code, DEFAULT_READINGS | {reading})
        assert not_in_force in criteria(code, DEFAULT_READINGS - {reading})


@pytest.mark.parametrize(
    ("code", "reading", "expected"),
    [
        ("uspstf2021", Reading.USPSTF_QUIT_AT_LIMIT, "Smokes now, or quit less than 15 years ago"),
        ("nlst", Reading.NLST_QUIT_AT_LIMIT, "Smokes now, or quit less than 15 years ago"),
        ("china2021", Reading.PASSIVE_AT_LIMIT,
         "2. Passive smoking for more than 20 years, in one room with someone who meets factor 1"),
        ("china2021", Reading.PASSIVE_SOURCE_DECIDES, "2. Passive smoking for 20 years or more"),
        ("nelson", Reading.NELSON_2014_WORDING,
         ("15 cigarettes a day or more for more than 25 years, or 10 or more for more than 30 "
         "years")),
        ("nccn_1_2026", Reading.NCCN_RISK_MODEL,
         "Or a risk by PLCOm2012 of at least 1.3 % within 6 years"),
    ],
)  # fmt: skip
def test_another_reading_is_said_in_other_words(code: str, reading: Reading, expected: str) -> None:
    assert expected not in criteria(code)
    assert expected in criteria(code, DEFAULT_READINGS ^ {reading})


def test_options_of_a_publication_are_not_called_disputed() -> None:
    for reading in OPTIONS:
        assert not any(text.startswith("Disputed") for text in WORDS[reading])
