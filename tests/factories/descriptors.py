"""Thyroid nodules drawn at random in the ACR words, wholly described or with words missing."""

from hypothesis import strategies as st

from screening.clinical.thyroid_descriptors import (
    Composition,
    Descriptors,
    Echogenicity,
    Focus,
    Margin,
    Shape,
)

FOCI = st.lists(st.sampled_from(Focus), max_size=5).map(tuple)


def unknown_or(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Draw such a value, or none."""
    return st.none() | values


DESCRIPTORS = st.builds(
    Descriptors,
    composition=unknown_or(st.sampled_from(Composition)),
    echogenicity=unknown_or(st.sampled_from(Echogenicity)),
    shape=unknown_or(st.sampled_from(Shape)),
    margin=unknown_or(st.sampled_from(Margin)),
    echogenic_foci=unknown_or(FOCI),
)
COMPLETE = st.builds(
    Descriptors,
    composition=st.sampled_from(Composition),
    echogenicity=st.sampled_from(Echogenicity),
    shape=st.sampled_from(Shape),
    margin=st.sampled_from(Margin),
    echogenic_foci=FOCI,
)
