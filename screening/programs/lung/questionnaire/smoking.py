"""Questions on smoking, one's own and that of others."""

from screening.protocol.fields import NOT_KNOWN, Choice, Field, FieldType, Limits, ShownWhen
from screening.protocol.questionnaire import Section
from screening.protocol.wording import N_

EVER_SMOKED = ShownWhen("smoking_status", ("current", "former"))

SMOKING = Section(
    N_("Smoking"),
    (
        Field(
            "smoking_status",
            N_("Smoking status"),
            FieldType.CHOICE,
            hint=N_("Fewer than 100 cigarettes in life is never; e-cigarettes do not count"),
            choices=(
                Choice("never", N_("Never smoked")),
                Choice("current", N_("Smokes now")),
                Choice("former", N_("Smoked in the past")),
                NOT_KNOWN,
            ),
        ),
        Field(
            "cigs_per_day",
            N_("Cigarettes a day"),
            FieldType.DECIMAL,
            unit=N_("a day"),
            hint=N_("The usual number while smoking"),
            limits=Limits.between("0", "200", None, "80"),
            shown_when=EVER_SMOKED,
        ),
        Field(
            "years_smoked",
            N_("Years smoked"),
            FieldType.DECIMAL,
            unit=N_("years"),
            hint=N_("Without the years of not smoking in between"),
            limits=Limits.between("0", "105", None, "65"),
            shown_when=EVER_SMOKED,
        ),
        Field(
            "pack_years",
            N_("Pack-years"),
            FieldType.DECIMAL,
            unit=N_("pack-years"),
            hint=N_("Computed from cigarettes a day and years smoked unless typed"),
            limits=Limits.between("0", "300", None, "120"),
            shown_when=EVER_SMOKED,
        ),
        Field(
            "quit_years",
            N_("Years since quitting"),
            FieldType.DECIMAL,
            unit=N_("years"),
            hint=N_("Half a year is 0.5; counted from the last cigarette"),
            limits=Limits.between("0", "105"),
            shown_when=ShownWhen("smoking_status", ("former",)),
        ),
    ),
)

PASSIVE = Section(
    N_("Passive smoking"),
    (
        Field(
            "passive_years",
            N_("Years in one room with a smoker"),
            FieldType.DECIMAL,
            unit=N_("years"),
            hint=N_("At home or at work"),
            limits=Limits.between("0", "110"),
        ),
        Field(
            "passive_source",
            N_("How much that person smoked"),
            FieldType.CHOICE,
            choices=(
                Choice("ge30py_smoker", N_("30 pack-years or more, smoking or quit < 15 years")),
                Choice("lt30py_smoker", N_("Less")),
                NOT_KNOWN,
            ),
        ),
    ),
)
