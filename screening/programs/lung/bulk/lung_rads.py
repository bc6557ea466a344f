"""Lung-RADS v2022 and v1.1 over rows: a row is an exam with its leading finding."""

from dataclasses import replace
from functools import partial

from screening.clinical import lung_rads
from screening.clinical.lung_rads.vocabulary import PUBLISHED_DEFAULTS
from screening.programs.lung.bulk.fields import of_exam, of_finding
from screening.programs.lung.category.questions import readings_of
from screening.programs.lung.category.system import CATEGORIES, MANAGEMENT
from screening.programs.lung.pages.lung_rads import V1_1_PAGE, V2022_PAGE
from screening.programs.lung.wording.reasons import sentences_of
from screening.protocol.columns import as_input, flag, pick, text
from screening.protocol.fields import Choice, Field, FieldType, ShownWhen
from screening.protocol.readings import InForce
from screening.protocol.systems import (
    BulkSystem,
    Judge,
    SystemPage,
    Texts,
    Worded,
    reasons_of,
    results_of,
)
from screening.protocol.wording import N_

CATEGORY_CODES = {each.code: each.code for each in CATEGORIES}
DECIDES = N_("For information; the change decides")

# In the order of the file; between the sizes and what belongs to the exam as a whole.
OF_KINDS = (
    "prior_category", "months_since_prior_ct", "airway_level", "airway_content", "cyst_type",
    "cyst_change", "morphology", "suspicious_features", "benign_after_workup",
)  # fmt: skip
OF_AXES = N_("Used where the mean diameter is blank")


def _of_finding(code: str, hint: str = "") -> Field:
    asked = of_finding(code)
    return as_input(asked, hint=hint, shown_when=asked.shown_when)


FIELDS = (
    pick("exam", N_("Exam"), {"baseline": N_("Baseline"), "follow_up": N_("Follow-up")}, DECIDES),
    _of_finding("finding"),
    _of_finding("status"),
    _of_finding("mean_diameter_mm"),
    _of_finding("long_mm", OF_AXES),
    _of_finding("short_mm", OF_AXES),
    _of_finding("solid_component_mm"),
    _of_finding("volume_mm3", N_("Where given, the volume decides")),
    _of_finding("growth_mm_12m", DECIDES),
    *(_of_finding(code) for code in OF_KINDS),
    as_input(of_exam("s_finding")),
    Field(
        "other_nodule_categories",
        N_("Categories of the other nodules"),
        FieldType.CHOICES,
        choices=tuple(Choice(code, code) for code in CATEGORY_CODES),
    ),
)
PERIFISSURAL = flag(
    "perifissural",
    N_("At a fissure"),
    N_("Only v1.1 asks this of a juxtapleural nodule"),
    ShownWhen("finding", ("juxtapleural",)),
)
OUTCOMES = (
    pick("nodule_category", N_("Category of the finding"), CATEGORY_CODES),
    pick("exam_category", N_("Category of the exam"), CATEGORY_CODES),
    text("report_code", N_("As reported, with the modifier")),
    Field("interval_months", N_("Next CT after"), FieldType.TEXT, unit=N_("months")),
    pick("management", N_("Management"), dict(MANAGEMENT)),
    flag("positive_screen", N_("Positive screen"), N_("Blank for category 0")),
)


def judge(
    row: Texts,
    readings: lung_rads.Readings = PUBLISHED_DEFAULTS,
    edition: lung_rads.Edition = lung_rads.V2022,
) -> Worded:
    """Return the result columns of a row of the Lung-RADS file, and the reasons in words."""
    results, reasons = lung_rads.evaluate_row(row, readings, edition)
    return results, sentences_of(reasons, results["nodule_category"])


def _system(
    edition: lung_rads.Edition, title: str, fields: tuple[Field, ...], page: SystemPage
) -> BulkSystem:
    judged = partial(judge, edition=edition)
    return BulkSystem(
        edition.system,
        title,
        tuple(field.code for field in fields),
        (*(field.code for field in OUTCOMES), "reasons"),
        partial(results_of, judged),
        fields=fields,
        outcomes=OUTCOMES,
        explain=partial(reasons_of, judged),
        page=page,
    )


EDITIONS = (
    _system(lung_rads.V2022, "Lung-RADS v2022", FIELDS, V2022_PAGE),
    _system(lung_rads.V1_1, "Lung-RADS v1.1 (2019)", (*FIELDS, PERIFISSURAL), V1_1_PAGE),
)


def editions_under(in_force: InForce) -> tuple[BulkSystem, ...]:
    """Return both editions where these readings are in force."""
    readings = readings_of(in_force, PUBLISHED_DEFAULTS)
    return tuple(
        _judging(system, partial(judge, readings=readings, edition=edition))
        for system, edition in zip(EDITIONS, (lung_rads.V2022, lung_rads.V1_1), strict=True)
    )


def _judging(system: BulkSystem, judged: Judge) -> BulkSystem:
    return replace(
        system, evaluate=partial(results_of, judged), explain=partial(reasons_of, judged)
    )
