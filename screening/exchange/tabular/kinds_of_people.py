"""Files about people: participants, their assessments, their enrollments, deaths."""

from collections.abc import Sequence

from screening.enrollments.rules import EnrollmentStatus, ExitReason, Source
from screening.exchange.tabular.columns import Column, Kind
from screening.exchange.tabular.shared_columns import (
    PROGRAM,
    REGISTRATION_NO,
    REGISTRATION_SITE,
    SITE,
    choice_column,
    date_column,
    required,
    text_column,
)
from screening.participants.rules import Sex
from screening.protocol.fields import Choice, Field, FieldType
from screening.protocol.program import Program
from screening.protocol.wording import N_


def questionnaire_fields(program: Program) -> Sequence[Field]:
    """List what a program asks before it judges eligibility."""
    return program.questionnaire.fields


SEX = Column(
    Field(
        "sex",
        N_("Sex"),
        FieldType.CHOICE,
        choices=(
            Choice(Sex.FEMALE, Sex.FEMALE, ("女", "女性", "female")),
            Choice(Sex.MALE, Sex.MALE, ("男", "男性", "male")),
            Choice(Sex.UNKNOWN, Sex.UNKNOWN, ("不详", "未知", "unknown")),
        ),
    )
)
LANGUAGE = Column(
    Field(
        "language",
        N_("Language"),
        FieldType.CHOICE,
        choices=(
            Choice("en", N_("English"), ("en-us", "en-gb")),
            Choice("zh", N_("Chinese"), ("zh-cn", "zh_cn", "zh-hans", "zh_hans_cn", "中文")),
        ),
    )
)

BIRTH_DATE = Column(
    Field(
        "birth_date",
        N_("Birth date"),
        FieldType.TEXT,
        hint=N_("2024-03-05, 2024-03 or 2024, as exactly as it is known"),
    ),
    20,
)

PARTICIPANTS = Kind(
    "participants",
    N_("Participants"),
    (
        REGISTRATION_NO,
        required(text_column("name", N_("Name"), 120)),
        required(SEX),
        BIRTH_DATE,
        text_column("national_id", N_("National number"), 40),
        text_column("phone", N_("Phone"), 40),
        text_column("email", N_("E-mail"), 200),
        text_column("address", N_("Address"), 400),
        text_column("district", N_("District"), 120),
        LANGUAGE,
        SITE,
        text_column("same_person_as", N_("Same person as (site/number)"), 101),
    ),
    {
        "registration_no": "HQ-2024-00001",
        "name": "Zhang San",
        "sex": "M",
        "birth_date": "1960-03-05",
        "phone": "13800000000",
        "language": "zh",
    },
)

ASSESSMENTS = Kind(
    "assessments",
    N_("Assessments"),
    (
        REGISTRATION_NO,
        required(PROGRAM),
        required(date_column("assessed_on", N_("Assessed on"))),
        SITE,
        REGISTRATION_SITE,
    ),
    {"registration_no": "HQ-2024-00001", "assessed_on": "2024-03-05"},
    questionnaire_fields,
)

ENROLLMENTS = Kind(
    "enrollments",
    N_("Enrollments"),
    (
        REGISTRATION_NO,
        required(PROGRAM),
        required(SITE),
        date_column("enrolled_on", N_("Enrolled on")),
        date_column("invited_on", N_("Invited on")),
        choice_column("source", N_("Source"), Source),
        date_column("consent_on", N_("Consent on")),
        choice_column("status", N_("Status"), EnrollmentStatus),
        date_column("exited_on", N_("Left on")),
        choice_column("exit_reason", N_("Reason for leaving"), ExitReason),
        REGISTRATION_SITE,
    ),
    {
        "registration_no": "HQ-2024-00001",
        "site": "HQ",
        "enrolled_on": "2024-03-05",
        "consent_on": "2024-03-05",
        "source": "general_survey",
    },
)

DEATHS = Kind(
    "deaths",
    N_("Deaths"),
    (
        REGISTRATION_NO,
        required(date_column("died_on", N_("Died on"))),
        text_column("cause", N_("Cause of death"), 200),
        SITE,
    ),
    {"registration_no": "HQ-2024-00001", "died_on": "2024-03-05", "cause": "C34.1"},
)
