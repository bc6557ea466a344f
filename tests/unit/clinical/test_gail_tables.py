"""The rates and coefficients of the Gail model against the published ones, number by number."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from screening.clinical.gail import Race
from screening.clinical.gail.rates import average_rates_of, rates_of
from screening.clinical.gail.relative_risk import COLUMNS as RACE_COLUMNS
from screening.clinical.gail.relative_risk import TERMS, not_attributable

GOLDEN = Path(__file__).parents[2] / "golden"


def published() -> dict[str, Any]:
    path = GOLDEN / "gail_coefficients.json"
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    return loaded


@pytest.mark.parametrize("race", Race)
def test_the_rates_are_the_published_ones(race: Race) -> None:
    group = published()["groups"][str(race.value)]

    rates = rates_of(race)

    assert list(rates.incidence) == group["lambda1"]
    assert list(rates.mortality) == group["lambda2"]


@pytest.mark.parametrize("race", [Race.WHITE, Race.OTHER])
def test_the_average_white_or_other_woman_is_that_of_1992_to_1996(race: Race) -> None:
    average = published()["white_average_1992_96"]

    rates = average_rates_of(race)

    assert list(rates.incidence) == average["lambda1"]
    assert list(rates.mortality) == average["lambda2"]


@pytest.mark.parametrize("race", [race for race in Race if race not in (1, 4)])
def test_the_average_woman_of_another_race_has_the_rates_of_her_race(race: Race) -> None:
    assert average_rates_of(race) == rates_of(race)


@pytest.mark.parametrize("race", Race)
def test_the_coefficients_are_the_published_ones(race: Race) -> None:
    group = published()["groups"][str(race.value)]
    order = (
        "biopsies", "menarche", "first_birth", "relatives", "biopsies_from_50",
        "first_birth_by_relatives",
    )  # fmt: skip

    column = RACE_COLUMNS[race]

    assert [Decimal(TERMS[term][column]) for term in order] == group["beta"]
    assert list(not_attributable(race)) == group["one_minus_AR"]
