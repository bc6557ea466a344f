"""Tables and cases of the pages of EU-TIRADS, K-TIRADS and the ATA patterns."""

from collections.abc import Iterator, Sequence

from screening.clinical import ata_2015, eu_ti_rads, k_ti_rads
from screening.clinical.thyroid_patterns import Limit, Pattern
from screening.programs.thyroid.wording.patterns import NAMES
from screening.protocol.systems import Case, SystemPage, Table, Texts

NONE = "none"
TESTS = (
    "test_thyroid_patterns.py",
    "test_thyroid_patterns_inputs.py",
    "test_thyroid_bulk.py",
    "test_thyroid_bulk_words.py",
)
OF_CATEGORY = ("category", "risk of cancer, %", "FNA")

SOLID: Texts = {
    "composition": "solid",
    "echogenicity": "isoechoic",
    "shape": "wider_than_tall",
    "margin": "smooth",
    "echogenic_foci": "none",
    "max_size_mm": "12",
}
CYST: Texts = {"composition": "cystic", "echogenicity": "anechoic"}
SPONGIFORM: Texts = {"composition": "spongiform"}
MIXED: Texts = {"composition": "mixed"}
DARK: Texts = {"echogenicity": "hypoechoic"}
DARK_MIXED: Texts = {**MIXED, **DARK}
PUNCTATE: Texts = {"echogenic_foci": "punctate"}
TALL: Texts = {"shape": "taller_than_wide"}

REFUSED = (
    Case("mixed and anechoic cannot be", {**MIXED, "echogenicity": "anechoic"}),
    Case("margin not known", {"margin": ""}),
    Case("size not known", {"max_size_mm": ""}),
    Case("centimeters typed for millimeters", {"max_size_mm": "1.2"}),
    Case("text in a number", {"max_size_mm": "12 mm"}),
    Case("a word of another lexicon", {"echogenicity": "dark"}),
)
UNMATCHED = (
    Case("composition cannot be determined", {"composition": "undetermined"}),
    Case("echogenicity cannot be determined", {"echogenicity": "undetermined"}),
)


def _patterns(title: str, patterns: Sequence[Pattern]) -> Table:
    rows = ((NAMES[each.name], each.category) for each in patterns)
    return Table(title, ("pattern", "category"), tuple(rows))


def _fna(limit: Limit | None) -> str:
    return f"{'>=' if limit.is_included else '>'} {limit.mm} mm" if limit else NONE


def _at(words: str, inputs: Texts, *sizes: str) -> Iterator[Case]:
    for size in sizes:
        yield Case(f"{words}, {size} mm", {**inputs, "max_size_mm": size})


EU_PAGE = SystemPage(
    "screening.clinical.eu_ti_rads",
    tests=TESTS,
    tables=(
        _patterns("Patterns; the first that fits counts", eu_ti_rads.PATTERNS),
        Table(
            "Categories",
            ("category", "meaning", "risk of cancer, %", "FNA"),
            tuple(
                (category.value, facts.meaning, facts.risk_percent or "", _fna(facts.fna))
                for category, facts in eu_ti_rads.CATEGORIES.items()
            ),
        ),
    ),
    cases=(
        *_at("smooth and isoechoic", {}, "20", "20.1"),
        *_at("smooth and hypoechoic", DARK, "15", "15.1"),
        *_at("a feature of high risk", TALL, "10", "10.1"),
        Case("mixed with hypoechoic tissue", DARK_MIXED),
        Case("very hypoechoic and solid", {"echogenicity": "very_hypoechoic"}),
        Case("very hypoechoic and mixed", {**MIXED, "echogenicity": "very_hypoechoic"}),
        Case("pure cyst, size not known", {**CYST, "max_size_mm": ""}),
        Case("cyst with punctate foci", {**CYST, **PUNCTATE}),
        Case("spongiform", SPONGIFORM),
        Case("spongiform, lobulated", {**SPONGIFORM, "margin": "lobulated"}),
        Case("ill-defined margin", {"margin": "ill_defined"}),
        *UNMATCHED,
        *REFUSED,
    ),
    common=SOLID,
)


