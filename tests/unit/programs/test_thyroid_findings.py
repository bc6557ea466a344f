"""Findings and details of an ultrasound: what follows, what is refused, what is asked back."""

from decimal import Decimal

import pytest

from screening.programs.thyroid.exam import EXAM
from screening.programs.thyroid.findings import FINDING
from screening.programs.thyroid.questionnaire import QUESTIONNAIRE
from screening.protocol.category import ExamRecord
from screening.protocol.payload import read_payload
from tests.factories.thyroid_exams import DAY, finding, nodule


def problems(payload):
    return [(problem.field, problem.is_question) for problem in FINDING.problems(payload)]


def test_a_described_nodule_is_a_nodule_with_the_largest_axis_as_its_size():
    seen = finding(composition="solid", length_mm="12", width_mm="14.5", depth_mm="9")

    assert FINDING.compute(seen) == {"nodule": "yes", "max_size_mm": Decimal("14.5")}
    assert problems(seen) == []


def test_a_described_node_is_a_node():
    assert FINDING.compute(finding(hilum_seen="no")) == {"nodule": "lymph_node"}


@pytest.mark.parametrize(
    ("text", "code"),
    [("1", "yes"), ("yes", "yes"), ("0", "no"), ("no", "no"), ("有", "yes"), ("无", "no")],
)
def test_whether_there_is_a_nodule_is_read_as_files_write_it(text, code):
    assert finding(nodule=text) == {"nodule": code}


def test_a_finding_that_says_nothing_is_asked_what_it_is():
    assert problems(finding(lobe="R", comment="later")) == [("nodule", False)]


def test_a_mixed_nodule_that_is_anechoic_is_refused():
    mixed = nodule("12", composition="mixed", echogenicity="anechoic")

    assert problems(mixed) == [("echogenicity", False)]


def test_nothing_is_measured_where_there_is_no_nodule():
    assert problems(finding(nodule="no", max_size_mm="12")) == [("max_size_mm", False)]
    # The C-TIRADS columns of a file say no where there is nothing.
    assert problems(finding(nodule="no", solid="0", comet_tail="0", echogenic_foci="none")) == []


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"max_size_mm": "12", "length_mm": "14", "width_mm": "9", "depth_mm": "8"}, "max_size_mm"),
        ({"width_mm": "9", "depth_mm": "11", "shape": "wider_than_tall"}, "shape"),
        ({"composition": "solid", "solid": "no"}, "solid"),
        ({"echogenic_foci": "punctate", "microcalcification": "no"}, "microcalcification"),
        ({"shape": "wider_than_tall", "vertical": "yes"}, "vertical"),
    ],
)
def test_answers_that_contradict_each_other_are_asked_about(answers, field):
    assert problems(finding(nodule="yes", **answers)) == [(field, True)]


def test_none_stands_alone_in_a_list():
    listed = nodule("12", echogenic_foci="none;punctate")

    assert ("echogenic_foci", False) in problems(listed)


def test_the_short_axis_of_a_node_is_not_the_longer_one():
    node = finding(nodule="lymph_node", long_axis_mm="6", short_axis_mm="7")

    assert problems(node) == [("short_axis_mm", False)]


@pytest.mark.parametrize(("size_mm", "is_refused"), [("1.9", True), ("2", False), ("101", True)])
def test_a_size_that_no_nodule_has_is_refused(size_mm, is_refused):
    assert (("max_size_mm", False) in problems(nodule(size_mm))) is is_refused


def test_no_more_nodules_are_described_than_were_counted():
    def found(count, *findings):
        record = ExamRecord(DAY, "baseline", "ultrasound", {"nodule_count": count}, findings)
        return [problem.field for problem in EXAM.checks(record)]

    assert found(1, nodule("12"), nodule("8")) == ["nodule_count"]
    assert found(3, nodule("12"), nodule("8")) == []
    assert found(0, finding(nodule="no")) == []


def answered(**texts):
    payload, unread = read_payload(QUESTIONNAIRE.fields, texts)
    assert unread == []
    found = QUESTIONNAIRE.problems(payload)
    return payload, [(problem.field, problem.is_question) for problem in found]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("no", ("none",)),
        ("0", ("none",)),
        ("yes", ("yes",)),
        ("childhood;fallout", ("childhood", "fallout")),
        ("unknown", ("unknown",)),
    ],
)
def test_a_list_of_the_questionnaire_is_also_answered_by_a_bare_yes_or_no(text, answer):
    assert answered(neck_irradiation=text) == ({"neck_irradiation": answer}, [])


def test_contradictions_in_the_questionnaire_are_refused_or_asked_about():
    assert answered(symptoms="none;hoarseness")[1] == [("symptoms", False)]
    assert answered(symptoms="none", neck_mass="yes")[1] == [("symptoms", True)]
    assert answered(syndrome="men2", family_syndrome="no")[1] == [("family_syndrome", True)]
    assert answered(syndrome="none", family_syndrome="no")[1] == []
