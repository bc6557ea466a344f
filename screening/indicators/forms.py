"""What a report is asked for, as the page's filters and the address say it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import SelectField, ValidationError
from wtforms.validators import Optional

from screening.indicators.reports import Asked, Definition
from screening.indicators.rules import Dimension, is_group
from screening.protocol.errors import NotFoundError, RefusedInputError
from screening.protocol.program import Program
from screening.protocol.wording import N_
from screening.web.fields import DayField
from screening.web.forms import ScreeningForm
from screening.web.locale import say

NOT_KNOWN = "~"
NOTHING = "\N{EN DASH}"
HEADLINE = "detection_rate"
FIRST_YEAR = 1900

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


class ListField(SelectField):
    """A choice of which an address can name one that there is not."""

    def pre_validate(self, form: Any) -> None:
        """Refuse what is not in the list."""
        try:
            super().pre_validate(form)
        except ValidationError as error:
            raise ValidationError(str(_("Choose one of the list"))) from error


class PeriodForm(ScreeningForm):
    """Period and day of report; it changes nothing, so it needs no token."""

    class Meta:
        """A form that is sent by address."""

        csrf = False

    since = DayField(_("Exams from"), [Optional()])
    until = DayField(_("Exams to"), [Optional()])
    as_of = DayField(
        _("As known on"), [Optional()], description=_("What happened later is not counted")
    )

    def __init__(self, today: date, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.today = today

    def validate(self, extra_validators: Any = None) -> bool:
        """Refuse a period that ends before it begins, and to know what is still to come."""
        is_valid = bool(super().validate(extra_validators))
        since, until, as_of = self.since.data, self.until.data, self.as_of.data
        wrong = [
            (self.until, since and until and since > until, _("Enter a day not before the first")),
            (self.as_of, as_of and as_of > self.today, _("Enter today or an earlier day")),
            *(
                (field, field.data and field.data.year < FIRST_YEAR, _("Enter a day since 1900"))
                for field in (self.since, self.until, self.as_of)
            ),
        ]
        for field, is_wrong, text in wrong:
            if is_wrong:
                field.errors = [*field.errors, str(text)]
        return is_valid and not any(is_wrong for _field, is_wrong, _text in wrong)

    def asked(self, program: str) -> Asked:
        """Return what is asked about everyone."""
        as_of = self.as_of.data or self.today
        return Asked(program, as_of, self.since.data, self.until.data)

    def refuse_invalid(self) -> None:
        """Raise what is wrong, for a page that does not show this form."""
        if not self.validate():
            error = self.all_errors()[0]
            text = N_("{field}: {problem}")
            raise RefusedInputError(error.id, text, {"field": error.label, "problem": error.text})

    def kept(self) -> dict[str, Any]:
        """Return the arguments by which another page's address keeps what was chosen."""
        days = {"since": self.since.data, "until": self.until.data, "as_of": self.as_of.data}
        return {name: day.isoformat() for name, day in days.items() if day is not None}


class GroupedForm(PeriodForm):
    """A period with the two ways to group."""

    by = ListField(_("Group by"), choices=dimension_choices, default=Dimension.SITE.value)
    and_by = ListField(_("and by"), choices=dimension_choices, default=Dimension.YEAR.value)

    def dimensions(self) -> tuple[Dimension, ...]:
        """Return the chosen grouping, each once; of a form that is valid."""
        chosen = (self.by.data, self.and_by.data)
        return tuple(dict.fromkeys(Dimension(name) for name in chosen if name))

    def kept(self) -> dict[str, Any]:
        """Return the grouping as well."""
        return {**super().kept(), "by": self.by.data, "and_by": self.and_by.data}


class ReportForm(GroupedForm):
    """What the page of figures shows: period, day of report, grouping and measure."""

    measure = ListField(_("Measure"), default=HEADLINE)

    def __init__(self, definitions: Mapping[str, Definition], today: date, **kwargs: Any) -> None:
        super().__init__(today, **kwargs)
        self.measure.choices = [(code, say(each.title)) for code, each in definitions.items()]


def read_group(
    arguments: Mapping[str, str], program: Program, sites: Sequence[str]
) -> dict[Dimension, str | None]:
    """Return the group that an address names; NotFoundError where there can be no such group."""
    group = {
        dimension: None if arguments[dimension.value] == NOT_KNOWN else arguments[dimension.value]
        for dimension in Dimension
        if dimension.value in arguments
    }
    for dimension, value in group.items():
        is_foreign = dimension is Dimension.SITE and value not in sites
        if is_foreign or not is_group(program, dimension, value):
            raise NotFoundError(
                N_("There is no such group: {dimension}"),
                {"dimension": DIMENSION_LABELS[dimension]},
            )
    return group


def write_group(group: Mapping[Dimension, str | None]) -> dict[str, str]:
    """Return the arguments by which an address names a group."""
    return {
        dimension.value: NOT_KNOWN if value is None else value for dimension, value in group.items()
    }
