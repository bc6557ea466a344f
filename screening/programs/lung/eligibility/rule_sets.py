"""The rule sets of the lung program: titles, sources, criteria in words, verdicts."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from screening.clinical.lung_eligibility import (
    DEFAULT_READINGS,
    RULES,
    Judgment,
    Readings,
    Rule,
    judge,
)
from screening.clinical.reasons import InvalidInput
from screening.programs.lung.eligibility.criteria import criteria_of
from screening.programs.lung.eligibility.persons import person_of
from screening.programs.lung.eligibility.questions import readings_of
from screening.programs.lung.eligibility.readings import reading_words
from screening.programs.lung.eligibility.reasons import label_of, sentence_of
from screening.protocol.eligibility import Candidate, Eligibility, RuleSet, Verdict
from screening.protocol.readings import InForce
from screening.protocol.wording import N_, Sentence

DEFAULT_RULE_SET = "china2021"

DISPUTED = N_("Some points are disputed; to be confirmed by the site")
SECONDARY = N_("Secondary source; to be confirmed by the site")
CONTRADICTION = N_("{input}: {value} is impossible, or contradicts another answer; correct it")


@dataclass(frozen=True)
class Publication:
    """How a rule set is called, where it was published, and what is weak about its source."""

    title: str
    source: str
    label: str = ""


PUBLICATIONS: Mapping[str, Publication] = {
    "china2021": Publication(
        N_("China, national guideline 2021"), "Chin J Oncol 2021;43:243", DISPUTED
    ),
    "uspstf2021": Publication(N_("USPSTF 2021"), "JAMA 2021;325:962", DISPUTED),
    "uspstf2013": Publication(N_("USPSTF 2013"), "Ann Intern Med 2014;160:330", DISPUTED),
    "cms2022": Publication(N_("CMS 2022 (coverage)"), "NCD 210.14, CAG-00439R, 10 Feb 2022"),
    "acs2023": Publication(
        N_("American Cancer Society 2023"), "CA Cancer J Clin, Nov 2023", DISPUTED
    ),
    "nccn_1_2026": Publication(N_("NCCN 1.2026"), "NCCN Lung Cancer Screening 1.2026", SECONDARY),
    "nlst": Publication(N_("NLST trial"), "N Engl J Med 2011;365:395", DISPUTED),
    "nelson": Publication(
        N_("NELSON trial"),
        "van Iersel 2007; N Engl J Med 2020;382:503; PMID 25282285",
        SECONDARY,
    ),
    "china_nlcsp": Publication(
        N_("China, national city program 2013-2018"),
        "Lancet Respir Med 2022;10:378",
        N_("The weights of the score are not public; its result is entered"),
    ),
    "china_county2020": Publication(
        N_("China, county consensus 2020"),
        "Chin Med J, May 2021",
        N_(
            "The list of exposures and the degree of relatives are not fully printed; to be "
            "confirmed by the site"
        ),
    ),
    "clcedteg2018": Publication(
        N_("China, expert group 2018"),
        "PMC5973012",
        N_("Read in the abstract, no exclusions read; to be confirmed by the site"),
    ),
    "tlhc": Publication(
        N_("NHS targeted lung health checks"),
        "NHS England protocol",
        N_(
            "Exclusions not fully read, models not fitted to this population; to be confirmed by "
            "the site"
        ),
    ),
    "ielcap": Publication(
        N_("I-ELCAP"),
        "I-ELCAP 2006-2022",
        N_("Age only: the rest was not read; to be confirmed by the site"),
    ),
}


def judge_candidate(
    rule: Rule, readings: Readings, candidate: Candidate, *, version: str
) -> Eligibility:
    """Return the verdict of a rule set; answers that contradict each other give none."""
    try:
        judgment = judge(rule, person_of(candidate), readings)
    except InvalidInput as error:
        values = {"input": label_of(error.column), "value": str(error.value)}
        reasons: tuple[Sentence, ...] = (Sentence(CONTRADICTION, values),)
        return Eligibility(rule.code, version, Verdict.INSUFFICIENT_DATA, reasons)
    return _eligibility(judgment, readings, version)


def _eligibility(judgment: Judgment, readings: Readings, version: str) -> Eligibility:
    reasons = tuple(sentence_of(reason, judgment.rule_set, readings) for reason in judgment.reasons)
    verdict = Verdict(judgment.verdict)
    return Eligibility(judgment.rule_set, version, verdict, reasons)


def make_rule_set(code: str, readings: Readings = DEFAULT_READINGS, version: str = "") -> RuleSet:
    """Return a rule set as the program shows and applies it under a site's readings."""
    rule, publication = RULES[code], PUBLICATIONS[code]
    version = version or rule.edition
    disputes = tuple(Sentence(reading_words(reading, readings)) for reading in rule.readings)
    return RuleSet(
        code=code,
        title=publication.title,
        version=version,
        source=publication.source,
        criteria=(*criteria_of(code, readings), *disputes),
        judge=partial(judge_candidate, rule, readings, version=version),
        label=publication.label,
    )


RULE_SETS: tuple[RuleSet, ...] = tuple(make_rule_set(code) for code in PUBLICATIONS)


def rule_sets_under(in_force: InForce) -> tuple[RuleSet, ...]:
    """Return the rule sets where these readings are in force."""
    readings = readings_of(in_force)
    return tuple(
        make_rule_set(code, readings, in_force.version(RULES[code].edition, code))
        for code in PUBLICATIONS
    )