def _korean_page(edition: k_ti_rads.Edition, cases: tuple[Case, ...]) -> SystemPage:
    return SystemPage(
        "screening.clinical.k_ti_rads",
        tests=TESTS,
        tables=(
            _patterns("Benign patterns, asked first", k_ti_rads.BENIGN_PATTERNS),
            _patterns("Other patterns; the first that fits counts", edition.patterns),
            Table(
                "Categories of this edition",
                (*OF_CATEGORY, "follow-up"),
                tuple(
                    (
                        category.value,
                        risk,
                        _fna(edition.fna.get(category)),
                        edition.follow_up.get(category, ""),
                    )
                    for category, risk in edition.risk_percent.items()
                ),
            ),
            Table(
                "A benign pattern with a suspicious feature",
                ("category",),
                ((edition.benign_pattern_with_feature.value,),),
            ),
        ),
        cases=cases,
        common=SOLID,
    )


OF_BOTH_EDITIONS = (
    Case("solid, hypoechoic, taller than wide", {**DARK, **TALL}),
    Case("isoechoic with punctate foci", PUNCTATE),
    Case("partially cystic and hypoechoic", DARK_MIXED),
    Case("partially cystic, taller than wide", {**MIXED, **TALL}),
    Case("partially cystic with a comet tail", {**MIXED, "echogenic_foci": "large_comet_tail"}),
    Case("partially cystic with a comet tail and punctate foci",
         {**MIXED, "echogenic_foci": "large_comet_tail;punctate"}),
    Case("pure cyst", CYST),
    Case("pure cyst, taller than wide", {**CYST, **TALL}),
    Case("spongiform and isoechoic", SPONGIFORM),
    Case("spongiform and hypoechoic", {**SPONGIFORM, **DARK}),
    Case("hidden by calcification", {"composition": "undetermined_calcification"}),
    Case("margin cannot be determined", {**DARK, "margin": "undetermined"}),
    *UNMATCHED,
    *REFUSED,
)  # fmt: skip
K2021_PAGE = _korean_page(
    k_ti_rads.K2021,
    (
        *_at("isoechoic", {}, "20", "20.1"),
        *_at("solid and hypoechoic", DARK, "15", "15.1"),
        *_at("with a suspicious feature", {**DARK, **TALL}, "10", "10.1"),
        *OF_BOTH_EDITIONS,
    ),
)
K2016_PAGE = _korean_page(
    k_ti_rads.K2016,
    (
        *_at("spongiform", SPONGIFORM, "19.9", "20"),
        *_at("isoechoic", {}, "14.9", "15"),
        *_at("solid and hypoechoic", DARK, "9.9", "10"),
        *_at("with a suspicious feature", {**DARK, **TALL}, "9.9", "10"),
        *OF_BOTH_EDITIONS,
    ),
)
ATA_PAGE = SystemPage(
    "screening.clinical.ata_2015",
    tests=TESTS,
    tables=(
        _patterns(
            "Patterns; the first that fits counts",
            (*ata_2015.PATTERNS, ata_2015.ECCENTRIC, ata_2015.CENTRAL),
        ),
        Table(
            "Categories",
            OF_CATEGORY,
            tuple(
                (suspicion.value, facts.risk_percent, _fna(facts.fna))
                for suspicion, facts in ata_2015.FACTS.items()
            ),
        ),
    ),
    cases=(
        *_at("solid and isoechoic", {}, "14.9", "15"),
        *_at("solid, hypoechoic and smooth", DARK, "9.9", "10"),
        *_at("hypoechoic with punctate foci", {**DARK, **PUNCTATE}, "9.9", "10"),
        *_at("spongiform", SPONGIFORM, "19.9", "20"),
        Case("pure cyst, size not known", {**CYST, "max_size_mm": ""}),
        Case("partially cystic, solid part off center", {**MIXED, "eccentric_solid_part": "yes"}),
        Case("partially cystic, solid part in the center",
             {**MIXED, "eccentric_solid_part": "no"}),
        Case("partially cystic, where the solid part lies is not known", MIXED),
        Case("partially cystic and hypoechoic with punctate foci", {**DARK_MIXED, **PUNCTATE}),
        Case("rim calcification counts as nothing here",
             {**DARK, "echogenic_foci": "peripheral_calcification"}),
        Case("solid and isoechoic, with a suspicious feature", TALL),
        Case("hypoechoic, ill-defined", {**DARK, "margin": "ill_defined"}),
        *UNMATCHED,
        *REFUSED,
    ),
    common=SOLID,
)  # fmt: skip
