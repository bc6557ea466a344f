"""Identity rules of a person: sex, partial birth dates, ages, search keys."""

from enum import StrEnum

from screening.protocol.wording import N_


class Sex(StrEnum):
    """Sex as recorded; U is not known."""

    FEMALE = "F"
    MALE = "M"
    UNKNOWN = "U"


class DatePrecision(StrEnum):
    """How exactly a birth date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


SEX_LABELS = {Sex.FEMALE: N_("Female"), Sex.MALE: N_("Male"), Sex.UNKNOWN: N_("Not known")}
