"""BTS 2015 management of a nodule: by size, by the Brock and Herder risks, by growth.

A clearly benign nodule and a typical perifissural one need nothing more. Otherwise the size decides
by the tables below; of a solid nodule the volume where there is one. From 8 mm or 300 mm3 on the
Brock risk is asked for: below 10 % CT surveillance, from 10 % on PET-CT and the Herder risk. After
PET: below 10 % CT surveillance, from 10 to 70 % biopsy or discussion of the options, above 70 %
excision or non-surgical treatment.

Source: PMC6784443, table 4, and Radiology Assistant. The limit of 70 % is recalled and not read: to
be confirmed by the site.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from screening.clinical.inputs import (
    Row,
    read_flag,
    read_number,
    read_word,
    required,
    within,
)
from screening.clinical.nodule_growth import Growth
from screening.clinical.reasons import Reason, in_words

SYSTEM = "bts-2015"
INPUTS = (
    "attenuation",
    "benign",
    "typical_perifissural",
    "diameter_mm",
    "volume_mm3",
    "brock_probability",
    "herder_probability",
)
RESULTS = ("action", "then", "reasons")


class Attenuation(StrEnum):
    """Whether a nodule has a part that is not solid."""

    SOLID = "solid"
    SUBSOLID = "subsolid"


class Action(StrEnum):
    """What the guideline asks for next."""

    DISCHARGE = "discharge"
    CT_AT_12_MONTHS = "ct_at_12_months"
    CT_AT_3_MONTHS = "ct_at_3_months"
    BROCK_RISK = "brock_risk"
    SURVEILLANCE = "ct_surveillance"
    PET_CT_AND_HERDER = "pet_ct_and_herder_risk"
    BIOPSY_OR_DISCUSSION = "biopsy_or_discussion"
    TREATMENT = "excision_or_non_surgical_treatment"
    STABLE = "stable"
    WORK_UP = "work_up"
    BIOPSY_OR_SURVEILLANCE = "biopsy_or_surveillance"


@dataclass(frozen=True)
class SizeRow:
    """One printed row: sizes below a limit, None for the last; and what follows its action."""

    below: int | None
    action: Action
    then: str = ""


STABLE_AT_12 = "stable by volume: discharge; stable by diameter only: CT at 24 months"
STABLE_AT_3 = "stable or doubling time above 400 days: CT at 12 months"
BY_BROCK = "below 10 %: CT surveillance; from 10 %: PET-CT and Herder risk"
SUBSOLID_AT_3 = "Brock risk; CT at 1, 2 and 4 years, or biopsy or excision"

SOLID_BY_DIAMETER_MM = (
    SizeRow(5, Action.DISCHARGE),
    SizeRow(6, Action.CT_AT_12_MONTHS, STABLE_AT_12),
    SizeRow(8, Action.CT_AT_3_MONTHS, STABLE_AT_3),
    SizeRow(None, Action.BROCK_RISK, BY_BROCK),
)
SOLID_BY_VOLUME_MM3 = (
    SizeRow(80, Action.DISCHARGE),
    SizeRow(300, Action.CT_AT_3_MONTHS, STABLE_AT_3),
    SizeRow(None, Action.BROCK_RISK, BY_BROCK),
)
SUBSOLID_BY_DIAMETER_MM = (
    SizeRow(5, Action.DISCHARGE),
    SizeRow(None, Action.CT_AT_3_MONTHS, SUBSOLID_AT_3),
)

LARGEST = {"diameter_mm": 200, "volume_mm3": 4_000_000}
LOW_RISK_BELOW = Decimal("0.10")
HIGH_RISK_ABOVE = Decimal("0.70")
STABLE_BELOW_PERCENT = 25
WORK_UP_UP_TO_DAYS = 400
SLOW_ABOVE_DAYS = 600


@dataclass(frozen=True, kw_only=True)
class BtsNodule:
    """A nodule at first sight; None is not known. A volume decides where there is one."""

    attenuation: Attenuation | None
    benign: bool | None = None
    typical_perifissural: bool | None = None
    diameter_mm: Decimal | None = None
    volume_mm3: Decimal | None = None
    brock_probability: Decimal | None = None
    herder_probability: Decimal | None = None


@dataclass(frozen=True)
class BtsStep:
    """The next action, what the row prints to follow it, and why."""

    action: Action
    then: str
    reasons: tuple[Reason, ...]


def first_step(nodule: BtsNodule) -> BtsStep:
    """Return the next action for a nodule that was not seen before."""
    if nodule.benign:
        return BtsStep(Action.DISCHARGE, "", (Reason("clearly_benign"),))
    if nodule.typical_perifissural:
        return BtsStep(Action.DISCHARGE, "", (Reason("typical_perifissural"),))
    row, reason = _size_row(nodule)
    if row.action is not Action.BROCK_RISK or nodule.brock_probability is None:
        return BtsStep(row.action, row.then, (reason,))
    action, by_risk = _by_risk(nodule.brock_probability, nodule.herder_probability)
    return BtsStep(action, "", (reason, by_risk))


def step_after_growth(growth: Growth, *, is_by_volume: bool) -> BtsStep:
    """Return the next action after a repeat CT; only volumes can discharge a slow nodule."""
    change, days = growth.volume_change_percent, growth.doubling_time_days
    if days is None or change < STABLE_BELOW_PERCENT:
        return BtsStep(Action.STABLE, "", (Reason("stable", {"change_percent": change}),))
    reason = Reason("grows", {"change_percent": change, "doubling_time_days": days})
    if days <= WORK_UP_UP_TO_DAYS:
        return BtsStep(Action.WORK_UP, "", (reason,))
    if days <= SLOW_ABOVE_DAYS:
        return BtsStep(Action.BIOPSY_OR_SURVEILLANCE, "", (reason,))
    action = Action.DISCHARGE if is_by_volume else Action.SURVEILLANCE
    return BtsStep(action, "", (reason,))


def step_of_row(row: Row) -> BtsStep:
    """Return the first step for the nodule that a row describes."""
    return first_step(
        BtsNodule(
            attenuation=read_word(Attenuation, row, "attenuation"),
            benign=read_flag(row, "benign"),
            typical_perifissural=read_flag(row, "typical_perifissural"),
            diameter_mm=read_number(row, "diameter_mm"),
            volume_mm3=read_number(row, "volume_mm3"),
            brock_probability=read_number(row, "brock_probability"),
            herder_probability=read_number(row, "herder_probability"),
        )
    )


def evaluate_row(row: Row) -> dict[str, str]:
    """Return the result columns of a row: the first action, what follows it, and why."""
    step = step_of_row(row)
    return {"action": step.action.value, "then": step.then, "reasons": in_words(step.reasons)}


def _size_row(nodule: BtsNodule) -> tuple[SizeRow, Reason]:
    attenuation = required("attenuation", nodule.attenuation)
    if attenuation is Attenuation.SUBSOLID:
        return _row_of(SUBSOLID_BY_DIAMETER_MM, "diameter_mm", nodule.diameter_mm)
    if nodule.volume_mm3 is not None:
        return _row_of(SOLID_BY_VOLUME_MM3, "volume_mm3", nodule.volume_mm3)
    return _row_of(SOLID_BY_DIAMETER_MM, "diameter_mm", nodule.diameter_mm)


def _row_of(rows: Sequence[SizeRow], column: str, typed: Decimal | None) -> tuple[SizeRow, Reason]:
    size = within(column, typed, 0, LARGEST[column])
    row = next(row for row in rows if row.below is None or size < row.below)
    if row.below is None:
        return row, Reason("size_of_last_row", {column: size})
    return row, Reason("size_below", {column: size, "limit": row.below})


def _by_risk(brock: Decimal, herder: Decimal | None) -> tuple[Action, Reason]:
    """Return the action by the Herder risk where PET was done, else by the Brock risk."""
    before_pet = within("brock_probability", brock, 0, 1)
    if herder is None:
        action = Action.SURVEILLANCE if before_pet < LOW_RISK_BELOW else Action.PET_CT_AND_HERDER
        return action, Reason("brock_risk", {"probability": before_pet})
    after_pet = within("herder_probability", herder, 0, 1)
    reason = Reason("herder_risk", {"probability": after_pet})
    if after_pet < LOW_RISK_BELOW:
        return Action.SURVEILLANCE, reason
    if after_pet <= HIGH_RISK_ABOVE:
        return Action.BIOPSY_OR_DISCUSSION, reason
    return Action.TREATMENT, reason
