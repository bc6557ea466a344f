"""Tables and cases of the page of the eligibility for lung cancer screening."""

from collections.abc import Iterator

from screening.clinical.lung_eligibility import DEFAULT_READINGS, RULES
from screening.programs.lung.eligibility.criteria import criteria_of
from screening.programs.lung.eligibility.readings import WORDS
from screening.programs.lung.eligibility.rule_sets import PUBLICATIONS
from screening.protocol.systems import Case, SystemPage, Table

FULL = {
    "passive_years": "0",
    "copd": "no",
    "occ_years": "0",
    "fdr_lung_cancer": "no",
    "symptoms": "none",
    "prior_lung_cancer": "no",
    "home_oxygen": "no",
    "fit_for_curative_treatment": "yes",
}


def _sets() -> Iterator[tuple[str, ...]]:
    for code, publication in PUBLICATIONS.items():
        yield code, publication.title, RULES[code].edition, publication.source, publication.label


def _criteria() -> Iterator[tuple[str, str]]:
    for code in PUBLICATIONS:
        for sentence in criteria_of(code, DEFAULT_READINGS):
            yield code, sentence.in_english()


def _readings() -> Iterator[tuple[str, str, str]]:
    for reading, (in_force, not_in_force) in WORDS.items():
        sets = ", ".join(code for code, rule in RULES.items() if reading in rule.readings)
        words = (in_force, not_in_force)
        if reading not in DEFAULT_READINGS:
            words = (not_in_force, in_force)
        yield sets, *words


def _smoker(words: str, ruleset: str, age: str, **amounts: str) -> Case:
    status = "former" if "quit_years" in amounts else "current"
    return Case(words, {"ruleset": ruleset, "age": age, "status": status, **amounts})


def _never(words: str, **factors: str) -> Case:
    inputs = {"ruleset": "china2021", "age": "60", "status": "never", **factors}
    return Case(words, inputs)


CASES = (
    _smoker("below the age", "uspstf2021", "49", pack_years="20"),
    _smoker("at the lower age and the least pack-years", "uspstf2021", "50", pack_years="20"),
    _smoker("at the upper age", "uspstf2021", "80", pack_years="20"),
    _smoker("above the age", "uspstf2021", "81", pack_years="20"),
    _smoker("just below the pack-years", "uspstf2021", "60", pack_years="19.9"),
    _smoker("quit exactly 15 years ago", "uspstf2021", "60", pack_years="20", quit_years="15"),
    _smoker("quit longer ago", "uspstf2021", "60", pack_years="20", quit_years="15.1"),
    _smoker("quit exactly 15 years ago", "china2021", "60", pack_years="30", quit_years="15"),
    _smoker("quit just below 15 years ago", "china2021", "60", pack_years="30", quit_years="14.9"),
    _smoker("no limit of quitting", "acs2023", "60", pack_years="20", quit_years="40"),
    _smoker("upper age of coverage", "cms2022", "77", pack_years="20"),
    _smoker("above the age of coverage", "cms2022", "78", pack_years="20"),
    _smoker("fewer pack-years, 20 years smoked", "nccn_1_2026", "60",
            pack_years="10", years_smoked="20"),
    _smoker("15 a day for 26 years", "nelson", "60", cigs_per_day="15", years_smoked="26"),
    _smoker("16 a day for 26 years", "nelson", "60", cigs_per_day="16", years_smoked="26"),
    _smoker("CT exactly 18 months ago", "nlst", "60", pack_years="30", chest_ct_months_ago="18"),
    _smoker("CT 19 months ago", "nlst", "60", pack_years="30", chest_ct_months_ago="19"),
    _smoker("pack-years known as a range across the limit", "uspstf2021", "60",
            pack_years="15-25"),
    _smoker("pack-years known as a range above the limit", "uspstf2021", "60",
            pack_years="20-30"),
    Case("pack-years not known", {"ruleset": "uspstf2021", "age": "60", "status": "current"}),
    Case("symptoms", {"ruleset": "uspstf2021", "age": "60", "status": "current",
                      "pack_years": "30", "symptoms": "hemoptysis"}),
    _never("passive smoking for 20 years, heavy smoker",
           passive_years="20", passive_source="ge30py_smoker"),
    _never("passive smoking for 20 years, light smoker",
           passive_years="20", passive_source="lt30py_smoker"),
    _never("asbestos for 1 year", occ_agent="asbestos", occ_years="1"),
    _never("asbestos for 0.9 years", occ_agent="asbestos", occ_years="0.9"),
    _never("COPD", copd="yes"),
    _never("lung cancer of a brother", fdr_lung_cancer="yes"),
    Case("someone who smokes and has quit", {"ruleset": "uspstf2021", "age": "60",
                                             "status": "current", "quit_years": "3"}),
)  # fmt: skip

PAGE = SystemPage(
    "screening.clinical.lung_eligibility",
    golden="eligibility_vectors.csv",
    tests=(
        "test_lung_eligibility.py",
        "test_lung_eligibility_china.py",
        "test_lung_eligibility_logic.py",
        "test_lung_eligibility_other_ways_in.py",
        "test_lung_eligibility_rows.py",
    ),
    tables=(
        Table("Rule sets", ("set", "title", "edition", "source", "caution"), tuple(_sets())),
        Table("Criteria as they are judged", ("set", "criterion"), tuple(_criteria())),
        Table(
            "What the publications leave open, and how it is read",
            ("sets", "reading in force", "the other reading"),
            tuple(_readings()),
        ),
    ),
    cases=CASES,
    common=FULL,
    shown=("eligible",),
)
