"""The two systems that may decide: their categories as the program counts and tells them."""

from dataclasses import replace
from functools import partial

from screening.clinical import acr_ti_rads, c_ti_rads
from screening.programs.thyroid.category import acr, chinese
from screening.programs.thyroid.category.joining import FOLLOW_UP, NOTHING, ROUTINE, TREATMENT
from screening.programs.thyroid.questions import acr_readings_of, chinese_readings_of
from screening.programs.thyroid.schedule import SHORT_MONTHS
from screening.programs.thyroid.wording import plain
from screening.protocol.category import Category, CategorySystem
from screening.protocol.readings import InForce
from screening.protocol.wording import N_

DEFAULT_SYSTEM = acr_ti_rads.SYSTEM
SHORT = str(SHORT_MONTHS)
MODALITIES = ("ultrasound",)
FNA_BY_SIZE = N_("FNA, follow-up or neither, by size")

# What a reader's recommendation asks for decides whether an exam is positive.
WINDOWS_ASKED = {"routine": ROUTINE, "short_interval": SHORT, "more_imaging": "1", "tissue": ""}


def _left(code: str, label: str, action: str, severity: int, interval: str = ROUTINE) -> Category:
    """Return a category that asks for no tissue by itself."""
    return Category(code, label, action, interval, severity, is_positive=False, plain=PLAIN[code])


def _biopsied(code: str, label: str, severity: int) -> Category:
    """Return a category that counts as positive where nothing else says what is asked for."""
    return Category(
        code,
        label,
        FNA_BY_SIZE,
        "",
        severity,
        is_positive=True,
        asks_tissue=True,
        plain=PLAIN[code],
    )


PLAIN = {**plain.ACR, **plain.CHINESE}

LEVELS = (
    _left("TR1", N_("Benign"), NOTHING, 1),
    _left("TR2", N_("Not suspicious"), NOTHING, 2),
    _left("TR3", N_("Mildly suspicious"), FOLLOW_UP, 3, SHORT),
    _biopsied("TR4", N_("Moderately suspicious"), 4),
    _biopsied("TR5", N_("Highly suspicious"), 5),
)
CATEGORIES = (
    _left("1", N_("No nodule"), NOTHING, 1),
    _left("2", N_("Benign"), NOTHING, 2),
    _left("3", N_("Probably benign"), NOTHING, 3),
    _biopsied("4A", N_("Low suspicion"), 4),
    _biopsied("4B", N_("Moderate suspicion"), 5),
    _biopsied("4C", N_("High suspicion"), 6),
    _biopsied("5", N_("Highly suggestive of malignancy"), 7),
    Category(
        "6",
        N_("Proven malignant by biopsy"),
        TREATMENT,
        "",
        8,
        is_positive=True,
        plain=PLAIN["6"],
    ),
)

ACR_TI_RADS = CategorySystem(
    code=acr_ti_rads.SYSTEM,
    title="ACR TI-RADS",
    edition=acr.ACR.version,
    modalities=MODALITIES,
    categories=LEVELS,
    modifiers=(),
    categorize=acr.categorize,
    source=N_("Tessler et al., J Am Coll Radiol 2017;14:587; User's Guide, Radiology 2018;287:29"),
    windows_asked=WINDOWS_ASKED,
)
C_TI_RADS = CategorySystem(
    code=c_ti_rads.SYSTEM,
    title="C-TIRADS",
    edition=chinese.CHINESE.version,
    modalities=MODALITIES,
    categories=CATEGORIES,
    modifiers=(),
    categorize=chinese.categorize,
    source=N_("Zhou et al., Endocrine 2020;70:256, as quoted by secondary sources"),
    windows_asked=WINDOWS_ASKED,
)
SYSTEMS = (ACR_TI_RADS, C_TI_RADS)


def systems_under(in_force: InForce) -> tuple[CategorySystem, ...]:
    """Return the systems where these readings are in force."""
    of_acr = partial(
        acr.categorize,
        readings=acr_readings_of(in_force),
        version=in_force.version(acr.ACR.version, ACR_TI_RADS.code),
    )
    of_chinese = partial(
        chinese.categorize,
        readings=chinese_readings_of(in_force),
        version=in_force.version(chinese.CHINESE.version, C_TI_RADS.code),
    )
    return (
        replace(ACR_TI_RADS, categorize=of_acr),
        replace(C_TI_RADS, categorize=of_chinese),
    )
