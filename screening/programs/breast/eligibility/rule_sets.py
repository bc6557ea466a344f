"""The rule sets of the breast program: titles, sources, criteria in words, verdicts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from screening.clinical.breast_high_risk import REFERENCE_DEFAULTS, Guideline, Readings
from screening.programs.breast.eligibility.judging import RULES, judge_candidate
from screening.programs.breast.eligibility.offers import group_sentences
from screening.programs.breast.eligibility.questions import risk_readings_of
from screening.programs.breast.eligibility.reasons import RULES as RULE_WORDS
from screening.protocol.eligibility import RuleSet
from screening.protocol.readings import InForce
from screening.protocol.wording import N_, Sentence

DEFAULT_RULE_SET = "cn2021"

WOMEN = N_("Women without breast cancer before; those who had one go to surveillance")
GAIL_DOES_NOT_COUNT = N_("The lifetime risk is that of a family-history model; Gail does not count")


@dataclass(frozen=True)
class Publication:
    """How a rule set is called, where it was published, its logic, and what is weak about it."""

    title: str
    source: str
    logic: tuple[str, ...]
    label: str = ""


PUBLICATIONS: Mapping[str, Publication] = {
    "cn2021": Publication(
        N_("China, national guideline 2021"),
        "Chin J Oncol 2021;43:357",
        (N_("At high risk: any item A, or any item B, or two or more items C"),),
        N_("The text of the rule was not seen; it is recalled, to be confirmed by the site"),
    ),
    "caca": Publication(
        N_("China Anti-Cancer Association"),
        N_("CACA hand-outs; ages and exams of its guideline of 2019"),
        (
            N_("At high risk: any of these"),
            N_("The text of 2026 begins before 40 and does not say when"),
        ),
        N_("Secondary source; to be confirmed by the site"),
    ),
    "acs": Publication(
        N_("American Cancer Society: MRI beside mammography"),
        "CA Cancer J Clin 2007;57:75",
        (
            N_("At high risk: the first of the groups that are offered MRI every year"),
            GAIL_DOES_NOT_COUNT,
        ),
        N_("The age at which MRI begins was not printed in the texts seen; 30 is recalled"),
    ),
    "acr_nccn": Publication(
        N_("American College of Radiology and NCCN"),
        N_("ACR 2018 (PMID 29371086) and 2023 (PMC10413292); NCCN 1.2014"),
        (
            N_("At high risk: any group to which an exam beside everyone's is recommended"),
            GAIL_DOES_NOT_COUNT,
        ),
        N_("The row by the Gail model comes from an adaptation of NCCN 1.2014"),
    ),
}


def _criteria(code: str, guideline: Guideline) -> Iterator[Sentence]:
    yield Sentence(WOMEN)
    yield from (Sentence(text) for text in PUBLICATIONS[code].logic)
    yield from (Sentence(text) for text in RULE_WORDS.get(code, {}).values())
    yield from group_sentences(guideline)


def _make(code: str, readings: Readings = REFERENCE_DEFAULTS, version: str = "") -> RuleSet:
    publication = PUBLICATIONS[code]
    rule = replace(RULES[code], edition=version) if version else RULES[code]
    return RuleSet(
        code=code,
        title=publication.title,
        version=rule.edition,
        source=publication.source,
        criteria=tuple(_criteria(code, rule.guideline)),
        judge=partial(judge_candidate, rule, readings=readings),
        label=publication.label,
        finds_high_risk=True,
    )


RULE_SETS: tuple[RuleSet, ...] = tuple(_make(code) for code in PUBLICATIONS)


def rule_sets_under(in_force: InForce) -> tuple[RuleSet, ...]:
    """Return the rule sets where these readings are in force."""
    readings = risk_readings_of(in_force)
    return tuple(
        _make(code, readings, in_force.version(RULES[code].edition, code)) for code in PUBLICATIONS
    )
