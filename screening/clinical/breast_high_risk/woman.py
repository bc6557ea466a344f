"""The woman whom the rule sets judge: what is known of her, and what contradicts itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from screening.clinical.bi_rads import Density
from screening.clinical.breast_high_risk.entered import EnteredRisk, check_entered
from screening.clinical.inputs import within
from screening.clinical.reasons import InvalidInput


class Gene(StrEnum):
    """The gene of a pathogenic variant of her own, for the calendars that go by it."""

    BRCA1 = "brca1"
    BRCA2 = "brca2"
    ATM = "atm"
    CHEK2 = "chek2"
    BARD1 = "bard1"
    NF1 = "nf1"


@dataclass(frozen=True, kw_only=True)
class Woman:
    """What is known on the day of judging; None is not known and never stands for a no.

    Source: clinical reference, section f. Ages in years, durations in months, risks in percent.
    `menopause` is None before it too, `chest_rt_age` where there was no radiotherapy of the chest.
    `has_syndrome`: Li-Fraumeni, Cowden or Bannayan-Riley-Ruvalcaba, of her own or of a
    first-degree relative. The last five are asked by calendars alone; `youngest_relative_age` is
    that of the youngest relative at her or his diagnosis of breast cancer.
    """

    age: Decimal | None = None
    fdr_breast: Decimal | None = None
    fdr_ovarian: Decimal | None = None
    sdr_breast_lt50: Decimal | None = None
    sdr_ovarian_lt50: Decimal | None = None
    own_brca: bool | None = None
    fdr_brca: bool | None = None
    tested_brca_negative: bool | None = None
    menarche: Decimal | None = None
    menopause: Decimal | None = None
    biopsy_or_benign_surgery: bool | None = None
    atypia: bool | None = None
    lcis: bool | None = None
    personal_breast_cancer: bool | None = None
    hrt_combined_months: Decimal | None = None
    hrt_estrogen_months: Decimal | None = None
    breastfeeding_months: Decimal | None = None
    live_births: Decimal | None = None
    age_first_live_birth: Decimal | None = None
    abortions: Decimal | None = None
    density: Density | None = None
    density_age: Decimal | None = None
    chest_rt_age: Decimal | None = None
    has_syndrome: bool | None = None
    lifetime_risk: EnteredRisk | None = None
    gail5_percent: Decimal | None = None
    gene: Gene | None = None
    chest_rt_gray: Decimal | None = None
    youngest_relative_age: Decimal | None = None
    personal_cancer_age: Decimal | None = None
    mri_possible: bool | None = None

    @property
    def lifetime_percent(self) -> Decimal | None:
        """The lifetime risk by a family-history model."""
        return None if self.lifetime_risk is None else self.lifetime_risk.lifetime_percent


# House rule: what lies outside is a slip of the pen or another unit, and is refused.
LIMITS: Mapping[str, tuple[int, int]] = {
    "age": (10, 110),
    "fdr_breast": (0, 30),
    "fdr_ovarian": (0, 30),
    "sdr_breast_lt50": (0, 60),
    "sdr_ovarian_lt50": (0, 60),
    "menarche": (6, 25),
    "menopause": (15, 70),
    "hrt_combined_months": (0, 720),
    "hrt_estrogen_months": (0, 720),
    "breastfeeding_months": (0, 720),
    "live_births": (0, 30),
    "age_first_live_birth": (10, 65),
    "abortions": (0, 30),
    "density_age": (10, 110),
    "chest_rt_age": (0, 110),
    "gail5_percent": (0, 100),
    "chest_rt_gray": (0, 100),
    "youngest_relative_age": (10, 110),
    "personal_cancer_age": (10, 110),
}
COUNTS = (
    "fdr_breast",
    "fdr_ovarian",
    "sdr_breast_lt50",
    "sdr_ovarian_lt50",
    "live_births",
    "abortions",
)
UP_TO_HER_AGE = (
    "menarche",
    "menopause",
    "age_first_live_birth",
    "chest_rt_age",
    "personal_cancer_age",
)
SINCE_MENARCHE = ("menopause", "age_first_live_birth")
# Fields that the vector file calls otherwise.
COLUMN_NAMES = {"gail5_percent": "gail5_pct"}


def check_woman(woman: Woman) -> None:
    """Raise InvalidInput for what is impossible or contradicts itself.

    An age at the density above her own is let pass, as the published file has it.
    """
    known = _known_amounts(woman)
    for name, value in known.items():
        column = COLUMN_NAMES.get(name, name)
        within(column, value, *LIMITS[name])
        if name in COUNTS and value != value.to_integral_value():
            raise InvalidInput(column, value, "it is a whole number")
    if woman.lifetime_risk is not None:
        check_entered(woman.lifetime_risk)
    _check_ages(known)
    _check_answers(woman)


def _known_amounts(woman: Woman) -> dict[str, Decimal]:
    amounts: dict[str, Decimal | None] = {name: getattr(woman, name) for name in LIMITS}
    return {name: value for name, value in amounts.items() if value is not None}


def _check_ages(known: Mapping[str, Decimal]) -> None:
    age, menarche = known.get("age"), known.get("menarche")
    for column in UP_TO_HER_AGE:
        if age is not None and column in known and known[column] > age:
            raise InvalidInput(column, known[column], "it is at most her age, {age}", age=age)
    for column in SINCE_MENARCHE:
        if menarche is not None and column in known and known[column] < menarche:
            raise InvalidInput(
                column, known[column], "it is not before menarche at {age}", age=menarche
            )


def _check_answers(woman: Woman) -> None:
    if woman.live_births == 0 and woman.age_first_live_birth is not None:
        raise InvalidInput(
            "age_first_live_birth",
            woman.age_first_live_birth,
            "a woman without live births has none",
        )
    if woman.own_brca and woman.tested_brca_negative:
        raise InvalidInput("tested_brca_negative", "yes", "a woman with a variant is not negative")
