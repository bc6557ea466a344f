"""Models of nodules over rows: how likely a nodule is cancer, and what follows by its size."""

from collections.abc import Callable

from screening.clinical import brock, bts, herder, mayo, nelson, pku, va
from screening.clinical.logistic import Risk
from screening.programs.lung.bulk.fields import (
    EVER_SMOKER,
    LINEAR_PREDICTOR,
    PERCENT,
    PROBABILITY,
    SEX,
    SPICULATION,
    STATUS_OF_ROW,
    UPPER_LOBE,
    YEARS,
    age,
    between,
    diameter,
)
from screening.programs.lung.wording.models import (
    ACTIONS,
    explain_class,
    explain_risk,
    explain_step,
)
from screening.protocol.columns import amount, figure, flag, model_field, pick, text
from screening.protocol.fields import Field, FieldType, Limits
from screening.protocol.systems import BulkSystem, Texts
from screening.protocol.wording import N_

BROCK_FIELDS = (
    model_field(
        {
            brock.Model.FULL_WITH_SPICULATION: N_("2b: with spiculation"),
            brock.Model.FULL_WITHOUT_SPICULATION: N_("2a: without spiculation, unverified"),
        },
        N_("Blank: 2b"),
    ),
    age(brock.AGES, N_("Developed at 50 to 75; other ages are computed and noted")),
    SEX,
    flag("family_history_lung_cancer", N_("Lung cancer in the family")),
    flag("emphysema", N_("Emphysema")),
    amount(
        "nodule_size_mm",
        N_("Largest diameter"),
        "mm",
        between(brock.SIZES_MM),
        N_("A larger one is a mass and is refused"),
    ),
    pick(
        "nodule_type",
        N_("Kind of nodule"),
        {
            "solid": N_("Solid nodule"),
            "part_solid": N_("Part-solid nodule"),
            "non_solid": N_("Non-solid nodule"),
        },
    ),
    UPPER_LOBE,
    Field(
        "nodule_count",
        N_("Non-calcified nodules, in total"),
        FieldType.INTEGER,
        limits=between(brock.COUNTS),
    ),
    flag("spiculation", N_("Spiculation"), N_("Model 2a does without")),
)
BROCK_OUTCOMES = (
    STATUS_OF_ROW,
    figure("log_odds", N_("Linear predictor")),
    PROBABILITY,
    PERCENT,
    flag("ge_10pct", N_("At least 10 %")),
)
BROCK = BulkSystem(
    "brock",
    N_("Brock: risk of a nodule on a first screening CT"),
    brock.INPUTS,
    brock.RESULTS,
    brock.evaluate_row,
    brock.ON_ERROR,
    fields=BROCK_FIELDS,
    outcomes=BROCK_OUTCOMES,
    explain=explain_risk(brock.risk_of_row, BROCK_FIELDS),
)

MAYO_FIELDS = (
    model_field({mayo.MODEL: N_("Mayo, solitary nodule")}, N_("Blank: this one")),
    age(mayo.AGES),
    EVER_SMOKER,
    flag("extrathoracic_cancer_gt5y", N_("Cancer outside the chest, more than 5 years ago")),
    diameter(mayo.DIAMETERS_MM),
    SPICULATION,
    UPPER_LOBE,
)
HERDER_FIELDS = (
    model_field({herder.MODEL: "Herder"}, N_("Blank: this one")),
    amount(
        "mayo_probability",
        N_("Probability by Mayo"),
        "",
        Limits.between("0", "1"),
        N_("A proportion: 0.12 is 12 %"),
    ),
    pick(
        "pet",
        N_("Uptake on PET"),
        {
            "absent": N_("Absent"),
            "faint": N_("Faint"),
            "moderate": N_("Moderate"),
            "intense": N_("Intense"),
        },
    ),
)
VA_FIELDS = (
    model_field({va.MODEL: N_("VA, solitary nodule")}, N_("Blank: this one")),
    age(va.AGES),
    EVER_SMOKER,
    amount(
        "years_quit",
        N_("Years since quitting"),
        YEARS,
        Limits.between("0", "105"),
        N_("0 for someone who smokes now"),
    ),
    diameter(va.DIAMETERS_MM),
)
PKU_FIELDS = (
    model_field({pku.MODEL: N_("PKU, solitary nodule")}, N_("Blank: this one")),
    age(pku.AGES),
    flag("family_history_any_cancer", N_("Any cancer in the family")),
    diameter(pku.DIAMETERS_MM),
    SPICULATION,
    flag("calcification", N_("Calcification")),
    flag("smooth_border", N_("Smooth border")),
)

Evaluate = Callable[[Texts], Texts]


def _of_nodule(
    code: str,
    title: str,
    fields: tuple[Field, ...],
    evaluate: Evaluate,
    risk_of_row: Callable[[Texts], Risk],
) -> BulkSystem:
    outcomes = (LINEAR_PREDICTOR, PROBABILITY)
    return BulkSystem(
        code,
        title,
        tuple(field.code for field in fields),
        (*(field.code for field in outcomes), "reasons"),
        evaluate,
        fields=fields,
        outcomes=outcomes,
        explain=explain_risk(risk_of_row, fields),
    )


NODULE_MODELS = (
    BROCK,
    _of_nodule(
        "mayo",
        N_("Mayo: risk of a solitary nodule"),
        MAYO_FIELDS,
        mayo.evaluate_row,
        mayo.risk_of_row,
    ),
    _of_nodule(
        "herder",
        N_("Herder: risk of a nodule after PET"),
        HERDER_FIELDS,
        herder.evaluate_row,
        herder.risk_of_row,
    ),
    _of_nodule(
        "va", N_("VA: risk of a solitary nodule"), VA_FIELDS, va.evaluate_row, va.risk_of_row
    ),
    _of_nodule(
        "pku", N_("PKU: risk of a solitary nodule"), PKU_FIELDS, pku.evaluate_row, pku.risk_of_row
    ),
)

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
    ),
)
