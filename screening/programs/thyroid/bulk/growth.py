"""Growth of a thyroid nodule over rows: a row is one nodule on two scans."""

from collections.abc import Sequence

from screening.clinical import thyroid_growth
from screening.programs.thyroid.pages.growth import PAGE
from screening.programs.thyroid.wording.growth import sentences_of
from screening.protocol.columns import figure, flag
from screening.protocol.fields import Field, FieldType
from screening.protocol.systems import BulkSystem, Texts
from screening.protocol.wording import N_, Sentence

FIELDS = (
    Field(
        "prior_mm",
        N_("Three diameters on the earlier scan"),
        FieldType.TEXT,
        unit="mm",
        hint=N_("Such as 12x9x8"),
    ),
    Field(
        "current_mm",
        N_("Three diameters now"),
        FieldType.TEXT,
        unit="mm",
        hint=N_("In the same order as before"),
    ),
)
OUTCOMES = (
    Field(
        "dimensions_up_20pct_and_2mm",
        N_("Diameters that grew by 20 % and 2 mm or more"),
        FieldType.INTEGER,
    ),
    figure("volume_change_pct", N_("Change of the volume"), "%", decimals=1),
    flag("significant_growth_acr", N_("Growth by ACR")),
    flag("significant_growth_ata2015", N_("Growth by ATA 2015")),
)


def explain(row: Texts) -> Sequence[Sentence]:
    """Return why the nodule of a row has grown, or has not."""
    return sentences_of(thyroid_growth.growth_of_row(row).reasons)


GROWTH = BulkSystem(
    thyroid_growth.SYSTEM,
    N_("Growth of a thyroid nodule, ACR and ATA 2015"),
    thyroid_growth.INPUTS,
    thyroid_growth.RESULTS,
    thyroid_growth.evaluate_row,
    fields=FIELDS,
    outcomes=OUTCOMES,
    explain=explain,
    page=PAGE,
)
