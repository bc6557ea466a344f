"""Another reading of an open question changes the rows that rest on it, and no others."""

from datetime import date

import pytest

from screening.programs.lung import PROGRAM
from screening.protocol.category import ExamRecord
from screening.protocol.eligibility import Candidate, Verdict
from tests.factories.readings import bulk, differing

DAY = date(2024, 3, 5)
NEVER_SMOKED = {"age": "60", "status": "never", "copd": "no", "occ_years": "0",
                "fdr_lung_cancer": "no", "symptoms": "none", "prior_lung_cancer": "no"}  # fmt: skip
NEAR_A_SMOKER = {"ruleset": "china2021", **NEVER_SMOKED, "passive_source": "ge30py_smoker"}
NONE_OF_THE_FACTORS = {"smoking_status": "never", "copd": "no", "occ_agent": ("none",),
                       "fdr_lung_cancer": "no", "symptoms": ("none",), "prior_lung_cancer": "no",
                       "passive_source": "ge30py_smoker"}  # fmt: skip


@pytest.mark.parametrize(
    ("question", "option", "rows"),
    [
        # Quit exactly 15 years ago.
        ("uspstf_quit_at_limit", "no", ["8"]),
        ("nlst_quit_at_limit", "no", ["8"]),
        # Hemoptysis; a lung cancer before; oxygen at home.
        ("symptoms_exclude", "no", ["53"]),
        ("lung_cancer_excludes", "no", ["54"]),
        ("home_oxygen_excludes", "no", ["62"]),
        # Twenty years beside someone who smoked less than 30 pack-years, or is not known.
        ("passive_source_decides", "no", ["24", "25"]),
    ],
)
def test_a_reading_changes_the_published_rows_that_rest_on_it(question, option, rows):
    changed = differing(
        PROGRAM, "lung-eligibility", "eligibility_vectors.csv", **{question: option}
    )

    assert changed == rows


@pytest.mark.parametrize(
    ("years", "by_default", "otherwise"),
    [("19.9", "no", "no"), ("20", "yes", "no"), ("20.1", "yes", "yes")],
)
def test_passive_smoking_for_exactly_20_years_follows_the_reading(years, by_default, otherwise):
    row = {**NEAR_A_SMOKER, "passive_years": years}

    assert bulk(PROGRAM, "lung-eligibility").evaluate(row)["eligible"] == by_default
    read = bulk(PROGRAM, "lung-eligibility", passive_at_limit="no")
    assert read.evaluate(row)["eligible"] == otherwise


def test_a_person_is_judged_by_the_reading_and_the_verdict_names_it():
    candidate = Candidate({**NONE_OF_THE_FACTORS, "passive_years": 20}, 60, "F", DAY)
    published = PROGRAM.rule_set("china2021")
    read = PROGRAM.under({"passive_at_limit": "no"}).rule_set("china2021")

    assert published.judge(candidate).verdict is Verdict.YES
    assert published.judge(candidate).version == "2021"
    assert read.judge(candidate).verdict is Verdict.NO
    assert read.judge(candidate).version == read.version == "2021; passive_at_limit=no"


def test_the_criteria_in_words_follow_the_reading():
    read = PROGRAM.under({"passive_at_limit": "no"}).rule_set("china2021")

    words = [sentence.in_english() for sentence in read.criteria]
    assert any("more than 20 years" in line for line in words)
    assert "Disputed: passive smoking for exactly the limit of years is not enough" in words


def test_a_rule_set_that_does_not_ask_the_question_keeps_its_version():
    read = PROGRAM.under({"passive_at_limit": "no"})

    assert read.rule_set("uspstf2021").version == "2021"


@pytest.mark.parametrize(
    ("question", "option", "rows"),
    [
        ("stable_4a_seen_from_9_months", "2", ["44"]),
        # A mean of 5.95 mm.
        ("rounding", "truncate", ["63"]),
        ("small_new_part_solid", "3", ["80"]),
        ("growing_non_solid_from_30_mm", "2", ["99", "136"]),
        ("airway_content", "0", ["117"]),
    ],
)
def test_a_reading_changes_the_published_findings_that_rest_on_it(question, option, rows):
    changed = differing(PROGRAM, "lung-rads-v2022", "lungrads_vectors.csv", **{question: option})

    assert changed == rows


@pytest.mark.parametrize("edition", ["lung-rads-v2022", "lung-rads-v1.1"])
def test_a_finding_that_is_gone_is_2_or_1_in_both_editions(edition):
    row = {"finding": "solid", "status": "resolved"}

    assert bulk(PROGRAM, edition).evaluate(row)["nodule_category"] == "2"
    assert bulk(PROGRAM, edition, resolved="1").evaluate(row)["nodule_category"] == "1"


def test_an_exam_is_categorized_by_the_reading_and_the_result_names_it():
    record = ExamRecord(DAY, "annual", "ldct", {}, ({"finding": "solid", "status": "resolved"},))
    published = PROGRAM.system("lung-rads-v2022").categorize(record)
    read = PROGRAM.under({"resolved": "1"}).system("lung-rads-v2022").categorize(record)

    assert (published.category, published.version) == ("2", "v2022")
    assert (read.category, read.version) == ("1", "v2022; resolved=1")
    said = "The source leaves open what a finding that is gone is; read as 1"
    assert said in [reason.in_english() for reason in read.reasons]
