"""Questions on the body, schooling and origin, and what was advised."""

from screening.protocol.body import BMI, age_field, height_field, weight_field
from screening.protocol.fields import NOT_KNOWN, Choice, Field, FieldType, Limits, ShownWhen
from screening.protocol.questionnaire import Section
from screening.protocol.wording import N_

PERSON = Section(
    N_("Age and body"),
    (
        age_field(Limits.between("18", "110", "40", "85")),
        height_field(Limits.between("100", "230", "140", "200")),
        weight_field(Limits.between("25", "250", "35", "160")),
        BMI,
    ),
)

BACKGROUND = Section(
    N_("Schooling and origin"),
    (
        Field(
            "education",
            N_("Schooling"),
            FieldType.CHOICE,
            choices=(
                Choice("1", N_("Less than high school")),
                Choice("2", N_("High school")),
                Choice("3", N_("Some training after high school")),
                Choice("4", N_("Some college")),
                Choice("5", N_("College graduate")),
                Choice("6", N_("Postgraduate or professional")),
                NOT_KNOWN,
            ),
        ),
        Field(
            "race",
            N_("Race, as the PLCOm2012 model groups it"),
            FieldType.CHOICE,
            hint=N_("Blank: the model without race is used"),
            choices=(
                Choice("white", N_("White")),
                Choice("black", N_("Black")),
                Choice("hispanic", N_("Hispanic")),
                Choice("asian", N_("Asian")),
                Choice("american_indian_alaskan_native", N_("American Indian or Alaskan Native")),
                Choice(
                    "native_hawaiian_pacific_islander", N_("Native Hawaiian or Pacific Islander")
                ),
                NOT_KNOWN,
            ),
        ),
    ),
)

ADVICE = Section(
    N_("Shared decision and quitting"),
    (
        Field("shared_decision_on", N_("Shared decision visit on"), FieldType.DATE),
        Field("decision_aid", N_("Decision aid used"), FieldType.YES_NO),
        Field(
            "cessation_offered",
            N_("Help with quitting offered"),
            FieldType.YES_NO,
            shown_when=ShownWhen("smoking_status", ("current",)),
        ),
        Field(
            "cessation_accepted",
            N_("Help with quitting accepted"),
            FieldType.YES_NO,
            shown_when=ShownWhen("cessation_offered", ("yes",)),
        ),
        Field(
            "cessation_method",
            N_("Kind of help"),
            FieldType.CHOICE,
            choices=(
                Choice("advice", N_("Advice")),
                Choice("quitline", N_("Quitline")),
                Choice("clinic", N_("Quitting clinic")),
                Choice("drug", N_("Medicine")),
                Choice("declined", N_("Declined")),
                NOT_KNOWN,
            ),
            shown_when=ShownWhen("cessation_offered", ("yes",)),
        ),
        Field("other", N_("Remark"), FieldType.TEXT),
    ),
)
