"""Tables and cases of the pages of the risk models of persons: PLCOm2012 and LLP."""

from collections.abc import Iterator

from screening.clinical import llp, plco_m2012
from screening.programs.lung.wording.models import TEXTS
from screening.protocol.systems import Case, SystemPage, Table

# What every risk says again.
UNSAID = (TEXTS["model"], TEXTS["contribution"])

# Someone at the center of every term, whose risk is that of the constant alone.
AT_CENTER = {
    "model": "PLCOm2012norace",
    "age": "62",
    "education": "4",
    "bmi": "27",
    "copd": "no",
    "cancer_hist": "no",
    "fh_lung_cancer": "no",
    "smoking_status": "former",
    "cigs_per_day": "24.86608609910709",
    "years_smoked": "27",
    "quit_years": "10",
}


def _coefficients() -> Iterator[tuple[str, ...]]:
    for name, (with_race, without) in plco_m2012.COEFFICIENTS.items():
        yield name, with_race, without, f"{plco_m2012.CENTERS.get(name, 0)}"


PLCO_PAGE = SystemPage(
    "screening.clinical.plco_m2012",
    golden="plcom2012_vectors.csv",
    tests=("test_plco_m2012.py",),
    tables=(
        Table(
            "Coefficients",
            ("term", *plco_m2012.MODELS, "center"),
            tuple(_coefficients()),
        ),
        Table(
            "Race, in PLCOm2012 alone",
            ("race", "coefficient"),
            tuple((race.value, text) for race, text in plco_m2012.RACES.items()),
        ),
    ),
    cases=(
        Case("every term at its center: the constant alone", {}),
        Case("the same with race, white", {"model": "PLCOm2012", "race": "white"}),
        Case("the same with race, black", {"model": "PLCOm2012", "race": "black"}),
        Case("smokes now: 0 years since quitting", {"smoking_status": "current", "quit_years": ""}),
        Case("youngest age of the development data", {"age": "55"}),
        Case("younger than that", {"age": "54"}),
        Case("one cigarette a day", {"cigs_per_day": "1"}),
        Case("no cigarettes", {"cigs_per_day": "0"}),
        Case("never smoked", {"smoking_status": "never"}),
        Case("smokes now and has quit", {"smoking_status": "current", "quit_years": "3"}),
        Case("schooling outside the levels", {"education": "7"}),
        Case("smoked for longer than possible", {"age": "30", "years_smoked": "27"}),
        Case("race not known", {"model": "PLCOm2012"}),
        Case("BMI not known", {"bmi": ""}),
    ),
    common=AT_CENTER,
    shown=("percent", "ge_1p3455", "ge_1p51"),
    unsaid=UNSAID,
)

A_MAN = {
    "model": "LLPv2",
    "age": "60",
    "sex": "male",
    "years_smoked": "40",
    "respiratory_disease": "yes",
    "prior_cancer": "no",
    "asbestos": "no",
    "family_history_lung": "none",
}


def _bands() -> tuple[str, ...]:
    starts = range(llp.YOUNGEST_YEARS, llp.YOUNGEST_YEARS + 8 * llp.BAND_YEARS, llp.BAND_YEARS)
    return (*(f"{start}-{start + llp.BAND_YEARS - 1}" for start in starts), "80+")


def _smoking() -> Iterator[tuple[str, str]]:
    yield "0", "0"
    above = "> 0"
    for below, text in llp.SMOKING:
        yield (f"{above} to < {below}" if below else above), text
        above = f">= {below}"


LLP_PAGE = SystemPage(
    "screening.clinical.llp",
    golden="llp_vectors.csv",
    tests=("test_llp.py",),
    tables=(
        Table(
            "Intercepts by age and sex",
            ("model and sex", *_bands()),
            tuple((f"{model}, {sex}", *row) for (model, sex), row in llp.INTERCEPTS.items()),
        ),
        Table("Years smoked", ("years", "term"), tuple(_smoking())),
        Table(
            "Lung cancer in a first-degree relative",
            ("youngest relative", "term"),
            tuple((history.value, text) for history, text in llp.FAMILY.items()),
        ),
    ),
    cases=(
        Case("worked example: 4.5 years in one band, half a year in the next", {}),
        Case("the same by v3", {"model": "LLPv3"}),
        Case("never smoked", {"years_smoked": "0"}),
        Case("just below 20 years smoked", {"years_smoked": "19.9"}),
        Case("20 years smoked", {"years_smoked": "20"}),
        Case("last band", {"age": "80"}),
        Case("youngest age", {"age": "40", "years_smoked": "20"}),
        Case("below the youngest age", {"age": "39", "years_smoked": "20"}),
        Case("smoked for longer than possible", {"years_smoked": "56"}),
        Case("asbestos not known", {"asbestos": ""}),
    ),
    common=A_MAN,
    shown=("linear_predictor", "probability"),
    unsaid=UNSAID,
)
