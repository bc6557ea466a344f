"""Tables and cases of the page of who should be screened for thyroid cancer."""

from collections.abc import Iterator

from screening.clinical.thyroid_screening import BODIES
from screening.programs.thyroid.eligibility.wording import POSITIONS, PUBLICATIONS, RISKS
from screening.protocol.systems import Case, SystemPage, Table, Texts

HEALTHY: Texts = {
    "neck_irradiation": "none",
    "fdr_thyroid_cancer": "no",
    "syndrome": "none",
    "symptoms": "none",
    "neck_mass": "no",
    "prior_thyroid_cancer": "no",
    "age": "40",
    "family_syndrome": "no",
    "calcitonin_above_normal": "no",
    "childhood_cancer_thyroid_exposed": "no",
}


def _steps() -> Iterator[tuple[str, str, str]]:
    for code, body in BODIES.items():
        for step in body.steps:
            risks = "; ".join(RISKS[risk] for risk in step.risks)
            yield code, f"any of: {risks}", POSITIONS[step.position]
        yield code, "otherwise", POSITIONS[body.otherwise]


def _sources() -> Iterator[tuple[str, ...]]:
    for code, publication in PUBLICATIONS.items():
        yield code, publication.title, publication.source, publication.label


def _criteria() -> Iterator[tuple[str, str]]:
    for code, publication in PUBLICATIONS.items():
        for criterion in publication.criteria:
            yield code, criterion


PAGE = SystemPage(
    "screening.clinical.thyroid_screening",
    tests=(
        "test_thyroid_screening.py",
        "test_thyroid_eligibility.py",
        "test_thyroid_bulk.py",
        "test_thyroid_bulk_words.py",
    ),
    tables=(
        Table("Bodies", ("code", "title", "source", "how far it is good"), tuple(_sources())),
        Table("What each says", ("code", "criterion"), tuple(_criteria())),
        Table("What each asks, in this order", ("code", "risks", "position"), tuple(_steps())),
    ),
    cases=(
        Case("healthy adult", {}),
        Case("radiation to the neck in childhood", {"neck_irradiation": "childhood"}),
        Case("radiotherapy of the neck later", {"neck_irradiation": "radiotherapy"}),
        Case("radiation of a kind that is not known", {"neck_irradiation": "yes"}),
        Case("an affected relative", {"fdr_thyroid_cancer": "yes"}),
        Case("MEN2", {"syndrome": "men2", "family_syndrome": "yes"}),
        Case("a syndrome in the family alone", {"family_syndrome": "yes"}),
        Case("calcitonin above normal", {"calcitonin_above_normal": "yes"}),
        Case("calcitonin not measured", {"calcitonin_above_normal": ""}),
        Case("survivor of a cancer in childhood", {"childhood_cancer_thyroid_exposed": "yes"}),
        Case("hoarseness", {"symptoms": "hoarseness"}),
        Case("a child of 17", {"age": "17"}),
        Case("29 years", {"age": "29"}),
        Case("30 years", {"age": "30"}),
        Case("nothing is known", dict.fromkeys(HEALTHY, "")),
        Case("none and a kind of radiation", {"neck_irradiation": "none;childhood"}),
        Case("an impossible age", {"age": "111"}),
        Case("a word that is not offered", {"syndrome": "marfan"}),
    ),
    common=HEALTHY,
)
