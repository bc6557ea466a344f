"""Identity rules of a person: sex, partial birth dates, ages, numbers, names, look-alikes."""

from screening.participants.rules.birth import (
    BirthDate,
    DatePrecision,
    age_on,
    ages_on,
    birth_date_of,
    check_birth_date,
    parse_birth_date,
)
from screening.participants.rules.details import (
    PersonDetails,
    check_death,
    check_details,
    check_email,
    find_disagreements,
    find_unusual_age,
    tidy_name,
)
from screening.participants.rules.likeness import Likeness, Traits, compare
from screening.participants.rules.names import (
    fold,
    search_keys,
    search_number,
    search_terms,
    spoken_forms,
)
from screening.participants.rules.numbers import (
    NationalId,
    check_national_id,
    check_registration_no,
    mask_number,
    next_registration_no,
    normalize_phone,
    phone_tail,
    registration_prefix,
)
from screening.participants.rules.sex import SEX_LABELS, Sex

__all__ = [
    "SEX_LABELS",
    "BirthDate",
    "DatePrecision",
    "Likeness",
    "NationalId",
    "PersonDetails",
    "Sex",
    "Traits",
    "age_on",
    "ages_on",
    "birth_date_of",
    "check_birth_date",
    "check_death",
    "check_details",
    "check_email",
    "check_national_id",
    "check_registration_no",
    "compare",
    "find_disagreements",
    "find_unusual_age",
    "fold",
    "mask_number",
    "next_registration_no",
    "normalize_phone",
    "parse_birth_date",
    "phone_tail",
    "registration_prefix",
    "search_keys",
    "search_number",
    "search_terms",
    "spoken_forms",
    "tidy_name",
]
