"""What the publications of the rule sets leave open, as questions that a site may answer."""

from collections.abc import Mapping

from screening.clinical.lung_eligibility import DEFAULT_READINGS, RULES, Reading, Readings
from screening.protocol.fields import YES_NO
from screening.protocol.readings import NO, YES, InForce, Question, Standing
from screening.protocol.wording import N_

BULK = "lung-eligibility"
NO_TEXT = N_("House rule; the sources do not name it")
NOT_CODED = N_("The sources do not say how it is judged")

ASKED: Mapping[Reading, str] = {
    Reading.USPSTF_QUIT_AT_LIMIT: N_("Has one who quit exactly 15 years ago quit recently enough?"),
    Reading.NLST_QUIT_AT_LIMIT: N_("Has one who quit exactly 15 years ago quit recently enough?"),
    Reading.SYMPTOMS_EXCLUDE: N_("Do symptoms exclude?"),
    Reading.LUNG_CANCER_EXCLUDES: N_("Does an earlier lung cancer exclude?"),
    Reading.HOME_OXYGEN_EXCLUDES: N_("Does oxygen at home exclude?"),
    Reading.PASSIVE_AT_LIMIT: N_("Is passive smoking for exactly 20 years enough?"),
    Reading.PASSIVE_SOURCE_DECIDES: N_(
        "Does passive smoking count only if the smoker meets the smoking factor?"
    ),
    Reading.NICKEL_COUNTS: N_("Does nickel count as an exposure at work?"),
    Reading.CHINA_FITNESS_EXCLUDES: N_(
        "Does being unfit for surgery, or having oxygen at home, exclude?"
    ),
    Reading.NLST_FITNESS_EXCLUDES: N_("Does being unfit for surgery exclude?"),
    Reading.NCCN_UNKNOWN_YEARS_ARE_FEW: N_(
        "Do years smoked that are not known count as fewer than the limit?"
    ),
    Reading.NCCN_RISK_MODEL: N_("Is a risk by PLCOm2012 also a way in?"),
    Reading.NELSON_AMOUNTS_FIRST: N_(
        "Are the amounts smoked asked before the time since quitting?"
    ),
    Reading.NELSON_2014_WORDING: N_("Are the limits those of the paper of 2014?"),
    Reading.PLCO_WITHOUT_RACE: N_(
        "Does PLCOm2012norace stand in for PLCOm2012 where the race is not known?"
    ),
}
HOUSE_RULES = (Reading.SYMPTOMS_EXCLUDE, Reading.LUNG_CANCER_EXCLUDES, Reading.PLCO_WITHOUT_RACE)
STANDINGS: Mapping[Reading, Standing] = {
    **dict.fromkeys(HOUSE_RULES, Standing.HOUSE_RULE),
    Reading.NCCN_RISK_MODEL: Standing.OPTION,
}
GUIDELINE_2021 = "Chin J Oncol 2021;43:243"
NCCN = "NCCN Lung Cancer Screening 1.2026"
SOURCES: Mapping[Reading, str] = {
    Reading.USPSTF_QUIT_AT_LIMIT: "JAMA 2021;325:962; Ann Intern Med 2014;160:330",
    Reading.NLST_QUIT_AT_LIMIT: "N Engl J Med 2011;365:395",
    **dict.fromkeys(HOUSE_RULES, NO_TEXT),
    Reading.HOME_OXYGEN_EXCLUDES: NOT_CODED,
    Reading.PASSIVE_AT_LIMIT: GUIDELINE_2021,
    Reading.PASSIVE_SOURCE_DECIDES: GUIDELINE_2021,
    Reading.NICKEL_COUNTS: GUIDELINE_2021,
    Reading.CHINA_FITNESS_EXCLUDES: NOT_CODED,
    Reading.NLST_FITNESS_EXCLUDES: NOT_CODED,
    Reading.NCCN_UNKNOWN_YEARS_ARE_FEW: NCCN,
    Reading.NCCN_RISK_MODEL: NCCN,
    Reading.NELSON_AMOUNTS_FIRST: NOT_CODED,
    Reading.NELSON_2014_WORDING: "van Iersel 2007; PMID 25282285",
}
# Of a rule set that asks the question only where another one is answered with yes.
ALSO_OF: Mapping[Reading, tuple[str, ...]] = {Reading.PLCO_WITHOUT_RACE: ("nccn_1_2026",)}


def _question(reading: Reading) -> Question:
    rule_sets = tuple(code for code, rule in RULES.items() if reading in rule.readings)
    return Question(
        reading.value,
        ASKED[reading],
        STANDINGS.get(reading, Standing.DISPUTED),
        YES_NO,
        YES if reading in DEFAULT_READINGS else NO,
        SOURCES[reading],
        (*rule_sets, *ALSO_OF.get(reading, ()), BULK),
    )


QUESTIONS: tuple[Question, ...] = tuple(_question(reading) for reading in Reading)


def readings_of(in_force: InForce) -> Readings:
    """Return the answers as the clinical rules take them."""
    return frozenset(reading for reading in Reading if in_force.is_yes(reading.value))
