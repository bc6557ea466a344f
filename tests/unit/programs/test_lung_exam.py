"""What technique, details and findings of one lung exam cannot be, or hardly are, together."""

from datetime import date
from decimal import Decimal

import pytest

from screening.programs.lung.exam import EXAM
from screening.protocol.category import ExamRecord

DAY = date(2024, 3, 5)


def problems(modality="ldct", findings=(), **details):
    record = ExamRecord(DAY, "baseline", modality, details, findings)
    return [(problem.field, problem.is_question) for problem in EXAM.checks(record)]


def test_an_exam_without_details_raises_no_question():
    assert problems() == []


@pytest.mark.parametrize(
    ("prior", "found"),
    [(date(2024, 3, 6), [("prior_ct_on", False)]), (DAY, []), (date(2023, 3, 5), [])],
)
def test_an_earlier_ct_that_is_later_than_the_exam_is_refused(prior, found):
    assert problems(prior_ct_on=prior) == found


def test_contrast_is_asked_of_a_low_dose_ct_alone():
    assert problems(contrast="yes") == [("contrast", True)]
    assert problems("ct", contrast="yes") == []
    assert problems(contrast="no") == []


@pytest.mark.parametrize(
    ("slice_mm", "volume", "found"),
    [
        ("1.25", "100", []),
        ("1.3", "100", [("slice_thickness_mm", True)]),
        ("2.5", None, []),
    ],
)
def test_volumes_from_thick_slices_are_asked(slice_mm, volume, found):
    finding = {"volume_mm3": Decimal(volume)} if volume else {}

    assert problems(findings=(finding,), slice_thickness_mm=Decimal(slice_mm)) == found
