"""Inputs of a lung exam that are not known: asked for only where the category depends on them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.programs.lung.findings import FINDING
from screening.protocol.fields import field_named
from tests.factories.lung_exams import asked, categorize, finding, words


@pytest.mark.parametrize(
    ("kind", "texts", "field"),
    [
        ("solid", {}, "mean_diameter_mm"),
        ("solid", {"long_mm": "8"}, "short_mm"),
        ("part_solid", {"mean_diameter_mm": "9"}, "solid_component_mm"),
        ("solid", {"mean_diameter_mm": "7", "status": "unknown"}, "status"),
        ("solid", {"mean_diameter_mm": "7", "status": "stable"}, "prior_category"),
        ("solid", {"status": "stable", "prior_category": "unknown"}, "prior_category"),
        ("solid", {"status": "stable", "prior_category": "3"}, "months_since_prior_ct"),
        ("solid", {"status": "decreased", "prior_category": "4A"}, "months_since_prior_ct"),
        ("airway", {"airway_level": "unknown"}, "airway_level"),
        ("cyst", {"cyst_type": "unknown"}, "cyst_type"),
        ("juxtapleural", {"mean_diameter_mm": "7", "morphology": "unknown"}, "morphology"),
    ],
)
def test_an_input_that_the_category_depends_on_is_asked_for(
    kind: str, texts: dict[str, str], field: str
) -> None:
    result = categorize(finding("none"), finding(kind, **texts))

    assert result.category is None
    assert asked(result) == [f"findings-1-{field}"]
    assert result.finding_categories == ("1", None)


@pytest.mark.parametrize(
    ("kind", "texts", "category", "label"),
    [
        # Every row of a non-solid nodule under 30 mm is 2.
        ("non_solid", {"mean_diameter_mm": "29.9", "status": "unknown"}, "2", "Change"),
        # New or not, a subsegmental airway nodule is 2.
        ("airway", {"airway_level": "subsegmental", "status": "unknown"}, "2", "Change"),
        # A changed cyst of several chambers is 4B whether it was seen before or not.
        (
            "cyst",
            {"cyst_type": "multilocular", "cyst_change": "increased_loculation",
             "status": "unknown"},
            "4B",
            "Change",
        ),
        # Under 6 mm a smooth nodule is 2, and so is one that counts as solid.
        ("juxtapleural", {"mean_diameter_mm": "5.9"}, "2", "Shape at the pleura"),
        # A mean of at most 5.9 mm, whatever the short axis.
        ("solid", {"long_mm": "5.9"}, "2", "Short axis"),
        # The part cannot be larger than the whole, and a whole under 6 mm is 2 at baseline.
        ("part_solid", {"long_mm": "5.5", "solid_component_mm": "5"}, "2", "Short axis"),
        # A category 1 or 2 stays 2 after any time.
        ("solid", {"status": "stable", "prior_category": "2"}, "2", None),
        # 4B stays 4B after any time.
        ("solid", {"status": "stable", "prior_category": "4B"}, "4B", None),
    ],
)  # fmt: skip
def test_an_unknown_input_that_cannot_change_the_category_is_not_asked_for(
    kind: str, texts: dict[str, str], category: str, label: str | None
) -> None:
    result = categorize(finding(kind, **texts))

    assert (result.category, result.missing) == (category, ())
    said = f"“{label}” is not known; whatever it is, the category is {category}"
    assert (said in words(result)) is (label is not None)


def test_a_finding_that_cannot_lead_leaves_the_category_to_the_one_that_does() -> None:
    unknown = finding("solid", mean_diameter_mm="9", status="unknown")

    result = categorize(unknown, finding("solid", mean_diameter_mm="15"))

    assert (result.category, result.finding_categories) == ("4B", (None, "4B"))
    assert words(result)[-1] == (
        "Finding 1 has no category without “Change”, but at most 4B; the exam is 4B either way"
    )


def test_a_finding_that_could_lead_leaves_the_exam_without_category() -> None:
    features = finding(
        "solid", mean_diameter_mm="9", status="unknown", suspicious_features="spiculation"
    )

    result = categorize(features, finding("solid", mean_diameter_mm="15"))

    assert (result.category, result.finding_categories) == (None, (None, "4B"))
    assert asked(result) == ["findings-0-status"]


def test_findings_keep_their_numbers_beside_one_without_category() -> None:
    result = categorize(
        finding("solid", status="unknown", mean_diameter_mm="9"),
        finding("solid", mean_diameter_mm="5"),
        finding("solid", mean_diameter_mm="20"),
    )

    assert "Finding 3 leads the exam: 4B" in words(result)


def test_an_airway_nodule_that_became_smaller_has_no_published_row() -> None:
    nodule = finding("airway", status="decreased", airway_level="segmental_or_proximal")

    result = categorize(nodule)

    assert (result.category, asked(result)) == (None, ["findings-0-status"])
    assert "the reader gives one" in result.missing[0].sentence.in_english()


def test_what_the_form_refuses_is_refused_in_the_same_words() -> None:
    nodule = finding("part_solid", status="growing", mean_diameter_mm="9", solid_component_mm="3")

    result = categorize(nodule)

    assert result.category is None
    assert [problem.sentence for problem in result.missing] == [
        problem.sentence for problem in FINDING.problems(nodule) if not problem.is_question
    ]


def test_a_word_that_no_definition_has_is_not_known() -> None:
    assert asked(categorize({"finding": "polyp"})) == ["findings-0-finding"]


TENTHS = st.integers(min_value=5, max_value=350).map(lambda tenths: f"{tenths / 10:.1f}")
STATUSES = [choice.code for choice in field_named(FINDING.fields, "status").choices]
ASKED_OF_EVERY_FINDING = {
    "status": st.sampled_from(STATUSES),
    "long_mm": TENTHS,
    "short_mm": TENTHS,
    "solid_component_mm": TENTHS,
    "prior_category": st.sampled_from(["1", "2", "3", "4A", "4B", "4X"]),
    "months_since_prior_ct": st.sampled_from(["0", "2", "3", "5", "6", "9", "12"]),
    "airway_level": st.sampled_from(["subsegmental", "segmental_or_proximal"]),
    "cyst_type": st.sampled_from(
        ["thin_unilocular", "thick_unilocular", "multilocular", "became_multilocular"]
    ),
    "morphology": st.sampled_from(["smooth_oval", "smooth_triangular", "irregular"]),
}
KINDS = ["solid", "part_solid", "non_solid", "cavitary", "juxtapleural", "airway", "cyst"]


@settings(max_examples=400)
@given(
    kind=st.sampled_from(KINDS),
    texts=st.fixed_dictionaries(ASKED_OF_EVERY_FINDING),
    unknown=st.sets(st.sampled_from(sorted(ASKED_OF_EVERY_FINDING)), min_size=1),
    features=st.sampled_from(["none", "spiculation"]),
)
def test_a_category_given_without_an_input_is_the_one_given_with_it(
    kind: str, texts: dict[str, str], unknown: set[str], features: str
) -> None:
    known = {name: text for name, text in texts.items() if name not in unknown}
    if "status" in unknown:
        known["status"] = "unknown"

    without = categorize(finding(kind, **known, suspicious_features=features))
    with_it = categorize(finding(kind, **texts, suspicious_features=features))

    is_seen = texts["status"] != "resolved"
    if is_seen and None not in (without.category, with_it.category):
        assert without.category == with_it.category
