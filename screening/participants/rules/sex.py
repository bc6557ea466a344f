"""Sex as recorded and as shown."""

from enum import StrEnum

from screening.protocol.wording import N_


class Sex(StrEnum):
    """Sex as recorded; U is not known."""

    FEMALE = "F"
    MALE = "M"
    UNKNOWN = "U"


SEX_LABELS = {Sex.FEMALE: N_("Female"), Sex.MALE: N_("Male"), Sex.UNKNOWN: N_("Not known")}
