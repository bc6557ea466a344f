"""Risk models of persons over rows: PLCOm2012 and LLP."""

from screening.clinical import llp, plco_m2012
from screening.programs.lung.bulk.fields import (
    LINEAR_PREDICTOR,
    PERCENT,
    PROBABILITY,
    SEX,
    STATUS_OF_ROW,
    YEARS,
    YEARS_OLD,
    age,
    between,
    question,
)
from screening.programs.lung.pages.persons import LLP_PAGE, PLCO_PAGE
from screening.programs.lung.wording.models import explain_risk
from screening.protocol.columns import amount, as_input, figure, flag, model_field
from screening.protocol.fields import ShownWhen
from screening.protocol.systems import BulkSystem
from screening.protocol.wording import N_

PLCO_FIELDS = (
    model_field(
        {
            "PLCOm2012": "PLCOm2012",
            "PLCOm2012norace": N_("PLCOm2012norace: the model without race"),
        }
    ),
    age((18, 110), N_("Developed at 55 to 74; other ages are computed and noted")),
    as_input(question("race"), hint=N_("PLCOm2012 needs it; PLCOm2012norace has none")),
    as_input(question("education")),
    as_input(question("bmi")),
    flag("copd", N_("COPD, emphysema or chronic bronchitis")),
    as_input(question("cancer_hist"), hint=question("cancer_hist").hint),
    as_input(question("fdr_lung_cancer"), "fh_lung_cancer"),
    as_input(question("smoking_status"), hint=N_("The model is for people who ever smoked")),
    as_input(question("cigs_per_day"), hint=question("cigs_per_day").hint),
    as_input(question("years_smoked"), hint=question("years_smoked").hint),
    as_input(
        question("quit_years"),
        hint=N_("0 or blank for someone who smokes now"),
        shown_when=ShownWhen("smoking_status", ("former",)),
    ),
)
PLCO_OUTCOMES = (
    STATUS_OF_ROW,
    figure("logit", N_("Linear predictor")),
    PROBABILITY,
    PERCENT,
    flag("ge_1p3455", N_("Above 1.3455 %")),
    flag("ge_1p51", N_("At least 1.51 %")),
)

LLP_FIELDS = (
    model_field({"LLPv2": "LLPv2", "LLPv3": "LLPv3"}),
    amount("age", N_("Age"), YEARS_OLD, between((llp.YOUNGEST_YEARS, 110)), N_("Completed years")),
    SEX,
    amount(
        "years_smoked",
        N_("Years smoked"),
        YEARS,
        between((0, 105)),
        N_("0 for someone who never smoked"),
    ),
    as_input(question("respiratory_disease")),
    flag("prior_cancer", N_("Any cancer before")),
    as_input(question("asbestos")),
    as_input(question("family_history_lung")),
)
LLP_OUTCOMES = (LINEAR_PREDICTOR, PROBABILITY)

PERSON_MODELS = (
    BulkSystem(
        "plcom2012",
        N_("PLCOm2012: 6-year risk of lung cancer"),
        plco_m2012.INPUTS,
        plco_m2012.RESULTS,
        plco_m2012.evaluate_row,
        plco_m2012.ON_ERROR,
        fields=PLCO_FIELDS,
        outcomes=PLCO_OUTCOMES,
        explain=explain_risk(plco_m2012.risk_of_row, PLCO_FIELDS),
        page=PLCO_PAGE,
    ),
    BulkSystem(
        "llp",
        N_("LLPv2 and LLPv3: 5-year risk of lung cancer"),
        llp.INPUTS,
        llp.RESULTS,
        llp.evaluate_row,
        llp.ON_ERROR,
        fields=LLP_FIELDS,
        outcomes=LLP_OUTCOMES,
        explain=explain_risk(llp.risk_of_row, LLP_FIELDS),
        page=LLP_PAGE,
    ),
)
