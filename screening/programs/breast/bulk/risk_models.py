"""Risk models of women over rows: Gail and BCSC."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from screening.clinical import bcsc, gail
from screening.clinical.gail.woman import MOST, OLDEST_YEARS, YOUNGEST_YEARS
from screening.programs.breast.bulk.fields import (
    YEARS_OLD,
    asked,
    between,
    by_code_alone,
    question,
)
from screening.programs.breast.pages.risk_models import BCSC_PAGE, GAIL_PAGE
from screening.programs.breast.questionnaire.history import DENSITY
from screening.programs.breast.questions import bcsc_readings_of
from screening.programs.breast.wording.models import risk_sentences
from screening.protocol.columns import amount, figure, flag, model_field, pick
from screening.protocol.fields import Choice, Field, FieldType
from screening.protocol.readings import InForce
from screening.protocol.systems import BulkSystem, Texts
from screening.protocol.wording import N_, Sentence

NOT_KNOWN_99 = N_("99 or blank: not known; nothing is added for it")
GAIL_FIELDS = (
    amount(
        "age",
        N_("Age"),
        YEARS_OLD,
        between((YOUNGEST_YEARS, OLDEST_YEARS)),
        N_("Below 90; the national tool takes 35 to 85, other ages are computed and noted"),
    ),
    amount(
        "projection_age",
        N_("Age up to which the risk is computed"),
        YEARS_OLD,
        between((YOUNGEST_YEARS, OLDEST_YEARS)),
        N_("Blank: five years on"),
    ),
    asked("menarche", "age_menarche", ends=(0, OLDEST_YEARS), hint=NOT_KNOWN_99),
    asked(
        "age_first_live_birth",
        "age_first_birth",
        ends=(0, MOST),
        hint=N_("98: no birth; 99 or blank: not known"),
    ),
    asked("biopsies", ends=(0, MOST), hint=NOT_KNOWN_99),
    asked("atypia", "atypical_hyperplasia", hint=N_("Only after a biopsy; 99 or blank: not known")),
    asked("fdr_breast", "first_degree_relatives", ends=(0, MOST), hint=question("fdr_breast").hint),
    replace(asked("race_code"), choices=by_code_alone(asked("race_code").choices)),
)


def _category(code: str, label: str) -> Field:
    return Field(code, label, FieldType.INTEGER)


GAIL_OUTCOMES = (
    flag("valid", N_("The model takes the row")),
    _category("NB_cat", N_("Category of biopsies")),
    _category("AM_cat", N_("Category of the first period")),
    _category("AF_cat", N_("Category of the first live birth")),
    _category("NR_cat", N_("Category of relatives")),
    figure("hyp_multiplier", N_("Factor of atypical hyperplasia"), decimals=2),
    figure("rr_under_50", N_("Relative risk before 50")),
    figure("rr_50_plus", N_("Relative risk from 50 on")),
    _category("pattern_number", N_("Number of the pattern of categories")),
    figure("risk_projection_pct", N_("Risk up to the projection age"), "%", 2),
    figure("risk_lifetime_to90_pct", N_("Risk up to 90"), "%", 2),
    figure("avg_same_age_race_projection_pct", N_("Average woman, up to that age"), "%", 2),
    figure("avg_same_age_race_lifetime_pct", N_("Average woman, up to 90"), "%", 2),
    flag(
        "ge_1_67_pct_5y", N_("5-year risk of at least 1.67 %"), N_("Blank for other than 5 years")
    ),
)


def explain_gail(row: Texts) -> Sequence[Sentence]:
    """Return what led to the risks by the Gail model."""
    return risk_sentences(gail.risk_of_row(row).reasons, GAIL_FIELDS)


AVERAGE_IF_BLANK = N_("Blank: not known; it counts as the average")
BCSC_FIELDS = (
    model_field({bcsc.SYSTEM: "BCSC v1.0"}, N_("Blank: this one")),
    Field(
        "age",
        N_("Age"),
        FieldType.INTEGER,
        unit=YEARS_OLD,
        hint=N_("Completed years"),
        limits=between((bcsc.YOUNGEST_YEARS, bcsc.OLDEST_YEARS)),
    ),
    pick(
        "race",
        N_("Origin, as the model groups it"),
        {
            bcsc.Race.WHITE: N_("White"),
            bcsc.Race.BLACK: N_("Black"),
            bcsc.Race.ASIAN: N_("Asian"),
            bcsc.Race.HISPANIC: N_("Hispanic"),
        },
    ),
    Field(
        "density",
        N_("Breast density"),
        FieldType.CHOICE,
        choices=tuple(
            Choice(str(number), choice.label, aliases=(choice.code,))
            for number, choice in zip(bcsc.DENSITY_HAZARDS_UNDER_65, DENSITY, strict=False)
        ),
    ),
    flag("family_history", N_("First-degree relative with breast cancer"), AVERAGE_IF_BLANK),
    flag("biopsy", N_("Breast biopsy before"), AVERAGE_IF_BLANK),
)
BCSC_OUTCOMES = (figure("risk5_pct", N_("Risk in 5 years"), "%", 2),)


def explain_bcsc(row: Texts, readings: bcsc.Readings = bcsc.AS_PRINTED) -> Sequence[Sentence]:
    """Return what led to the risk by the model of the BCSC."""
    return risk_sentences(bcsc.risk_of_row(row, readings).reasons, BCSC_FIELDS)


GAIL = BulkSystem(
    gail.SYSTEM,
    N_("Gail model (BCRAT): risk of invasive breast cancer"),
    gail.INPUTS,
    gail.RESULTS,
    gail.evaluate_row,
    gail.ON_ERROR,
    fields=GAIL_FIELDS,
    outcomes=GAIL_OUTCOMES,
    explain=explain_gail,
    page=GAIL_PAGE,
)
BCSC = BulkSystem(
    bcsc.SYSTEM,
    N_("BCSC v1.0: 5-year risk of invasive breast cancer"),
    bcsc.INPUTS,
    bcsc.RESULTS,
    bcsc.evaluate_row,
    fields=BCSC_FIELDS,
    outcomes=BCSC_OUTCOMES,
    explain=explain_bcsc,
    page=BCSC_PAGE,
)


def bcsc_under(in_force: InForce) -> BulkSystem:
    """Return the system where these readings are in force."""
    readings = bcsc_readings_of(in_force)
    return replace(
        BCSC,
        evaluate=partial(bcsc.evaluate_row, readings=readings),
        explain=partial(explain_bcsc, readings=readings),
    )
