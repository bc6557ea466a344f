"""What a report is asked for, as the page's filters and the address say it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import DateField, SelectField
from wtforms.validators import Optional

from screening.indicators.reports import Asked, Definition
from screening.indicators.rules import Dimension
from screening.protocol.wording import N_
from screening.web.forms import ScreeningForm
from screening.web.locale import say

NOT_KNOWN = "~"
NOTHING = "\N{EN DASH}"

DIMENSION_LABELS: dict[Dimension, str] = {
    Dimension.SITE: N_("Site"),
    Dimension.YEAR: N_("Year"),
    Dimension.QUARTER: N_("Quarter"),
    Dimension.MONTH: N_("Month"),
    Dimension.SEX: N_("Sex"),
    Dimension.AGE_GROUP: N_("Age group"),
    Dimension.ROUND: N_("Round"),
    Dimension.DISTRICT: N_("District"),
    Dimension.SOURCE: N_("Source"),
    Dimension.MODALITY: N_("Modality"),
    Dimension.CATEGORY: N_("Category"),
}


def dimension_choices() -> list[tuple[str, str]]:
    """Return the ways to group, in the language of the page."""
    return [("", NOTHING), *((each.value, say(label)) for each, label in DIMENSION_LABELS.items())]


class ReportForm(ScreeningForm):
    """Period, day of report, grouping and measure; it changes nothing, so it needs no token."""

    class Meta:
        """A form that is sent by address."""

        csrf = False

    since = DateField(_("Exams from"), [Optional()])
    until = DateField(_("Exams to"), [Optional()])
    as_of = DateField(
        _("As known on"), [Optional()], description=_("What happened later is not counted")
    )
    by = SelectField(_("Group by"), choices=dimension_choices, default=Dimension.SITE.value)
    and_by = SelectField(_("and by"), choices=dimension_choices, default=Dimension.YEAR.value)
    measure = SelectField(_("Measure"), default="detection_rate")

    def __init__(self, definitions: Mapping[str, Definition], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.measure.choices = [(code, say(each.title)) for code, each in definitions.items()]

    def validate(self, extra_validators: Any = None) -> bool:
        """Refuse a period that ends before it begins."""
        is_valid = bool(super().validate(extra_validators))
        if is_valid and self.since.data and self.until.data and self.since.data > self.until.data:
            self.until.errors = [_("Enter a day that is not before the first one")]
            return False
        return is_valid

    def asked(self, program: str, today: date) -> Asked:
        """Return what is asked about everyone."""
        return Asked(program, self.as_of.data or today, self.since.data, self.until.data)

    def dimensions(self) -> tuple[Dimension, ...]:
        """Return the chosen grouping, each once."""
        chosen = (self.by.data, self.and_by.data)
        return tuple(dict.fromkeys(Dimension(name) for name in chosen if name))


def read_group(arguments: Mapping[str, str]) -> dict[Dimension, str | None]:
    """Return the group that an address names: dimension -> value, None for not known."""
    return {
        dimension: None if arguments[dimension.value] == NOT_KNOWN else arguments[dimension.value]
        for dimension in Dimension
        if dimension.value in arguments
    }


def write_group(by: Sequence[Dimension], group: Mapping[Dimension, str | None]) -> dict[str, str]:
    """Return the arguments by which an address names a group."""
    return {
        dimension.value: NOT_KNOWN if group[dimension] is None else str(group[dimension])
        for dimension in by
    }
