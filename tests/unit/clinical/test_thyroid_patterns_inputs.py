"""EU-TIRADS, K-TIRADS and the ATA patterns: properties that hold for every input."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from screening.clinical import ata_2015, eu_ti_rads, k_ti_rads
from screening.clinical.k_ti_rads import K2016
from screening.clinical.reasons import ClinicalInputError
from screening.clinical.thyroid_descriptors import Descriptors
from screening.clinical.thyroid_patterns import PatternResult
from tests.factories.descriptors import COMPLETE, DESCRIPTORS, unknown_or

SIZES = unknown_or(st.integers(-10, 1100).map(lambda tenths: Decimal(tenths) / 10))
SYSTEMS = st.sampled_from(
    [
        (eu_ti_rads.assess_nodule, eu_ti_rads.REASON_KEYS),
        (k_ti_rads.assess_nodule, k_ti_rads.REASON_KEYS),
        (partial(k_ti_rads.assess_nodule, edition=K2016), k_ti_rads.REASON_KEYS),
        (ata_2015.assess_nodule, ata_2015.REASON_KEYS),
        (partial(ata_2015.assess_nodule, eccentric_solid_part=True), ata_2015.REASON_KEYS),
    ]
)
System = tuple[Callable[..., PatternResult], dict[str, tuple[str, ...]]]


def result_or_column(
    system: System, descriptors: Descriptors, size_mm: Decimal | None
) -> PatternResult | str:
    try:
        return system[0](descriptors, size_mm)
    except ClinicalInputError as error:
        return error.column


@given(system=SYSTEMS, descriptors=DESCRIPTORS | COMPLETE, size_mm=SIZES)
def test_every_input_gives_an_explained_result_or_names_the_input_at_fault(
    system: System, descriptors: Descriptors, size_mm: Decimal | None
) -> None:
    found = result_or_column(system, descriptors, size_mm)
    if isinstance(found, str):
        assert found in ata_2015.INPUTS
        return

    assert found.reasons
    assert (found.fna is None) == (found.category is None)
    for reason in found.reasons:
        assert set(reason.values) == set(system[1][reason.key])


@given(
    system=SYSTEMS,
    descriptors=COMPLETE,
    sizes=st.tuples(st.integers(20, 1000), st.integers(20, 1000)).map(sorted),
)
def test_a_larger_nodule_never_loses_its_biopsy(
    system: System, descriptors: Descriptors, sizes: list[int]
) -> None:
    smaller, larger = (result_or_column(system, descriptors, Decimal(size) / 10) for size in sizes)
    if isinstance(smaller, str) or isinstance(larger, str):
        assert smaller == larger
        return

    assert smaller.category == larger.category
    assert larger.fna or not smaller.fna
