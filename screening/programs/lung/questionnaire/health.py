"""Questions on health, exposure at work and the family."""

from screening.protocol.fields import NOT_KNOWN, Choice, Field, FieldType, Limits, ShownWhen
from screening.protocol.questionnaire import Section
from screening.protocol.wording import N_

AGENTS = (
    Choice("asbestos", N_("Asbestos")),
    Choice("radon", N_("Radon")),
    Choice("beryllium", N_("Beryllium")),
    Choice("chromium", N_("Chromium")),
    Choice("cadmium", N_("Cadmium")),
    Choice("silica", N_("Silica")),
    Choice("soot", N_("Soot")),
    Choice("coal_soot", N_("Coal soot")),
    Choice("nickel", N_("Nickel")),
    Choice("diesel_exhaust", N_("Diesel exhaust")),
    Choice("uranium", N_("Uranium")),
    Choice("other", N_("Other")),
)
EXPOSED = ShownWhen("occ_agent", tuple(agent.code for agent in AGENTS))

HEALTH = Section(
    N_("Health"),
    (
        Field(
            "symptoms",
            N_("Symptoms that suggest lung cancer"),
            FieldType.CHOICES,
            hint=N_("Anyone with symptoms is referred for diagnosis instead of screening"),
            choices=(
                Choice("none", N_("None")),
                Choice("hemoptysis", N_("Coughing up blood"), aliases=("haemoptysis",)),
                Choice("weight_loss", N_("Unexplained weight loss")),
                Choice("cough", N_("New persistent cough")),
                Choice("chest_pain", N_("Chest pain")),
                Choice("hoarseness", N_("Hoarseness")),
                Choice("other", N_("Other")),
                NOT_KNOWN,
            ),
        ),
        Field(
            "copd",
            N_("COPD or emphysema"),
            FieldType.YES_NO,
            hint=N_("Chronic bronchitis without obstruction does not count"),
        ),
        Field(
            "respiratory_disease",
            N_("Pneumonia, bronchitis, emphysema, COPD or tuberculosis, ever"),
            FieldType.YES_NO,
        ),
        Field("lung_fibrosis", N_("Diffuse lung fibrosis, ever"), FieldType.YES_NO),
        Field("tuberculosis", N_("Tuberculosis of the lung, ever"), FieldType.YES_NO),
        Field("prior_lung_cancer", N_("Lung cancer, ever"), FieldType.YES_NO),
        Field(
            "cancer_hist",
            N_("Any cancer, ever"),
            FieldType.YES_NO,
            hint=N_("Skin cancer other than melanoma does not count"),
            aliases=("prior_cancer",),
        ),
        Field(
            "other_cancer_years_ago",
            N_("Years since another cancer"),
            FieldType.DECIMAL,
            unit=N_("years"),
            hint=N_("Blank: none. Skin cancer other than melanoma does not count"),
            limits=Limits.between("0", "110"),
        ),
        Field(
            "chest_ct_months_ago",
            N_("Months since the last chest CT"),
            FieldType.DECIMAL,
            unit=N_("months"),
            hint=N_("Blank: none"),
            limits=Limits.between("0", "600"),
        ),
        Field(
            "resp_infection_weeks_ago",
            N_("Weeks since a chest infection treated with antibiotics"),
            FieldType.DECIMAL,
            unit=N_("weeks"),
            hint=N_("Blank: none"),
            limits=Limits.between("0", "520"),
        ),
        Field("home_oxygen", N_("Oxygen at home"), FieldType.YES_NO),
        Field(
            "fit_for_curative_treatment",
            N_("Able and willing to have curative surgery"),
            FieldType.YES_NO,
            hint=N_("Answered by a clinician"),
        ),
        Field("pregnant", N_("Pregnant"), FieldType.YES_NO),
        Field("implants", N_("Metal implants in chest or back"), FieldType.YES_NO),
        Field(
            "nlcsp_high_risk",
            N_("High risk by the score of the national city program"),
            FieldType.YES_NO,
            hint=N_("As that program assessed it; its score is not computed here"),
        ),
    ),
)

WORK = Section(
    N_("Occupation"),
    (
        Field(
            "occ_agent",
            N_("Exposure at work"),
            FieldType.CHOICES,
            choices=(Choice("none", N_("None")), *AGENTS, NOT_KNOWN),
        ),
        Field(
            "occ_years",
            N_("Years of exposure, in total"),
            FieldType.DECIMAL,
            unit=N_("years"),
            limits=Limits.between("0", "70"),
            shown_when=EXPOSED,
        ),
        Field(
            "asbestos",
            N_("Asbestos at work, ever"),
            FieldType.YES_NO,
        ),
    ),
)

FAMILY = Section(
    N_("Family"),
    (
        Field(
            "fdr_lung_cancer",
            N_("Lung cancer in a parent, child, brother or sister"),
            FieldType.YES_NO,
            hint=N_("Grandparents, half-siblings and cousins do not count"),
            aliases=("fh_lung_cancer", "family_history_lung_cancer"),
        ),
        Field(
            "family_history_lung",
            N_("Age of the youngest affected relative"),
            FieldType.CHOICE,
            choices=(
                Choice("none", N_("No relative affected")),
                Choice("early_lt60", N_("Below 60 at diagnosis")),
                Choice("late_ge60", N_("60 or older at diagnosis")),
                NOT_KNOWN,
            ),
        ),
    ),
)
