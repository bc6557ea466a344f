"""What the ACR description of a thyroid nodule and that of C-TIRADS imply for each other."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.clinical import acr_ti_rads, c_ti_rads
from screening.clinical.c_ti_rads import Nodule
from screening.clinical.thyroid_descriptors import (
    Composition,
    Descriptors,
    Echogenicity,
    Focus,
    Margin,
    Shape,
)
from screening.clinical.thyroid_implications import (
    REASON_KEYS,
    BothSets,
    Filled,
    fill_in,
    implied_features,
)
from tests.factories.descriptors import DESCRIPTORS

MARGIN = "margin_ill_defined_irregular_or_ete"
NOTHING = Descriptors()
NO_ANSWERS = Nodule()


def both(
    descriptors: Descriptors = NOTHING, nodule: Nodule = NO_ANSWERS, size_cm: str | None = None
) -> Filled:
    size = None if size_cm is None else Decimal(size_cm)
    return fill_in(BothSets(descriptors=descriptors, nodule=nodule, max_size_cm=size))


@pytest.mark.parametrize(
    ("word", "answers"),
    [
        (Composition.SOLID, {"solid": True}),
        (Composition.MIXED, {"solid": False}),
        (Composition.SPONGIFORM, {"solid": False}),
        (Composition.CYSTIC, {"solid": False}),
        (Composition.UNDETERMINED, {}),
        (Composition.UNDETERMINED_CALCIFICATION, {}),
        (Echogenicity.VERY_HYPOECHOIC, {"marked_hypoechoic": True}),
        (Echogenicity.HYPOECHOIC, {"marked_hypoechoic": False}),
        (Echogenicity.ANECHOIC, {"marked_hypoechoic": False}),
        (Echogenicity.UNDETERMINED, {}),
        (Shape.TALLER_THAN_WIDE, {"vertical": True}),
        (Shape.WIDER_THAN_TALL, {"vertical": False}),
        (Margin.ILL_DEFINED, {MARGIN: True}),
        (Margin.IRREGULAR, {MARGIN: True}),
        (Margin.EXTRATHYROIDAL_EXTENSION, {MARGIN: True}),
        (Margin.SMOOTH, {MARGIN: False}),
        (Margin.LOBULATED, {}),
        (Margin.UNDETERMINED, {}),
    ],
)
def test_each_word_of_the_acr_set_answers_what_its_definition_settles(
    word: Composition | Echogenicity | Shape | Margin, answers: dict[str, bool]
) -> None:
    column = type(word).__name__.lower()

    assert implied_features(Descriptors(**{column: word})) == answers


@pytest.mark.parametrize(
    ("foci", "answers"),
    [
        ((), {"microcalcification": False, "comet_tail": False}),
        ((Focus.PUNCTATE,), {"microcalcification": True}),
        ((Focus.LARGE_COMET_TAIL,), {"microcalcification": False, "comet_tail": True}),
        (
            (Focus.LARGE_COMET_TAIL, Focus.PUNCTATE),
            {"microcalcification": True, "comet_tail": True},
        ),
        ((Focus.MACROCALCIFICATION,), {"microcalcification": False}),
        ((Focus.PERIPHERAL_CALCIFICATION,), {"microcalcification": False}),
    ],
)
def test_foci_answer_for_calcification_and_leave_a_small_comet_tail_open(
    foci: tuple[Focus, ...], answers: dict[str, bool]
) -> None:
    assert implied_features(Descriptors(echogenic_foci=foci)) == answers


def test_a_whole_acr_description_gives_a_c_tirads_category() -> None:
    """By hand: solid 1, vertical 1, microcalcification 1: a score of 3 is 4C."""
    described = Descriptors(
        composition=Composition.SOLID,
        echogenicity=Echogenicity.HYPOECHOIC,
        shape=Shape.TALLER_THAN_WIDE,
        margin=Margin.SMOOTH,
        echogenic_foci=(Focus.PUNCTATE,),
    )
    filled = both(described, size_cm="1.2")
    result = c_ti_rads.assess_nodule(filled.sets.nodule)

    assert (result.category, result.fna) == ("4C", True)
    assert filled.sets.nodule.max_size_mm == 12
    assert [reason.values["column"] for reason in filled.implied] == [
        "solid",
        "marked_hypoechoic",
        MARGIN,
        "vertical",
        "microcalcification",
        "max_size_mm",
    ]


def test_c_tirads_answers_fill_the_words_that_they_settle_and_no_others() -> None:
    suspicious = Nodule(
        solid=True,
        marked_hypoechoic=True,
        microcalcification=True,
        margin_ill_defined_irregular_or_ete=True,
        vertical=True,
        comet_tail=True,
        max_size_mm=Decimal(12),
    )
    filled = both(nodule=suspicious)

    assert filled.sets.max_size_cm == Decimal("1.2")
    assert filled.sets.descriptors == Descriptors(
        composition=Composition.SOLID,
        echogenicity=Echogenicity.VERY_HYPOECHOIC,
        shape=Shape.TALLER_THAN_WIDE,
    )
    assert {reason.values["column"]: reason.values["by"] for reason in filled.implied} == {
        "composition": "solid",
        "echogenicity": "marked_hypoechoic",
        "shape": "vertical",
        "max_size_cm": "max_size_mm",
    }


def test_a_denied_feature_tells_the_shape_alone() -> None:
    bland = Nodule(
        solid=False,
        marked_hypoechoic=False,
        microcalcification=False,
        margin_ill_defined_irregular_or_ete=False,
        vertical=False,
        comet_tail=False,
    )

    assert both(nodule=bland).sets.descriptors == Descriptors(shape=Shape.WIDER_THAN_TALL)


def test_answers_that_disagree_are_named_and_both_stand() -> None:
    described = Descriptors(composition=Composition.MIXED)
    filled = both(described, Nodule(solid=True, max_size_mm=Decimal("1.2")), "1.2")

    assert [(reason.key, reason.values) for reason in filled.disagreements] == [
        ("sets_disagree", {"column": "solid", "value": "yes", "by": "composition"}),
        (
            "sets_disagree",
            {"column": "max_size_mm", "value": Decimal("1.2"), "by": "max_size_cm"},
        ),
    ]
    assert filled.sets.nodule.solid is True
    assert filled.sets.descriptors.composition is Composition.MIXED


def test_a_description_of_no_nodule_is_named_and_fills_nothing() -> None:
    filled = both(Descriptors(composition=Composition.SOLID), Nodule(nodule=False))

    assert filled.implied == ()
    assert filled.sets.nodule == Nodule(nodule=False)
    assert filled.disagreements[0].values["column"] == "nodule"


ANSWERS = st.none() | st.booleans()
SIZES = st.none() | st.integers(20, 1000).map(lambda tenths: Decimal(tenths) / 10)
SETS = st.builds(
    BothSets,
    descriptors=DESCRIPTORS,
    nodule=st.builds(
        Nodule,
        nodule=ANSWERS,
        solid=ANSWERS,
        marked_hypoechoic=ANSWERS,
        microcalcification=ANSWERS,
        margin_ill_defined_irregular_or_ete=ANSWERS,
        vertical=ANSWERS,
        comet_tail=ANSWERS,
        max_size_mm=SIZES,
    ),
    max_size_cm=SIZES,
)


@given(sets=SETS)
def test_what_is_known_is_never_changed_and_filling_twice_adds_nothing(sets: BothSets) -> None:
    filled = fill_in(sets)
    columns = {*acr_ti_rads.INPUTS, *c_ti_rads.INPUTS}

    for before, after in (
        (sets.descriptors, filled.sets.descriptors),
        (sets.nodule, filled.sets.nodule),
    ):
        for column, value in vars(before).items():
            assert value is None or getattr(after, column) == value
    for reason in (*filled.implied, *filled.disagreements):
        assert set(reason.values) == set(REASON_KEYS[reason.key])
        assert {reason.values["column"], reason.values["by"]} <= columns
    again = fill_in(filled.sets)

    assert again.implied == ()
    assert again.sets == filled.sets
    assert again.disagreements == filled.disagreements
