"""Results of family-history models that are computed elsewhere and entered with their version.

Source: section a3 of the clinical reference: Tyrer-Cuzick (IBIS) and BOADICEA (CanRisk) are not
open, so they are not computed here; these five are accepted for MRI, and Gail is not.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from screening.clinical.inputs import within
from screening.clinical.reasons import InvalidInput


class FamilyModel(StrEnum):
    """A model that takes the family's history into account."""

    TYRER_CUZICK = "tyrer_cuzick"
    BOADICEA = "boadicea"
    BRCAPRO = "brcapro"
    CLAUS = "claus"
    PENN_II = "penn_ii"


OTHER_NAMES = {"ibis": FamilyModel.TYRER_CUZICK, "canrisk": FamilyModel.BOADICEA}


@dataclass(frozen=True, kw_only=True)
class EnteredRisk:
    """A result as the other program printed it, in percent; a `model` of None was not stated."""

    lifetime_percent: Decimal
    ten_year_percent: Decimal | None = None
    model: FamilyModel | None = None
    version: str = ""


def check_entered(risk: EnteredRisk) -> None:
    """Raise InvalidInput for a percentage that is impossible, alone or beside the other."""
    lifetime = within("lifetime_risk_pct", risk.lifetime_percent, 0, 100)
    if risk.ten_year_percent is not None:
        within("ten_year_risk_pct", risk.ten_year_percent, 0, lifetime)


def read_model(column: str, text: str) -> tuple[FamilyModel | None, str]:
    """Return the model and the version out of a text such as `tyrer_cuzick 8.0b`."""
    if not text:
        return None, ""
    name, _, version = text.partition(" ")
    known = name.casefold().replace("-", "_")
    if known in list(FamilyModel):
        return FamilyModel(known), version.strip()
    if known in OTHER_NAMES:
        return OTHER_NAMES[known], version.strip()
    raise InvalidInput(
        column,
        text,
        "it is one of {codes}, then a blank and the version; Gail is not for MRI",
        codes=", ".join((*FamilyModel, *OTHER_NAMES)),
    )
