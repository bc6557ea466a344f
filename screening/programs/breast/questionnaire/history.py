"""Questions on the breasts, on births and cycles, and on hormones and radiotherapy."""

from screening.programs.breast.questionnaire.family import GAIL_UNKNOWN
from screening.programs.breast.risk import NEVER_GAVE_BIRTH
from screening.protocol.fields import NOT_KNOWN, Choice, Field, FieldType, Limits, ShownWhen
from screening.protocol.questionnaire import Section
from screening.protocol.wording import N_

DENSITY = (
    Choice("a", N_("a: almost entirely fatty")),
    Choice("b", N_("b: scattered areas of density")),
    Choice("c", N_("c: heterogeneously dense")),
    Choice("d", N_("d: extremely dense")),
    NOT_KNOWN,
)
MONTHS = Limits.between("0", "720", None, "240")

BREASTS = Section(
    N_("Breasts"),
    (
        Field(
            "personal_breast_cancer",
            N_("Breast cancer, ever"),
            FieldType.YES_NO,
            hint=N_("Invasive or in situ; such a woman is followed up instead of screened"),
        ),
        Field(
            "personal_cancer_age",
            N_("Age at that cancer"),
            FieldType.INTEGER,
            unit=N_("years old"),
            limits=Limits.between("10", "110"),
            shown_when=ShownWhen("personal_breast_cancer", ("yes",)),
        ),
        Field(
            "biopsy_or_benign_surgery",
            N_("Breast biopsy or surgery with a benign result, ever"),
            FieldType.YES_NO,
        ),
        Field(
            "biopsies",
            N_("Breast biopsies, in total"),
            FieldType.INTEGER,
            hint=N_("Asked by the Gail model; 0 if none"),
            limits=Limits.between("0", "30", None, "6"),
            unknowns=GAIL_UNKNOWN,
        ),
        Field(
            "atypia",
            N_("Atypical hyperplasia found, ever"),
            FieldType.YES_NO,
            aliases=("atypical_hyperplasia",),
            unknowns=GAIL_UNKNOWN,
        ),
        Field("lcis", N_("Lobular carcinoma in situ (LCIS), ever"), FieldType.YES_NO),
        Field("density", N_("Breast density at the last exam"), FieldType.CHOICE, choices=DENSITY),
        Field(
            "density_age",
            N_("Age at that exam"),
            FieldType.INTEGER,
            unit=N_("years old"),
            limits=Limits.between("10", "110"),
        ),
    ),
)

REPRODUCTION = Section(
    N_("Cycles and births"),
    (
        Field(
            "menarche",
            N_("Age at the first period"),
            FieldType.DECIMAL,
            unit=N_("years old"),
            limits=Limits.between("6", "25", "9", "18"),
            aliases=("age_menarche",),
            unknowns=GAIL_UNKNOWN,
        ),
        Field(
            "menopause",
            N_("Age at menopause"),
            FieldType.DECIMAL,
            unit=N_("years old"),
            hint=N_("Blank: before menopause, or not known"),
            limits=Limits.between("15", "70", "35", "60"),
        ),
        Field(
            "live_births",
            N_("Live births"),
            FieldType.INTEGER,
            hint=N_("0 if none"),
            limits=Limits.between("0", "30", None, "10"),
        ),
        Field(
            "age_first_live_birth",
            N_("Age at the first live birth"),
            FieldType.DECIMAL,
            unit=N_("years old"),
            hint=N_("Blank: none, or not known. Files may write 98 for none"),
            limits=Limits.between("10", str(NEVER_GAVE_BIRTH), "15", None),
            aliases=("age_first_birth",),
            unknowns=GAIL_UNKNOWN,
        ),
        Field(
            "breastfeeding_months",
            N_("Months of breastfeeding, in total"),
            FieldType.DECIMAL,
            unit=N_("months"),
            hint=N_("0 if never"),
            limits=MONTHS,
        ),
        Field(
            "abortions",
            N_("Abortions and miscarriages"),
            FieldType.INTEGER,
            hint=N_("0 if none"),
            limits=Limits.between("0", "30", None, "10"),
        ),
    ),
)

MEDICINES = Section(
    N_("Hormones and radiotherapy"),
    (
        Field(
            "hrt_combined_months",
            N_("Months of hormone therapy with estrogen and progestogen"),
            FieldType.DECIMAL,
            unit=N_("months"),
            hint=N_("0 if never"),
            limits=MONTHS,
        ),
        Field(
            "hrt_estrogen_months",
            N_("Months of hormone therapy with estrogen alone"),
            FieldType.DECIMAL,
            unit=N_("months"),
            hint=N_("0 if never"),
            limits=MONTHS,
        ),
        Field(
            "chest_rt_age",
            N_("Age at radiotherapy of the chest"),
            FieldType.DECIMAL,
            unit=N_("years old"),
            hint=N_("Blank: none"),
            limits=Limits.between("0", "110"),
        ),
        Field(
            "chest_rt_gray",
            N_("Dose of that radiotherapy"),
            FieldType.DECIMAL,
            unit="Gy",
            limits=Limits.between("0", "100"),
        ),
        Field(
            "mri_possible",
            N_("Can have an MRI"),
            FieldType.YES_NO,
            hint=N_("No: pacemaker, metal implants, kidney failure, fear of the tunnel"),
        ),
    ),
)
