"""Questions on age, body and origin, and results of risk models that were computed elsewhere."""

from screening.clinical.gail import Race
from screening.protocol.body import BMI, age_field, height_field, weight_field
from screening.protocol.fields import NOT_KNOWN, Choice, Field, FieldType, Limits
from screening.protocol.questionnaire import Section
from screening.protocol.wording import N_

RACES = {
    Race.WHITE: N_("White"),
    Race.BLACK: N_("Black"),
    Race.HISPANIC_US_BORN: N_("Hispanic, born in the United States"),
    Race.OTHER: N_("Other, or not stated"),
    Race.HISPANIC_FOREIGN_BORN: N_("Hispanic, born elsewhere"),
    Race.CHINESE: N_("Of Chinese origin"),
    Race.JAPANESE: N_("Japanese"),
    Race.FILIPINO: N_("Filipino"),
    Race.HAWAIIAN: N_("Hawaiian"),
    Race.OTHER_PACIFIC_ISLANDER: N_("Other Pacific Islander"),
    Race.OTHER_ASIAN: N_("Other Asian"),
}
ORIGINS = tuple(
    Choice(str(race.value), label, aliases=(race.name.lower(),)) for race, label in RACES.items()
)
PERCENT = Limits.between("0", "100")

PERSON = Section(
    N_("Age, body and origin"),
    (
        age_field(Limits.between("10", "110", "20", "85"), FieldType.DECIMAL),
        height_field(Limits.between("100", "230", "135", "190")),
        weight_field(Limits.between("25", "250", "35", "150")),
        BMI,
        Field(
            "race_code",
            N_("Origin, as the Gail model groups it"),
            FieldType.CHOICE,
            hint=N_("Without it the Gail model is not computed"),
            choices=(*ORIGINS, NOT_KNOWN),
        ),
    ),
)

MODELS = Section(
    N_("Risk models"),
    (
        Field(
            "gail5_pct",
            N_("Risk by the Gail model, 5 years"),
            FieldType.DECIMAL,
            unit="%",
            hint=N_("Computed unless typed; what is not known counts as the lowest risk"),
            limits=PERCENT,
            decimals=2,
        ),
        Field(
            "lifetime_risk_pct",
            N_("Lifetime risk by a family-history model"),
            FieldType.DECIMAL,
            unit="%",
            hint=N_("As Tyrer-Cuzick, BOADICEA or another printed it; Gail does not count here"),
            limits=PERCENT,
            decimals=2,
        ),
        Field(
            "lifetime_risk_model",
            N_("That model and its version"),
            FieldType.TEXT,
            hint=N_("For example tyrer_cuzick 8.0b, boadicea 6, brcapro, claus or penn_ii"),
        ),
    ),
)

DERIVED = (
    Field(
        "gail5_average_pct",
        N_("Risk of the average woman of her age and origin, 5 years"),
        FieldType.DECIMAL,
        unit="%",
        limits=PERCENT,
        decimals=2,
    ),
    Field(
        "gail_lifetime_pct",
        N_("Risk by the Gail model, up to 90; not to be used to decide on MRI"),
        FieldType.DECIMAL,
        unit="%",
        limits=PERCENT,
        decimals=2,
    ),
)
