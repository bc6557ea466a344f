"""The volume protocols over rows: what follows a nodule by its size, NELSON and BTS."""

from screening.clinical import bts, nelson
from screening.programs.lung.bulk.fields import between
from screening.programs.lung.pages import protocols as pages
from screening.programs.lung.wording.models import ACTIONS, explain_class, explain_step
from screening.protocol.columns import amount, flag, pick, text
from screening.protocol.fields import Field, FieldType, Limits
from screening.protocol.systems import BulkSystem
from screening.protocol.wording import N_

VOLUME = Limits.between("0", "4000000")
NELSON_FIELDS = (
    pick(
        "nodule_type",
        N_("Kind of nodule"),
        {
            "solid": N_("Solid nodule"),
            "pleural_based": N_("Solid nodule at the pleura"),
            "part_solid": N_("Part-solid nodule"),
            "non_solid": N_("Non-solid nodule"),
        },
    ),
    flag("benign_features", N_("Benign features"), N_("Of a solid nodule")),
    amount("volume_mm3", N_("Volume"), "mm³", VOLUME, N_("Of a solid nodule")),
    amount(
        "smallest_diameter_mm",
        N_("Smallest diameter"),
        "mm",
        VOLUME,
        N_("Of a solid nodule at the pleura"),
    ),
    amount(
        "mean_diameter_mm",
        N_("Mean diameter"),
        "mm",
        VOLUME,
        N_("Of a non-solid nodule, or of the non-solid part"),
    ),
    amount("solid_part_volume_mm3", N_("Volume of the solid part"), "mm³", VOLUME),
)
NELSON_OUTCOMES = (
    Field("nodule_class", N_("Class of the nodule"), FieldType.INTEGER),
    pick(
        "verdict",
        N_("Result of the screen"),
        {
            "negative": N_("Negative"),
            "indeterminate": N_("Indeterminate"),
            "positive": N_("Positive"),
        },
    ),
    Field("repeat_ct_months", N_("Repeat CT after"), FieldType.INTEGER, unit=N_("months")),
)
BTS_FIELDS = (
    pick(
        "attenuation",
        N_("Attenuation"),
        {"solid": N_("Solid"), "subsolid": N_("Part-solid or non-solid")},
    ),
    flag("benign", N_("Clearly benign"), N_("Such as a benign pattern of calcification")),
    flag("typical_perifissural", N_("Typical perifissural nodule")),
    amount("diameter_mm", N_("Largest diameter"), "mm", between((0, bts.LARGEST["diameter_mm"]))),
    amount(
        "volume_mm3",
        N_("Volume"),
        "mm³",
        between((0, bts.LARGEST["volume_mm3"])),
        N_("Where given, the volume decides"),
    ),
    amount(
        "brock_probability",
        N_("Probability by Brock"),
        "",
        Limits.between("0", "1"),
        N_("A proportion: 0.12 is 12 %"),
    ),
    amount(
        "herder_probability",
        N_("Probability by Herder"),
        "",
        Limits.between("0", "1"),
        N_("Where PET was done"),
    ),
)
BTS_OUTCOMES = (
    pick("action", N_("Next action"), dict(ACTIONS)),
    text("then", N_("What follows it")),
)

MANAGEMENT = (
    BulkSystem(
        nelson.SYSTEM,
        N_("NELSON: class of a nodule by volume"),
        nelson.INPUTS,
        nelson.RESULTS,
        nelson.evaluate_row,
        fields=NELSON_FIELDS,
        outcomes=NELSON_OUTCOMES,
        explain=explain_class,
        page=pages.NELSON_PAGE,
    ),
    BulkSystem(
        bts.SYSTEM,
        N_("BTS 2015: management of a nodule"),
        bts.INPUTS,
        bts.RESULTS,
        bts.evaluate_row,
        fields=BTS_FIELDS,
        outcomes=BTS_OUTCOMES,
        explain=explain_step,
        page=pages.BTS_PAGE,
    ),
)
