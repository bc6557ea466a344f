"""Models of nodules over rows: how likely a nodule is cancer."""

from collections.abc import Callable

from screening.clinical import brock, herder, mayo, pku, va
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
from screening.programs.lung.pages import nodules as pages
from screening.programs.lung.wording.models import explain_risk
from screening.protocol.columns import amount, figure, flag, model_field, pick
from screening.protocol.fields import Field, FieldType, Limits
from screening.protocol.systems import BulkSystem, SystemPage, Texts
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
    page=pages.BROCK_PAGE,
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
    page: SystemPage,
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
        page=page,
    )


NODULE_MODELS = (
    BROCK,
    _of_nodule(
        "mayo",
        N_("Mayo: risk of a solitary nodule"),
        MAYO_FIELDS,
        mayo.evaluate_row,
        mayo.risk_of_row,
        pages.MAYO_PAGE,
    ),
    _of_nodule(
        "herder",
        N_("Herder: risk of a nodule after PET"),
        HERDER_FIELDS,
        herder.evaluate_row,
        herder.risk_of_row,
        pages.HERDER_PAGE,
    ),
    _of_nodule(
        "va",
        N_("VA: risk of a solitary nodule"),
        VA_FIELDS,
        va.evaluate_row,
        va.risk_of_row,
        pages.VA_PAGE,
    ),
    _of_nodule(
        "pku",
        N_("PKU: risk of a solitary nodule"),
        PKU_FIELDS,
        pku.evaluate_row,
        pku.risk_of_row,
        pages.PKU_PAGE,
    ),
)
