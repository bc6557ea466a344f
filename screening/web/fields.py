"""Form fields that several slices use."""

from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import DateField

FORMATS = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d")


class DayField(DateField):
    """A day as browsers send it, or as it is typed where they know no calendar."""

    def __init__(self, label: Any = None, validators: Any = None, **kwargs: Any) -> None:
        super().__init__(label, validators, format=list(FORMATS), **kwargs)

    def process_formdata(self, valuelist: Any) -> None:
        """Read the day; say how to write one where this is none."""
        try:
            super().process_formdata(valuelist)
        except ValueError as error:
            raise ValueError(str(_("Enter a date like 2024-03-05"))) from error
