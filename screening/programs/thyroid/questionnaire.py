"""What is asked of a person before thyroid screening: the risks that the recommendations name."""

from collections.abc import Iterable, Iterator

from screening.protocol.body import age_field
from screening.protocol.fields import NOT_KNOWN, UNKNOWN, Choice, Field, FieldType, Limits, Payload
from screening.protocol.questionnaire import Questionnaire, Section
from screening.protocol.wording import N_, Problem, Sentence

NONE = "none"
SOME = "yes"
# Files also answer a list with a bare yes or no.
NO_SPELLINGS = ("no", "n", "0", "false", "否", "无")
YES_SPELLINGS = ("y", "1", "true", "是", "有")

NONE_OF_THEM = Choice(NONE, N_("None"), NO_SPELLINGS)


def _unnamed(label: str) -> Choice:
    """Return the choice for a yes that does not say which one."""
    return Choice(SOME, label, YES_SPELLINGS)


RADIATION = Section(
    N_("Radiation"),
    (
        Field(
            "neck_irradiation",
            N_("Ionizing radiation to head, neck or the whole body"),
            FieldType.CHOICES,
            hint=N_("X-rays for diagnosis do not count"),
            choices=(
                NONE_OF_THEM,
                Choice("childhood", N_("To head or neck in childhood")),
                Choice("fallout", N_("Radioactive fallout")),
                Choice("radiotherapy", N_("Radiotherapy of head or neck, later than childhood")),
                Choice("total_body", N_("Total-body irradiation")),
                _unnamed(N_("Yes, of which kind is not known")),
                NOT_KNOWN,
            ),
        ),
        Field(
            "childhood_cancer_thyroid_exposed",
            N_("Survived a cancer in childhood whose treatment reached the thyroid"),
            FieldType.YES_NO,
            hint=N_("The thyroid lay in the radiation field, or 131I-MIBG was given"),
        ),
    ),
)

FAMILY = Section(
    N_("Family and heredity"),
    (
        Field(
            "fdr_thyroid_cancer",
            N_("Thyroid cancer in a parent, child, brother or sister"),
            FieldType.YES_NO,
        ),
        Field(
            "syndrome",
            N_("Hereditary syndrome of the person"),
            FieldType.CHOICES,
            choices=(
                NONE_OF_THEM,
                Choice("men2", N_("Multiple endocrine neoplasia type 2 (MEN2)")),
                Choice("familial_medullary", N_("Familial medullary thyroid cancer")),
                Choice("fap", N_("Familial adenomatous polyposis (FAP)")),
                Choice("cowden", N_("Cowden syndrome")),
                Choice("carney", N_("Carney complex")),
                Choice("werner", N_("Werner syndrome")),
                Choice("gardner", N_("Gardner syndrome")),
                _unnamed(N_("Yes, its name is not known")),
                NOT_KNOWN,
            ),
        ),
        Field(
            "family_syndrome", N_("One of these syndromes in the close family"), FieldType.YES_NO
        ),
    ),
)

HISTORY = Section(
    N_("Own history"),
    (
        Field("prior_thyroid_cancer", N_("Thyroid cancer, ever"), FieldType.YES_NO),
        Field(
            "calcitonin_above_normal",
            N_("Calcitonin measured above normal"),
            FieldType.YES_NO,
            hint=N_("Blank where it was not measured: nobody is measured for screening"),
        ),
    ),
)

SYMPTOMS = Section(
    N_("Symptoms"),
    (
        Field(
            "symptoms",
            N_("Symptoms in the neck"),
            FieldType.CHOICES,
            hint=N_("Anyone with symptoms is referred for diagnosis instead of screening"),
            choices=(
                NONE_OF_THEM,
                Choice("growing_nodule", N_("A nodule above 1 cm that grows")),
                Choice("hoarseness", N_("Hoarseness")),
                Choice("dysphagia", N_("Trouble swallowing")),
                Choice("enlarged_node", N_("Enlarged lymph node")),
                Choice("other", N_("Other")),
                _unnamed(N_("Yes, which ones is not known")),
                NOT_KNOWN,
            ),
        ),
        Field("neck_mass", N_("Mass in the neck, seen or felt"), FieldType.YES_NO),
    ),
)

PERSON = Section(
    N_("Other"),
    (
        age_field(Limits.between("0", "110", "18", "90")),
        Field("remark", N_("Remark"), FieldType.TEXT),
    ),
)

LISTS = ("neck_irradiation", "syndrome", "symptoms")


def check_answers(answers: Payload) -> Iterable[Problem]:
    """Find lists that contradict themselves, which are refused, and what is asked back."""
    for code in LISTS:
        yield from check_exclusive(answers, code)
    if answers.get("neck_mass") == "yes" and answers.get("symptoms") == (NONE,):
        message = N_("A mass in the neck is recorded and no symptom; confirm or correct it")
        yield Problem("symptoms", Sentence(message), is_question=True)
    if _has(answers, "syndrome") and answers.get("family_syndrome") == "no":
        message = N_("The person has a hereditary syndrome and nobody in the family; confirm")
        yield Problem("family_syndrome", Sentence(message), is_question=True)


def _has(answers: Payload, code: str) -> bool:
    picked = answers.get(code)
    return isinstance(picked, tuple) and not set(picked) <= {NONE, UNKNOWN}


def check_exclusive(payload: Payload, code: str) -> Iterator[Problem]:
    """Refuse a list that says *none* or *not known* beside something else."""
    picked = payload.get(code)
    if isinstance(picked, tuple) and len(picked) > 1 and {NONE, UNKNOWN} & set(picked):
        message = N_("None and not known stand alone; keep them or the other answers")
        yield Problem(code, Sentence(message))


QUESTIONNAIRE = Questionnaire(
    version="thyroid-2024.1",
    sections=(RADIATION, FAMILY, HISTORY, SYMPTOMS, PERSON),
    checks=check_answers,
)
