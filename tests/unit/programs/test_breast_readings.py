"""Another reading of an open question of the breast program changes what rests on it."""

import csv
from dataclasses import replace

import pytest

from screening.programs.breast import PROGRAM
from screening.protocol.eligibility import Candidate
from screening.protocol.workup import Tnm
from tests.factories.breast import DAY, answers_of, read_exam, record
from tests.factories.golden import FOLDER
from tests.factories.readings import bulk, differing

HIGH_RISK, BI_RADS = "breast_highrisk_cn_vectors.csv", "birads_vectors.csv"
COUNTED_IN_THE_AUDIT = ["31", "32", "44"]


@pytest.mark.parametrize(
    ("code", "file", "question", "option", "rows"),
    [
        # A first period at exactly 12.
        ("breast-high-risk", HIGH_RISK, "menarche", "below_12", ["14"]),
        # Below 13 it is early too: whole years leave nothing between.
        ("breast-high-risk", HIGH_RISK, "menarche", "below_13", []),
        # Tested and free of the variant of her family.
        ("breast-high-risk", HIGH_RISK, "variant_of_relative", "no", ["12"]),
        # A mammographic 0 beside a final category by ultrasound, or by MRI.
        ("bi-rads", BI_RADS, "parallel_imaging_closes_zero", "yes", ["37", "46"]),
        # Seen by ultrasound alone, twice, and by MRI alone.
        ("bi-rads", BI_RADS, "other_imaging_in_audit", "no", COUNTED_IN_THE_AUDIT),
    ],
)
def test_a_reading_changes_the_published_rows_that_rest_on_it(code, file, question, option, rows):
    assert differing(PROGRAM, code, file, **{question: option}) == rows


def test_the_unverified_stages_are_those_that_the_reading_takes_away():
    read = bulk(PROGRAM, "tnm-breast-8", n1mi_beyond_t1_counts_as_n1="no")
    with (FOLDER / "tnm_breast_8_anatomic.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))

    for row in rows:
        is_open = row["note"].startswith("N1mi with T2-T4")
        assert read.evaluate(row)["stage"] == ("" if is_open else row["stage"])


def test_the_stage_of_a_cancer_follows_the_reading_and_says_so():
    tnm = Tnm("8", "T2", "N1mi", "M0", "")
    read = PROGRAM.under({"n1mi_beyond_t1_counts_as_n1": "no"}).workup.staging.stage(tnm)

    assert PROGRAM.workup.staging.stage(tnm).group == "IIB"
    assert read.group is None
    assert "not listed" in read.note
    assert read == replace(PROGRAM.workup.staging.stage(tnm), group=None, note=read.note)


def test_the_explanation_of_a_stage_follows_the_reading():
    row = {"T": "T2", "N": "N1mi", "M": "M0"}
    read = bulk(PROGRAM, "tnm-breast-8", n1mi_beyond_t1_counts_as_n1="no")

    assert read.explain is not None
    assert ["not listed" in sentence.in_english() for sentence in read.explain(row)] == [True]


def test_the_verdict_on_a_woman_follows_the_reading_and_names_it():
    candidate = Candidate(answers_of(menarche="12"), 50, "F", DAY)
    published = PROGRAM.rule_set("cn2021")
    read = PROGRAM.under({"menarche": "below_12"}).rule_set("cn2021")

    assert published.judge(candidate).is_high_risk is True
    assert published.judge(candidate).version == "2021"
    assert read.judge(candidate).is_high_risk is False
    assert read.judge(candidate).version == "2021; menarche=below_12"


def test_the_assessment_of_a_round_follows_the_reading_and_names_it():
    exams = [
        read_exam(record(birads_left="0", birads_right="1")),
        read_exam(record(birads_left="2", birads_right="1", modality="ultrasound")),
    ]
    published = PROGRAM.system("bi-rads")
    read = PROGRAM.under({"parallel_imaging_closes_zero": "yes"}).system("bi-rads")

    assert published.combine is not None
    assert read.combine is not None
    assert published.combine(exams).category == "0"
    assert read.combine(exams).category == "2"
    assert read.combine(exams).version == "2013; parallel_imaging_closes_zero=yes"


def test_only_asian_women_have_another_risk_by_the_other_mortality():
    read = bulk(PROGRAM, "bcsc-v1", asian_mortality="tenth")
    woman = {"model": "bcsc-v1", "age": "55", "density": "3"}

    for race in ("white", "black", "hispanic"):
        row = {**woman, "race": race}
        assert read.evaluate(row) == bulk(PROGRAM, "bcsc-v1").evaluate(row)
    asian = {**woman, "race": "asian"}
    published = bulk(PROGRAM, "bcsc-v1").evaluate(asian)["risk5_pct"]
    # Fewer die of something else before a cancer is found.
    assert float(read.evaluate(asian)["risk5_pct"]) > float(published)
