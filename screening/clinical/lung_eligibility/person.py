"""The person whom the rule sets judge: what is known of them, and what contradicts itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from screening.clinical.inputs import out_of_range
from screening.clinical.llp import FamilyHistory, Sex
from screening.clinical.pack_years import CIGARETTES_PER_PACK, YOUNGEST_SMOKER_YEARS, SmokingStatus
from screening.clinical.plco_m2012 import Race
from screening.clinical.reasons import InvalidInput


class PassiveSource(StrEnum):
    """How heavily the person smoked whose smoke was breathed."""

    AT_LEAST_30_PACK_YEARS = "ge30py_smoker"
    LESS = "lt30py_smoker"


class Agent(StrEnum):
    """What a person was exposed to at work; `unknown` stands beside agents that are known."""

    ASBESTOS = "asbestos"
    RADON = "radon"
    BERYLLIUM = "beryllium"
    CHROMIUM = "chromium"
    CADMIUM = "cadmium"
    SILICA = "silica"
    SOOT = "soot"
    COAL_SOOT = "coal_soot"
    NICKEL = "nickel"
    DIESEL_EXHAUST = "diesel_exhaust"
    URANIUM = "uranium"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class Person:
    """What is known on the day of judging; None is not known and never stands for a no.

    Source: clinical reference, sections 12.1 and 15.2. Ages and durations are in years unless the
    name says otherwise. An empty list of agents or symptoms is an answered *none*. The three
    amounts in weeks, months and years *ago* are None where there was nothing, as in the vectors;
    `has_undated_cancer` says that there was a cancer and only its year is not known.
    """

    age_years: int | None = None
    sex: Sex | None = None
    smoking_status: SmokingStatus | None = None
    pack_years: Decimal | None = None
    quit_years: Decimal | None = None
    cigs_per_day: Decimal | None = None
    years_smoked: Decimal | None = None
    passive_years: Decimal | None = None
    passive_source: PassiveSource | None = None
    copd: bool | None = None
    lung_fibrosis: bool | None = None
    tuberculosis: bool | None = None
    respiratory_disease: bool | None = None
    occ_agents: tuple[Agent, ...] | None = None
    occ_years: Decimal | None = None
    asbestos: bool | None = None
    fdr_lung_cancer: bool | None = None
    family_history_lung: FamilyHistory | None = None
    symptoms: tuple[str, ...] | None = None
    prior_lung_cancer: bool | None = None
    cancer_hist: bool | None = None
    other_cancer_years_ago: Decimal | None = None
    has_undated_cancer: bool = False
    chest_ct_months_ago: Decimal | None = None
    resp_infection_weeks_ago: Decimal | None = None
    implants: bool | None = None
    home_oxygen: bool | None = None
    fit_for_curative_treatment: bool | None = None
    education: int | None = None
    race: Race | None = None
    bmi: Decimal | None = None
    nlcsp_high_risk: bool | None = None

    @property
    def known_pack_years(self) -> Decimal | None:
        """The pack-years as stated, else from cigarettes a day and years (section 2.3)."""
        if self.pack_years is not None:
            return self.pack_years
        if self.cigs_per_day is None or self.years_smoked is None:
            return None
        return self.cigs_per_day * self.years_smoked / CIGARETTES_PER_PACK


# Section 12.1: what lies outside is impossible and is refused.
LIMITS: Mapping[str, tuple[int, int]] = {
    "age": (0, 110),
    "pack_years": (0, 300),
    "quit_years": (0, 105),
    "cigs_per_day": (0, 200),
    "years_smoked": (0, 105),
    "passive_years": (0, 110),
    "occ_years": (0, 70),
    "other_cancer_years_ago": (0, 110),
    "chest_ct_months_ago": (0, 600),
    "resp_infection_weeks_ago": (0, 520),
}
OF_SMOKERS = ("pack_years", "cigs_per_day", "years_smoked", "quit_years")
SINCE_FIRST_CIGARETTE = ("years_smoked", "quit_years")
SINCE_BIRTH = ("passive_years", "occ_years", "other_cancer_years_ago")


def check_person(person: Person) -> None:
    """Raise InvalidInput for what is impossible or contradicts itself (sections 2.2 and 12.1)."""
    amounts = _known_amounts(person)
    for column, value in amounts.items():
        lowest, highest = LIMITS[column]
        if not lowest <= value <= highest:
            raise out_of_range(column, value, lowest, highest)
    _check_smoking(person.smoking_status, amounts)
    if person.age_years is not None:
        _check_durations(person.age_years, amounts)


def _known_amounts(person: Person) -> dict[str, Decimal]:
    amounts = {
        "age": None if person.age_years is None else Decimal(person.age_years),
        "pack_years": person.pack_years,
        "quit_years": person.quit_years,
        "cigs_per_day": person.cigs_per_day,
        "years_smoked": person.years_smoked,
        "passive_years": person.passive_years,
        "occ_years": person.occ_years,
        "other_cancer_years_ago": person.other_cancer_years_ago,
        "chest_ct_months_ago": person.chest_ct_months_ago,
        "resp_infection_weeks_ago": person.resp_infection_weeks_ago,
    }
    return {column: value for column, value in amounts.items() if value is not None}


def _check_smoking(status: SmokingStatus | None, amounts: Mapping[str, Decimal]) -> None:
    quit_years = amounts.get("quit_years")
    if status is SmokingStatus.CURRENT and quit_years:
        raise InvalidInput("quit_years", quit_years, "someone who smokes now has not quit")
    for column in OF_SMOKERS:
        if status is SmokingStatus.NEVER and amounts.get(column):
            raise InvalidInput(column, amounts[column], "someone who never smoked has none")


def _check_durations(age_years: int, amounts: Mapping[str, Decimal]) -> None:
    for columns, longest in (
        (SINCE_FIRST_CIGARETTE, max(0, age_years - YOUNGEST_SMOKER_YEARS)),
        (SINCE_BIRTH, age_years),
    ):
        for column in columns:
            if column in amounts and amounts[column] > longest:
                raise InvalidInput(
                    column,
                    amounts[column],
                    "at the age of {age} it is at most {highest}",
                    age=age_years,
                    highest=longest,
                )
