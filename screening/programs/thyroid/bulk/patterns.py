"""EU-TIRADS, K-TIRADS and the ATA patterns over rows: a row is a nodule."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from screening.clinical import ata_2015, eu_ti_rads, k_ti_rads
from screening.clinical.thyroid_patterns import PatternResult
from screening.programs.thyroid.bulk.fields import DESCRIPTORS, RISK, SIZE_MM, of_finding
from screening.programs.thyroid.category.displayed import PATTERNS
from screening.programs.thyroid.descriptions import FIELDS
from screening.programs.thyroid.pages import patterns as pages
from screening.programs.thyroid.wording.patterns import sentences_of
from screening.protocol.columns import flag, pick
from screening.protocol.fields import Field, ShownWhen, field_named
from screening.protocol.systems import BulkSystem, SystemPage, Texts
from screening.protocol.wording import N_, Sentence

OF_NODULE = (*DESCRIPTORS, SIZE_MM)
PARTLY_SOLID = ShownWhen("composition", ("mixed", "cystic"))
ECCENTRIC = of_finding(
    "eccentric_solid_part", field_named(FIELDS, "eccentric_solid_part").hint, PARTLY_SOLID
)
# The first category is an exam without a nodule, which is no row.
EUROPEAN = {category.value: f"EU-TIRADS {category}" for category in list(eu_ti_rads.Category)[1:]}
KOREAN = {category.value: f"K-TIRADS {category}" for category in list(k_ti_rads.Category)[1:]}


@dataclass(frozen=True)
class Matching:
    """How a system matches the nodule of a row, and what it calls its categories and sizes."""

    result_of_row: Callable[[Texts], PatternResult]
    categories: Mapping[str, str]
    is_limit_included: bool

    def explain(self, row: Texts) -> Sequence[Sentence]:
        """Return why the nodule of a row has its category, or none."""
        return sentences_of(
            self.result_of_row(row).reasons,
            self.categories,
            is_limit_included=self.is_limit_included,
        )

    @property
    def outcomes(self) -> tuple[Field, ...]:
        """What the result columns hold."""
        category = pick(
            "category", N_("Category"), dict(self.categories), N_("Blank: it fits no pattern")
        )
        return category, RISK, flag("fna", N_("FNA by its size"))


EU_MATCHING = Matching(eu_ti_rads.result_of_row, EUROPEAN, is_limit_included=False)
ATA_MATCHING = Matching(ata_2015.result_of_row, PATTERNS, is_limit_included=True)


def _korean(
    edition: k_ti_rads.Edition, title: str, page: SystemPage, *, is_limit_included: bool
) -> BulkSystem:
    result_of_row = partial(k_ti_rads.result_of_row, edition=edition)
    matching = Matching(result_of_row, KOREAN, is_limit_included)
    return BulkSystem(
        edition.system,
        title,
        k_ti_rads.INPUTS,
        k_ti_rads.RESULTS,
        partial(k_ti_rads.evaluate_row, edition=edition),
        fields=OF_NODULE,
        outcomes=matching.outcomes,
        explain=matching.explain,
        page=page,
    )


PATTERN_SYSTEMS = (
    BulkSystem(
        eu_ti_rads.SYSTEM,
        N_("EU-TIRADS 2017: category of a thyroid nodule"),
        eu_ti_rads.INPUTS,
        eu_ti_rads.RESULTS,
        eu_ti_rads.evaluate_row,
        fields=OF_NODULE,
        outcomes=EU_MATCHING.outcomes,
        explain=EU_MATCHING.explain,
        page=pages.EU_PAGE,
    ),
    _korean(
        k_ti_rads.K2021,
        N_("K-TIRADS 2021: category of a thyroid nodule"),
        pages.K2021_PAGE,
        is_limit_included=False,
    ),
    _korean(
        k_ti_rads.K2016,
        N_("K-TIRADS 2016: category of a thyroid nodule"),
        pages.K2016_PAGE,
        is_limit_included=True,
    ),
    BulkSystem(
        ata_2015.SYSTEM,
        N_("ATA 2015: sonographic pattern of a thyroid nodule"),
        ata_2015.INPUTS,
        ata_2015.RESULTS,
        ata_2015.evaluate_row,
        fields=(*OF_NODULE, ECCENTRIC),
        outcomes=ATA_MATCHING.outcomes,
        explain=ATA_MATCHING.explain,
        page=pages.ATA_PAGE,
    ),
)
