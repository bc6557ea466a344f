"""What follows a scan of a nodule that was seen before: growth, the schedule, its cytology."""

from datetime import date

import pytest

from tests.factories.thyroid_exams import chinese, earlier, judged, measured, nodule, words

TR5 = {"echogenic_foci": "punctate"}
FIRST = earlier("2023-03-05", measured("12x9x8"), category="TR4")


def test_the_next_scan_of_a_followed_nodule_counts_from_the_first_one():
    # TR4 is scanned 12, 24, 36 and 60 months after the exam that asked for it.
    second = earlier("2024-03-05", measured("12x9x8"), category="TR4")
    fourth = earlier("2026-03-05", measured("12x9x8"), category="TR4")

    after_one = judged(measured("12x9x8"), priors=(FIRST,))
    after_three = judged(measured("12x9x8"), priors=(FIRST, second, fourth), on=date(2026, 3, 10))

    assert after_one.interval == "12"
    assert after_three.interval == "24"


def test_a_scan_some_weeks_early_still_meets_the_one_that_was_due():
    result = judged(measured("12x9x8"), priors=(FIRST,), on=date(2024, 2, 10))

    # 11.2 months after the first: the scan of month 12 is met, that of month 24 is 13 away.
    assert result.interval == "13"


def test_a_nodule_without_growth_for_five_years_may_be_left_alone():
    result = judged(measured("12x9x8"), priors=(FIRST,), on=date(2028, 4, 1))

    assert (result.interval, result.is_positive) == ("36", False)
    assert any("may be taken as benign" in sentence for sentence in words(result))


def test_a_nodule_that_grew_past_its_schedule_is_left_to_the_reader():
    result = judged(measured("14x11x10"), priors=(FIRST,), on=date(2028, 4, 1))

    assert result.interval == "12"
    assert any("the reader decides" in sentence for sentence in words(result))


def test_growth_after_five_years_needs_three_axes_on_both_scans():
    result = judged(nodule("12", lesion_no="1"), priors=(FIRST,), on=date(2028, 4, 1))

    assert result.interval == "12"
    assert any("measure three axes" in sentence for sentence in words(result))


def test_a_level_that_rose_is_scanned_again_in_a_year():
    result = judged(measured("9x7x7", **TR5), priors=(FIRST,))

    assert (result.category, result.interval) == ("TR5", "12")
    assert "Finding 1: TR4 before, TR5 now; next scan in 12 months" in words(result)


def test_growth_is_said_with_its_figures_and_since_when():
    # 12 to 14.4 is 20 % and 2.4 mm, 9 to 11 is 22 % and 2 mm; the volume rises by
    # 14.4 x 11 x 8 / (12 x 9 x 8) = 1.467.
    grown = judged(measured("14.4x11x8"), priors=(FIRST,))
    stable = judged(measured("13x9x8"), priors=(FIRST,))

    assert "Finding 1, since 2023-03-05: volume 46.7 %, 2 of 3 diameters up: growth" in words(grown)
    assert "Finding 1, since 2023-03-05: volume 8.3 %, 0 of 3 diameters up: no growth" in words(
        stable
    )


def test_a_nodule_that_grew_to_its_fna_size_is_biopsied():
    assert judged(measured("15x11x10"), priors=(FIRST,)).asks_tissue


def test_another_lesion_is_nobodys_past():
    result = judged(measured("12x9x8", lesion_no="2"), priors=(FIRST,))

    assert not any("since 2023" in sentence for sentence in words(result))
    assert result.interval == "12"


@pytest.mark.parametrize("judge", [judged, chinese])
def test_benign_cytology_stands_in_for_another_fna(judge):
    result = judge(nodule("20", prior_cytology="II"))

    assert (result.asks_tissue, result.is_positive, result.interval) == (False, False, "12")


@pytest.mark.parametrize("judge", [judged, chinese])
@pytest.mark.parametrize("cytology", ["none", "I", "unknown", ""])
def test_no_cytology_and_a_nondiagnostic_one_leave_the_fna_to_be_done(judge, cytology):
    assert judge(nodule("20", prior_cytology=cytology)).asks_tissue


@pytest.mark.parametrize("judge", [judged, chinese])
@pytest.mark.parametrize("cytology", ["III", "IV", "V"])
def test_cytology_that_is_not_settled_asks_for_tissue_at_any_size(judge, cytology):
    assert judge(nodule("8", prior_cytology=cytology)).asks_tissue


def test_malignant_cytology_is_a_known_cancer_and_asks_for_no_further_needle():
    result = judged(nodule("8", prior_cytology="VI"))

    assert (result.is_positive, result.asks_tissue) == (True, False)
    assert chinese(nodule("8", prior_cytology="VI")).category == "6"
