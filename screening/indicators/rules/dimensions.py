"""By what the figures of a report can be grouped."""

from enum import StrEnum


class Dimension(StrEnum):
    """One way to group; the value is its name in files and addresses."""

    SITE = "site"
    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    SEX = "sex"
    AGE_GROUP = "age_group"
    ROUND = "round"
    DISTRICT = "district"
    SOURCE = "source"
    MODALITY = "modality"
    CATEGORY = "category"


OF_TIME = (Dimension.YEAR, Dimension.QUARTER, Dimension.MONTH)
OF_EXAM_ONLY = (Dimension.ROUND, Dimension.MODALITY, Dimension.CATEGORY)
