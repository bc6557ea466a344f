"""What of a breast exam and its findings is impossible or unlikely."""

import pytest

from screening.programs.breast.exam import EXAM, check_exam
from screening.programs.breast.findings import FINDING
from screening.protocol.fields import field_named
from tests.factories.breast import finding, record

PROMISED_OF_FINDINGS = {
    "side", "kind", "clock", "distance_from_nipple_mm", "size_mm", "birads", "lesion_no", "comment",
}  # fmt: skip
CATEGORIES = {"0", "1", "2", "3", "4", "4A", "4B", "4C", "5", "6"}


def problems(exam) -> list[tuple[str, bool]]:
    return [(problem.field, problem.is_question) for problem in check_exam(exam)]


def test_the_columns_of_files_have_their_promised_names_and_codes() -> None:
    assert {field.code for field in FINDING.fields} >= PROMISED_OF_FINDINGS
    assert {field.code for field in EXAM.details} >= {"birads_left", "birads_right", "density"}
    assert [choice.code for choice in EXAM.modalities] == ["mammography", "ultrasound", "mri"]
    codes = {choice.code for choice in field_named(FINDING.fields, "birads").choices}
    assert codes == CATEGORIES


def test_a_usual_exam_has_no_problem() -> None:
    assert problems(record(finding(side="L", birads="2"), birads_left="2", birads_right="1")) == []


def test_a_technique_of_another_modality_is_refused() -> None:
    assert problems(record(modality="ultrasound", technique="ffdm")) == [("technique", False)]
    assert problems(record(modality="mri", technique="full_mri")) == []


def test_a_breast_with_a_finding_was_examined() -> None:
    exam = record(finding(side="L", birads="2"), birads_left="NA", birads_right="1")

    assert problems(exam) == [("birads_left", False)]


def test_a_breast_stated_milder_than_its_finding_is_asked() -> None:
    exam = record(finding(side="R", birads="4A"), birads_left="1", birads_right="2")

    assert problems(exam) == [("birads_right", True)]


@pytest.mark.parametrize(
    ("stated", "asked"), [("birads_left", "birads_right"), ("birads_right", "birads_left")]
)
def test_the_other_breast_is_asked_for(stated: str, asked: str) -> None:
    assert problems(record(**{stated: "1"})) == [(asked, True)]


def test_a_breast_whose_findings_say_it_needs_no_category_of_its_own() -> None:
    assert problems(record(finding(side="R", birads="2"), birads_left="1")) == []


def test_a_finding_in_no_breast_is_asked_and_one_that_is_nothing_too() -> None:
    asked = [problem.field for problem in FINDING.problems(finding(kind="mass", birads="1"))]

    assert asked == ["side", "birads"]


@pytest.mark.parametrize("text", ["0", "13"])
def test_a_clock_has_twelve_hours(text: str) -> None:
    refused = FINDING.problems(finding(side="L", clock=text))

    assert [problem.field for problem in refused if not problem.is_question] == ["clock"]
