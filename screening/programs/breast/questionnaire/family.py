"""Questions on cancers and inherited variants in the family, and on her own genes."""

from screening.protocol.fields import NOT_KNOWN, Choice, Field, FieldType, Limits
from screening.protocol.questionnaire import Section
from screening.protocol.wording import N_

# Files in the codes of the Gail model write 99 for what is not known.
GAIL_UNKNOWN = ("99", "99.0")

RELATIVES = Limits.between("0", "30", None, "5")
DISTANT_RELATIVES = Limits.between("0", "60", None, "8")

FAMILY = Section(
    N_("Cancers in the family"),
    (
        Field(
            "fdr_breast",
            N_("First-degree relatives with breast cancer"),
            FieldType.INTEGER,
            hint=N_("Mother, sisters, daughters, father, brothers, sons; 0 if none"),
            limits=RELATIVES,
            aliases=("first_degree_relatives",),
            unknowns=GAIL_UNKNOWN,
        ),
        Field(
            "fdr_ovarian",
            N_("First-degree relatives with ovarian cancer"),
            FieldType.INTEGER,
            hint=N_("Mother, sisters, daughters; 0 if none"),
            limits=RELATIVES,
        ),
        Field(
            "sdr_breast_lt50",
            N_("Second-degree relatives with breast cancer before 50"),
            FieldType.INTEGER,
            hint=N_("Grandparents, aunts, uncles, nieces, nephews, half-siblings; 0 if none"),
            limits=DISTANT_RELATIVES,
        ),
        Field(
            "sdr_ovarian_lt50",
            N_("Second-degree relatives with ovarian cancer before 50"),
            FieldType.INTEGER,
            hint=N_("Grandmothers, aunts, nieces, half-sisters; 0 if none"),
            limits=DISTANT_RELATIVES,
        ),
        Field(
            "youngest_relative_age",
            N_("Youngest age of a relative at the diagnosis of breast cancer"),
            FieldType.INTEGER,
            unit=N_("years old"),
            hint=N_("Blank: none, or not known. Some guidelines begin ten years before it"),
            limits=Limits.between("10", "110", "20", "90"),
        ),
    ),
)

GENES = Section(
    N_("Inherited variants"),
    (
        Field("own_brca", N_("Carries a harmful BRCA1 or BRCA2 variant"), FieldType.YES_NO),
        Field(
            "fdr_brca",
            N_("A first-degree relative carries such a variant"),
            FieldType.YES_NO,
        ),
        Field(
            "tested_brca_negative",
            N_("Tested for the family's variant, and does not carry it"),
            FieldType.YES_NO,
        ),
        Field(
            "gene",
            N_("Gene of a harmful variant of her own"),
            FieldType.CHOICE,
            choices=(
                Choice("none", N_("None found")),
                Choice("brca1", "BRCA1"),
                Choice("brca2", "BRCA2"),
                Choice("atm", "ATM"),
                Choice("chek2", "CHEK2"),
                Choice("bard1", "BARD1"),
                Choice("nf1", "NF1"),
                Choice("other", N_("Another gene")),
                NOT_KNOWN,
            ),
        ),
        Field(
            "syndrome",
            N_("Syndrome of her own or of a first-degree relative"),
            FieldType.CHOICE,
            hint=N_("Li-Fraumeni, Cowden or Bannayan-Riley-Ruvalcaba"),
            choices=(
                Choice("none", N_("None"), aliases=("no", "0")),
                Choice("li_fraumeni", "Li-Fraumeni", aliases=("li-fraumeni",)),
                Choice("cowden", "Cowden", aliases=("fdr cowden",)),
                Choice("bannayan_riley_ruvalcaba", "Bannayan-Riley-Ruvalcaba"),
                Choice("other", N_("One of these, said otherwise"), aliases=("yes", "1")),
                NOT_KNOWN,
            ),
            otherwise="other",
        ),
    ),
)
