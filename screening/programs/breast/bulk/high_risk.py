"""Women at high risk of breast cancer over rows: a woman a row, two rule sets and MRI by ACS."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from screening.clinical import breast_high_risk
from screening.clinical.breast_high_risk import RULE_SETS, AcsMri, judge, judge_mri, notes
from screening.clinical.breast_high_risk.woman import COLUMN_NAMES, LIMITS
from screening.clinical.reasons import Reason
from screening.programs.breast.bulk.fields import asked, question
from screening.programs.breast.eligibility.questions import risk_readings_of
from screening.programs.breast.eligibility.reasons import sentences_of
from screening.programs.breast.eligibility.rule_sets import PUBLICATIONS
from screening.programs.breast.pages.high_risk import OF_SOURCE, PAGE
from screening.protocol.columns import flag, pick, text
from screening.protocol.fields import Field, FieldType
from screening.protocol.readings import InForce
from screening.protocol.systems import BulkSystem, Texts
from screening.protocol.wording import N_, Sentence

# What these say of themselves holds for the form alone.
OTHER_HINTS = {
    "age": N_("Completed years"),
    "age_first_live_birth": N_("Blank: none, or not known"),
    "gail5_pct": "",
}
ENDS = {COLUMN_NAMES.get(name, name): ends for name, ends in LIMITS.items()}
CHINESE = ("cn2021", "caca")
UNDECIDED = N_("{rule_set}: not decided, as what is not known could change it")
NO_OR_UNDECIDED = N_("No also where it is not decided, which the reasons say")


def _asked(code: str) -> Field:
    hint = OTHER_HINTS.get(code, question(code).hint)
    return asked(code, ends=ENDS.get(code), hint=hint)


FIELDS = tuple(_asked(code) for code in breast_high_risk.INPUTS)
OUTCOMES = (
    flag("cn2021_high_risk", N_("High risk by the national guideline 2021"), NO_OR_UNDECIDED),
    text("cn2021_rules", N_("Its items that are met")),
    Field(
        "cn2021_start_age",
        N_("Its program begins at"),
        FieldType.INTEGER,
        unit=N_("years old"),
    ),
    flag("cn2021_in_programme_now", N_("She has reached that age")),
    flag("caca_high_risk", N_("High risk by the China Anti-Cancer Association"), NO_OR_UNDECIDED),
    text("caca_rules", N_("Its items that are met")),
    pick(
        "acs_mri",
        N_("MRI by the American Cancer Society"),
        {
            AcsMri.ANNUAL: N_("MRI and mammography every year"),
            AcsMri.INSUFFICIENT_EVIDENCE: N_("Evidence insufficient: to be discussed"),
            AcsMri.NOT_RECOMMENDED: N_("MRI not recommended"),
            AcsMri.NO_CRITERION: N_("No criterion is met"),
        },
    ),
)


def explain(
    row: Texts, readings: breast_high_risk.Readings = breast_high_risk.REFERENCE_DEFAULTS
) -> Sequence[Sentence]:
    """Return the reasons of every verdict on the woman of a row, and what makes it doubtful."""
    return tuple(_explained(row, readings))


def _explained(row: Texts, readings: breast_high_risk.Readings) -> Iterator[Sentence]:
    woman = breast_high_risk.read_woman(row)
    for code in CHINESE:
        found = judge(RULE_SETS[code], woman, readings)
        yield from _of_rule_set(code, found.reasons, found.missing)
    mri = judge_mri(woman)
    yield from _of_rule_set("acs", mri.reasons, mri.missing)
    yield from sentences_of(notes(woman))
    # What is weak about the third is the age at which MRI begins, which is not judged here.
    for code in CHINESE:
        values = {"rule_set": PUBLICATIONS[code].title, "label": PUBLICATIONS[code].label}
        yield Sentence(OF_SOURCE, values)


def _of_rule_set(
    code: str, reasons: Sequence[Reason], missing: Sequence[str]
) -> Iterator[Sentence]:
    title = PUBLICATIONS[code].title
    if missing:
        yield Sentence(UNDECIDED, {"rule_set": title})
    for reason in sentences_of(reasons):
        yield Sentence(N_("{rule_set}: {reason}"), {"rule_set": title, "reason": reason})


HIGH_RISK = BulkSystem(
    breast_high_risk.SYSTEM,
    N_("High risk of breast cancer by the Chinese rules, MRI by ACS"),
    breast_high_risk.INPUTS,
    breast_high_risk.RESULTS,
    breast_high_risk.evaluate_row,
    fields=FIELDS,
    outcomes=OUTCOMES,
    explain=explain,
    page=PAGE,
)


def high_risk_under(in_force: InForce) -> BulkSystem:
    """Return the system where these readings are in force."""
    readings = risk_readings_of(in_force)
    return replace(
        HIGH_RISK,
        evaluate=partial(breast_high_risk.evaluate_row, readings=readings),
        explain=partial(explain, readings=readings),
    )
