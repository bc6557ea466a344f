"""Tables and cases of the pages of the models of nodules."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from screening.clinical import brock, herder, mayo, pku, va
from screening.programs.lung.pages.persons import UNSAID
from screening.protocol.systems import Case, SystemPage, Table


def _coefficients(table: Mapping[str, Decimal]) -> Table:
    rows = tuple((term, str(number)) for term, number in table.items())
    return Table("Coefficients", ("term", "coefficient"), rows)


TERMS = (
    "constant", "age", "female", "family_history_lung_cancer", "emphysema", "nodule_size_mm",
    "upper_lobe", "nodule_count", "spiculation",
)  # fmt: skip
SMALL = {
    "age": "55",
    "sex": "male",
    "family_history_lung_cancer": "no",
    "emphysema": "no",
    "nodule_size_mm": "4",
    "nodule_type": "solid",
    "upper_lobe": "no",
    "nodule_count": "4",
    "spiculation": "no",
}


def _brock_rows() -> Iterator[tuple[str, ...]]:
    columns = tuple(brock.COEFFICIENTS.values())
    for term in TERMS:
        numbers = (getattr(column, term) for column in columns)
        yield term, *("not in the model" if number is None else str(number) for number in numbers)
    for kind in brock.NoduleType:
        yield f"nodule_type {kind}", *(str(column.nodule_type[kind]) for column in columns)


BROCK_PAGE = SystemPage(
    "screening.clinical.brock",
    golden="brock_vectors.csv",
    tests=("test_brock.py",),
    tables=(Table("Coefficients", ("term", *brock.COEFFICIENTS), tuple(_brock_rows())),),
    cases=(
        Case("published by a public app: 0.092011 %", {}),
        Case("below the smallest size", {"nodule_size_mm": "2.9"}),
        Case("smallest size", {"nodule_size_mm": "3"}),
        Case("largest size", {"nodule_size_mm": "30"}),
        Case("a mass", {"nodule_size_mm": "30.1"}),
        Case("youngest age of the development data", {"age": "50"}),
        Case("younger than that", {"age": "49"}),
        Case("older than that", {"age": "76"}),
        Case("no nodule at all", {"nodule_count": "0"}),
        Case("half a nodule", {"nodule_count": "1.5"}),
        Case(
            "model 2a, spiculation blank",
            {"model": "2a_full_without_spiculation", "spiculation": ""},
        ),
        Case("model 2b, spiculation blank", {"spiculation": ""}),
        Case("a parsimonious model", {"model": "1a_parsimonious_without_spiculation"}),
        Case("centimeters typed as millimeters", {"nodule_size_mm": "0.8"}),
    ),
    common=SMALL,
    shown=("percent", "ge_10pct"),
    unsaid=UNSAID,
)

SOLITARY = {
    "age": "60",
    "ever_smoker": "yes",
    "extrathoracic_cancer_gt5y": "no",
    "diameter_mm": "20",
    "spiculation": "yes",
    "upper_lobe": "yes",
}
MAYO_PAGE = SystemPage(
    "screening.clinical.mayo",
    golden="mayo_vectors.csv",
    tests=("test_nodule_models.py", "test_nodule_model_factors.py"),
    tables=(_coefficients(mayo.COEFFICIENTS),),
    cases=(
        Case("worked example of a publication: 66.4 %", {}),
        Case("smaller than the data of the model", {"diameter_mm": "3.9"}),
        Case("larger than the data of the model", {"diameter_mm": "30.1"}),
        Case("impossible diameter", {"diameter_mm": "0.4"}),
        Case("smoking not known", {"ever_smoker": ""}),
    ),
    common=SOLITARY,
    shown=("linear_predictor", "probability"),
    unsaid=UNSAID,
)
HERDER_PAGE = SystemPage(
    "screening.clinical.herder",
    golden="herder_vectors.csv",
    tests=("test_nodule_models.py",),
    tables=(
        Table(
            "Uptake on PET",
            ("uptake", "term"),
            tuple((uptake.value, str(term)) for uptake, term in herder.PET.items()),
        ),
    ),
    cases=(
        *(
            Case(f"uptake {uptake}", {"mayo_probability": "0.122905", "pet": uptake})
            for uptake in herder.Uptake
        ),
        Case("percent typed as a proportion", {"mayo_probability": "12.3", "pet": "faint"}),
    ),
    shown=("linear_predictor", "probability"),
    unsaid=UNSAID,
)
VETERAN = {"age": "62", "ever_smoker": "no", "years_quit": "", "diameter_mm": "10"}
VA_PAGE = SystemPage(
    "screening.clinical.va",
    tests=("test_nodule_models.py",),
    tables=(_coefficients(va.COEFFICIENTS),),
    cases=(
        Case("published example: x is -2.454", {}),
        Case("smokes now", {"ever_smoker": "yes", "years_quit": "0"}),
        Case("quit 10 years ago", {"ever_smoker": "yes", "years_quit": "10"}),
        Case("quit, when is not known", {"ever_smoker": "yes"}),
        Case("never smoked and quit", {"years_quit": "5"}),
    ),
    common=VETERAN,
    shown=("linear_predictor", "probability"),
    unsaid=UNSAID,
)
IN_BEIJING = {
    "age": "60",
    "family_history_any_cancer": "no",
    "diameter_mm": "15",
    "spiculation": "yes",
    "calcification": "no",
    "smooth_border": "no",
}
PKU_PAGE = SystemPage(
    "screening.clinical.pku",
    golden="pku_vectors.csv",
    tests=("test_nodule_models.py",),
    tables=(_coefficients(pku.COEFFICIENTS),),
    cases=(
        Case("spiculated", {}),
        Case("calcified, smooth border",
             {"spiculation": "no", "calcification": "yes", "smooth_border": "yes"}),
        Case("border not known", {"smooth_border": ""}),
    ),
    common=IN_BEIJING,
    shown=("linear_predictor", "probability"),
    unsaid=UNSAID,
)  # fmt: skip
