"""Columns that several kinds of files have, and how columns are written down."""

from enum import StrEnum

from screening.exchange.tabular.columns import Column
from screening.protocol.fields import Choice, Field, FieldType
from screening.protocol.wording import N_

LONGEST_NUMBER = 60
# An exam may be known by the identifier of its study, which has up to 64 characters.
LONGEST_ACCESSION = 64


def required(column: Column) -> Column:
    """Return the column as one without which no row is taken."""
    field = column.field
    return Column(
        Field(field.code, field.label, field.type, choices=field.choices, is_required=True),
        column.longest,
        column.codes,
    )


def text_column(code: str, label: str, longest: int) -> Column:
    """Return a column of free text."""
    return Column(Field(code, label, FieldType.TEXT), longest)


def date_column(code: str, label: str) -> Column:
    """Return a column of dates."""
    return Column(Field(code, label, FieldType.DATE))


def choice_column(code: str, label: str, codes: type[StrEnum]) -> Column:
    """Return a column of codes that are the same in every program."""
    choices = tuple(Choice(each.value, each.value) for each in codes)
    return Column(Field(code, label, FieldType.CHOICE, choices=choices))


SITE = text_column("site", N_("Site"), 40)
# The site whose registration number stands in a row, where it is not the site of the row.
REGISTRATION_SITE = text_column("registration_site", N_("Site of the registration number"), 40)
PROGRAM = text_column("program", N_("Program"), 40)
REGISTRATION_NO = required(
    text_column("registration_no", N_("Registration number"), LONGEST_NUMBER)
)
ACCESSION_NO = required(text_column("accession_no", N_("Accession number"), LONGEST_ACCESSION))
COMMENT = text_column("comment", N_("Comment"), 4_000)
