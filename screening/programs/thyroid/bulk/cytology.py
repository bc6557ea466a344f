"""The Bethesda System 2023 over rows: a row is a cytology."""

from collections.abc import Sequence

from screening.clinical import bethesda
from screening.programs.thyroid.bulk.fields import of_finding
from screening.programs.thyroid.pages.cytology import PAGE
from screening.programs.thyroid.wording.cytology import MANAGEMENT, sentences_of
from screening.protocol.columns import flag
from screening.protocol.fields import Choice, Field, FieldType
from screening.protocol.systems import BulkSystem, Texts
from screening.protocol.wording import N_, Sentence

LABELS = {choice.code: choice.label for choice in of_finding("prior_cytology").choices}
CATEGORIES = tuple(
    Choice(category.value, LABELS[category.value], (str(number),))
    for number, category in enumerate(bethesda.Category, 1)
)
FIELDS = (
    Field("bethesda", N_("Cytology by Bethesda"), FieldType.CHOICE, choices=CATEGORIES),
    flag("child", N_("Of a child"), N_("Children have risks of their own")),
)
OUTCOMES = (
    Field("category", N_("Category"), FieldType.CHOICE, choices=CATEGORIES),
    Field("risk_mean_pct", N_("Mean risk of cancer"), FieldType.INTEGER, unit="%"),
    Field("risk_range_pct", N_("Range of the risk"), FieldType.TEXT, unit="%"),
    Field("risk_range_2018_pct", N_("Range in the edition of 2018"), FieldType.TEXT, unit="%"),
    Field(
        "usual_management",
        N_("Usual management"),
        FieldType.CHOICES,
        hint=N_("Of adults"),
        choices=tuple(Choice(code, text) for code, text in MANAGEMENT.items()),
    ),
)


def explain(row: Texts) -> Sequence[Sentence]:
    """Return the risks of the category in a row."""
    return sentences_of(bethesda.implied_by_row(row).reasons)


BETHESDA = BulkSystem(
    bethesda.SYSTEM,
    N_("Bethesda 2023: what a thyroid cytology implies"),
    bethesda.INPUTS,
    bethesda.RESULTS,
    bethesda.evaluate_row,
    fields=FIELDS,
    outcomes=OUTCOMES,
    explain=explain,
    page=PAGE,
)
